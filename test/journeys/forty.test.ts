import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as XLSX from '@e965/xlsx'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { describeWithBrowser, useBrowser } from '../support/browser.ts'
import { type Caller, callerOf, invitePeople } from '../support/caller.ts'
import { answerOf, DEPARTMENTS, FORTY_PLAN, fortyPlan, indicatorOf } from '../support/forty.ts'
import { shirube, startServer, type TestServer } from '../support/server.ts'

const CITY = '/g/992011'
const PASSWORD = '四十の課の一年と灯台 2026'
const YEAR = 2025
/** The first half answers by page, the second by workbook. */
const BY_PAGE = DEPARTMENTS.slice(0, 20)
const BY_WORKBOOK = DEPARTMENTS.slice(20)
/** Two cells in which page and workbook differ on purpose: the page's value is chosen in the first, the workbook's in the second. */
const [KEEP_PAGE, KEEP_WORKBOOK] = [20, 21]
const ELSE = 7

/** What stands in the end. */
const finalOf = (at: number): number => (at === KEEP_PAGE ? answerOf(at) + ELSE : answerOf(at))

const PEOPLE = ['計画 立', '海野 渚', '大山 岳', '森 泉'] as const
type Who = (typeof PEOPLE)[number]
const EMAIL: Readonly<Record<Who, string>> = {
  ...{ '計画 立': 'keikaku@city.example', '海野 渚': 'umino@city.example' },
  ...{ '大山 岳': 'oyama@city.example', '森 泉': 'mori@univ.example' },
}
/** 根拠資料 that the first department lays beside its answer. */
const LEDGER = { name: '台帳.csv', mimeType: 'text/csv', buffer: Buffer.from('窓口,件数\n本庁,60\n') }
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

describeWithBrowser('しるべ市の一年、40の課、四人', () => {
  let server: TestServer
  let administrator: Caller
  let room = ''
  const browser = useBrowser()
  const pages = new Map<Who, Page>()
  const who = (name: Who) => pages.get(name) as Page
  const [planner, reporter, approver, reviewer] = PEOPLE
  const go = (name: Who, path: string) => who(name).goto(`${server.url}${CITY}${path}`)
  const press = (name: Who, button: string | RegExp) =>
    who(name).getByRole('button', { name: button }).click()
  const says = (name: Who, text: string | RegExp) => who(name).getByText(text).first().waitFor()
  const reports = (department: string) => `/reports?year=${YEAR}&department=${department}`

  beforeAll(async () => {
    server = await startServer()
    const admin = await browser.open()
    await admin.goto(server.link)
    const cookie = (await admin.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    administrator = callerOf(server.url, undefined, cookie)
    for (const name of PEOPLE) pages.set(name, await browser.open({ viewport: { width: 1440, height: 900 } }))
    // The other plans' year is not this one's matter.
    const registered = await administrator.post(`${CITY}/departments`, {
      do: 'register',
      list: DEPARTMENTS.map(({ id, name }) => `${id}\t${name}`).join('\n'),
    })
    expect(registered.status).toBeLessThan(400)
    const file = join(server.dataDir, 'forty.yaml')
    await writeFile(file, fortyPlan())
    expect(await shirube(server.dataDir, 'plan', 'import', file)).toMatchObject({ code: 0, err: '' })
    const inEvery = (name: Who, role: string) =>
      DEPARTMENTS.map((each) => ({ name, email: EMAIL[name], role, department: each.name }))
    await invitePeople(
      server.url,
      administrator,
      '992011',
      [
        { name: planner, email: EMAIL[planner], role: '企画担当' },
        ...inEvery(reporter, '報告者'),
        ...inEvery(approver, '承認者'),
        { name: reviewer, email: EMAIL[reviewer], role: '委員' },
      ],
      PASSWORD,
    )
    for (const name of PEOPLE) {
      await who(name).goto(`${server.url}/sign-in`)
      await who(name).locator('#email').fill(EMAIL[name])
      await who(name).locator('#password').fill(PASSWORD)
      await who(name).locator('form:has(#password) button[type=submit]').first().click()
      await says(name, 'サインアウト')
    }
  })
  afterAll(() => server?.stop())

  test('企画: 一年を始めると、40の課に一つずつしごとができ、だれが持っているかが見える', async () => {
    await go(planner, `/reports?year=${YEAR}`)
    await who(planner).getByLabel('実績入力 おわり').fill('06-14')
    await press(planner, '収集を始める')
    await says(planner, 'しめきり')
    await go(planner, `/cycle?year=${YEAR}`)
    await who(planner)
      .getByRole('row', { name: /第40課の件数.*海野 渚/ })
      .waitFor()
  })

  test('報告者: 20の課は画面で答え、出す', async () => {
    for (const [at, { id }] of BY_PAGE.entries()) {
      await go(reporter, reports(id))
      const card = who(reporter).locator(`#${indicatorOf(at)}`)
      await card.getByLabel(/令和7年度の値/).fill(String(answerOf(at)))
      await card.getByText(/に保存しました/).waitFor()
      if (at === 0) {
        await card.locator('summary', { hasText: '根拠資料' }).click()
        await card.getByLabel(/^ファイル/).setInputFiles(LEDGER)
        await card.getByLabel('何がわかる資料か').fill('窓口の台帳')
        await card.getByRole('button', { name: '資料を添える' }).click()
        await says(reporter, '資料を添えました。')
      }
      await press(reporter, '1件を課長の確認に出す')
      await says(reporter, '1件を提出しました。')
    }
  })

  test('企画: 残る20の課の調査票をまとめて受け取り、書かれたものをまとめて取り込む。違う二つは選ぶ', async () => {
    await go(planner, `/reports?year=${YEAR}`)
    const [zip] = await Promise.all([
      who(planner).waitForEvent('download'),
      who(planner).getByRole('link', { name: 'すべての課の調査票（ZIP）' }).click(),
    ])
    const books = unzipSync(await readFile(await zip.path()))
    const files = BY_WORKBOOK.map(({ name }, index) => ({
      name: `${name}.xlsx`,
      mimeType: XLSX_TYPE,
      buffer: filledIn(Buffer.from(books[`${name}.xlsx`] ?? []), `${name}の件数`, answerOf(20 + index)),
    }))
    // Meanwhile somebody types into two of the same cells.
    for (const at of [KEEP_PAGE, KEEP_WORKBOOK]) {
      await go(reporter, reports(DEPARTMENTS[at]?.id ?? ''))
      const card = who(reporter).locator(`#${indicatorOf(at)}`)
      await card.getByLabel(/令和7年度の値/).fill(String(answerOf(at) + ELSE))
      await card.getByText(/に保存しました/).waitFor()
    }
    await who(planner).getByLabel('調査票（いくつでも）').setInputFiles(files)
    await press(planner, '返ってきた調査票をまとめて取り込む')
    await says(planner, '第40課.xlsx: 調査票から1件を取り込みました')
    const differing = files.filter((_, index) => [KEEP_PAGE, KEEP_WORKBOOK].includes(20 + index))
    for (const { name } of differing) await says(planner, new RegExp(`${name}.*1件`))

    for (const [index, at] of [KEEP_PAGE, KEEP_WORKBOOK].entries()) {
      await go(reporter, reports(DEPARTMENTS[at]?.id ?? ''))
      await who(reporter)
        .getByLabel('調査票（Excel）')
        .setInputFiles(differing[index] ?? [])
      await press(reporter, '記入した調査票を返す')
      await says(reporter, '画面と調査票で違うところ 1件')
      const chosen = at === KEEP_PAGE ? answerOf(at) + ELSE : answerOf(at)
      await who(reporter)
        .getByRole('row', { name: new RegExp(`第${at + 1}課の件数`) })
        .getByText(String(chosen), { exact: true })
        .click()
      await press(reporter, '選んだ値にする')
      await says(reporter, /調査票から\d件を取り込みました/)
    }
    for (const { id } of BY_WORKBOOK) {
      await go(reporter, reports(id))
      await press(reporter, '1件を課長の確認に出す')
      await says(reporter, '1件を提出しました。')
    }
  })

  test('承認者: 40の課の実績を承認する。二度押しても一度だけ', async () => {
    for (const { id } of DEPARTMENTS) {
      await go(approver, reports(id))
      await who(approver).getByRole('button', { name: '承認待ちの1件をまとめて承認する' }).dblclick()
      await says(approver, /1件を承認し、実績として記録しました。|承認ずみ/)
    }
    const csv = await administrator.get(`${CITY}/indicators/${indicatorOf(0)}/series.csv`)
    expect(csv.text.split('\r\n').filter((line) => line.includes(`${answerOf(0)}`)).length).toBe(1)
  })

  const stage = async (name: string, move: '始める' | '終える', reason = '') => {
    await go(planner, `/cycle?year=${YEAR}`)
    const found = who(planner)
      .locator('details', { hasText: `${name}を${move}` })
      .last()
    if ((await found.getAttribute('open')) === null) await found.locator('summary').click()
    await found.getByLabel('理由').fill(reason)
    await found.getByRole('button', { name: `${name}を${move}` }).click()
    await says(planner, `${name}を${move === '始める' ? '始めました' : '終えました'}。`)
  }
  const plan = `/plans/${FORTY_PLAN}/years/${YEAR}`

  test('実績入力を終えるとロックされ、庁内評価で一次・二次の判定が横に立つ', async () => {
    await stage('実績入力', '終える', 'ほかの計画の残りは来月に入れる')
    await go(reporter, reports(DEPARTMENTS[0]?.id ?? ''))
    await says(reporter, '実績入力の段階は')
    await stage('庁内評価', '始める')
    await go(approver, `${plan}/judge?open=c-${indicatorOf(0)}`)
    const first = who(approver).getByRole('form', { name: '一次判定（担当課）' })
    await first.getByLabel('区分').selectOption({ index: 1 })
    await first.getByLabel(/^所見/).fill('窓口を広げた。')
    await first.getByLabel('計算と違う理由').fill('窓口の数で見た。')
    await first.getByRole('button', { name: '判定を残す' }).click()
    await says(approver, '残しました')
    await stage('庁内評価', '終える')
    await stage('推進本部会議', '始める')
    await stage('推進本部会議', '終える')
    await stage('外部検証', '始める')
  })

  test('委員: 固定された資料を読み、意見を出し、総括して確認する', async () => {
    await go(planner, `/reviews?year=${YEAR}`)
    await who(planner).getByLabel('名前（例 第1回）').fill('第1回')
    await who(planner).getByLabel('開く日').fill('2026-12-20')
    const only = who(planner).getByRole('group', { name: /計画/ }).getByRole('checkbox')
    for (const box of await only.all())
      if ((await box.getAttribute('value')) === FORTY_PLAN) await box.check()
      else await box.uncheck()
    await press(planner, '検証の回を開く')
    await who(planner).getByRole('heading', { level: 1, name: '進行と記録 第1回' }).waitFor()
    room = new URL(who(planner).url()).pathname.replace(/\/run$/, '').replace(CITY, '')
    await press(planner, '資料を固定する')
    await says(planner, '資料1を固定しました。')
    await who(planner).getByLabel('人').selectOption({ label: reviewer })
    await who(planner)
      .getByLabel(/示す区分/)
      .last()
      .fill('学識経験者')
    await who(planner).getByRole('checkbox', { name: '委員長' }).last().check()
    await press(planner, '委員に加える')
    await says(planner, '委員を記録しました。')

    await go(reviewer, room)
    await says(reviewer, String(finalOf(0)))
    await who(reviewer).getByRole('radio', { name: '提案' }).check()
    await who(reviewer).getByLabel('意見※必須').fill('窓口ごとの件数も見たい。')
    await who(reviewer).getByRole('button', { name: '委員会に出す' }).dblclick()
    await says(reviewer, /^意見 R7-\d+ を出しました。$/)
    const [file] = await Promise.all([
      who(reviewer).waitForEvent('download'),
      who(reviewer).getByRole('link', { name: LEDGER.name }).click(),
    ])
    expect(await readFile(await file.path())).toEqual(LEDGER.buffer)
    expect((await go(reviewer, '/indicators'))?.status()).toBe(403)
    expect((await go(reviewer, '/evidence/1'))?.status()).toBe(403)
    await go(planner, `${room}/run`)
    await press(planner, '意見を締める')
    await says(planner, /意見を締めました/)
    await go(reviewer, room)
    await who(reviewer)
      .getByRole('link', { name: /計画の全体/ })
      .click()
    await who(reviewer).getByRole('textbox', { name: '委員長総括' }).fill('妥当である。')
    await says(reviewer, /に保存しました。/)
    await press(reviewer, '内容を確認した')
    await says(reviewer, '委員長が確認しました')
    await stage('外部検証', '終える')
  })

  test('方針決定: 意見に答える課が決まり、課が答え、施策の方針が決まる', async () => {
    await stage('方針決定', '始める')
    await go(planner, '/reviews/answers')
    const card = who(planner).getByRole('article').filter({ hasText: '窓口ごとの件数も見たい。' })
    await card.getByText('対応方針を書く').click()
    const form = card.getByRole('form', { name: /への対応方針/ })
    await form.getByLabel('担当課').selectOption({ label: '第1課' })
    await form.getByLabel(/^対応（/).fill('窓口別に集計する。')
    await form.getByLabel('期限').fill('2027-03-31')
    await form.getByRole('button', { name: '対応方針を残す' }).click()
    await says(planner, '対応方針を残しました。')
    await go(reporter, `/follow-up/${FORTY_PLAN}/program-0-0?year=${YEAR}`)
    const propose = who(reporter).getByRole('form', { name: '担当課の案を出す' })
    await propose.getByLabel('方針').selectOption({ label: '改善' })
    await propose.getByLabel(/^理由/).fill('窓口を見直す。')
    await propose.getByRole('button').click()
    await says(reporter, '案を出しました。')
    await go(planner, `/follow-up/${FORTY_PLAN}/program-0-0?year=${YEAR}`)
    const decide = who(planner).getByRole('form', { name: '方針を決める' })
    await decide.getByLabel(/^理由/).fill('案のとおり。')
    await decide.getByRole('button').click()
    await says(planner, '方針を決めました。')
    await stage('方針決定', '終える')
  })

  test('公表: 年度を締めて公表すると、だれでも同じ数字を読める', async () => {
    await go(planner, plan)
    for (const how of ['この年度を締める', '公表する']) {
      await who(planner).getByRole('button', { name: how }).dblclick()
      await says(planner, how === '公表する' ? '公表しました（1回目）' : '年度を締めました')
    }
    const shown = await callerOf(server.url).get(`/p/992011/${FORTY_PLAN}/${YEAR}`)
    expect(shown.status).toBe(200)
    for (const at of DEPARTMENTS.keys())
      expect([at, shown.text.includes(`${finalOf(at)}`)]).toEqual([at, true])
    for (const said of [
      '窓口ごとの件数も見たい。',
      '学識経験者',
      '窓口別に集計する。',
      '改善',
      '窓口を広げた。',
    ])
      expect([said, shown.text.includes(said)]).toEqual([said, true])
    expect(shown.text.includes('森 泉')).toBe(false)
  })

  test('最後の値は、入れた値と等しい', async () => {
    for (const at of DEPARTMENTS.keys()) {
      const { text } = await administrator.get(`${CITY}/indicators/${indicatorOf(at)}/series.csv`)
      expect(text).toMatch(new RegExp(`[,"]${finalOf(at)}[,"]`))
    }
  })

  test('一年のあと、監査の鎖に食い違いはない', async () => {
    await shirube(server.dataDir, 'audit', 'seal')
    const verified = await shirube(server.dataDir, 'audit', 'verify', '--government', '992011')
    expect([verified.code, verified.err]).toEqual([0, ''])
    expect(browser.troubles).toEqual([])
  })
})

/** The workbook of one department with a value written where its indicator stands. */
function filledIn(bytes: Buffer, indicator: string, value: number): Buffer {
  const book = XLSX.read(bytes, { type: 'buffer' })
  const sheet = book.Sheets.調査票 as XLSX.WorkSheet
  const rows = XLSX.utils.sheet_to_json<string[]>(sheet, { header: 1, defval: '' })
  const line = rows.findIndex((row) => row.includes(indicator)) + 1
  XLSX.utils.sheet_add_aoa(sheet, [[value]], { origin: `I${line}` })
  return XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
}
