import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LANGUAGES, prefixOf } from '#words/languages.ts'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

const AXE = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js')

const PAGES = [
  '/',
  '/sign-in',
  '/sign-in/code',
  '/forgotten',
  '/set-password?token=none',
  '/account',
  '/register',
  '/g/992011',
  '/g/992011?year=2022',
  '/g/992011/plans',
  '/g/992011/plans/shirube-strategy-3?depth=effort',
  '/g/992011/plans/shirube-strategy-2/years/2024',
  '/g/992011/plans/shirube-strategy-3/years/2025/judge',
  '/g/992011/indicators',
  '/g/992011/indicators/city-product',
  '/g/992011/indicators/fan-club',
  '/g/992011/indicators/births/record?year=2025',
  '/g/992011/projects',
  '/g/992011/follow-up?year=2025',
  '/g/992011/follow-up/shirube-strategy-3/g1-p2?year=2025',
  '/g/992011/follow-up?year=2025&plan=shirube-action-2026',
  '/g/992011/documents',
  '/g/992011/reports?year=2025',
  '/g/992011/reports?year=2025&department=commerce-tourism',
  '/g/992011/reviews',
  '/g/992011/reviews?year=2026',
  '/g/992011/reviews/2024-1',
  '/g/992011/reviews/2024-1?at=shirube-strategy-2&all=yes',
  '/g/992011/reviews/2024-1/run',
  '/g/992011/reviews/answers',
  '/g/992011/reviews/answers?show=overdue',
  '/g/992011/cycle?year=2025',
  '/g/992011/cycle/people?year=2025',
  '/g/992011/cycle/settings',
  '/g/992011/bundles?year=2025',
  '/g/992011/population',
  '/g/992011/population?choice=own&tfr=1.9&by=2035&more=10&to=2060',
  '/g/431001/population',
  '/g/992011/publications',
  '/g/992011/comments',
  '/g/992011/history',
  '/g/992011/audit',
  '/g/992011/audit?kind=fact',
  '/g/992011/search',
  '/g/992011/search?q=%E5%AD%90%E4%BE%9B',
  '/g/992011/members',
  '/g/992011/members?state=ended',
  '/g/992011/members/invite',
  '/g/992011/members/hand-over?department=commerce-tourism',
  '/g/992011/departments',
  '/g/992011/tokens',
  '/g/992011?asOf=2022-06-01',
  '/p/992011/shirube-strategy-2/2022',
  '/p/992011/shirube-strategy-2/1999',
  '/g/431001',
  '/g/431001/plans/kumamoto-strategy-1',
  '/g/431001/projects?plan=kumamoto-action-2024',
  '/g/431001/projects/child-allowance',
  '/g/432032/plans/hitoyoshi-revitalization',
  '/g/430005/plans/kumamoto-pref-strategy-2',
] as const

type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] }

describeWithBrowser('すべての画面', () => {
  let server: TestServer
  let page: Page
  let axe = ''
  const browser = useBrowser()

  beforeAll(async () => {
    server = await startServer()
    axe = await readFile(AXE, 'utf8')
    // The audit is injected by the test, so its page must not refuse it; the policy itself is checked by the journeys.
    page = await browser.open({ viewport: { width: 390, height: 844 }, bypassCSP: true })
    await page.goto(server.link)
  })
  afterAll(async () => {
    await server?.stop()
  })

  for (const { lang } of LANGUAGES) {
    const prefix = prefixOf(lang)
    test.each(PAGES)(`${prefix}%s は、390pxで横にはみ出さず、axe の違反がない`, async (path) => {
      const answer = await page.goto(`${server.url}${prefix}${path === '/' && prefix ? '' : path}`)
      expect(answer?.status()).toBe(path.endsWith('/1999') ? 404 : 200)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
      expect(await page.locator('h1').count()).toBe(1)
      expect(await page.locator('html').getAttribute('lang')).toBe(lang)
      await page.evaluate(axe)
      const violations = (await page.evaluate(
        'axe.run().then(({ violations }) => violations)',
      )) as Violation[]
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 160)}`)).toEqual([])
    })
  }

  test('どの画面からも、同じ画面のほかの言語へ行ける', async () => {
    await page.goto(`${server.url}/zh-Hant/g/992011/plans?year=2024`)
    await page.getByRole('link', { name: '日本語' }).click()
    await page.waitForURL(`${server.url}/g/992011/plans?year=2024`)
    await page.getByRole('link', { name: '繁體中文' }).click()
    await page.waitForURL(`${server.url}/zh-Hant/g/992011/plans?year=2024`)
    expect(await page.locator('head link[hreflang]').count()).toBe(3)
    await page.getByRole('link', { name: '指標', exact: true }).click()
    await page.waitForURL(/\/zh-Hant\/g\/992011\/indicators/)
  })

  test.each([
    ...['/g/%00', '/g/992011/indicators/%00', '/g/992011/audit?text=%00', '/g/992011/evidence/%00'],
    ...['/p/%00/comments/1', '/p/992011/%00/2025', '/en/g/%00'],
  ])('NUL の入ったアドレス %s は、直すところを言う 400', async (path) => {
    const answer = await page.request.get(`${server.url}${path}`)
    expect(answer.status()).toBe(400)
    // What is taken away as a file is refused in JSON, everything else on a page.
    expect(await answer.text()).toMatch(
      path.includes('evidence') ? 'address-not-understood' : /使えない文字|cannot be used/,
    )
  })

  test('タグの大文字と小文字を変えたアドレスは、ない画面', async () => {
    expect((await page.goto(`${server.url}/zh-hant/g/992011`))?.status()).toBe(404)
  })

  test.each(['/sign-in', '/en/sign-in'])(
    'サインインしていない人の %s も、390pxではみ出さず、違反がない',
    async (path) => {
      const stranger = await browser.open({ viewport: { width: 390, height: 844 }, bypassCSP: true })
      await stranger.goto(`${server.url}${path}`)
      expect(await stranger.locator('#password').count()).toBe(1)
      expect(await stranger.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
      await stranger.evaluate(axe)
      const violations = (await stranger.evaluate(
        'axe.run().then(({ violations }) => violations)',
      )) as Violation[]
      expect(violations.map(({ id }) => id)).toEqual([])
    },
  )

  test('JavaScript がなくても、記録・判定・締めまでできる', async () => {
    const plain = await browser.open({ javaScriptEnabled: false })
    const again = await startServer()
    try {
      await plain.goto(again.link)
      await plain.goto(`${again.url}/g/992011/indicators/wood-shipped/record?year=2025`)
      await plain.getByLabel(/令和7年度の値/).fill('27100')
      await plain.getByRole('button', { name: '記録する' }).click()
      await plain.getByText('R7の27,100で').waitFor()
      await plain.goto(`${again.url}/g/992011/plans/shirube-strategy-3/years/2025`)
      await plain.getByRole('button', { name: 'この年度を締める' }).click()
      await plain.getByText('年度を締めました。').waitFor()
    } finally {
      await again.stop()
    }
  })

  test('画面の誤りはない', () => {
    expect(browser.troubles).toEqual([])
  })
})
