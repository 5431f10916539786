// Before start and test: installs the packages where they are missing or older than the lock file.
// Runs on whatever Node is there (20 or later); everything after it runs on the Node that this installs.
import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const installed = 'node_modules/.package-lock.json'
const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs
if (!fresh) {
  console.log('必要なパッケージを入れています（初回だけ、1分ほど）… / Installing packages (first time only)…')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const { status } = spawnSync(npm, ['ci', '--loglevel=error', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    console.error(
      'パッケージを入れられませんでした。上の npm の表示を確かめ、ネットワークにつないでもう一度お試しください。',
    )
    process.exit(status ?? 1)
  }
}
