import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import type { Seal } from '#domain/access/seal.ts'
import { fingerprintOf } from '#readers/bundle.ts'

/** The secret that signs sessions: given, or made once and kept beside the data with nobody else's right to read it. */
export async function sessionSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given) return given
  const file = join(dataDir, 'session.secret')
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(() => {})
  return (await readFile(file, 'utf8')).trim()
}

/** 束に署名する鍵 of this installation: made on first use, beside the data, with nobody else's right to read it; also where the database is elsewhere. */
export async function bundleSeal(dataDir: string, name: string | undefined): Promise<Seal> {
  const file = join(dataDir, 'bundle.secret')
  await mkdir(dataDir, { recursive: true })
  const made = () =>
    generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known === undefined) await writeFile(file, made(), { flag: 'wx', mode: 0o600 }).catch(() => {})
  const key = createPrivateKey(known ?? (await readFile(file, 'utf8')))
  const shown = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    installation: name ?? hostname(),
    publicKey: shown.toString('base64'),
    fingerprint: fingerprintOf(new Uint8Array(shown)),
    sign: (bytes) => new Uint8Array(sign(null, bytes, key)),
  }
}
