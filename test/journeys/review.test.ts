import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

const CITY = '/g/992011'
const AXE = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js')
const SOON = { timeout: 20_000 }
const PASSWORD = '川べりの石と夜の灯り 2026'
const OPINION = '通学の足として、路線ごとの利用を示してほしい。'

describeWithBrowser('検証の部屋', () => {
  let server: TestServer
  let [planner, member]: Page[] = []
  let axe = ''
  let [room, number] = ['', '']
  const browser = useBrowser()
  const who = (page: Page | undefined) => page as Page
  const says = (page: Page | undefined, text: string | RegExp) => who(page).getByText(text).first().waitFor()
  const press = (page: Page | undefined, name: string | RegExp) =>
    who(page).getByRole('button', { name }).first().click()
  const go = (page: Page | undefined, path: string) => who(page).goto(`${server.url}${path}`)
  const violations = async (page: Page | undefined) => {
    await who(page).evaluate(axe)
    const found = await who(page).evaluate<{ id: string; nodes: { html: string }[] }[]>(
      'axe.run().then(({ violations }) => violations)',
    )
    return found.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)
  }

  beforeAll(async () => {
    axe = await readFile(AXE, 'utf8')
    server = await startServer()
    planner = await browser.open({ viewport: { width: 1440, height: 900 } })
    member = await browser.open({ viewport: { width: 1440, height: 900 } })
    await planner.goto(server.link)
  })
  afterAll(async () => {
    await server?.stop()
  })

  test('企画課が委員を招き、検証の回を開く。しるべ市のこれまでの意見は一覧にある', async () => {
    await go(planner, `${CITY}/members/invite`)
    await who(planner)
      .getByLabel('表を貼る')
      .fill('氏名\tメール\t役割\t担当課\n早川 千尋\thayakawa@panel.example\t委員\t')
    await press(planner, '確かめる')
    await press(planner, '1件を招待する')
    const row = who(planner).getByRole('row').filter({ hasText: '早川 千尋' }).first()
    await row.locator('summary').click()
    await row.getByRole('button', { name: 'パスワードを決めるリンクを出す' }).click()
    await says(planner, '早川 千尋さんだけに、直接渡してください。')
    await who(member).goto(await who(planner).getByLabel('リンク').inputValue())
    await who(member).getByLabel('新しいパスワード').fill(PASSWORD)
    await press(member, 'パスワードを決めて入る')
    await says(member, 'サインアウト')

    await go(planner, `${CITY}/reviews?year=2025`)
    await says(planner, '令和6年度')
    await says(planner, '確認ずみ')
    await says(planner, /これまでの委員会の意見が\d+件あります/)
    expect(await violations(planner)).toEqual([])
    await who(planner).getByLabel('名前（例 第1回）').fill('第1回')
    await who(planner).getByLabel('開く日').fill('2026-12-20')
    await who(planner).getByLabel('時刻（例 14時）').fill('14時')
    await press(planner, '検証の回を開く')
    await who(planner).getByRole('heading', { level: 1, name: '進行と記録 第1回' }).waitFor()
    room = new URL(who(planner).url()).pathname.replace(/\/run$/, '')
    expect((await go(planner, `${CITY}/reviews/answers`))?.status()).toBe(200)
    await says(planner, /委員会の意見 \d+件。回答待ち \d+件/)
    expect(await violations(planner)).toEqual([])
  })

  test('資料を固定し、委員を置くまで、委員には何も見えない', async () => {
    expect((await go(member, room))?.status()).toBe(404)
    await go(member, `${CITY}/reviews`)
    await says(member, 'あなたが委員になっている検証の回は、まだありません')
    await go(planner, `${room}/run`)
    await press(planner, '資料を固定する')
    await says(planner, '資料1を固定しました。')
    await who(planner).getByLabel('人').selectOption({ label: '早川 千尋' })
    await who(planner)
      .getByLabel(/示す区分/)
      .last()
      .fill('学識経験者')
    await who(planner).getByRole('checkbox', { name: '委員長' }).last().check()
    await press(planner, '委員に加える')
    await says(planner, '委員を記録しました。')
    expect(await violations(planner)).toEqual([])
    await go(member, `${CITY}/reviews`)
    await who(member).getByRole('link', { name: '第1回' }).click()
    await who(member).getByRole('heading', { name: '意見を書く' }).waitFor()
    expect((await go(member, `${room}/run`))?.status()).toBe(403)
    expect((await go(member, `${CITY}/reviews/answers`))?.status()).toBe(403)
  })

  test('委員は根拠を見て、打つそばから下書きが残り、出し、直す', async () => {
    await go(member, room)
    await says(member, '担当課の評価')
    await says(member, '届く見込み')
    expect(await who(member).locator('.evidence svg[role="img"]').count()).toBeGreaterThan(0)
    expect(await violations(member)).toEqual([])
    await who(member).getByRole('radio', { name: '提案' }).check()
    await who(member).getByLabel('意見※必須').fill('書きかけ')
    await says(member, /に下書きを保存しました/)
    await who(member).reload()
    expect(await who(member).getByLabel('意見※必須').inputValue()).toBe('書きかけ')
    expect(await who(member).getByRole('radio', { name: '提案' }).isChecked()).toBe(true)
    await who(member).getByLabel('意見※必須').fill(OPINION)
    await who(member).getByRole('button', { name: '委員会に出す' }).dblclick()
    await says(member, /^意見 R7-\d+ を出しました。$/)
    number = /R7-\d+/.exec((await who(member).getByRole('status').first().textContent()) ?? '')?.[0] ?? ''
    expect(await who(member).getByText(OPINION).count()).toBe(1)
    await says(member, '✓ 意見を書きました')
    expect(await who(member).getByLabel('意見※必須').inputValue()).toBe('')
    await who(member).getByRole('link', { name: /^直す/ }).click()
    await who(member).getByRole('heading', { name: '意見を直す' }).waitFor()
    await who(member).getByLabel('意見※必須').fill(`${OPINION}年代別にも見たい。`)
    await press(member, '直した意見を出す')
    await says(member, `${OPINION}年代別にも見たい。`)
    await says(member, '直す前の文（1）')
    await who(member).getByRole('heading', { name: '意見を書く' }).waitFor()
    expect(browser.troubles).toEqual([])
  })

  test('通信が切れても、打ったものは残り、戻ると届く', async () => {
    await who(member).keyboard.press('Escape')
    await who(member).getByRole('heading', { level: 1 }).click()
    const before = who(member).url()
    await who(member).keyboard.press('j')
    await who(member).waitForURL((url) => url.href !== before)
    await who(member).route('**/save*', (route) => route.abort())
    await who(member).getByLabel('意見※必須').fill('切れている間の文。')
    await says(member, '通信が切れています。入力はこの端末にあります')
    await who(member).unroute('**/save*')
    await says(member, /に下書きを保存しました/)
    await who(member).reload()
    expect(await who(member).getByLabel('意見※必須').inputValue()).toBe('切れている間の文。')
    browser.troubles.length = 0
  })

  test('JavaScript がなくても、下書きを残し、出せる。390px で横にはみ出さない', async () => {
    const plain = await browser.open({
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
      storageState: await who(member).context().storageState(),
    })
    await plain.goto(who(member).url())
    expect(await plain.getByLabel('意見※必須').inputValue()).toBe('切れている間の文。')
    await plain.getByRole('button', { name: '委員会に出す' }).click()
    await plain.getByText('意見の種類を選んでください').waitFor()
    expect(await plain.getByLabel('意見※必須').inputValue()).toBe('切れている間の文。')
    await plain.getByRole('radio', { name: '質問' }).check()
    await plain.getByRole('button', { name: '下書きを保存する' }).click()
    await plain.getByText('下書きを保存しました。').first().waitFor()
    await plain.getByRole('button', { name: '委員会に出す' }).click()
    await plain.getByText(/^意見 R7-\d+ を出しました。$/).waitFor()
    await plain.close()
    const narrow = await browser.open({
      viewport: { width: 390, height: 844 },
      storageState: await who(member).context().storageState(),
    })
    for (const path of [room, `${room}?all=yes`, `${CITY}/reviews`, `/en${room}`, `/zh-Hant${room}`]) {
      await narrow.goto(`${server.url}${path}`)
      const [inner, outer] = await narrow.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, window.innerWidth]',
      )
      expect([path, inner]).toEqual([path, outer])
      expect(await violations(narrow)).toEqual([])
    }
    await narrow.close()
  })

  test('二人が同じ時に出しても、どちらも残り、番号は重ならない', async () => {
    await go(planner, room)
    const spokenBy = await who(planner)
      .getByLabel('だれの意見か')
      .locator('option')
      .last()
      .getAttribute('value')
    const hand = (page: Page | undefined, text: string, more: Record<string, string>) =>
      who(page).request.post(`${server.url}${room}`, {
        headers: { origin: server.url },
        form: { do: 'hand-in', place: 'shirube-strategy-3.g2', subject: 'g2', kind: 'praise', text, ...more },
      })
    const answers = await Promise.all([
      ...['あ', 'い', 'う'].map((text) => hand(member, `委員の${text}`, {})),
      ...['え', 'お', 'か'].map((text) => hand(planner, `会議の${text}`, { spokenBy: spokenBy ?? '' })),
    ])
    expect(answers.map((each) => each.status())).toEqual([200, 200, 200, 200, 200, 200])
    await go(member, `${room}?at=shirube-strategy-3.g2`)
    const numbers = await who(member).locator('.said > li > p > b').allTextContents()
    expect(numbers.length).toBe(6)
    expect(new Set(numbers).size).toBe(6)
  })

  test('値を直しても委員の資料は変わらず、企画課にだけ知らされ、理由を添えて固定し直せる', async () => {
    await go(planner, `${CITY}/indicators/wood-shipped/record?year=2025`)
    await who(planner)
      .getByLabel(/令和7年度の値/)
      .fill('27100')
    await press(planner, '記録する')
    await who(planner).waitForURL(/indicators\/wood-shipped\?/)
    await go(planner, room)
    await says(planner, '固定したあとに、1件の値か判定が変わりました')
    await go(member, room)
    expect(await who(member).getByText('固定したあとに').count()).toBe(0)
    await says(member, '資料1（')
    await go(planner, `${room}/run`)
    await who(planner).getByLabel('固定し直す理由').fill('素材生産量が報告された')
    await press(planner, '固定し直す')
    await says(planner, '資料2を固定しました。')
    await go(member, `${room}?pack=1`)
    await says(member, '古い資料1を見ています。いまの資料は2です。')
  })

  test('意見を締め、担当課が対応方針を書き、委員長が総括して確認すると、何も変えられない', async () => {
    await go(planner, `${room}/run`)
    await who(planner).getByLabel('議事の経過').fill('資料1について質疑を行った。')
    await says(planner, /に保存しました。/)
    await press(planner, '意見を締める')
    await says(planner, '意見を締めました。')
    await go(planner, `${CITY}/reviews/answers?show=waiting`)
    const card = who(planner).getByRole('article', { name: `意見 ${number}` })
    await card.getByText('対応方針を書く').click()
    const form = card.getByRole('form', { name: `意見 ${number} への対応方針` })
    await form.getByLabel('担当課').selectOption({ label: '都市計画課' })
    await form.getByLabel(/^対応（/).fill('路線別に集計して示す。')
    await form.getByRole('button', { name: '対応方針を残す' }).click()
    await says(planner, '期限を入れてください')
    await expect.poll(() => form.getByLabel(/^対応（/).inputValue(), SOON).toBe('路線別に集計して示す。')
    await form.getByLabel('期限').fill('2027-03-31')
    await form.getByRole('button', { name: '対応方針を残す' }).click()
    await says(planner, '対応方針を残しました。')

    await go(member, room)
    await says(member, '意見は締められています。')
    await who(member)
      .getByRole('link', { name: /計画の全体/ })
      .click()
    const summary = who(member).getByRole('textbox', { name: '委員長総括' })
    await summary.fill('はじめの総括。')
    await says(member, /に保存しました。/)
    await go(planner, `${room}/run`)
    await who(planner).waitForLoadState('networkidle')
    const saved = who(planner).waitForResponse(/\/save/)
    await who(planner).getByRole('textbox', { name: '委員長総括' }).fill('企画課が書き換えた総括。')
    await saved
    await press(member, '内容を確認した')
    await says(member, /総括を書き換えました。まだ確認していません。/)
    await who(member).locator('#summary-card').getByRole('alert').getByText('はじめの総括。').waitFor()
    await expect.poll(() => summary.inputValue(), SOON).toBe('企画課が書き換えた総括。')
    // Typed and confirmed at once: what is sealed is what is shown.
    await summary.fill('おおむね妥当である。')
    await press(member, '内容を確認した')
    await says(member, '委員長が確認しました')
    await who(member).reload()
    await says(member, 'おおむね妥当である。')
    expect(await violations(member)).toEqual([])
    expect(await who(member).getByRole('textbox', { name: '委員長総括' }).count()).toBe(0)
    await go(planner, `${room}/run`)
    expect(await who(planner).getByLabel('議事の経過').count()).toBe(0)
    expect(await violations(planner)).toEqual([])
    for (const file of ['pack.pdf', 'pack.docx', 'minutes.pdf', 'minutes.docx']) {
      const answer = await who(member).request.get(`${server.url}${room}/${file}`)
      expect([file, answer.status()]).toEqual([file, 200])
      expect((await answer.body()).length).toBeGreaterThan(2_000)
    }
    await who(planner).getByRole('textbox', { name: /^理由/ }).fill('文言の誤りを直す')
    await press(planner, '理由を添えて開け直す')
    await says(planner, '開け直しました。')
    expect(browser.troubles).toEqual([])
  })
})
