import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { freePort, type OidcPeople, type OidcServer, startOidc } from '../support/oidc.ts'
import { startServer, type TestServer } from '../support/server.ts'

const RULES = [
  { group: 'kikaku', government: '992011', role: 'planner' },
  { group: 'shoko', government: '992011', role: 'reporter', department: 'commerce-tourism' },
]

describeWithBrowser('庁内の認証で入る', () => {
  const people: OidcPeople = {
    umi: { email: 'umino@city.example', name: '海野 渚', groups: ['shoko'], verified: true },
    yama: { email: 'oyama@city.example', name: '大山 岳', groups: ['bousai'], verified: true },
    sora: { email: 'admin@localhost.local', name: '空野 遥', groups: [], verified: false },
  }
  let server: TestServer
  let oidc: OidcServer
  let administrator: Page
  const browser = useBrowser()
  let port = 0

  beforeAll(async () => {
    // The provider's development pages say on the console that they are that.
    for (const method of ['warn', 'info', 'log'] as const)
      vi.spyOn(console, method).mockImplementation(() => {})
    port = await freePort()
    oidc = await startOidc(people, () => `http://localhost:${port}/auth/callback/oidc`)
    server = await startServer(undefined, {
      ...{ PORT: String(port), SHIRUBE_OIDC_ISSUER: oidc.issuer, SHIRUBE_OIDC_CLIENT_ID: 'shirube' },
      ...{ SHIRUBE_OIDC_CLIENT_SECRET: 'a secret of the test', SHIRUBE_OIDC_NAME: 'しるべ市の認証' },
      SHIRUBE_OIDC_ROLES: JSON.stringify(RULES),
    })
    administrator = await browser.open()
    await administrator.goto(server.link)
  })
  afterAll(async () => {
    await server?.stop()
    await oidc?.stop()
  })

  const enterAs = async (who: string, javaScriptEnabled = true) => {
    const page = await browser.open({ javaScriptEnabled })
    await page.goto(`${server.url}/sign-in?to=/g/992011/reports?year=2025`)
    await page.getByRole('link', { name: 'しるべ市の認証で入る' }).click()
    await page.locator('input[name=login]').fill(who)
    await page.locator('input[name=password]').fill('any')
    await page.locator('button[type=submit]').click()
    await page.locator('button[type=submit]').click()
    await page.waitForURL((url) => url.port === String(port))
    return page
  }
  const members = async () => {
    await administrator.goto(`${server.url}/g/992011/members`)
    return administrator.locator('section:has(#members)').textContent()
  }

  test('グループの対応にある人は、招待なしで役割と課を持って入る', async () => {
    const page = await enterAs('umi')
    await page.getByText('海野 渚').first().waitFor()
    expect(page.url()).toContain('/g/992011/reports')
    const list = await members()
    expect(list).toContain('umino@city.example')
    expect(list).toContain('商工観光課')
    expect(list).toContain('庁内の認証')
  })

  test('対応にないグループの人は入れず、だれも作られない', async () => {
    const page = await enterAs('yama')
    await page.getByText('まだ招待されていません').waitFor()
    expect(await members()).not.toContain('oyama')
  })

  test('確かめられていないアドレスでは、ほかの人のアカウントに入れない', async () => {
    const page = await enterAs('sora')
    expect(page.url()).toContain('/sign-in')
    await page.getByText('入れませんでした').waitFor()
  })

  test('グループが変わると、次に入ったときに所属も変わり、前のものは履歴に残る', async () => {
    people.umi = { ...(people.umi as OidcPeople[string]), groups: ['kikaku'] }
    await enterAs('umi', false)
    const list = await members()
    expect(list).toMatch(/海野 渚 umino@city.example企画担当/)
    await administrator.goto(`${server.url}/g/992011/members?state=ended`)
    expect(await administrator.locator('section:has(#members) tbody').textContent()).toContain('報告者')
  })

  test('画面の誤りはない', () =>
    expect(browser.troubles.filter((each) => !each.startsWith(oidc.issuer))).toEqual([]))
})
