import { mkdir, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import type { Draft } from '#domain/document/draft.ts'
import { done, refuse } from '#domain/shared/outcome.ts'
import { readPlan } from '#readers/grammar/read-plan.ts'
import { ja } from '#words/ja.ts'
import { corpusAnswer } from '#writers/corpus-json.ts'
import { describeDraft } from '#writers/draft-text.ts'
import { documentAt } from './document-at.ts'
import { EXIT, type FileCommand } from './terminal.ts'

type Read = { readonly file: string; readonly draft: Draft }

/**
 * 読む: documents → drafts with provenance, on the screen or as one JSON a file. Exit 2 where a file cannot be read; the others are read
 * all the same.
 */
export const readFiles: FileCommand = async ({ args: files, options }) => {
  const drafts: Read[] = []
  for (const file of files) drafts.push({ file, draft: readPlan(await documentAt(file)) })
  const values = drafts.map(({ draft }) => (options.as === 'corpus' ? corpusAnswer(draft) : draft))
  const problem = drafts.flatMap(noticed).join('')
  const unread = drafts.some(({ draft }) => isUnread(draft))
  const told = { ...(problem ? { problem } : {}), ...(unread ? { exit: EXIT.unreadable } : {}) }
  if (typeof options.out === 'string') {
    const { out } = options
    const names = namesFor(files)
    try {
      await mkdir(out, { recursive: true })
      for (const [at, value] of values.entries())
        await writeFile(join(out, names[at] ?? ''), `${JSON.stringify(value, null, 2)}\n`)
    } catch {
      return refuse('file-not-writable', { file: out })
    }
    const other = files.flatMap((file, at) =>
      names[at] === plainName(file) ? [] : [`${file} → ${names[at]}\n`],
    )
    const text = `${values.length}件を ${out} に書きました。\n${other.join('')}`
    return done({ text, data: { files: values.length, out, names }, ...told })
  }
  const data = values.length === 1 ? values[0] : values
  if (options.as === 'corpus') return done({ text: `${JSON.stringify(data, null, 2)}\n`, data, ...told })
  const readable = drafts.filter(({ draft }) => draft.entries.length > 0 || !isUnread(draft))
  return done({ text: readable.map(({ draft }) => describeDraft(draft)).join('\n'), data, ...told })
}

const isUnread = ({ findings }: Draft): boolean => findings.some(({ severity }) => severity === 'error')

/** Why a file could not be read, or not all of it. */
const noticed = ({ file, draft }: Read): readonly string[] =>
  draft.findings
    .filter(({ severity }) => severity !== 'note')
    .map((finding) => `${file}: ${finding.code} ${ja.finding(finding)}\n`)

const plainName = (file: string): string => `${basename(file, extname(file))}.json`

/** `plan.json` for each plan.pdf; where that is taken, `plan.docx.json`, then `plan.docx-2.json`. */
function namesFor(files: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return files.map((file) => {
    let name = plainName(file)
    for (let count = 1; taken.has(name.toLowerCase()); count += 1)
      name = `${basename(file)}${count === 1 ? '' : `-${count}`}.json`
    taken.add(name.toLowerCase())
    return name
  })
}
