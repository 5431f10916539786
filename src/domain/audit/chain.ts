/** 監査の記録の一行 (entry) as the chain holds it: nothing in it names a person. `digest` is of what does, with a salt. */
export type AuditLine = {
  readonly id: string
  /** Moment in UTC, to the millisecond. */
  readonly at: string
  readonly kind: AuditKind
  readonly role: string
  readonly action: string
  readonly subject: string
  readonly digest: string
}

/** 閲覧・断られた閲覧・変更・そのとき書かれた行・保存年限による消去. */
export const AUDIT_KINDS = ['view', 'refused', 'change', 'fact', 'erase'] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** だれが、何を: what stands apart from the chain and can be erased. `content` is what the digest was taken of. */
export type AuditDetail = { readonly salt: string; readonly person: string; readonly content: string }

/** 束 (batch): entries in order, sealed together; `previous` is the hash of the batch before. */
export type AuditBatch = {
  readonly number: number
  readonly entries: readonly string[]
  readonly root: string
  readonly previous: string
  readonly hash: string
  readonly sealedAt: string
}

/** SHA-256 of a text in UTF-8, in hexadecimal. */
export type Hash = (text: string) => string

/** 食い違い (fault): where the record is not what was sealed. */
export type AuditFault =
  | { readonly kind: 'batch-missing' | 'batch-altered' | 'chain-broken'; readonly batch: number }
  | {
      readonly kind: 'entry-missing' | 'entry-altered' | 'entry-twice'
      readonly batch: number
      readonly entry: string
    }
  | { readonly kind: 'detail-altered' | 'detail-missing'; readonly entry: string }
  | { readonly kind: 'rows-altered'; readonly entry: string; readonly table: string }
  | { readonly kind: 'rows-uncovered'; readonly table: string; readonly rows: number }
  | { readonly kind: 'head-not-found'; readonly batch: number }

const FIELD = '\x1f'

/** The text of an entry that goes into its batch. The migration `audit` writes the same. */
export const lineText = ({ id, at, kind, role, action, subject, digest }: AuditLine): string =>
  [id, at, kind, role, action, subject, digest].join(FIELD)

export const digestOf = ({ salt, person, content }: AuditDetail, hash: Hash): string =>
  hash([salt, person, content].join(FIELD))

export const batchHash = (
  { number, previous, root, sealedAt }: Omit<AuditBatch, 'hash' | 'entries'>,
  hash: Hash,
): string => hash([number, previous, root, sealedAt].join('\n'))

/**
 * 一つの束を確かめる: does it follow the one before, and are its entries those that were sealed? `before` is the hash of the batch before,
 * or of the government's code for the first one.
 */
export function checkBatch(
  batch: AuditBatch,
  lines: ReadonlyMap<string, AuditLine>,
  { before, number, hash }: { readonly before: string; readonly number: number; readonly hash: Hash },
): readonly AuditFault[] {
  const faults: AuditFault[] = []
  if (batch.number !== number) faults.push({ kind: 'batch-missing', batch: number })
  if (batch.previous !== before) faults.push({ kind: 'chain-broken', batch: batch.number })
  if (batchHash(batch, hash) !== batch.hash) faults.push({ kind: 'batch-altered', batch: batch.number })
  const missing = batch.entries.filter((id) => !lines.has(id))
  for (const entry of missing) faults.push({ kind: 'entry-missing', batch: batch.number, entry })
  const root = hash(
    batch.entries
      .flatMap((id) => lines.get(id) ?? [])
      .map(lineText)
      .join('\n'),
  )
  if (missing.length === 0 && root !== batch.root)
    faults.push({ kind: 'entry-altered', batch: batch.number, entry: batch.entries.join(' ').slice(0, 200) })
  return faults
}
