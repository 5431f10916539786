// A 35-page strategy as text, read from bytes to draft, warm and in process, beside `cat` of the same file in the same run.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readPlan } from '../src/readers/grammar/read-plan.ts'
import { readText } from '../src/readers/text/read-text.ts'

const PAGES = 35

/** A page as plans have them: a heading, prose, efforts, a table of indicators, a budget. */
const page = (at: number): string => `## (${at}) 施策${at}の推進

本市では、令和${(at % 7) + 1}年度から地域の担い手と連携した取組を進めてきましたが、人口減少と高齢化により、担い手の不足が課題となっています。

${Array.from({ length: 12 }, (_, line) => `- ・ 地域資源を活かした取組${line + 1}を進め、交流人口の拡大と定住の促進を図ります。`).join('\n')}

KPI	現状値 (R1)	目標値 (R6)
・ 取組${at}の参加者数（累計）〔人〕	${at * 120}	${at * 150}
・ 取組${at}に満足した市民の割合 [%]	${40 + (at % 9)}.5	${50 + (at % 9)}.0

○地域づくり支援事業${at} ${at * 1200}千円

${'計画の推進にあたっては、市民・団体・事業者・行政がそれぞれの役割を果たしながら協働します。'.repeat(14)}
`

const folder = mkdtempSync(join(tmpdir(), 'shirube-bench-'))
const file = join(folder, 'strategy.md')
writeFileSync(file, Array.from({ length: PAGES }, (_, at) => page(at + 1)).join('\n'))
const bytes = readFileSync(file)

const timed = (work: () => void): number => {
  const runs = Array.from({ length: 15 }, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return runs.sort((a, b) => a - b)[7] ?? Number.NaN
}

let entries = 0
const cold = performance.now()
entries = readPlan(readText(bytes, 'strategy.md')).entries.length
const first = performance.now() - cold
const read = timed(() => {
  entries = readPlan(readText(bytes, 'strategy.md')).entries.length
})
const cat = timed(() => execFileSync('cat', [file]))
rmSync(folder, { recursive: true })
console.log(
  `${PAGES} pages, ${bytes.length} bytes, ${entries} entries: read ${read.toFixed(1)} ms (first ${first.toFixed(1)} ms); cat ${cat.toFixed(1)} ms; ratio ${(read / cat).toFixed(1)}`,
)
