import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'

/** argon2id as the OWASP Password Storage Cheat Sheet asks at least (2025): 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const
const TAG_BYTES = 32

/** パスワードの長さ, in characters. Long enough to stand alone (NIST SP 800-63B asks for eight, and for no rules of composition). */
export const PASSWORD = { least: 12, most: 256 } as const

type Cost = { readonly memory: number; readonly passes: number; readonly parallelism: number }

const derive = (password: string, salt: Buffer, { memory, passes, parallelism }: Cost, bytes: number) =>
  new Promise<Buffer>((found, failed) =>
    argon2(
      'argon2id',
      // The same characters typed on another keyboard are the same password.
      { message: password.normalize('NFKC'), nonce: salt, memory, passes, parallelism, tagLength: bytes },
      (error, tag) => (error ? failed(error) : found(tag)),
    ),
  )

const unpadded = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')

/** パスワードの控え: a PHC string `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, so that a later, higher cost can stand beside it. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const tag = await derive(password, salt, COST, TAG_BYTES)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(tag)}`
}

const WRITTEN = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

/** Whether the password is the one that was hashed, at the cost that the hash names. */
export async function verifyPassword({
  hash,
  password,
}: {
  readonly hash: string
  readonly password: string
}): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = WRITTEN.exec(hash) ?? []
  if (!memory || !passes || !parallelism || !salt || !tag) return false
  const wanted = Buffer.from(tag, 'base64')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64'), cost, wanted.length), wanted)
}
