import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { shirube, startServer, type TestServer } from '../support/server.ts'

const CITY = '/g/992011'
const PLAN = 'shirube-strategy-3'

describeWithBrowser('しるべ市の一年', () => {
  let server: TestServer
  const browser = useBrowser()
  let page: Page
  let beforeCorrection = ''

  beforeAll(async () => {
    server = await startServer()
    page = await browser.open({ viewport: { width: 1440, height: 900 } })
  })
  afterAll(async () => {
    await server?.stop()
  })

  const says = (text: string | RegExp) => page.getByText(text).first().waitFor()
  const value = (of: string) => page.locator('section:has(#records) tbody tr').filter({ hasText: of })

  test('一回だけのリンクで管理者として入り、二度目は断られる', async () => {
    await page.goto(server.link)
    await says('サインアウト')
    const stranger = await browser.open()
    await stranger.goto(server.link)
    await stranger.getByText('使われたか、期限が切れています').waitFor()
    await page.getByRole('link', { name: 'しるべ市を見てまわる' }).click()
    await says('令和7年度の進行管理')
  })

  test('値のない指標に実績を記録し、桁の誤りは送る前に止まる', async () => {
    await page.goto(`${server.url}${CITY}/indicators/wood-shipped/record?year=2025`)
    await says('令和7年度の実績を記録する')
    await page.getByLabel(/令和7年度の値/).fill('３００，０００')
    await page.getByRole('button', { name: '記録する' }).click()
    await says('10倍以上です')
    expect(await page.getByLabel(/令和7年度の値/).inputValue()).toBe('３００，０００')
    await page.getByLabel(/令和7年度の値/).fill('27100')
    await page.getByRole('button', { name: '記録する' }).click()
    await page.waitForURL(/indicators\/wood-shipped\?/)
    await says('値と出どころ')
  })

  test('判定は、計算とともに、二つの型で読める', async () => {
    const judged = page.locator('section', { has: page.getByRole('heading', { name: '判定と計算' }) })
    await judged.getByRole('heading', { name: /しるべ標準/ }).waitFor()
    await judged.getByRole('heading', { name: /長野県型/ }).waitFor()
    expect(await judged.textContent()).toMatch(/目標値/)
    expect(await judged.textContent()).toMatch(/≦|≧|＜|＞/)
  })

  test('理由なしには直せず、理由をつけて直すと、前の値は線を引いて残る', async () => {
    await page.waitForTimeout(20)
    beforeCorrection = new Date().toISOString()
    await page.waitForTimeout(20)
    await page.goto(`${server.url}${CITY}/indicators/wood-shipped/record?year=2025`)
    await says('令和7年度の実績を直す')
    await page.getByLabel(/令和7年度の値/).fill('27600')
    await page.getByLabel(/直す理由/).fill('森林組合の伐採報告を一件読み落としていた')
    await page.getByRole('button', { name: '直して記録する' }).click()
    await page.waitForURL(/indicators\/wood-shipped\?/)
    await says('理由: 森林組合の伐採報告を一件読み落としていた')
    expect(await page.locator('s').allTextContents()).toContain('27,100')
    expect(await value('令和7年度').first().textContent()).toContain('27,600')
  })

  test('年度を締めると値は直せず、公表するとだれでも読める', async () => {
    await page.goto(`${server.url}${CITY}/plans/${PLAN}/years/2025`)
    await page.getByRole('button', { name: 'この年度を締める' }).click()
    await says('年度を締めました。')
    await page.goto(`${server.url}${CITY}/indicators/wood-shipped/record?year=2025`)
    await says('令和7年度は締められています')
    await page.goto(`${server.url}${CITY}/plans/${PLAN}/years/2025`)
    await page.getByRole('button', { name: '公表する' }).click()
    await says('公表しました（1回目）。')
  })

  test('公表ページには直した値とその履歴があり、直す前の時点では前の値が見える', async () => {
    const reader = await browser.open({ javaScriptEnabled: false })
    const address = `${server.url}/p/992011/${PLAN}/2025`
    await reader.goto(address)
    const now = await reader.locator('body').textContent()
    expect(now).toContain('27,600')
    expect(await reader.content()).toContain('森林組合の伐採報告を一件読み落としていた')
    expect((await reader.locator('s, del').allTextContents()).join(' ')).toContain('27,100')
    await reader.goto(`${address}?asOf=${beforeCorrection}`)
    const then = await reader.content()
    expect(then).toContain('27,100')
    expect(then).not.toContain('27,600')
    expect(then).not.toContain('読み落としていた')
  })

  test('コマンドは動いているデータベースに加わり、同じ判定を出す', async () => {
    const { code, out } = await shirube(server.dataDir, 'judge', PLAN, '--year', '2025', '--json')
    expect(code).toBe(0)
    const judged = JSON.parse(out) as { judgements: { indicator: string; value?: { value: string } }[] }
    expect(judged.judgements.find(({ indicator }) => indicator === 'wood-shipped')?.value?.value).toBe(
      '27600',
    )
    const refused = await shirube(
      server.dataDir,
      'actual',
      'add',
      'wood-shipped',
      '--year',
      '2025',
      '--value',
      '900',
      '--reason',
      '試し',
    )
    expect(refused).toMatchObject({ code: 1 })
    expect(refused.err).toContain('締められています')
    expect(await shirube(server.dataDir, 'judge', PLAN)).toMatchObject({ code: 2 })
  })

  test('画面の誤りも、止められたスタイルもない', () => {
    expect(browser.troubles).toEqual([])
  })
})
