import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { shirube, startServer, type TestServer } from '../support/server.ts'

const PLAN = `# みなと市 総合戦略

## 基本目標1 しごとをつくる

KPI\t現状値 (H27)\t目標値 (H31)
・観光客数〔千人〕\t2,325 (H24)\t2,541
・相談件数〔件〕\t10\t50
※ 窓口の開設が10月のため、現状値は4ヶ月間の数値

老年人口は、1960年の1,000人から増え、1960年には年少人口を逆転した。年少人口は、1960年に5,000人であった。
`

describeWithBrowser('文書を確かめる', () => {
  let server: TestServer
  let folder = ''
  const browser = useBrowser()
  // One person, signed in by the link that works once.
  let page: Page

  beforeAll(async () => {
    server = await startServer()
    folder = await mkdtemp(join(tmpdir(), 'shirube-document-'))
    await writeFile(join(folder, 'plan.md'), PLAN)
    await writeFile(join(folder, 'empty.md'), '')
  })
  afterAll(async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('読み取った指標と、行と計算のある確認事項が出る', async () => {
    page = await browser.open({ viewport: { width: 1440, height: 900 } })
    await page.goto(server.link)
    await page.goto(`${server.url}/g/992011/documents`)
    await page.getByLabel('計画の文書').setInputFiles(join(folder, 'plan.md'))
    await page.getByRole('button', { name: '読み取って確かめる' }).click()
    await page.getByText('1960年: 老年人口 1,000人 ＜ 年少人口 5,000人').waitFor()
    await page.getByText('10（4か月）→ 50（1年）、1年に直すと 30').waitFor()
    await page.getByRole('rowheader', { name: /観光客数/ }).waitFor()
    await page.getByLabel('計画の文書').setInputFiles(join(folder, 'empty.md'))
    await page.getByRole('button', { name: '読み取って確かめる' }).click()
    await page.getByText('ファイルを選んでください。').waitFor()
    expect(browser.troubles).toEqual([])
  })

  test('下書きを版として取り込むと、値から文書の行へ戻れる。計画期間がなければ尋ねる', async () => {
    await page.goto(`${server.url}/g/992011/documents`)
    await page.getByLabel('計画の文書').setInputFiles(join(folder, 'plan.md'))
    await page.getByRole('button', { name: '読み取って確かめる' }).click()
    await page.getByRole('button', { name: '下書きの版として取り込む' }).click()
    await page.getByText('を取り込みました').waitFor()
    await page.getByRole('link', { name: 'みなと市 総合戦略' }).first().click()
    await page.getByRole('link', { name: '観光客数' }).first().click()
    await page.getByRole('heading', { level: 1, name: /観光客数/ }).waitFor()
    const promise = page.getByRole('row', { name: /2,541/ })
    expect(await promise.getByText('6行').count()).toBe(1)

    await page.goto(`${server.url}/g/992011/documents`)
    await writeFile(join(folder, 'undated.txt'), '主な取組\n・港の改修 12,000千円\n')
    await page.getByLabel('計画の文書').setInputFiles(join(folder, 'undated.txt'))
    await page.getByRole('button', { name: '読み取って確かめる' }).click()
    await page.getByText('計画期間が読み取れないので').waitFor()
    expect(browser.troubles).toEqual([])
  })

  test('コマンドも同じことをいい、終わり方で知らせる', async () => {
    const { code, out } = await shirube(server.dataDir, 'check', join(folder, 'plan.md'))
    expect(code).toBe(1)
    expect(out).toContain('plan.md:10: エラー years-contradict')
    expect((await shirube(server.dataDir, 'check', join(folder, 'nothing.md'))).code).toBe(2)
    const { out: sarif } = await shirube(
      server.dataDir,
      'check',
      join(folder, 'plan.md'),
      '--format',
      'sarif',
    )
    expect(JSON.parse(sarif)).toMatchObject({ version: '2.1.0' })
  })
})
