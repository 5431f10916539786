import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

describeWithBrowser('届くか', () => {
  let server: TestServer
  let page: Page
  const browser = useBrowser()
  const open = async (path: string) => {
    await page.goto(`${server.url}${path}`)
    return {
      answer: ((await page.locator('.answer p').textContent()) ?? '').replaceAll('\n', ''),
      card: page.locator('section[aria-labelledby=outlook]'),
    }
  }

  beforeAll(async () => {
    server = await startServer()
    page = await browser.open()
    await page.goto(server.link)
  })
  afterAll(async () => {
    await server?.stop()
  })

  test('一文目に見込み、表に年ごとの幅、図に帯、方法は一つ開けば', async () => {
    const { answer, card } = await open('/g/992011/indicators/city-product')
    expect(answer).toMatch(
      /このままの動きなら、令和11年度に目標に届く見込みは(およそ\d+%|5%未満|95%超)です。/,
    )
    expect(await card.locator('tbody tr').count()).toBe(6)
    await card.locator('summary').click()
    expect(await card.locator('details').textContent()).toMatch(
      /H27からR5までの9点[\s\S]*新しい系列だけ[\s\S]*22,095系列/,
    )
    expect(
      await page.locator('svg path[fill="#DCF0FF" i], svg polygon[fill="#DCF0FF" i]').count(),
    ).toBeGreaterThan(0)
    expect(browser.troubles).toEqual([])
  })

  test('値が三つないうちは、まだ言えない', async () => {
    const { answer, card } = await open('/g/992011/indicators/fan-club')
    expect(answer).toContain('まだ言えない。値が2つです')
    expect(await card.locator('table').count()).toBe(0)
  })

  test('過去の時点では、その時に知られていた値だけから', async () => {
    const { answer, card } = await open('/g/992011/indicators/births?asOf=2019-06-01')
    expect(answer).toContain('令和元年度に目標を満たす見込み')
    await card.locator('summary').click()
    expect(await card.locator('details').textContent()).toContain('H26からH29までの4点')
  })

  test('保つ目標は、許容差を言う。終わった指標は見込まない', async () => {
    expect(await (await open('/g/992011/indicators/population-density')).card.textContent()).toContain(
      '許容差',
    )
    const { answer, card } = await open('/g/992011/indicators/temporary-housing')
    expect(answer).not.toContain('見込み')
    expect(await card.locator('table').count()).toBe(0)
  })

  test('英語でも', async () => {
    const { answer } = await open('/en/g/992011/indicators/new-jobs')
    expect(answer).toMatch(/the chance of reaching the target in FY2029 is (about \d+%|under 5%|over 95%)\./)
  })
})
