import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { shirube, startServer, type TestServer } from '../support/server.ts'

/** A busy machine takes its time. */
const SOON = { timeout: 20_000 }

describeWithBrowser('監査の記録', () => {
  let server: TestServer
  let page: Page
  const browser = useBrowser()
  const at = (path: string) => `${server.url}/g/992011${path}`

  beforeAll(async () => {
    server = await startServer()
    page = await browser.open({ viewport: { width: 1440, height: 900 } })
    await page.goto(server.link)
  })
  afterAll(() => server?.stop())

  test('見たページが、だれがいつ見たかとともに残り、絞り込めて、CSVで受け取れる', async () => {
    await page.goto(at('/departments'))
    await expect
      .poll(async () => {
        await page.goto(at('/audit?kind=view&text=/departments'))
        return page.getByRole('link', { name: '/departments', exact: true }).count()
      }, SOON)
      .toBeGreaterThan(0)
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('CSVで受け取る').click()])
    const csv = await readFile(await file.path(), 'utf8')
    expect(csv).toContain('/departments')
    expect(csv).not.toContain('変更の記録')
    await page.goto(at('/audit?text=nothing-like-it'))
    await page.getByText('当てはまる記録はありません').waitFor()
    await page.getByRole('link', { name: '条件をはずす' }).click()
    await page.getByRole('row').nth(3).waitFor()
  })

  test('来訪者は監査を見られず、来訪者の閲覧は残らない', async () => {
    const stranger = await browser.open()
    expect((await stranger.goto(at('/audit')))?.status()).toBe(403)
    expect((await stranger.goto(at('/audit/entries.csv')))?.status()).toBe(403)
  })

  test('保存年限は、年数でなければ断られ、書いたものは残る', async () => {
    await page.goto(at('/audit'))
    await page.getByLabel('閲覧（年）').fill('三年')
    await page.getByRole('button', { name: '保存年限を決める' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByLabel('閲覧（年）').inputValue()).toBe('三年')
    await page.getByLabel('閲覧（年）').fill('5')
    await page.getByRole('button', { name: '保存年限を決める' }).click()
    await page.getByText('保存年限を決めました').waitFor()
  })

  test('コマンドで封をし、確かめ、外に控えた値と突き合わせる', async () => {
    await shirube(server.dataDir, 'audit', 'seal')
    const first = await shirube(server.dataDir, 'audit', 'verify', '--government', '992011')
    expect([first.code, first.err]).toEqual([0, ''])
    const head = /\d+:[0-9a-f]{64}/.exec(first.out)?.[0] ?? ''
    expect(
      (await shirube(server.dataDir, 'audit', 'verify', '--government', '992011', '--head', head)).code,
    ).toBe(0)
    const other = await shirube(
      ...([server.dataDir, 'audit', 'verify', '--government', '992011', '--head'] as const),
      head.replace(/[0-9a-f]$/, (last) => (last === '0' ? '1' : '0')),
    )
    expect(other.code).toBe(3)
    expect(other.out).toContain('鎖にありません')
    await page.goto(at('/audit'))
    await page.getByText(/番目の束まで封をしました/).waitFor()
  })
})
