import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

describeWithBrowser('探す', () => {
  let server: TestServer
  let page: Page
  const browser = useBrowser()

  beforeAll(async () => {
    server = await startServer()
    page = await browser.open()
    await page.goto(server.link)
  })
  afterAll(() => server?.stop())

  test('送り仮名の違う言葉で、文書の本文のその行まで行く', async () => {
    await page.goto(`${server.url}/g/992011/search`)
    await page.getByLabel('探す言葉').fill('取り組み')
    await page.keyboard.press('Enter')
    await page.getByRole('status').getByText('見つかりました').waitFor()
    const line = page.getByRole('region', { name: '文書の本文' }).getByRole('link').first()
    const text = (await line.textContent())?.trim() ?? ''
    expect(text).toContain('取組')
    await line.click()
    await page.waitForURL(/\/documents\/[^/]+\/page/)
    expect(await page.locator('.asked').first().textContent()).toContain(text)
  })

  test('ないものは、ないといい、次に何をするかをいう', async () => {
    await page.goto(`${server.url}/g/992011/search?q=${encodeURIComponent('どこにもない言葉')}`)
    expect(await page.getByRole('status').textContent()).toBe('「どこにもない言葉」は見つかりません。')
    expect(await page.getByLabel('探す言葉').inputValue()).toBe('どこにもない言葉')
  })

  test('サインインしていない人には、実在の団体のものを見せない', async () => {
    const stranger = await browser.open()
    await stranger.goto(`${server.url}/g/431001/search?q=${encodeURIComponent('観光')}`)
    expect(new URL(stranger.url()).pathname).toBe('/sign-in')
    await stranger.close()
  })
})
