// The whole gate, one step after another; the first that fails ends it. `npm test` runs this, and CI runs `npm test`.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'

const RESULTS = 'node_modules/.cache/shirube'
mkdirSync(RESULTS, { recursive: true })
const reporters = (name) => [
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${RESULTS}/${name}.json`,
]
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'

const bin = (path) => [process.execPath, `node_modules/${path}`]
const steps = [
  ['書き方 / lint', ...bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'],
  ['型を作る / route types', ...bin('@react-router/dev/bin.cjs'), 'typegen'],
  ['型: 領域 / types: domain', ...bin('typescript/bin/tsc'), '-p', 'src/domain'],
  ['型 / types', ...bin('typescript/bin/tsc'), '-p', '.'],
  ['試験 / tests', ...bin('vitest/vitest.mjs'), 'run', ...reporters('unit')],
  ['組み立て / build', process.execPath, 'scripts/build-if-needed.mjs'],
  [
    '画面の旅 / journeys',
    ...bin('vitest/vitest.mjs'),
    'run',
    '--config',
    'vitest.journeys.config.ts',
    ...reporters('journeys'),
  ],
]

const took = []
for (const name of ['unit', 'journeys']) rmSync(`${RESULTS}/${name}.json`, { force: true })
for (const [name, command, ...args] of steps) {
  console.log(`\n── ${name}`)
  const from = Date.now()
  const { status } = spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, CHROMIUM_PATH: CHROMIUM },
  })
  took.push(`${name} ${((Date.now() - from) / 1000).toFixed(1)} s`)
  if (status !== 0) {
    report()
    console.error(`\n止まりました: ${name}`)
    process.exit(status ?? 1)
  }
}
report()

/** How many passed, failed and were skipped, and why those were. */
function report() {
  const counts = { passed: 0, failed: 0, skipped: 0 }
  const why = new Map()
  for (const name of ['unit', 'journeys']) {
    const file = `${RESULTS}/${name}.json`
    if (!existsSync(file)) continue
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
    counts.passed += numPassedTests
    counts.failed += numFailedTests
    for (const { assertionResults } of testResults)
      for (const { status, ancestorTitles } of assertionResults)
        if (status === 'skipped' || status === 'pending') {
          counts.skipped += 1
          const reason = ancestorTitles.find((title) => title.includes('飛ばす')) ?? 'no reason given'
          why.set(reason, (why.get(reason) ?? 0) + 1)
        }
  }
  console.log(`\n${took.join('\n')}\n`)
  for (const [reason, count] of why) console.log(`skipped ${count}: ${reason}`)
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`)
}
