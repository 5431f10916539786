// One municipality while a slider moves: 10,000 paths, 19 ages, two sexes, quantiles 10/25/50/75/90 of the total and of three age groups in each
// year, in headless Chromium and in Node, from the same source. The whole call is timed: scenario, rates, shocks, paths, quantiles.
//   node bench/population-interactive.ts [--paths 10000] [--moves 100]
// Claim: at most 16 ms (median) in Chromium; the same figures in both.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import type { PublishedYear } from '#domain/population/projection.ts'
import { type Measured, slide } from './support/interactive-page.ts'

const GOLDEN = join(import.meta.dirname, '../../shared/data/golden_ipss2018_kumamoto.json')
const CHROMIUM = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const option = (name: string, or: number) => Number(process.argv[process.argv.indexOf(name) + 1 || 1e9] ?? or)
const paths = option('--paths', 10_000)
const moves = option('--moves', 100)

type Golden = {
  readonly areas: readonly {
    readonly code: string
    readonly name: string
    readonly pop: readonly (readonly [readonly number[], readonly number[]])[]
  }[]
}

const missing = [GOLDEN, CHROMIUM].filter((file) => !existsSync(file))
if (missing.length > 0) console.log(`skipped: ${missing.join(', ')} not there`)
else await measure()

async function measure(): Promise<void> {
  const { areas } = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Golden
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic'],
  })
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: await bundled(), type: 'module' })
    await page.waitForFunction(() => 'slide' in globalThis)
    console.log(`Chromium ${browser.version()}, Node ${process.version}, ${paths} paths, ${moves} moves`)
    for (const { code, name, pop } of areas.filter((area) =>
      ['43203', '43512', '43100'].includes(area.code),
    )) {
      const published: readonly PublishedYear[] = pop.map(([male, female], at) => ({
        year: 2015 + at * 5,
        people: { male, female },
      }))
      for (const to of [2045, 2055]) {
        const asked = { paths, seed: 1, code: Number(code) }
        const inBrowser = (await page.evaluate(
          ([table, last, of, count]) =>
            (globalThis as unknown as { slide: typeof slide }).slide(table, last, of, count),
          [published, to, asked, moves] as const,
        )) as Measured
        const here = slide(published, to, asked, moves)
        const same = JSON.stringify(inBrowser.last) === JSON.stringify(here.last)
        console.log(
          `${name} to ${to}: Chromium ${told(inBrowser)}, Node ${told(here)}, same figures: ${same ? 'yes' : 'NO'}`,
        )
      }
    }
  } finally {
    await browser.close()
  }
}

function told({ milliseconds }: Measured): string {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? Number.NaN).toFixed(1)
  return `median ${at(0.5)} ms, 90 % ${at(0.9)} ms, first ${milliseconds[0]?.toFixed(1)} ms`
}

/** The page's script, bundled as the web application is. */
async function bundled(): Promise<string> {
  const made = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      rollupOptions: {
        input: join(import.meta.dirname, 'support/interactive-page.ts'),
        preserveEntrySignatures: false,
      },
    },
  })) as Rolldown.RolldownOutput
  return made.output[0].code
}
