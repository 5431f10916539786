import { readFile } from 'node:fs/promises'
import * as XLSX from '@e965/xlsx'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

/** A busy machine takes its time. */
const SOON = { timeout: 20_000 }

describeWithBrowser('実績の収集', () => {
  let server: TestServer
  let page: Page
  const browser = useBrowser()
  const at = (query: string) => `${server.url}/g/992011/reports?year=2025${query}`
  const card = (of: Page, name: string) => of.locator('.answer-card').filter({ hasText: name })

  beforeAll(async () => {
    server = await startServer()
    page = await browser.open({ viewport: { width: 1440, height: 900 } })
    await page.goto(server.link)
  })
  afterAll(async () => {
    await server?.stop()
  })

  test('企画課が収集を始めると、課ごとの残りとしめきりが見える', async () => {
    await page.goto(at(''))
    await page.getByText('収集は、まだ始まっていません').waitFor()
    await page.getByLabel('実績入力 おわり').fill('02-30')
    await page.getByRole('button', { name: '収集を始める' }).click()
    await page.getByText('日付として読めません（「02-30」）').waitFor()
    await page.getByLabel('実績入力 おわり').fill('06-14')
    await page.getByRole('button', { name: '収集を始める' }).click()
    await page.getByText('しめきり 6月14日').waitFor()
    await page.getByRole('link', { name: '商工観光課' }).click()
    await page.getByRole('heading', { level: 1, name: '令和7年度の実績をお願いします' }).waitFor()
    expect(browser.troubles).toEqual([])
  })

  test('打つそばから確かめ、直し方を示し、ひとりでに保存する', async () => {
    const own = card(page, '創業件数')
    await own.getByLabel(/R7末までの累計/).fill('11')
    await own.getByText(/累計が減っています（R6 52 → 11）/).waitFor()
    await own.getByRole('button', { name: '63件にする' }).click()
    await own.getByText('入力ずみ').waitFor()
    await own.getByText(/に保存しました/).waitFor()
    await page.reload()
    expect(
      await card(page, '創業件数')
        .getByLabel(/R7末までの累計/)
        .inputValue(),
    ).toBe('63')
    expect(browser.troubles).toEqual([])
  })

  test('通信が切れても、閉じても、打ったものは残り、戻ると届く', async () => {
    await page.route('**/reports/save*', (route) => route.abort())
    await card(page, '創業件数').getByLabel('増減の理由と今後').fill('創業塾の修了者が増えた')
    await page.getByText('入力はこの端末にあります').waitFor()
    await page.unroute('**/reports/save*')
    await page.goto(`${server.url}/g/992011`)
    await page.goto(at('&department=commerce-tourism'))
    const note = card(page, '創業件数').getByLabel('増減の理由と今後')
    await expect.poll(() => note.inputValue(), SOON).toBe('創業塾の修了者が増えた')
    const other = await page.context().newPage()
    await expect
      .poll(async () => {
        await other.goto(at('&department=commerce-tourism'))
        return card(other, '創業件数').getByLabel('増減の理由と今後').inputValue()
      }, SOON)
      .toBe('創業塾の修了者が増えた')
    await other.close()
    browser.troubles.length = 0
  })

  test('二人が同じところを書くと、どちらを使うかを選び、選ばなかった値も残る', async () => {
    const other = await page.context().newPage()
    await other.goto(at('&department=commerce-tourism'))
    await card(other, '観光客1人当たりの消費額')
      .getByLabel(/令和7年度の値/)
      .fill('13,100')
    await card(other, '観光客1人当たりの消費額')
      .getByText(/に保存しました/)
      .waitFor()
    await other.close()
    await card(page, '観光客1人当たりの消費額')
      .getByLabel(/令和7年度の値/)
      .fill('13,200')
    await page.getByText('開いているあいだに、管理者さんが書きました').waitFor()
    await page.getByRole('button', { name: '自分の値にする' }).click()
    await page.getByText('開いているあいだに').waitFor({ state: 'detached' })
    await expect
      .poll(async () => {
        await page.reload()
        return card(page, '観光客1人当たりの消費額')
          .getByLabel(/令和7年度の値/)
          .inputValue()
      }, SOON)
      .toBe('13,200')
    expect(browser.troubles).toEqual([])
  })

  test('調査票を受け取り、書いて返すと突き合わされ、違うところは選ぶ', async () => {
    const download = async (name: string) => {
      const [saved] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name }).click(),
      ])
      return readFile(await saved.path())
    }
    const book = XLSX.read(await download('調査票を受け取る（Excel）'), { type: 'buffer' })
    const sheet = book.Sheets.調査票 as XLSX.WorkSheet
    const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' })
    const line = rows.findIndex((row) => row.includes('観光客1人当たりの消費額')) + 1
    const own = card(page, '観光客1人当たりの消費額')
    await own.getByLabel(/令和7年度の値/).fill('13,300')
    await own.getByText(/に保存しました/).waitFor()
    await page.waitForTimeout(1_200)
    XLSX.utils.sheet_add_aoa(sheet, [[13_250]], { origin: `I${line}` })
    XLSX.utils.sheet_add_aoa(sheet, [['速報の推計による']], { origin: `L${line}` })
    const filled = {
      name: '商工観光課.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
    }
    const back = async () => {
      await page.getByLabel('調査票（Excel）').setInputFiles(filled)
      await page.getByRole('button', { name: '記入した調査票を返す' }).click()
    }
    await back()
    await page.getByText('画面と調査票で違うところ 1件').waitFor()
    await page
      .getByRole('row', { name: /観光客1人当たりの消費額/ })
      .getByText('13250')
      .click()
    await page.getByRole('button', { name: '選んだ値にする' }).click()
    await page.getByText('調査票から1件を取り込みました').waitFor()
    await page.reload()
    expect(
      await card(page, '観光客1人当たりの消費額')
        .getByLabel(/令和7年度の値/)
        .inputValue(),
    ).toBe('13250')
    expect(await card(page, '観光客1人当たりの消費額').getByLabel('増減の理由と今後').inputValue()).toBe(
      '速報の推計による',
    )
    await back()
    await page.getByText('調査票から0件を取り込みました').waitFor()

    await page.goto(at(''))
    expect(Object.keys(unzipSync(await download('すべての課の調査票（ZIP）')))).toContain('商工観光課.xlsx')
    await page
      .getByLabel('調査票（いくつでも）')
      .setInputFiles([filled, { ...filled, name: '別のもの.xlsx', buffer: Buffer.from('x') }])
    await page.getByRole('button', { name: '返ってきた調査票をまとめて取り込む' }).click()
    await page.getByText('別のもの.xlsx: Excel の調査票として開けません').waitFor()
    await page.getByText('商工観光課.xlsx: 調査票から0件を取り込みました').waitFor()
    await page.goto(at('&department=community'))
    await back()
    await page.getByText('商工観光課の調査票です').waitFor()
    await page.goto(at('&department=commerce-tourism'))
    expect(browser.troubles).toEqual([])
  })

  test('打ってすぐ出しても、見えている値が出る。保存できなければ、出さずにそう言う', async () => {
    const own = card(page, '創業件数')
    const value = own.getByLabel(/R7末までの累計/)
    const submit = page.getByRole('button', { name: '2件を課長の確認に出す' })
    await page.route('**/reports/save*', (route) => route.abort())
    await value.fill('64')
    await submit.click()
    await page.getByText('保存できていない入力があるので、まだ送っていません').waitFor()
    await page.unroute('**/reports/save*')
    await value.fill('65')
    await submit.click()
    await page.getByText('2件を提出しました。').waitFor()
    expect(await value.inputValue()).toBe('65')
    await page.reload()
    expect(await value.inputValue()).toBe('65')
    browser.troubles.length = 0
  })

  test('見ているあいだに出し直された値は承認されず、いまの値が見える', async () => {
    const other = await page.context().newPage()
    await other.goto(at('&department=commerce-tourism'))
    const [mine, theirs] = [card(page, '創業件数'), card(other, '創業件数')]
    await theirs.getByRole('button', { name: '取り戻す' }).click()
    await other.getByText('1件を取り戻しました。').waitFor()
    await theirs.getByLabel(/R7末までの累計/).fill('63')
    await other.getByRole('button', { name: '1件を課長の確認に出す' }).click()
    await other.getByText('1件を提出しました。').waitFor()
    await other.close()
    expect(await mine.getByLabel(/R7末までの累計/).inputValue()).toBe('65')
    await mine.getByRole('button', { name: '承認する' }).click()
    await page.getByText(/の回答を「63」に直しました。まだ何もしていません/).waitFor()
    await expect.poll(() => mine.getByLabel(/R7末までの累計/).inputValue(), SOON).toBe('63')
    browser.troubles.length = 0
  })

  test('提出ずみの回答には、この端末に残った入力が重ならず、横に見えて捨てられる', async () => {
    const own = card(page, '創業件数')
    await own.getByRole('button', { name: '取り戻す' }).click()
    await page.getByText('1件を取り戻しました。').waitFor()
    await page.route('**/reports/save*', (route) => route.abort())
    await own.getByLabel(/R7末までの累計/).fill('99')
    await page.getByText('入力はこの端末にあります').waitFor()
    const plain = await browser.open({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    })
    await plain.goto(at('&department=commerce-tourism'))
    await plain.getByRole('button', { name: '1件を課長の確認に出す' }).click()
    await plain.getByText('1件を提出しました。').waitFor()
    await plain.context().close()
    await page.reload()
    await own.getByText('保存していない入力がこの端末にあります: 99').waitFor()
    expect(await own.getByLabel(/R7末までの累計/).inputValue()).toBe('63')
    await own.getByRole('button', { name: 'この入力を捨てる' }).click()
    await own.getByText('保存していない入力がこの端末にあります').waitFor({ state: 'detached' })
    await page.unroute('**/reports/save*')
    await page.reload()
    expect(await own.getByText('保存していない入力がこの端末にあります').count()).toBe(0)
    for (const name of ['創業件数', '観光客1人当たりの消費額']) {
      await card(page, name).getByRole('button', { name: '取り戻す' }).click()
      await card(page, name).getByRole('button', { name: '取り戻す' }).waitFor({ state: 'detached' })
    }
    browser.troubles.length = 0
  })

  test('まとめて出し、差し戻され、出し直し、承認されると実績になる', async () => {
    await page.getByRole('button', { name: '2件を課長の確認に出す' }).click()
    await page.getByText('2件を提出しました。').waitFor()
    const own = card(page, '創業件数')
    await own.getByRole('button', { name: '差し戻す' }).click()
    await page.getByText('直すときは理由を書いてください').waitFor()
    await own.getByLabel('差し戻す理由').fill('台帳と突き合わせてください')
    await own.getByRole('button', { name: '差し戻す' }).click()
    await page.getByText('1件を差し戻しました。').waitFor()
    await own.getByText('台帳と突き合わせてください').waitFor()
    await page.getByRole('button', { name: '1件を課長の確認に出す' }).click()
    await page.getByRole('button', { name: '承認待ちの2件をまとめて承認する' }).click()
    await page.getByText('2件を承認し、実績として記録しました。').waitFor()
    await own.getByRole('link', { name: /創業件数/ }).click()
    await page.getByText('63').first().waitFor()
    expect(browser.troubles).toEqual([])
  })

  test('390px で横にはみ出さない', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    for (const query of ['', '&department=commerce-tourism', '&department=none']) {
      await page.goto(at(query))
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    }
  })
})
