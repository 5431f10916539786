// Builds the web application where it has not been built from these very sources.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'

const sources = ['src/**/*.{ts,tsx,css}', '*.config.ts', 'package-lock.json']
  .flatMap((pattern) => globSync(pattern))
  .sort()
const hash = createHash('sha256')
for (const path of sources) hash.update(path).update(readFileSync(path))
const digest = hash.digest('hex')
const stamp = 'build/sources.sha256'
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== digest) {
  console.log('画面を組み立てています… / Building…')
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/@react-router/dev/bin.cjs', 'build'],
    { encoding: 'utf8' },
  )
  if (status !== 0) {
    console.error(stdout, stderr)
    process.exit(status ?? 1)
  }
  writeFileSync(stamp, digest)
}
