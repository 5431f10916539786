import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Draft } from '#domain/document/draft.ts'
import { done, refuse } from '#domain/shared/outcome.ts'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { readInWorker } from '#readers/in-worker.ts'
import { corpusAnswer } from '#writers/corpus-json.ts'
import { describeDraft } from '#writers/draft-text.ts'
import type { FileCommand } from './terminal.ts'

/** 読む: documents → drafts with provenance, on the screen or as one JSON a file. */
export const readFiles: FileCommand = async ({ args: files, options }) => {
  const drafts: { readonly file: string; readonly draft: Draft }[] = []
  for (const file of files) {
    const bytes = await readFile(file).catch(() => undefined)
    if (!bytes) return refuse('file-not-readable', { file })
    drafts.push({ file, draft: readPlan(await readInWorker(bytes, basename(file))) })
  }
  const shaped = drafts.map(({ file, draft }) => ({
    file,
    value: options.as === 'corpus' ? corpusAnswer(draft) : draft,
  }))
  if (typeof options.out === 'string') {
    const { out } = options
    await mkdir(out, { recursive: true })
    for (const { file, value } of shaped)
      await writeFile(
        join(out, `${basename(file, extname(file))}.json`),
        `${JSON.stringify(value, null, 2)}\n`,
      )
    return done({ text: `${shaped.length}件を ${out} に書きました。\n`, data: { files: shaped.length, out } })
  }
  const values = shaped.map(({ value }) => value)
  const data = values.length === 1 ? values[0] : values
  if (options.as === 'corpus') return done({ text: `${JSON.stringify(data, null, 2)}\n`, data })
  return done({ text: drafts.map(({ draft }) => describeDraft(draft)).join('\n'), data })
}
