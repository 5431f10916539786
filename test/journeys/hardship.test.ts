import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { type Caller, callerOf, invitePeople, signedIn } from '../support/caller.ts'
import { openComments } from '../support/consultation.ts'
import { fillIn, longForms } from '../support/long-forms.ts'
import { rowsWith } from '../support/rows.ts'
import { startServer, type TestServer } from '../support/server.ts'

const CITY = '/g/992011'
const PASSWORD = '谷川の水音と石段 2026'
const SOON = { timeout: 20_000 }
const PEOPLE = ['one', 'two'] as const
type Person = (typeof PEOPLE)[number]

describeWithBrowser('つらい目にあっても、打ったものは失われず、二度は効かない', () => {
  let server: TestServer
  let comments = ''
  const browser = useBrowser()
  const callers = new Map<Person, Caller>()
  const forms = longForms(() => comments)
  const rows = (table: string, text: string) => rowsWith(server.dataDir, table, text)

  const signIn = async (page: Page, who: Person = 'one') => {
    const form = { email: `${who}@city.example`, password: PASSWORD, to: '/' }
    const answer = await page.request.post(`${server.url}/sign-in`, { form, headers: { origin: server.url } })
    expect(new URL(answer.url()).pathname).toBe('/')
  }
  const opened = async (who: Person = 'one', options = {}) => {
    const page = await browser.open({ viewport: { width: 1440, height: 900 }, ...options })
    page.setDefaultTimeout(SOON.timeout)
    await signIn(page, who)
    return page
  }
  /** Opens a page and waits until it is alive. */
  const visit = async (page: Page, path: string) => {
    await page.goto(server.url + path)
    await page.waitForLoadState('networkidle')
  }
  /** Signs out in another tab of the same browser. */
  const signOut = async (page: Page) => {
    const other = await page.context().newPage()
    await other.goto(`${server.url}${CITY}/plans`)
    await other.getByRole('button', { name: 'サインアウト' }).click()
    await other.getByRole('link', { name: 'サインイン' }).first().waitFor()
    return other
  }

  beforeAll(async () => {
    server = await startServer()
    const administrator = callerOf(server.url)
    await administrator.get(server.link)
    const people = PEOPLE.map((who) => ({
      ...{ name: `企画 ${who}`, email: `${who}@city.example`, role: '企画担当' },
    }))
    await invitePeople(server.url, administrator, '992011', people, PASSWORD)
    for (const who of PEOPLE) callers.set(who, await signedIn(server.url, `${who}@city.example`, PASSWORD))
    await administrator.post(`${CITY}/reports?year=2025`, {
      ...{ do: 'open', 'report-from': '05-01', 'report-to': '06-14' },
    })
    comments = await openComments(administrator, CITY)
  })
  afterAll(() => server?.stop())

  describe.each(forms)('$name', (one) => {
    test('通信が切れても、閉じても、書いたものは残り、戻ると一度だけ届く', async () => {
      const page = await opened()
      await visit(page, one.path(1))
      const text = `${one.name}を、切れた通信で書く`
      let form = await fillIn(one, page, text)
      await page.context().setOffline(true)
      await one.send(form).click()
      await form.getByRole('alert').getByText('通信が切れています').waitFor()
      expect(await one.text(form).inputValue()).toBe(text)
      await page.context().setOffline(false)
      await page.reload({ waitUntil: 'networkidle' })
      form = one.form(page)
      await form.getByText('送っていなかった入力を戻しました').waitFor()
      expect(await one.text(form).inputValue()).toBe(text)
      expect(await rows(one.table, text)).toBe(0)
      await one.send(form).click()
      await one.done(page).waitFor()
      expect(await rows(one.table, text)).toBe(1)
      await page.reload()
      expect(await page.getByText('送っていなかった入力を戻しました').count()).toBe(0)
      await page.context().close()
    })

    test('二度押しても、同じ要求が二度来ても、一度だけ効く', async () => {
      const page = await opened()
      await visit(page, one.path(2))
      const text = `${one.name}を、二度押す`
      await one.send(await fillIn(one, page, text)).dblclick()
      await one.done(page).waitFor()
      expect(await rows(one.table, text)).toBe(1)
      expect(await one.form(page).getByRole('alert').count()).toBe(0)

      await visit(page, one.path(3))
      const twice = `${one.name}を、二度送る`
      const form = await fillIn(one, page, twice)
      const sent: Record<string, string> = Object.fromEntries(
        await form.evaluate((of) => [...new FormData(of as HTMLFormElement)] as [string, string][]),
      )
      const answers = await Promise.all(
        [1, 2, 3].map(() => (callers.get('one') as Caller).post(one.path(3), sent)),
      )
      for (const { status } of answers) expect([200, 422]).toContain(status)
      expect(answers.map(({ status }) => status)).toContain(200)
      expect(await rows(one.table, twice)).toBe(1)
      await page.context().close()
    })

    test('書いている途中でサインインが切れても、入り直せば、書いたものが一度だけ届く', async () => {
      const page = await opened()
      await visit(page, one.path(4))
      const text = `${one.name}を、切れたサインインで書く`
      const form = await fillIn(one, page, text)
      const other = await signOut(page)
      await one.send(form).click()
      await form.getByRole('alert').getByText('サインインが切れています').waitFor()
      expect(await one.text(form).inputValue()).toBe(text)
      expect(await form.getByRole('link', { name: '別のタブでサインインする' }).count()).toBe(1)
      expect(await rows(one.table, text)).toBe(0)
      await signIn(other)
      await page.bringToFront()
      await one.send(form).click()
      await one.done(page).waitFor()
      expect(await rows(one.table, text)).toBe(1)
      await page.context().close()
    })

    test('JavaScript がなくても、切れたサインインで送ったものは画面に返り、入り直して送れる', async () => {
      const page = await opened('one', { javaScriptEnabled: false })
      await visit(page, one.path(5))
      const text = `${one.name}を、JavaScript なしで書く`
      const form = await fillIn(one, page, text)
      const other = await signOut(page)
      await one.send(form).click()
      await page.getByRole('heading', { name: 'サインインが切れています' }).waitFor()
      const typed = page.getByLabel('送った内容')
      await expect.poll(async () => (await typed.all()).length, SOON).toBeGreaterThan(0)
      const values = await Promise.all((await typed.all()).map((each) => each.inputValue()))
      expect(values).toContain(text)
      await signIn(other)
      await page.getByRole('button', { name: 'もう一度送る' }).click()
      await one.done(page).waitFor()
      expect(await rows(one.table, text)).toBe(1)
      await page.context().close()
    })

    // A question is nobody's shared cell: two people ask two.
    if (!one.shared) return
    test('二人が同じところを書くと、遅れた人は知らされ、どちらも残る', async () => {
      const pages = { one: await opened('one'), two: await opened('two') }
      const text = (who: Person) => `${one.name}を、二人で書く ${who}`
      for (const who of PEOPLE) await visit(pages[who], one.path(6))
      for (const who of PEOPLE) await fillIn(one, pages[who], text(who))
      await one.send(one.form(pages.one)).click()
      await one.done(pages.one).waitFor()
      await one.send(one.form(pages.two)).click()
      const later = one.form(pages.two)
      await later.getByRole('alert').waitFor()
      expect(await one.text(later).inputValue()).toBe(text('two'))
      expect([await rows(one.table, text('one')), await rows(one.table, text('two'))]).toEqual([1, 0])
      await one.send(later).click()
      await one.done(pages.two).waitFor()
      expect([await rows(one.table, text('one')), await rows(one.table, text('two'))]).toEqual([1, 1])
      for (const who of PEOPLE) await pages[who].context().close()
    })
  })

  test('送っている最中にサーバーが倒れても、立ち直れば、どの書式のものも一度だけ届く', async () => {
    const first = await opened()
    const context = first.context()
    const text = (name: string) => `${name}を、倒れるサーバーに送る`
    const pages = new Map<string, Page>()
    for (const one of forms) {
      const page = await context.newPage()
      await visit(page, one.path(7))
      await fillIn(one, page, text(one.name))
      pages.set(one.name, page)
    }
    const sending = forms.map((one) => one.send(one.form(pages.get(one.name) as Page)).click())
    await Promise.all([...sending, server.kill()])
    server = await startServer(server.dataDir, { PORT: new URL(server.url).port })
    for (const one of forms) {
      const page = pages.get(one.name) as Page
      await visit(page, one.path(7))
      const arrived = await rows(one.table, text(one.name))
      if (arrived === 0) {
        const form = one.form(page)
        await form.getByText('送っていなかった入力を戻しました').waitFor()
        expect(await one.text(form).inputValue()).toBe(text(one.name))
        await one.send(form).click()
        await one.done(page).waitFor()
      }
      expect([one.name, await rows(one.table, text(one.name))]).toEqual([one.name, 1])
    }
    await context.close()
    expect(browser.troubles.filter((each) => !/ERR_|Failed to (load|fetch)/.test(each))).toEqual([])
  })

  describe('実績の回答（自動保存）', () => {
    const AT = `${CITY}/reports?year=2025&department=commerce-tourism`
    const card = (page: Page, name = '創業件数') => page.locator('.answer-card').filter({ hasText: name })
    const note = (page: Page, name?: string) => card(page, name).getByLabel('増減の理由と今後')
    const arrives = (text: string) => expect.poll(() => rows('answer', text), SOON).toBe(1)
    const stands = (page: Page, text: string) =>
      expect
        .poll(async () => {
          await visit(page, AT)
          return note(page).inputValue()
        }, SOON)
        .toBe(text)

    test('保存の途中でサーバーが倒れても、打ったものは画面に残り、立ち直ると一度だけ届く', async () => {
      const page = await opened()
      await visit(page, AT)
      const saving = page.waitForRequest('**/reports/save*')
      await note(page).fill('倒れる前に打つ')
      await saving
      await server.kill()
      await card(page).getByText('入力はこの端末にあります').waitFor(SOON)
      await note(page).fill('倒れているあいだに打つ')
      expect(await note(page).inputValue()).toBe('倒れているあいだに打つ')
      server = await startServer(server.dataDir, { PORT: new URL(server.url).port })
      await arrives('倒れているあいだに打つ')
      expect(await rows('answer', '倒れる前に打つ')).toBeLessThanOrEqual(1)
      expect(await page.getByText('開いているあいだに').count()).toBe(0)
      await stands(page, '倒れているあいだに打つ')
      await page.context().close()
    })

    test('通信が切れても、ひとりでに届く', async () => {
      const page = await opened()
      await visit(page, AT)
      await page.context().setOffline(true)
      await note(page).fill('切れた通信で打つ')
      await card(page).getByText('入力はこの端末にあります').waitFor(SOON)
      await page.context().setOffline(false)
      await arrives('切れた通信で打つ')
      await card(page)
        .getByText(/に保存しました/)
        .waitFor(SOON)
      await stands(page, '切れた通信で打つ')
      await page.context().close()
    })

    test('打っている途中でサインインが切れると、そう言い、入り直せば、ひとりでに届く', async () => {
      const page = await opened()
      await visit(page, AT)
      const other = await signOut(page)
      await note(page).fill('切れたサインインで打つ')
      await card(page).getByText('サインインが切れています').waitFor(SOON)
      expect(await note(page).inputValue()).toBe('切れたサインインで打つ')
      await signIn(other)
      await arrives('切れたサインインで打つ')
      await stands(page, '切れたサインインで打つ')

      // The browser is closed while signed out; what was typed comes back with its owner.
      await signOut(page)
      await note(page).fill('閉じる前に打つ')
      await card(page).getByText('サインインが切れています').waitFor(SOON)
      await page.goto('about:blank')
      await signIn(page)
      await visit(page, AT)
      await arrives('閉じる前に打つ')
      await stands(page, '閉じる前に打つ')
      await page.context().close()
    })

    test('同じブラウザーに次に入った人には、前の人の書きかけは見えず、送られもしない', async () => {
      const page = await opened()
      await visit(page, AT)
      const before = await note(page).inputValue()
      const other = await signOut(page)
      await note(page).fill('前の人が打つ')
      await card(page).getByText('サインインが切れています').waitFor(SOON)
      await signIn(other, 'two')
      // The page of the first person still stands, and tries again.
      const again = page.waitForResponse(/\/reports\/save/)
      expect((await again).status()).toBe(401)
      await page.goto('about:blank')
      await visit(other, AT)
      expect(await note(other).inputValue()).toBe(before)
      expect(await rows('answer', '前の人が打つ')).toBe(0)
      await other.getByRole('button', { name: 'サインアウト' }).click()
      await other.getByRole('link', { name: 'サインイン' }).first().waitFor()
      await signIn(other)
      await visit(other, AT)
      await arrives('前の人が打つ')
      await page.context().close()
    })

    test('同じ保存が二度来ても、一度だけ書かれる', async () => {
      const form = { indicator: 'startups', value: '70', note: '二度送る', seen: '' }
      const answers = await Promise.all(
        [1, 2, 3].map(() => (callers.get('one') as Caller).post(`${CITY}/reports/save?year=2025`, form)),
      )
      for (const { status } of answers) expect(status).toBe(200)
      expect(await rows('answer', '二度送る')).toBe(1)
      expect(answers.map(({ text }) => text.includes('conflict'))).toEqual([true, true, true])
    })

    test('閉じているあいだにほかの人が書いていたら、知らされ、どちらも残る', async () => {
      const [mine, theirs] = [await opened('one'), await opened('two')]
      for (const page of [mine, theirs]) await visit(page, AT)
      await mine.context().setOffline(true)
      await note(mine).fill('席を立つ前に打つ')
      await card(mine).getByText('入力はこの端末にあります').waitFor(SOON)
      await mine.goto('about:blank')
      await note(theirs).fill('先に届く')
      await arrives('先に届く')
      await mine.context().setOffline(false)
      await visit(mine, AT)
      await card(mine).getByText('開いているあいだに、企画 twoさんが書きました').waitFor(SOON)
      await card(mine).getByRole('button', { name: '自分の値にする' }).click()
      await mine.getByText('開いているあいだに').waitFor({ state: 'detached' })
      await stands(theirs, '席を立つ前に打つ')
      expect(await rows('answer', '先に届く')).toBe(1)
      expect(await rows('answer', '席を立つ前に打つ')).toBeGreaterThanOrEqual(1)
      for (const page of [mine, theirs]) await page.context().close()
    })
  })
})
