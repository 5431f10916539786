import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

const PEOPLE = [
  '氏名\tメール\t役割\t担当課',
  '海野 渚\tumino@city.example\t報告者\t商工観光課',
  '大山 岳\toyama@city.example\t承認者\t商工観光課',
  '谷川 澄\ttanigawa@city.example\t報告者\t農林課',
]
const AXE = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js')
const PASSWORD = '波の音と灯台の光 2026'
const QUESTION = '創業塾の修了者も数えますか'
const PDF = Buffer.from('%PDF-1.7\n台帳の写し')

describeWithBrowser('進行管理', () => {
  let server: TestServer
  const browser = useBrowser()
  const pages = new Map<string, Page>()
  const who = (name: string) => pages.get(name) as Page
  const go = (name: string, path: string) => who(name).goto(`${server.url}/g/992011${path}`)
  const reports = '/reports?year=2025&department=commerce-tourism'
  const card = (name: string) => who(name).locator('#startups')

  beforeAll(async () => {
    server = await startServer()
    for (const name of ['企画', '海野', '大山', '谷川'])
      pages.set(name, await browser.open({ viewport: { width: 1440, height: 900 } }))
    const planning = who('企画')
    await planning.goto(server.link)
    await go('企画', '/members/invite')
    await planning.getByLabel('表を貼る').fill(PEOPLE.join('\n'))
    await planning.getByRole('button', { name: '確かめる' }).click()
    await planning.getByRole('button', { name: '3件を招待する' }).click()
    await planning.getByText('招待してまだ入っていない人 3人').waitFor()
    for (const name of ['海野', '大山', '谷川']) {
      await go('企画', '/members')
      const row = planning.getByRole('row').filter({ hasText: name }).first()
      await row.locator('summary').click()
      await row.getByRole('button', { name: 'パスワードを決めるリンクを出す' }).click()
      await planning.getByText('さんだけに、直接渡してください。').waitFor()
      await who(name).goto(await planning.getByLabel('リンク').inputValue())
      await who(name).getByLabel('新しいパスワード').fill(PASSWORD)
      await who(name).getByRole('button', { name: 'パスワードを決めて入る' }).click()
      await who(name).getByText('サインアウト').waitFor()
    }
  })
  afterAll(async () => {
    await server?.stop()
  })

  test('始まる前は、収集を始めるのが企画課の番', async () => {
    await go('企画', '/cycle?year=2025')
    await who('企画').getByText('令和7年度の収集は、まだ始まっていません。').waitFor()
    await who('企画').getByRole('link', { name: '収集を始める' }).first().click()
    await who('企画').getByRole('button', { name: '収集を始める' }).click()
    await who('企画').getByText('しめきり').first().waitFor()
    await go('企画', '/cycle?year=2025')
    const now = who('企画').locator('.stages [aria-current]')
    expect(await now.textContent()).toContain('実績入力')
    expect(await who('企画').locator('.stages > li').allTextContents()).toHaveLength(7)
    await who('企画')
      .getByRole('row', { name: /創業件数.*海野 渚/ })
      .waitFor()
  })

  test('担当課がその場で聞き、企画課が自分の番から答える', async () => {
    await go('海野', reports)
    await card('海野').locator('summary', { hasText: '質問と答え' }).click()
    await card('海野').getByRole('button', { name: '質問を送る' }).click()
    await who('海野').getByText('質問か返事を書いてください。').waitFor()
    await card('海野').getByLabel('企画課に質問する').fill(QUESTION)
    await card('海野').getByRole('button', { name: '質問を送る' }).click()
    await card('海野').getByText('企画課の返事を待っています').waitFor()
    await go('企画', '/cycle?year=2025')
    await who('企画').getByRole('link', { name: '担当課の質問に答える' }).first().click()
    await card('企画').getByText(QUESTION).waitFor()
    await card('企画').getByLabel('返事').fill('数えません。')
    await card('企画').getByRole('button', { name: '返事を送る' }).click()
    await card('企画').getByText('答えがあります').waitFor()
    await go('海野', reports)
    await card('海野').locator('summary', { hasText: '質問と答え' }).click()
    await card('海野').getByText('数えません。').waitFor()
  })

  test('根拠資料は JavaScript がなくても添えられ、もとのまま受け取れる', async () => {
    const plain = await browser.open({
      javaScriptEnabled: false,
      storageState: await who('海野').context().storageState(),
    })
    await plain.goto(`${server.url}/g/992011${reports}`)
    const own = plain.locator('#startups')
    const send = async (name: string, buffer: Buffer) => {
      await own.locator('summary', { hasText: '根拠資料' }).click()
      await own.getByLabel(/^ファイル/).setInputFiles({ name, mimeType: 'application/pdf', buffer })
      await own.getByLabel('何がわかる資料か').fill('創業届の台帳')
      await own.getByRole('button', { name: '資料を添える' }).click()
    }
    await send('台帳.pdf', Buffer.from('<html>'))
    await plain.getByText('「台帳.pdf」の中身が、名前の拡張子と違います').waitFor()
    expect(await own.getByLabel('何がわかる資料か').inputValue()).toBe('創業届の台帳')
    await own.getByLabel(/^ファイル/).setInputFiles({ name: '台帳.pdf', mimeType: 'x/y', buffer: PDF })
    await own.getByRole('button', { name: '資料を添える' }).click()
    await plain.getByText('資料を添えました。').waitFor()
    await plain.close()

    await go('大山', reports)
    const [download] = await Promise.all([
      who('大山').waitForEvent('download'),
      card('大山').getByRole('link', { name: '台帳.pdf' }).click(),
    ])
    // What a browser makes of the name depends on the machine's locale; the header below holds it whole.
    expect(await readFile(await download.path())).toEqual(PDF)
    const address = await card('大山').getByRole('link', { name: '台帳.pdf' }).getAttribute('href')
    const headers = (await who('大山').request.get(`${server.url}${address}`)).headers()
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox'),
      'content-disposition': expect.stringMatching(/^attachment; .*filename\*=UTF-8''%E5%8F%B0/),
    })
    const stranger = await browser.open()
    expect((await stranger.request.get(`${server.url}${address}`)).status()).toBe(403)
    await stranger.close()
  })

  test('内訳と合わない合計は、式を示し、合計にするボタンがある', async () => {
    await go('企画', '/reports?year=2025&department=city-planning')
    const own = who('企画').locator('#bus-riders')
    await own.getByLabel(/令和7年度の値/).fill('181000')
    await own
      .getByText('路線バスの利用者数 137,900 ＋ コミュニティバスの利用者数 42,100 ＝ 180,000、入力は 181000')
      .waitFor()
    await own.getByRole('button', { name: '180,000人/年にする' }).click()
    await own.getByText('内訳の合計と合いません').waitFor({ state: 'detached' })
    await own.getByText('入力ずみ').waitFor()
  })

  test('課長は代理を立て、代理が承認すると、記録に代理と残る', async () => {
    await card('海野')
      .getByLabel(/R7末までの累計/)
      .fill('63')
    await card('海野')
      .getByText(/に保存しました/)
      .waitFor()
    await who('海野').getByRole('button', { name: '1件を課長の確認に出す' }).click()
    await who('海野').getByText('1件を提出しました。').waitFor()
    await go('谷川', reports)
    expect(await who('谷川').getByText('創業件数').count()).toBe(0)
    await go('大山', '/cycle/people?year=2025')
    const deputies = who('大山').locator('section', { has: who('大山').locator('#deputies') })
    await deputies.getByLabel('代わる人').selectOption({ label: '谷川 澄（農林課）' })
    const today = await deputies.getByLabel('はじめの日').inputValue()
    await deputies.getByLabel('おわりの日').fill(today)
    await deputies.getByLabel('理由').fill('出張')
    await deputies.getByRole('button', { name: '代理を立てる' }).click()
    await deputies.getByText('いま代理').waitFor()
    await go('谷川', '?year=2025')
    await who('谷川').getByRole('link', { name: '実績を承認する' }).click()
    await card('谷川').getByText('創業届の台帳').waitFor()
    await card('谷川').getByRole('button', { name: '承認する' }).click()
    await card('谷川')
      .getByText(/承認 .*谷川 澄（大山 岳の代理）/)
      .waitFor()
    await go('企画', '/history')
    await who('企画').getByText('谷川 澄（大山 岳の代理）').first().waitFor()
  })

  test('残りがあれば理由を書いて終え、終えたらだれも書けず、一課だけ開け直せる', async () => {
    const page = who('企画')
    const row = page.locator('#stage-report')
    await go('企画', '/cycle?year=2025')
    await row.getByRole('button', { name: '実績入力を終える' }).click()
    await row.getByText(/まだ承認されていない実績が9件あります/).waitFor()
    await row.getByLabel('理由').fill('残りは未公表')
    await row.getByRole('button', { name: '実績入力を終える' }).click()
    await page.getByText('実績入力を終えました。').waitFor()
    await expect
      .poll(() => page.locator('.stages [aria-current]').textContent(), { timeout: 20_000 })
      .toContain('庁内評価')
    await go('海野', reports)
    await who('海野').getByText('実績入力の段階は').waitFor()
    const field = who('海野').locator('.answer-card').filter({ hasText: '観光客1人当たり' })
    expect(await field.getByLabel(/令和7年度の値/).isDisabled()).toBe(true)
    await row.locator('summary').click()
    await row.getByLabel('開け直す課').selectOption({ label: '商工観光課' })
    await row.getByRole('button', { name: '実績入力を開け直す' }).click()
    await row.getByText('直すときは理由を書いてください').waitFor()
    expect(await row.getByLabel('開け直す課').inputValue()).toBe('commerce-tourism')
    await row.getByLabel('理由').last().fill('集計の誤り')
    await row.getByRole('button', { name: '実績入力を開け直す' }).click()
    await row.getByText('商工観光課だけ開いています').waitFor()
    await go('海野', reports)
    expect(await field.getByLabel(/令和7年度の値/).isDisabled()).toBe(false)
    await go('谷川', '/reports?year=2025&department=agriculture-forestry')
    await who('谷川').getByText('実績入力の段階は').waitFor()
  })

  test('日程と知らせは、誤った日を断り、打ったものを残す', async () => {
    const page = who('企画')
    await go('企画', '/cycle/settings')
    await page.getByLabel('推進本部会議 はじめ').fill('08-05')
    await page.getByLabel('推進本部会議 おわり').fill('08-01')
    await page.getByRole('button', { name: '日程を決める' }).click()
    await page.getByText('推進本部会議のおわりが、はじめより前です。').waitFor()
    expect(await page.getByLabel('推進本部会議 はじめ').inputValue()).toBe('08-05')
    await page.getByLabel('推進本部会議 おわり').fill('08-07')
    await page.getByRole('button', { name: '日程を決める' }).click()
    await page.getByText('保存しました。').waitFor()
    await go('企画', '/cycle/settings')
    await page.getByLabel(/何日前に知らせるか/).fill('10、3')
    await page.getByRole('button', { name: '知らせを決める' }).click()
    await page.getByText('保存しました。').waitFor()
    await page.reload()
    expect(await page.getByLabel(/何日前に知らせるか/).inputValue()).toBe('10, 3')
  })

  test('どの画面も、390px で横にはみ出さず、三つの言語で開け、axe の違反がない', async () => {
    const axe = await readFile(AXE, 'utf8')
    const page = who('企画')
    await page.setViewportSize({ width: 390, height: 844 })
    for (const path of [
      '?year=2025',
      '/cycle?year=2025',
      '/cycle/people?year=2025',
      '/cycle/settings',
      reports,
    ])
      for (const prefix of ['', '/en', '/zh-Hant']) {
        await page.goto(`${server.url}${prefix}/g/992011${path}`)
        expect(
          await page.evaluate('document.documentElement.scrollWidth'),
          prefix + path,
        ).toBeLessThanOrEqual(390)
        await page.evaluate(axe)
        const violations = (await page.evaluate('axe.run().then(({ violations }) => violations)')) as {
          readonly id: string
          readonly nodes: readonly { readonly html: string }[]
        }[]
        expect(violations.map(({ id, nodes }) => `${prefix}${path} ${id} ${nodes[0]?.html}`)).toEqual([])
      }
  })

  test('画面の誤りはない', () => expect(browser.troubles).toEqual([]))
})
