import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The secret that signs sessions: given, or made once and kept beside the data with nobody else's right to read it. */
export async function sessionSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given) return given
  const file = join(dataDir, 'session.secret')
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 }).catch(() => {})
  return (await readFile(file, 'utf8')).trim()
}
