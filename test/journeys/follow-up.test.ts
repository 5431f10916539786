import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

describeWithBrowser('今後の方針', () => {
  let server: TestServer
  let page: Page
  const browser = useBrowser()
  const list = () => `${server.url}/g/992011/follow-up?year=2025&plan=shirube-strategy-3`
  const one = () => `${server.url}/g/992011/follow-up/shirube-strategy-3/g1-p1?year=2025`
  /** Opens a folded form. */
  const form = async (name: string, of: Page = page) => {
    const found = of.locator('details', { has: of.locator(`form[aria-label="${name}"]`) })
    if ((await found.getAttribute('open')) === null) await found.locator('summary').click()
    return of.getByRole('form', { name })
  }

  beforeAll(async () => {
    server = await startServer()
    page = await browser.open({ viewport: { width: 1440, height: 900 } })
    await page.goto(server.link)
  })
  afterAll(() => server?.stop())

  test('方針を決め、決裁番号を書き、予算要求と計画の下書きにつなぎ、終わるまで追う', async () => {
    await page.goto(one())
    const decide = await form('方針を決める')
    await decide.getByLabel('方針').selectOption({ label: '改善' })
    await decide.getByLabel(/^理由/).fill('参加者の偏りを直す。')
    await decide.getByLabel('期限').fill('2026-01-31')
    await decide.getByRole('button', { name: '方針を決める' }).click()
    await page.getByText('方針を決めました').waitFor()

    const approval = await form('決裁番号を書く')
    await approval.getByLabel(/^決裁番号/).fill('8企第12号')
    await approval.getByLabel(/^決裁日/).fill('2026-09-30')
    await approval.getByRole('button').click()
    await page.getByText('決裁番号を書きました').waitFor()

    const budget = await form('予算要求につなぐ')
    await budget.getByLabel('要求額（円）').fill('一二〇万')
    await budget.locator('button[type=submit]').click()
    await budget.getByRole('alert').waitFor()
    expect(await budget.getByLabel('要求額（円）').inputValue()).toBe('一二〇万')
    await budget.getByLabel('要求額（円）').fill('１，２００千円')
    await budget.getByLabel('要求書の番号').fill('要求12')
    await budget.locator('button[type=submit]').click()
    await page.getByText('1,200,000円').waitFor()

    await (await form('計画の改定を起こす')).getByRole('button').click()
    await page.getByRole('link', { name: '下書きの版を開く' }).waitFor()
    await page.goto(list())
    await page.getByText('期限（2026年1月31日）を過ぎています').waitFor()
    await page.getByText('決裁 8企第12号（2026年9月30日）').waitFor()

    await page.goto(one())
    const progress = await form('進みを書く')
    await progress.getByLabel('終わった').check()
    await progress.getByLabel(/^したこと/).fill('要綱を改めた。')
    await progress.getByRole('button').click()
    await page.getByText('進みを書きました').waitFor()
    await page.goto(`${list()}&show=late`)
    await page.getByText('当てはまるものはありません').waitFor()
    await page.goto(`${server.url}/g/992011/plans/shirube-strategy-3`)
  })

  test('起案に添える資料を受け取れる', async () => {
    await page.goto(list())
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '起案に添える資料 docx' }).click(),
    ])
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK')
    for (const format of ['pdf', 'xlsx'])
      expect((await page.request.get(list().replace('follow-up?', `follow-up.${format}?`))).status()).toBe(
        200,
      )
  })

  test('二人が同時に決めると、遅れた人は知らされ、書いたものは残る', async () => {
    const path = one().replace('g1-p1', 'g1-p2')
    const other = await browser.open({ storageState: await page.context().storageState() })
    for (const each of [page, other]) {
      await each.goto(path)
      const decide = each.getByRole('form', { name: '方針を決める' })
      await decide.getByLabel('方針').selectOption({ label: each === page ? '拡充' : '廃止' })
      await decide.getByLabel(/^理由/).fill(each === page ? '先の理由' : '後の理由')
    }
    await page.getByRole('form', { name: '方針を決める' }).getByRole('button').click()
    await page.getByText('方針を決めました').waitFor()
    await other.getByRole('form', { name: '方針を決める' }).getByRole('button').click()
    const refused = other.getByRole('form', { name: '方針を決める' })
    await refused.getByRole('alert').waitFor()
    expect(await refused.getByLabel(/^理由/).inputValue()).toBe('後の理由')
    await expect.poll(() => other.getByText('先の理由').count()).toBeGreaterThan(0)
  })

  test('来訪者に書くところはなく、390px で横にはみ出さない', async () => {
    const stranger = await browser.open({ viewport: { width: 390, height: 844 } })
    for (const path of [list(), one()]) {
      await stranger.goto(path)
      expect(await stranger.getByRole('form', { name: '方針を決める' }).count()).toBe(0)
      expect(await stranger.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
    }
  })

  test('団体の区分の一覧を決められる', async () => {
    await page.goto(list())
    await page.getByText('方針の区分').first().click()
    await page.getByLabel('方針の区分').fill('拡充\n現状維持\n見直し')
    await page.getByRole('button', { name: '区分を決める' }).click()
    await page.getByText('区分を決めました').waitFor()
    await page.goto(one().replace('g1-p1', 'g1-p3'))
    const options = await (await form('方針を決める')).getByLabel('方針').locator('option').allTextContents()
    expect(options.slice(1)).toEqual(['拡充', '現状維持', '見直し'])
    expect(browser.troubles).toEqual([])
  })
})
