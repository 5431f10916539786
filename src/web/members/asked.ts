import type { AskedPerson } from '#domain/access/invitation.ts'
import { readInWorker } from '#readers/in-worker.ts'
import { peopleTable } from '#readers/people-table.ts'
import type { SentForm } from '../form.ts'

/** More rows than any local government has staff in its departments. */
const MOST_ROWS = 2_000
const MOST_BYTES = 5_000_000

export type Asked = {
  readonly asked: readonly AskedPerson[]
  readonly unknown: readonly string[]
  readonly why?: 'nobody-asked' | 'document-too-large' | 'document-unreadable'
}

/** 招待の表: of the file where one was sent, else of what was pasted. Read in a process of its own, like any document. */
export async function askedIn(form: SentForm): Promise<Asked> {
  const file = form.file('file')
  const text = form.told('people')
  const none = (why: NonNullable<Asked['why']>): Asked => ({ asked: [], unknown: [], why })
  if (!file && text === '') return none('nobody-asked')
  const bytes = file ? new Uint8Array(await file.arrayBuffer()) : new TextEncoder().encode(text)
  if (bytes.length > MOST_BYTES) return none('document-too-large')
  const document = await readInWorker(bytes, file?.name ?? 'people.csv')
  if (document.format !== 'csv' && document.format !== 'excel') return none('document-unreadable')
  const { people, unknown } = peopleTable(document)
  if (people.length > MOST_ROWS) return none('document-too-large')
  return people.length === 0 ? none('nobody-asked') : { asked: people, unknown }
}

/** The table as it is sent again when it was found right: tabs between cells, and none within them. */
export const asText = (asked: readonly AskedPerson[]): string =>
  [
    ['name', 'email', 'role', 'department'],
    ...asked.map(({ name, email, role, department }) => [name, email, role, department]),
  ]
    .map((cells) => cells.map((cell) => cell.replace(/\s+/g, ' ').replaceAll('"', '”')).join('\t'))
    .join('\n')
