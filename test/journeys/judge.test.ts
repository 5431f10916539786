import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

describeWithBrowser('人の判定を書く', () => {
  let server: TestServer
  let page: Page
  const browser = useBrowser()
  const address = () => `${server.url}/g/992011/plans/shirube-strategy-3/years/2025`

  beforeAll(async () => {
    server = await startServer()
    page = await browser.open({ viewport: { width: 1440, height: 900 } })
    await page.goto(server.link)
  })
  afterAll(() => server?.stop())

  test('計算と違う区分は理由を求められ、書いたものは残り、理由を添えれば横に立つ', async () => {
    await page.goto(address())
    await page.getByRole('link', { name: '判定を書く' }).click()
    await page
      .getByRole('link', { name: /^書く / })
      .first()
      .click()
    const second = page.getByRole('form', { name: '二次判定（企画）' })
    await second.waitFor()
    const grades = await second.getByLabel('区分').locator('option').allTextContents()
    expect(grades.length).toBeGreaterThan(3)
    await second.getByLabel('区分').selectOption('▼')
    await second.getByLabel(/^所見/).fill('豪雨で観光客が減った。')
    await second.getByRole('button', { name: '判定を残す' }).click()
    await second.getByRole('alert').waitFor()
    expect(await second.getByRole('alert').textContent()).toContain('理由')
    expect(await second.getByLabel(/^所見/).inputValue()).toBe('豪雨で観光客が減った。')
    expect(await second.getByLabel('区分').inputValue()).toBe('▼')
    await second.getByLabel('計算と違う理由').fill('速報では前年を下回る。')
    await second.getByRole('button', { name: '判定を残す' }).click()
    await page.getByRole('status').getByText('残しました').waitFor()
    await page.goto(address())
    expect(await page.getByText('豪雨で観光客が減った。').count()).toBe(1)
    expect(await page.getByText('速報では前年を下回る。').count()).toBe(1)
  })

  test('JavaScript がなくても書ける', async () => {
    const plain = await browser.open({
      javaScriptEnabled: false,
      storageState: await page.context().storageState(),
    })
    await plain.goto(`${address()}/judge`)
    await plain
      .getByRole('link', { name: /^書く / })
      .last()
      .click()
    const first = plain.getByRole('form', { name: '一次判定（担当課）' })
    await first.getByLabel('区分').selectOption('○')
    await first.getByLabel('計算と違う理由').fill('ほかの調査による。')
    await first.getByRole('button', { name: '判定を残す' }).click()
    expect(await plain.getByText('ほかの調査による。').first().isVisible()).toBe(true)
    await plain.close()
  })

  test('サインインしていない人に、書くところはない', async () => {
    const stranger = await browser.open()
    await stranger.goto(`${address()}/judge`)
    expect(await stranger.getByRole('link', { name: /^書く / }).count()).toBe(0)
    await stranger.close()
  })
})
