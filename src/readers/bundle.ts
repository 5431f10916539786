import { createHash, createPublicKey, verify } from 'node:crypto'
import type { z } from 'zod'
import { writeFingerprint } from '#domain/access/seal.ts'
import { BUNDLE_VERSION, type BundleContent, LARGEST_BUNDLE, type Manifest } from '#domain/cycle/bundle.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { anyManifest, contentSchema, manifestSchema, signatureSchema } from './bundle-schemas.ts'
import { readPlanFile } from './plan-file/read.ts'
import { openZip, type Zip } from './zip.ts'

export type BundleRefused =
  | 'not-a-bundle'
  | 'bundle-too-large'
  | 'bundle-too-dense'
  | 'bundle-cut-short'
  | 'bundle-signature-wrong'
  | 'bundle-newer'
  | 'bundle-part-missing'
  | 'bundle-part-unknown'
  | 'bundle-part-altered'
  | 'bundle-part-unreadable'

/** A bundle whose signature holds: what it says of itself, and by whose key. What is in it has not been looked at. */
export type OpenBundle = { readonly manifest: Manifest; readonly fingerprint: string; readonly zip: Zip }

/** 束の中身, once every part is what the signed manifest says. */
export type ReadBundle = {
  readonly manifest: Manifest
  readonly fingerprint: string
  readonly content: BundleContent
  readonly plans: readonly Plan[]
  /** The bytes of a file by its hash. */
  file(sha256: string): Uint8Array | undefined
}

const MANIFEST = 'manifest.json'
const SIGNATURE = 'signature.json'
/** Ten thousand parts, named with their hashes, and room to spare. */
const LARGEST_COVER = 4_000_000

/** 指紋 of a public key, as both sides show it. */
export const fingerprintOf = (key: Uint8Array): string =>
  writeFingerprint(new Uint8Array(createHash('sha256').update(key).digest()))

const json = (bytes: Uint8Array | undefined): unknown => {
  try {
    return bytes && JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}

/** 束を開く: sizes before anything is inflated, the signature before anything is believed. */
export function openBundle(bytes: Uint8Array): Outcome<OpenBundle, BundleRefused> {
  if (bytes.length > LARGEST_BUNDLE) return refuse('bundle-too-large', { most: LARGEST_BUNDLE / 1_000_000 })
  const zip = openZip(bytes)
  if (!zip.ok) {
    if (zip.why === 'zip-too-large') return refuse('bundle-too-large', { most: LARGEST_BUNDLE / 1_000_000 })
    if (zip.why === 'zip-too-dense') return refuse('bundle-too-dense')
    // A zip begins with its first file and ends with its directory: a copy that stopped has the one and not the other.
    const begun = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
    return refuse(begun ? 'bundle-cut-short' : 'not-a-bundle')
  }
  const { names, read, sizeOf } = zip.value
  if (!names.has(MANIFEST) || !names.has(SIGNATURE)) return refuse('not-a-bundle')
  // Nobody is trusted yet: no more is inflated than a cover needs.
  if (sizeOf(MANIFEST) > LARGEST_COVER || sizeOf(SIGNATURE) > LARGEST_COVER) return refuse('bundle-too-dense')
  const written = read(MANIFEST)
  const signed = signatureSchema.safeParse(json(read(SIGNATURE)))
  const key = signed.success ? Buffer.from(signed.data.key, 'base64') : undefined
  if (!written || !signed.success || !key || !holds(written, key, signed.data.signature))
    return refuse('bundle-signature-wrong')
  const said = json(written)
  const versioned = anyManifest.safeParse(said)
  if (!versioned.success) return refuse('not-a-bundle')
  if (versioned.data.version > BUNDLE_VERSION)
    return refuse('bundle-newer', { version: versioned.data.version, known: BUNDLE_VERSION })
  const manifest = manifestSchema.safeParse(said)
  if (!manifest.success) return refuse('bundle-part-unreadable', { part: MANIFEST })
  return done({
    ...{ manifest: manifest.data as Manifest, zip: zip.value },
    fingerprint: fingerprintOf(new Uint8Array(key)),
  })
}

function holds(written: Uint8Array, key: Buffer, signature: string): boolean {
  try {
    const publicKey = createPublicKey({ key, format: 'der', type: 'spki' })
    return (
      publicKey.asymmetricKeyType === 'ed25519' &&
      verify(null, written, publicKey, Buffer.from(signature, 'base64'))
    )
  } catch {
    return false
  }
}

/** 中身を確かめて読む: exactly the parts that the manifest names, each of its size and hash, and each readable. */
export function readBundle({ manifest, fingerprint, zip }: OpenBundle): Outcome<ReadBundle, BundleRefused> {
  const wanted = new Map(manifest.parts.map((part) => [part.name, part]))
  for (const name of zip.names)
    if (name !== MANIFEST && name !== SIGNATURE && !wanted.has(name))
      return refuse('bundle-part-unknown', { part: name.slice(0, 80) })
  for (const { name, size } of wanted.values()) {
    if (!zip.names.has(name)) return refuse('bundle-part-missing', { part: name })
    // Before anything is inflated: what the zip says of it has to be what was signed.
    if (zip.sizeOf(name) !== size) return refuse('bundle-part-altered', { part: name })
  }
  // Looked up by name in memory; a name of the archive never becomes a path.
  const parts = zip.readAll((name) => wanted.has(name)) ?? oneByOne(zip, [...wanted.keys()])
  for (const { name, size, sha256 } of wanted.values()) {
    const found = parts[name]
    if (found?.length !== size || createHash('sha256').update(found).digest('hex') !== sha256)
      return refuse('bundle-part-altered', { part: name })
  }
  const content = contentOf(parts['content.json'])
  if (!content) return refuse('bundle-part-unreadable', { part: 'content.json' })
  const plans: Plan[] = []
  for (const name of wanted.keys()) {
    if (!name.startsWith('plans/')) continue
    const { plan, findings } = readPlanFile(new TextDecoder().decode(parts[name]))
    if (!plan || findings.some(({ severity }) => severity === 'error'))
      return refuse('bundle-part-unreadable', { part: name })
    plans.push(plan)
  }
  return done({ manifest, fingerprint, content, plans, file: (sha256) => parts[`evidence/${sha256}`] })
}

/** What can be inflated where one of them cannot, so that the one is named. */
const oneByOne = (zip: Zip, names: readonly string[]): Record<string, Uint8Array> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const found = zip.read(name)
      return found ? [[name, found]] : []
    }),
  )

function contentOf(bytes: Uint8Array | undefined): BundleContent | undefined {
  const read: z.ZodSafeParseResult<unknown> = contentSchema.safeParse(json(bytes))
  return read.success ? (read.data as BundleContent) : undefined
}
