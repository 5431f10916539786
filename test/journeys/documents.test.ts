import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
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
const REVISED = PLAN.replace('2,541', '2,600').replace('・相談件数〔件〕', '・創業件数〔件〕')

/** Twelve indicators that raise no remark. */
const LONG = `# ながい町 総合戦略

## 基本目標1 しごとをつくる

KPI\t現状値 (H27)\t目標値 (H31)
${Array.from({ length: 12 }, (_, at) => `・件数${at + 1}〔件〕\t${at + 10}\t${at + 50}`).join('\n')}
`

describeWithBrowser('文書を取り込む', () => {
  let server: TestServer
  let folder = ''
  const browser = useBrowser()
  // One person, signed in by the link that works once.
  let page: Page
  const file = (name: string) => join(folder, name)
  const take = async (name: string) => {
    await page.goto(`${server.url}/g/992011/documents`)
    await page.getByLabel('計画の文書').setInputFiles(file(name))
    await page.getByRole('button', { name: '取り込む' }).click()
  }
  const progress = (text: string) => page.getByText(text, { exact: true }).waitFor()

  beforeAll(async () => {
    server = await startServer()
    folder = await mkdtemp(join(tmpdir(), 'shirube-document-'))
    await writeFile(file('plan.md'), PLAN)
    await writeFile(file('revised.md'), REVISED)
    await writeFile(file('long.md'), LONG)
    await writeFile(file('empty.md'), '')
    await writeFile(file('undated.txt'), '主な取組\n・港の改修 12,000千円\n')
    await writeFile(file('broken.pdf'), '%PDF-1.7 ここで切れている')
    page = await browser.open({ viewport: { width: 1440, height: 900 } })
    await page.goto(server.link)
  })
  afterAll(async () => {
    await server?.stop()
    await rm(folder, { recursive: true, force: true })
  })

  test('元の文書の横に、確認事項と読み取ったものが出る', async () => {
    await take('plan.md')
    await page.getByText('1960年: 老年人口 1,000人 ＜ 年少人口 5,000人').waitFor()
    await page
      .getByRole('link', { name: /4か月|基準値.*期間/ })
      .first()
      .waitFor()
    await page.getByRole('rowheader', { name: /観光客数/ }).waitFor()
    const marked = page.getByRole('region', { name: '元の文書' }).getByRole('link', { name: '2,541' })
    await marked.click()
    await page.getByRole('heading', { level: 2, name: '観光客数' }).waitFor()
    expect(await page.locator('.mk.now').allTextContents()).toContain('2,541')
    expect(browser.troubles).toEqual([])
  })

  test('キーだけで受け入れ、取り込まず、元に戻せる。閉じても残る', async () => {
    await page.getByRole('link', { name: '観光客数', exact: true }).first().click()
    await page.getByRole('heading', { level: 2, name: '観光客数' }).waitFor()
    await page.keyboard.press('a')
    await page.getByRole('heading', { level: 2, name: '相談件数' }).waitFor()
    await page.keyboard.press('x')
    await progress('3件のうち確認ずみ 1件、取り込まない 1件')
    await page.keyboard.press('z')
    await progress('3件のうち確認ずみ 1件')
    const other = await page.context().newPage()
    await other.goto(page.url())
    await other.getByText('3件のうち確認ずみ 1件', { exact: true }).waitFor()
    await other.close()
  })

  test('通信が切れているあいだの手は、戻ってから一度だけ届く', async () => {
    await page.getByRole('link', { name: '相談件数', exact: true }).first().click()
    await page.getByRole('heading', { level: 2, name: '相談件数' }).waitFor()
    await page.route('**/steps', (route) => route.abort())
    await page.keyboard.press('x')
    await page.getByText('送れていない手があります').waitFor()
    await page.unroute('**/steps')
    await page.reload()
    await progress('3件のうち確認ずみ 1件、取り込まない 1件')
    await page.keyboard.press('z')
    await progress('3件のうち確認ずみ 1件')
    browser.troubles.length = 0
  })

  test('通信がすべて切れても、ページは残り、選べ、打ったものも消えない', async () => {
    await page.getByRole('link', { name: '相談件数', exact: true }).first().click()
    await page.getByRole('heading', { level: 2, name: '相談件数' }).waitFor()
    await page.context().setOffline(true)
    await page.keyboard.press('x')
    await page.getByText('送れていない手があります').waitFor()
    await progress('3件のうち確認ずみ 1件、取り込まない 1件')
    await page.keyboard.press('k')
    await page.waitForTimeout(600)
    await page.getByRole('link', { name: '観光客数', exact: true }).first().click()
    await page.getByRole('heading', { level: 2, name: '観光客数' }).waitFor()
    await page.keyboard.press('e')
    await page.getByLabel('単位').fill('万人')
    await page.getByRole('button', { name: '直して受け入れる' }).click()
    await page.getByText('入れたものは残っています').waitFor()
    expect(await page.getByLabel('単位').inputValue()).toBe('万人')
    await page.context().setOffline(false)
    await page.getByText('送れていない手があります').waitFor({ state: 'detached' })
    await page.reload()
    await progress('3件のうち確認ずみ 1件、取り込まない 1件')
    await page.getByRole('link', { name: '観光客数', exact: true }).first().click()
    await page.getByRole('heading', { level: 2, name: '観光客数' }).waitFor()
    expect(await page.getByLabel('単位').inputValue()).toBe('万人')
    await page.getByRole('button', { name: '直して受け入れる' }).click()
    await page.getByRole('row', { name: /観光客数.*直した/ }).waitFor()
    await page.getByRole('link', { name: '観光客数', exact: true }).first().click()
    await page.getByRole('heading', { level: 2, name: '観光客数' }).waitFor()
    expect(
      await page.evaluate(() =>
        Object.keys(localStorage).filter((key) => /^shirube\.of\..*\.form\./.test(key)),
      ),
    ).toEqual([])
    for (const left of ['3件のうち確認ずみ 1件、取り込まない 1件', '3件のうち確認ずみ 1件']) {
      await page.keyboard.press('z')
      await progress(left)
    }
    browser.troubles.length = 0
  })

  test('人の速さで十回押すと、違う十件を受け入れる。済んだものは二度送らない', async () => {
    const before = page.url()
    await take('long.md')
    await page.getByRole('link', { name: '件数1', exact: true }).last().click()
    await page.getByRole('heading', { level: 2, name: '件数1', exact: true }).waitFor()
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.url().endsWith('/steps')) sent.push(request.postData() ?? '')
    })
    await page.route('**/steps', async (route) => {
      await new Promise((go) => setTimeout(go, 300))
      await route.continue()
    })
    for (let time = 0; time < 10; time += 1) {
      await page.keyboard.press('a')
      await page.waitForTimeout(150)
    }
    await progress('13件のうち確認ずみ 10件')
    await page.getByRole('heading', { level: 2, name: '件数11', exact: true }).waitFor()
    await expect.poll(() => new Set(sent).size, { timeout: 10_000 }).toBe(10)
    expect(sent).toHaveLength(10)
    await page.waitForTimeout(600)
    await page.unroute('**/steps')
    await page.reload()
    await progress('13件のうち確認ずみ 10件')
    await page.locator('kbd').first().waitFor()
    expect(await page.getByRole('row', { name: /件数10 .*受け入れ/ }).count()).toBe(1)
    // On from the last indicator to the next tab, and at the end it is said.
    await page.keyboard.press('a')
    await page.getByRole('heading', { level: 2, name: '件数12', exact: true }).waitFor()
    await page.keyboard.press('a')
    await page.getByRole('heading', { level: 2, name: /しごとをつくる/ }).waitFor()
    await page.keyboard.press('a')
    await page.getByText('ここに並ぶものは、すべて確かめました。').waitFor()
    await page.keyboard.press('a')
    await page.keyboard.press('a')
    await progress('13件のうち確認ずみ 13件')
    await expect.poll(() => sent.length, { timeout: 10_000 }).toBe(13)
    await page.waitForTimeout(600)
    expect(sent).toHaveLength(13)
    expect(browser.troubles).toEqual([])
    await page.goto(before)
    await page.locator('kbd').first().waitFor()
  })

  test('よその頁から送られたものは受け付けず、送るだけの住所は読めない', async () => {
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const at = new URL(page.url()).pathname
    const post = (origin: string) =>
      fetch(`${server.url}${at}/steps`, {
        method: 'POST',
        headers: { cookie, origin },
        body: new URLSearchParams({ do: 'undo', seen: 'none' }),
      })
    expect((await post('https://evil.example')).status).toBe(403)
    expect((await post(server.url)).status).toBe(422)
    for (const address of [`${at}/steps`, '/g/992011/documents/upload'])
      expect((await fetch(`${server.url}${address}`, { headers: { cookie } })).status).toBe(405)
  })

  test('直す・分ける・一つにする。読めない年度は、打ったものを残して断る', async () => {
    await page.getByRole('link', { name: '相談件数', exact: true }).first().click()
    await page.getByRole('heading', { level: 2, name: '相談件数' }).waitFor()
    await page.keyboard.press('e')
    await page.getByLabel('目標年度').fill('来年')
    await page.getByRole('button', { name: '受け入れる', exact: true }).click()
    await page.getByText('年度として読めません（「来年」）').waitFor()
    expect(await page.getByLabel('目標年度').inputValue()).toBe('来年')
    await page.getByLabel('目標年度').fill('令和2年度')
    await page.getByRole('button', { name: '受け入れる', exact: true }).click()
    await page.getByRole('row', { name: /相談件数.*50 \(2020\).*直した/ }).waitFor()
    await page.getByRole('link', { name: '相談件数', exact: true }).first().click()
    await page.keyboard.press('s')
    await page.getByLabel('二つめの名前').fill('出張相談件数')
    await page.getByRole('button', { name: '二つに分ける' }).click()
    await page.getByRole('rowheader', { name: '出張相談件数' }).waitFor()
    await page.getByRole('link', { name: '相談件数', exact: true }).first().click()
    await page.getByRole('button', { name: /「出張相談件数」と一つにする/ }).click()
    await page.getByRole('rowheader', { name: '相談件数出張相談件数' }).waitFor()
    await page.getByRole('button', { name: '元に戻す（一つにしたこと）' }).click()
    await page.getByRole('rowheader', { name: '出張相談件数', exact: true }).waitFor()
    await page.getByRole('button', { name: '元に戻す（分けたこと）' }).click()
    await page.getByRole('rowheader', { name: '出張相談件数', exact: true }).waitFor({ state: 'detached' })
    expect(browser.troubles).toEqual([])
  })

  test('確認事項は、理由をつけて閉じる', async () => {
    await page
      .getByRole('link', { name: /逆転した/ })
      .first()
      .click()
    await page.getByLabel(/このままでよい理由/).fill('原典のとおり')
    await page.getByRole('button', { name: '理由をつけて閉じる' }).click()
    await page.getByText('承知ずみ: 原典のとおり').first().waitFor()
    expect(browser.troubles).toEqual([])
  })

  test('取り込むと、どの値からも一度で元の文に戻れる', async () => {
    await page.getByRole('button', { name: /残り1件をすべて受け入れる/ }).click()
    await progress('3件のうち確認ずみ 3件')
    await page.getByRole('button', { name: '確認ずみの3件を下書きの版として取り込む' }).click()
    await page.getByText('取り込みました。').waitFor()
    await page.getByRole('link', { name: '下書きの版を開く' }).click()
    await page.getByRole('heading', { level: 1, name: 'みなと市 総合戦略', exact: true }).waitFor()
    await page.getByRole('link', { name: '観光客数' }).first().click()
    await page.getByRole('heading', { level: 1, name: /観光客数/ }).waitFor()
    await page.getByRole('row', { name: /2,541/ }).getByRole('link', { name: /6行/ }).click()
    await page.getByRole('heading', { level: 1, name: 'plan.md — 元の文' }).waitFor()
    expect(await page.locator('.asked').textContent()).toContain('2,541')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '元の文書を保存' }).click(),
    ])
    expect(await readFile(await saved.path(), 'utf8')).toBe(PLAN)
    expect(browser.troubles).toEqual([])
  })

  test('改訂した文書は、今の計画と違うところだけを見せ、同じ計画の新しい版になる', async () => {
    await take('revised.md')
    await page.getByText('今の計画「みなと市 総合戦略」（下書き）と比べています').waitFor()
    await page.getByRole('row', { name: /観光客数.*2541 \(2019\).*2600 \(2019\)/ }).waitFor()
    await page.getByRole('rowheader', { name: /創業件数/ }).waitFor()
    await page.getByText('今の計画にあって、この文書にないもの 1件').click()
    await page.getByRole('listitem').filter({ hasText: '相談件数' }).waitFor()
    await page.getByRole('button', { name: /をすべて受け入れる/ }).click()
    await page.getByLabel('版の名前').fill('令和2年の改訂')
    await page.getByRole('button', { name: '決める' }).click()
    await page.getByRole('button', { name: /下書きの版として取り込む/ }).click()
    await page.getByText('取り込みました。').waitFor()
    await page.getByRole('link', { name: '下書きの版を開く' }).click()
    await page.getByText('版を選ぶ').waitFor()
    expect(await page.getByText('令和2年の改訂').count()).toBeGreaterThan(0)
    expect(browser.troubles).toEqual([])
  })

  test('下書きは捨てられ、もう一度取り込め、採用すると計画の版になる', async () => {
    await page.getByText('下書きを捨てる').first().click()
    await page.getByLabel(/理由/).fill('読み違いがあった')
    await page.getByRole('button', { name: '下書きを捨てる' }).click()
    await page.getByRole('heading', { level: 1, name: '計画', exact: true }).waitFor()
    expect(await page.getByText('令和2年の改訂').count()).toBe(0)
    await take('revised.md')
    await page.getByRole('button', { name: /下書きの版として取り込む/ }).click()
    await page.getByRole('link', { name: '下書きの版を開く' }).click()
    await page.getByText('この版を採用する').first().click()
    await page.getByLabel('決定した日').fill('2026-03-25')
    await page.getByRole('button', { name: 'この版を採用する' }).click()
    await page.getByText('下書きの版です').waitFor({ state: 'detached' })
    await page.getByText('2026-03-25').first().waitFor()
    expect(browser.troubles).toEqual([])
  })

  test('読めない文書は、何も書かずに理由をいう。期間のない文書は尋ねる', async () => {
    const before = async () => (await page.getByRole('row').allTextContents()).length
    await page.goto(`${server.url}/g/992011/documents`)
    const rows = await before()
    for (const [name, said] of [
      ['empty.md', 'ファイルが空です。'],
      ['broken.pdf', 'ファイルとして開けません'],
    ] as const) {
      await take(name)
      await page.getByText(said).waitFor()
      expect(await before()).toBe(rows)
    }
    await take('undated.txt')
    await page.getByRole('button', { name: /をすべて受け入れる/ }).click()
    await page.getByRole('button', { name: /下書きの版として取り込む/ }).click()
    await page.getByText('計画期間が分かりません').waitFor()
    await page.getByLabel('計画期間 おわり').fill('R9')
    await page.getByLabel('計画期間 はじめ').fill('令和12年度')
    await page.getByRole('button', { name: '決める' }).click()
    await page.getByText('始まり（令和12年度）より前です').waitFor()
    await page.getByLabel('計画期間 はじめ').fill('')
    await page.getByLabel('計画期間 おわり').fill('R9')
    await page.getByRole('button', { name: '決める' }).click()
    await page.getByRole('button', { name: /下書きの版として取り込む/ }).click()
    await page.getByText('取り込みました。').waitFor()
    expect(browser.troubles).toEqual([])
  })

  test('JavaScript がなくても、取り込み、受け入れられる', async () => {
    const context = page.context()
    const plain = await browser.open({ javaScriptEnabled: false, storageState: await context.storageState() })
    await plain.goto(`${server.url}/en/g/992011/documents`)
    await plain.getByLabel('Document of a plan').setInputFiles(file('plan.md'))
    await plain.getByRole('button', { name: 'Take in' }).click()
    await plain.getByText('3 of 3 accepted').waitFor()
    expect(await plain.title()).toContain('Review')
  })

  test('コマンドも同じことをいい、終わり方で知らせる', async () => {
    const { code, out } = await shirube(server.dataDir, 'check', file('plan.md'))
    expect(code).toBe(1)
    expect(out).toContain('plan.md:10: エラー years-contradict')
    expect((await shirube(server.dataDir, 'check', file('nothing.md'))).code).toBe(2)
    const { out: sarif } = await shirube(server.dataDir, 'check', file('plan.md'), '--format', 'sarif')
    expect(JSON.parse(sarif)).toMatchObject({ version: '2.1.0' })
  })
})
