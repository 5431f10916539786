import { readFile } from 'node:fs/promises'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { type Accepted, readAccepted } from '#readers/check/accepted.ts'
import { checkDocument, type Marked } from '#readers/check/check-document.ts'
import { ja } from '#words/ja.ts'
import { type CheckedFile, WRITERS } from './check-formats.ts'
import { documentAt } from './document-at.ts'
import { EXIT, type FileCommand } from './terminal.ts'

const RANK = { error: 3, warning: 2, note: 1 } as const

/**
 * `shirube check`: like a compiler, one line a doubt, with file, line and arithmetic. Exit 0 clean, 1 something at or above
 * `--fail-on`, 2 something unreadable; what was found in the other files is printed all the same.
 */
export const checkFiles: FileCommand = async ({ args, options }) => {
  const known = await acceptedIn(options.accepted)
  if (!known.ok)
    return done({ text: '', problem: `${ja.refusal(known.why, known.detail)}\n`, exit: EXIT.unreadable })
  const found: CheckedFile[] = []
  for (const file of args) found.push(await checkedFile(file, known.value))
  const worst = Math.max(0, ...found.map(({ remarks }) => worstOf(remarks)))
  const write = WRITERS[options.json ? 'json' : String(options.format)] ?? WRITERS.text
  const failed = worst >= RANK[options.failOn as keyof typeof RANK]
  const unread = found.some(({ unreadable }) => unreadable)
  return done({ text: write(found), exit: unread ? EXIT.unreadable : failed ? 1 : 0 })
}

const worstOf = (remarks: readonly Marked[]): number =>
  remarks.reduce((worst, { severity }) => Math.max(worst, RANK[severity]), 0)

async function acceptedIn(file: unknown): Promise<Outcome<Accepted, string>> {
  if (typeof file !== 'string') return done(new Map())
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? refuse('file-not-readable', { file }) : readAccepted(text)
}

async function checkedFile(file: string, known: Accepted): Promise<CheckedFile> {
  const document = await documentAt(file)
  const unreadable = document.findings.find(({ severity }) => severity === 'error')
  if (unreadable) return { file, remarks: [], accepted: [], unreadable }
  const all = checkDocument(document)
  return {
    file,
    remarks: all.filter(({ mark }) => !known.has(mark)),
    accepted: all.flatMap((each) => {
      const reason = known.get(each.mark)
      return reason === undefined ? [] : [{ ...each, reason }]
    }),
  }
}
