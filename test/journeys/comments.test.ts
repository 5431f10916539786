import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

const AXE = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js')
/** The day in Japan, so many days from now. */
const day = (from: number) =>
  new Date(Date.now() + 9 * 3_600_000 + from * 86_400_000).toISOString().slice(0, 10)

describeWithBrowser('意見募集', () => {
  let server: TestServer
  let page: Page
  let resident: Page
  let address = ''
  const browser = useBrowser()
  const at = (path: string) => `${server.url}/g/992011${path}`
  /** Opens a folded form. */
  const unfold = async (name: string) => {
    const found = page.locator('details', { has: page.locator(`form[aria-label="${name}"]`) })
    if ((await found.getAttribute('open')) === null) await found.locator('summary').click()
  }
  const staff = (name: string) => page.getByRole('form', { name })

  beforeAll(async () => {
    server = await startServer()
    page = await browser.open({ viewport: { width: 1440, height: 900 }, bypassCSP: true })
    resident = await browser.open({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
    await page.goto(server.link)
    // A draft edition, as a decision causes one.
    await page.goto(at('/follow-up/shirube-strategy-3/g1-p1?year=2025'))
    await staff('方針を決める').getByLabel('方針').selectOption({ label: '改善' })
    await staff('方針を決める').getByLabel(/^理由/).fill('目標を見直す。')
    await staff('方針を決める').getByRole('button').click()
    await unfold('計画の改定を起こす')
    await staff('計画の改定を起こす').getByRole('button').click()
    await page.getByRole('link', { name: '下書きの版を開く' }).waitFor()
  })
  afterAll(() => server?.stop())

  test('下書きの版を公開して、意見を募る', async () => {
    await page.goto(at('/comments'))
    await page.getByLabel(/^題/).fill('しるべ市総合戦略 改訂案')
    await page.getByLabel(/^はじめ/).fill(day(1))
    await page.getByLabel(/^おわり/).fill(day(0))
    await page.getByLabel('趣旨と意見の出し方').fill('ご意見をお寄せください。')
    await page.getByRole('button', { name: '意見を募る' }).click()
    await page.getByText('おわりの日が、はじめの日').waitFor()
    expect(await page.getByLabel('趣旨と意見の出し方').inputValue()).toBe('ご意見をお寄せください。')
    await page.getByLabel(/^はじめ/).fill(day(-1))
    await page.getByLabel(/^おわり/).fill(day(1))
    await page.getByRole('button', { name: '意見を募る' }).click()
    await page.getByRole('link', { name: '公開の画面' }).waitFor()
    address = `${server.url}${await page.getByRole('link', { name: '公開の画面' }).getAttribute('href')}`
  })

  test('だれでも、JavaScript がなくても案を読み、意見を出せる。二度送っても一件', async () => {
    await resident.goto(address)
    expect(await resident.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    expect((await resident.request.get(`${address}/draft.pdf`)).headers()['content-type']).toBe(
      'application/pdf',
    )
    expect((await resident.request.get(`${address}/table.csv`)).status()).toBe(404)
    const token = await resident.locator('input[name=token]').inputValue()
    await resident.getByRole('textbox', { name: /^意見/ }).fill('  ')
    await resident.getByRole('textbox', { name: /^氏名/ }).fill('海野 渚')
    await resident.getByRole('button', { name: '意見を送る' }).click()
    await resident.getByText('意見を書いてください').waitFor()
    expect(await resident.getByRole('textbox', { name: /^氏名/ }).inputValue()).toBe('海野 渚')
    await resident.getByRole('textbox', { name: /^意見/ }).fill('バスの本数を増やしてほしい。')
    await resident.getByRole('button', { name: '意見を送る' }).click()
    await resident.getByText(/受付番号は/).waitFor()
    for (const _ of [1, 2])
      await resident.request.post(address, {
        form: { token, text: '道を直してほしい。', about: '基本目標4' },
        headers: { origin: server.url },
      })
    await page.reload()
    await page.getByText('2件', { exact: true }).first().waitFor()
    expect(await page.getByText('道を直してほしい。').count()).toBe(1)
    expect(await page.getByText('海野 渚').count()).toBe(1)
  })

  test('紙で届いた意見と、表を入れる', async () => {
    await page.getByText('紙やメールで届いた意見を入れる').click()
    await staff('紙やメールで届いた意見を入れる')
      .getByRole('textbox', { name: /^意見/ })
      .fill('橋も見てほしい。')
    await staff('紙やメールで届いた意見を入れる').getByRole('button').click()
    await page.getByText('意見を受け付けました').waitFor()
    await page.getByText('表でまとめて入れる').click()
    const many = staff('表でまとめて入れる')
    await many.getByLabel('表を貼る').fill('氏名\t住所\n海野\t港町')
    await many.getByRole('button', { name: '表の意見を入れる' }).click()
    await page.getByText('「意見」という見出しの列が見つかりません').waitFor()
    expect(await many.getByLabel('表を貼る').inputValue()).toContain('港町')
    await many
      .getByLabel('表を貼る')
      .fill('受付日\t方法\t意見\n令和8年11月1日\tFAX\t公園がほしい。\n令和8年11月2日\t窓口\t公園に木を。')
    await many.getByRole('button', { name: '表の意見を入れる' }).click()
    await page.getByText('表の意見を受け付けました').waitFor()
    await page.getByText('5件', { exact: true }).first().waitFor()
  })

  test('まとめて答え、期間が終わると公表でき、氏名は出ない', async () => {
    const group = async (heading: string, members: readonly RegExp[], answer: string) => {
      await page.getByRole('link', { name: '新しいまとまり' }).click()
      const form = staff('意見のまとまりと考え方')
      await form.getByLabel('見出し').fill(heading)
      for (const member of members) await form.getByLabel(member).check()
      await form.getByLabel('意見の要旨').fill(`${heading}について`)
      await form.getByLabel('考え方').fill(answer)
      await form.getByLabel('反映の区分').selectOption({ label: '今後の参考にする' })
      await form.getByRole('button', { name: '残す' }).click()
      await page.getByText('まとまりを残しました').waitFor()
      await form.getByRole('link', { name: '閉じる' }).click()
      await form.waitFor({ state: 'detached' })
    }
    await group('交通', [/バスの本数/, /道を直して/, /橋も/], '順に進めます。')
    await page.getByText('まとめていない意見が2件あります').waitFor()
    await group('公園', [/公園がほしい/, /公園に木を/], '検討します。')
    await page.getByText('すべての意見がまとまりに入っています').waitFor()
    await page.evaluate(await readFile(AXE, 'utf8'))
    expect(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')).toEqual(
      [],
    )
    expect(await page.getByRole('form', { name: '結果を公表する' }).count()).toBe(0)
    await unfold('期間を延ばす')
    await staff('期間を延ばす')
      .getByLabel(/^おわり/)
      .fill(day(0))
    await staff('期間を延ばす').getByLabel(/^理由/).fill('試し')
    await staff('期間を延ばす').getByRole('button').click()
    await page.getByText('おわりの日が、はじめの日').waitFor()
  })

  test('取りやめると、公開の画面は受け付けず、氏名を消せる', async () => {
    await unfold('取りやめる')
    await staff('取りやめる').getByLabel(/^理由/).fill('案を作り直す。')
    await staff('取りやめる').getByRole('button').click()
    await page.getByText('意見募集を取りやめました').waitFor()
    await resident.goto(address)
    await resident.getByText('この意見募集は取りやめました').waitFor()
    await unfold('氏名と連絡先を消す')
    await staff('氏名と連絡先を消す').getByRole('button').click()
    await page.getByText('氏名と連絡先を消しました').waitFor()
    await expect.poll(() => page.getByText('海野 渚').count()).toBe(0)
    expect(await page.getByText('バスの本数を増やしてほしい。').count()).toBeGreaterThan(0)
  })

  test('期間の過ぎた募集は、紙の意見をまとめて公表でき、表とCSVに氏名は出ない', async () => {
    await page.goto(at('/comments'))
    await page.getByLabel(/^題/).fill('終わった募集')
    await page.getByLabel(/^はじめ/).fill(day(-9))
    await page.getByLabel(/^おわり/).fill(day(-2))
    await page.getByRole('button', { name: '意見を募る' }).click()
    const publish = () => staff('結果を公表する').getByRole('button').click()
    await page.getByText('紙やメールで届いた意見を入れる').click()
    const one = staff('紙やメールで届いた意見を入れる')
    await one.getByRole('textbox', { name: /^意見/ }).fill('川の草を刈ってほしい。')
    await one.getByRole('textbox', { name: /^氏名/ }).fill('大山 岳')
    await one.getByRole('button').click()
    await page.getByText('意見を受け付けました').waitFor()
    await publish()
    await page.getByText('まとめていない意見が1件あります').first().waitFor()
    await page.getByRole('link', { name: '新しいまとまり' }).click()
    const form = staff('意見のまとまりと考え方')
    await form.getByLabel('見出し').fill('川')
    await form.getByLabel(/川の草/).check()
    await form.getByLabel('意見の要旨').fill('川の手入れ')
    await form.getByLabel('反映の区分').selectOption({ label: '案を直す' })
    await form.getByLabel('考え方').fill('年2回にします。')
    await form.getByRole('button', { name: '残す' }).click()
    await page.getByText('まとまりを残しました').waitFor()
    await publish()
    await page.getByText('そろっていないまとまりが1つあります').waitFor()
    await form.getByLabel('どこを直すか').fill('施策4-1')
    await form.getByRole('button', { name: '残す' }).click()
    await page.getByText('まとまりを残しました').waitFor()
    await publish()
    await page.getByText('結果を公表しました').waitFor()
    const shown = `${server.url}${await page.getByRole('link', { name: '公開の画面' }).getAttribute('href')}`
    await resident.goto(shown)
    await resident.getByText('年2回にします。').waitFor()
    const csv = await (await resident.request.get(`${shown}/table.csv`)).text()
    expect(csv).toContain('川の手入れ')
    expect(csv + (await resident.content())).not.toMatch(/大山|川の草を刈って/)
    for (const lang of ['en', 'zh-Hant']) {
      await resident.goto(shown.replace('/p/', `/${lang}/p/`))
      expect(await resident.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    }
    expect(browser.troubles).toEqual([])
  })
})
