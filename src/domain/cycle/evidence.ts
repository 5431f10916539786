import { done, type Outcome, refuse } from '../shared/outcome.ts'

export const EVIDENCE_KINDS = ['pdf', 'xlsx', 'docx', 'csv', 'png', 'jpg', 'txt'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** 根拠資料 (evidence): a file that shows where an answer comes from, without its bytes. */
export type Evidence = {
  readonly id: string
  readonly year: number
  readonly indicator: string
  readonly name: string
  readonly kind: EvidenceKind
  readonly size: number
  readonly sha256: string
  /** 何がわかるか. */
  readonly shows: string
  readonly at: string
  readonly by: string
  readonly removed?: { readonly at: string; readonly by: string; readonly reason: string }
}

/** Largest file in bytes, and most files of an indicator and year. */
export const LARGEST_EVIDENCE = 20_000_000
export const MOST_EVIDENCE = 10

export type EvidenceRefused =
  | 'no-file'
  | 'evidence-too-large'
  | 'evidence-too-many'
  | 'evidence-kind'
  | 'evidence-not-what-it-says'
  | 'shows-missing'
  | 'too-long'

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, at) => bytes[at] === byte)

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const SIGNATURES: Readonly<Partial<Record<EvidenceKind, readonly number[]>>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
  xlsx: ZIP,
  docx: ZIP,
}
/** Folder inside the package that tells the two Office formats apart. */
const FOLDERS: Readonly<Partial<Record<EvidenceKind, string>>> = { xlsx: 'xl/', docx: 'word/' }

function contains(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].map((char) => char.charCodeAt(0))
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1))
    if (wanted.every((byte, offset) => bytes[at + offset] === byte)) return true
  return false
}

const kindOf = (name: string): EvidenceKind | undefined => {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return EVIDENCE_KINDS.find((kind) => kind === (ending === 'jpeg' ? 'jpg' : ending))
}

/** Is the file what its name says? By its first bytes; a text is what is none of the others and holds no NUL. */
function isWhatItSays(kind: EvidenceKind, bytes: Uint8Array): boolean {
  const signature = SIGNATURES[kind]
  if (!signature)
    return !bytes.includes(0) && Object.values(SIGNATURES).every((each) => !startsWith(bytes, each))
  const folder = FOLDERS[kind]
  return startsWith(bytes, signature) && (folder === undefined || contains(bytes, folder))
}

/** 受け取れる資料か: small enough, not too many, of a kind that its bytes bear out, with a word on what it shows. */
export function checkEvidence(
  { name, bytes, shows }: { readonly name: string; readonly bytes: Uint8Array; readonly shows: string },
  already: number,
): Outcome<EvidenceKind, EvidenceRefused> {
  if (name === '' || bytes.length === 0) return refuse('no-file')
  if (bytes.length > LARGEST_EVIDENCE) return refuse('evidence-too-large')
  if (already >= MOST_EVIDENCE) return refuse('evidence-too-many', { most: MOST_EVIDENCE })
  if (name.length > 200) return refuse('too-long', { length: name.length, most: 200 })
  if (shows.trim() === '') return refuse('shows-missing')
  if (shows.length > 500) return refuse('too-long', { length: shows.length, most: 500 })
  const kind = kindOf(name)
  if (!kind) return refuse('evidence-kind', { name })
  return isWhatItSays(kind, bytes) ? done(kind) : refuse('evidence-not-what-it-says', { name })
}
