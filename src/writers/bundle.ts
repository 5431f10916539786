import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import type { Seal } from '#domain/access/seal.ts'
import type { BundleContent, Manifest } from '#domain/cycle/bundle.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { writePlanFile } from './plan-file.ts'

/** What goes into a bundle, before it is written. */
export type PackedBundle = {
  readonly manifest: Omit<Manifest, 'parts'>
  readonly content: BundleContent
  readonly plans: readonly Plan[]
  /** Files by their hash. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

const ONE_TIME = new Date('1980-01-02T00:00:00Z')
const bytesOf = (value: unknown): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(value, null, 1)}\n`)

/** 束を書く: every part, the manifest that names them by hash, and the signature of the manifest. Same content, same bytes. */
export function writeBundle(
  { manifest: head, content, plans, files }: PackedBundle,
  seal: Seal,
): { readonly manifest: Manifest; readonly bytes: Uint8Array } {
  const parts: Record<string, Uint8Array> = { 'content.json': bytesOf(content) }
  for (const [at, plan] of plans.entries())
    parts[`plans/${at + 1}.yaml`] = new TextEncoder().encode(writePlanFile(plan))
  for (const [sha256, bytes] of files) parts[`evidence/${sha256}`] = bytes
  const manifest: Manifest = {
    ...head,
    parts: Object.entries(parts).map(([name, bytes]) => ({
      ...{ name, size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    })),
  }
  const written = bytesOf(manifest)
  const signature = {
    ...{ algorithm: 'Ed25519', key: seal.publicKey },
    signature: Buffer.from(seal.sign(written)).toString('base64'),
  }
  const packed = { 'manifest.json': written, 'signature.json': bytesOf(signature), ...parts }
  const bytes = zipSync(
    Object.fromEntries(
      // What people attach is packed already, and a picture of one colour would look like a bomb.
      Object.entries(packed).map(([name, each]) => [
        name,
        [each, { level: name.startsWith('evidence/') ? 0 : 6 }] as const,
      ]),
    ) as Record<string, [Uint8Array, { level: 0 | 6 }]>,
    { mtime: ONE_TIME },
  )
  return { manifest, bytes }
}
