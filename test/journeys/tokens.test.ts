import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { callerOf } from '../support/caller.ts'
import { startServer, type TestServer } from '../support/server.ts'

const CITY = '/g/992011'
const AXE = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js')

describeWithBrowser('APIトークン', () => {
  let server: TestServer
  let page: Page
  let token = ''
  const browser = useBrowser()
  const with_ = (text: string) => callerOf(server.url, text)

  beforeAll(async () => {
    server = await startServer()
    page = await browser.open({ viewport: { width: 390, height: 844 }, bypassCSP: true })
    await page.goto(server.link)
  })
  afterAll(() => server?.stop())

  const fill = async (of: Page, name: string, scopes: readonly string[]) => {
    await of.locator('#name').fill(name)
    await of.getByLabel('役割').selectOption('reporter')
    await of.getByLabel('担当課', { exact: true }).selectOption({ label: '商工観光課' })
    for (const scope of scopes) await of.getByLabel(scope).check()
    await of.getByRole('button', { name: '発行する' }).click()
  }

  test('役割にできない範囲は断られ、入れたものは残る', async () => {
    await page.goto(`${server.url}${CITY}/members`)
    await page.getByRole('link', { name: 'APIトークン' }).click()
    await page.getByText('まだトークンがありません').waitFor()
    await fill(page, '給与システム', ['計画と文書を取り込む', '担当課の回答を入れて出す'])
    await page.getByRole('alert').getByText('この役割ではできないことがあります').waitFor()
    expect(await page.locator('#name').inputValue()).toBe('給与システム')
    expect(await page.getByLabel('計画と文書を取り込む').isChecked()).toBe(true)
    expect(await page.getByLabel('人を招待する').count()).toBe(0)
  })

  test('発行すると一度だけ表示され、使い方の例が付く。画面に axe の違反がなく、はみ出さない', async () => {
    await page.getByLabel('計画と文書を取り込む').uncheck()
    await page.getByRole('button', { name: '発行する' }).click()
    await page.getByText('いま写してください').waitFor()
    token = await page.getByLabel('トークン', { exact: true }).inputValue()
    expect(token).toMatch(/^shirube_992011_\d+_[\w-]{43}$/)
    expect(await page.getByLabel('使い方の例').inputValue()).toContain(`Authorization: Bearer ${token}`)
    await page.evaluate(await readFile(AXE, 'utf8'))
    const violations = await page.evaluate(
      'axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + nodes[0].html))',
    )
    expect(violations).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    await page.reload()
    await page.getByRole('row', { name: /給与システム/ }).waitFor()
    expect(await page.content()).not.toContain(token.split('_').at(-1))
  })

  test('プログラムは、計画を読み、調査票を返し、範囲の外は断られる', async () => {
    const program = with_(token)
    const plan = await program.get(`${CITY}/plans/shirube-strategy-3/plan.json`)
    expect([plan.status, JSON.parse(plan.text).id]).toEqual([200, 'shirube-strategy-3'])
    const opened = await page.request.post(`${server.url}${CITY}/reports?year=2025`, {
      form: { do: 'open', 'report-from': '05-01', 'report-to': '06-14' },
      headers: { origin: server.url },
    })
    expect(opened.status()).toBe(200)
    const asked = `${CITY}/reports/workbook.xlsx?year=2025&department=commerce-tourism`
    const book = XLSX.read((await program.get(asked)).bytes, { type: 'buffer' })
    const sheet = book.Sheets.調査票 as XLSX.WorkSheet
    const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' })
    const line = rows.findIndex((row) => row.includes('観光客1人当たりの消費額')) + 1
    XLSX.utils.sheet_add_aoa(sheet, [[13_300]], { origin: `I${line}` })
    const file = new File([XLSX.write(book, { type: 'array', bookType: 'xlsx' })], '商工観光課.xlsx')
    const returned = await program.post(`${CITY}/reports/workbooks?year=2025`, { file })
    expect([returned.status, JSON.parse(returned.text)]).toMatchObject([
      200,
      { ok: true, value: { saved: 1 } },
    ])
    const moved = { do: 'submit', indicator: 'visitor-spending' }
    expect((await program.post(`${CITY}/reports?year=2025`, moved)).status).toBe(200)
    const saved = { indicator: 'vacant-homes', value: '1' }
    expect((await program.post(`${CITY}/reports/save?year=2025`, saved)).status).toBe(403)
    const record = { year: '2024', value: '1', confirmed: 'on' }
    expect((await program.post(`${CITY}/indicators/startups/record`, record)).status).toBe(403)
    for (const place of ['/members', '/tokens', '/members/hand-over'])
      expect([place, (await program.get(`${CITY}${place}`)).status]).toEqual([place, 403])
  })

  test('ほかの団体、アカウントの画面、少し違うトークンでは入れない。来訪者として読むこともない', async () => {
    expect((await with_(token).get('/g/431001/plans')).status).toBe(401)
    expect((await with_(token).get('/g/999999/plans')).status).toBe(401)
    expect((await with_(token).get('/account')).status).toBe(302)
    expect((await with_(token).get('/register')).status).toBe(302)
    for (const wrong of [
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      'shirube_x',
      `${token}A`,
    ]) {
      const answer = await with_(wrong).get(`${CITY}/plans`)
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
      expect(JSON.parse(answer.text)).toMatchObject({ ok: false, why: 'token-not-valid' })
    }
  })

  test('最後に使った日が残り、記録には API として残る', async () => {
    await page.goto(`${server.url}${CITY}/tokens`)
    const row = page.getByRole('row', { name: /給与システム/ })
    await row
      .getByText(/^20\d\d-\d\d-\d\d$/)
      .last()
      .waitFor()
    expect(await row.getByText('まだ').count()).toBe(0)
    await page.goto(`${server.url}${CITY}/history`)
    await page.getByText('トークンを発行した').waitFor()
    await page
      .getByRole('row', { name: /報告を出した/ })
      .getByText('API 給与システム')
      .waitFor()
  })

  test('JavaScript がなくても発行でき、二度送っても一つだけ', async () => {
    const plain = await browser.open({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    })
    await plain.goto(`${server.url}${CITY}/tokens`)
    await fill(plain, '公開サイト', [])
    await plain.getByText('いま写してください').waitFor()
    const other = await plain.getByLabel('トークン', { exact: true }).inputValue()
    expect((await with_(other).get(`${CITY}/indicators/startups/series.csv`)).status).toBe(200)
    expect(
      (await with_(other).post(`${CITY}/reports/save?year=2025`, { indicator: 'startups' })).status,
    ).toBe(403)
    await fill(plain, '公開サイト', [])
    await plain.getByText('という名前の、使えるトークンがすでにあります').waitFor()
    expect(await plain.getByRole('row', { name: /公開サイト/ }).count()).toBe(1)
    await plain.close()
  })

  test('取り消すと、その時から入れない', async () => {
    await page.goto(`${server.url}${CITY}/tokens`)
    const row = page.getByRole('row', { name: /給与システム/ })
    await row.locator('summary').click()
    await row.getByLabel('理由').fill('入れ替え')
    await row.getByRole('button', { name: '取り消す' }).click()
    await page.getByRole('status').getByText('取り消しました').waitFor()
    await row.getByText('取消ずみ').waitFor()
    expect((await with_(token).get(`${CITY}/plans`)).status).toBe(401)
    expect(browser.troubles).toEqual([])
  })
})
