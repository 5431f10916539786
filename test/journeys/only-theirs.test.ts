import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ja } from '../../src/words/ja.ts'
import { type Answered, type Caller, callerOf, invitePeople, saidBy, signedIn } from '../support/caller.ts'
import { openComments } from '../support/consultation.ts'
import { newerPlaces, PLACES } from '../support/places.ts'
import { startServer, type TestServer } from '../support/server.ts'

const CITY = '/g/992011'
const REAL = '/g/431001'
const PASSWORD = '谷川の水音と石段 2026'
/** What 地域づくり課 has typed and nobody approved; 商工観光課 has typed the other. */
const SECRET = { community: 'カワセミ計画の下書き', own: 'ヤマドリ計画の下書き' }
/** What each department asked planning, at a card and of the whole, and what a piece of evidence holds. */
const ASKED = { community: ['ミサゴの数え方', 'ミサゴの期日'], own: ['ツグミの数え方', 'ツグミの期日'] }
const [EVIDENCE, SHOWS] = ['サシバの台帳', 'オオルリの根拠']

const PEOPLE = [
  { name: '企画 一', email: 'plan@city.example', role: '企画担当' },
  { name: '商工 二', email: 'own@city.example', role: '報告者', department: '商工観光課' },
  { name: '地域 三', email: 'community@city.example', role: '報告者', department: '地域づくり課' },
  { name: '委員 四', email: 'review@city.example', role: '委員' },
  { name: '幹部 五', email: 'executive@city.example', role: '幹部' },
  { name: '監査 六', email: 'audit@city.example', role: '監査担当' },
  { name: '閲覧 七', email: 'view@city.example', role: '閲覧者' },
]

/** All that an answer says: its bytes, and where it is a ZIP (Word, Excel), those of its parts. */
const within = ({ bytes, text }: Answered): string =>
  bytes[0] === 0x50 && bytes[1] === 0x4b
    ? Object.values(unzipSync(bytes))
        .map((part) => new TextDecoder().decode(part))
        .join('\n')
    : text

describe('それぞれに、自分のものだけが見える', () => {
  let server: TestServer
  const callers = new Map<string, Caller>()
  const as = (who: string) => callers.get(who) as Caller
  let evidence = ''
  let comments = ''

  beforeAll(async () => {
    server = await startServer()
    const administrator = callerOf(server.url)
    await administrator.get(server.link)
    await invitePeople(server.url, administrator, '992011', PEOPLE, PASSWORD)
    const elsewhere = { name: '熊本 八', email: 'kumamoto@city.example', role: '企画担当' }
    await invitePeople(server.url, administrator, '431001', [elsewhere], PASSWORD)
    for (const { email } of [...PEOPLE, elsewhere])
      callers.set(email.split('@')[0] ?? '', await signedIn(server.url, email, PASSWORD))
    callers.set('administrator', administrator)
    callers.set('stranger', callerOf(server.url))
    await administrator.post(`${CITY}/reports?year=2025`, {
      ...{ do: 'open', 'report-from': '05-01', 'report-to': '06-14' },
    })
    const saved = async (who: string, indicator: string, note: string) =>
      (await as(who).post(`${CITY}/reports/save?year=2025`, { indicator, value: '70', note })).status
    expect(await saved('own', 'startups', SECRET.own)).toBe(200)
    expect(await saved('community', 'vacant-homes', SECRET.community)).toBe(200)
    expect(await saved('own', 'vacant-homes', 'x')).toBe(403)
    expect(await saved('community', 'startups', 'x')).toBe(403)
    const ask = async (who: string, form: Readonly<Record<string, string>>) =>
      (await as(who).post(`${CITY}/reports?year=2025`, { do: 'ask', asked: '0', ...form })).status
    for (const [who, indicator, department] of [
      ['own', 'startups', 'commerce-tourism'],
      ['community', 'vacant-homes', 'community'],
    ] as const) {
      expect(await ask(who, { indicator, text: ASKED[who][0] as string })).toBe(200)
      expect(await ask(who, { department, text: ASKED[who][1] as string })).toBe(200)
    }
    const attached = await as('community').post(`${CITY}/reports?year=2025`, {
      ...{ do: 'attach', indicator: 'vacant-homes', text: SHOWS },
      file: new File([EVIDENCE], '台帳.txt', { type: 'text/plain' }),
    })
    expect(attached.status).toBe(200)
    const shown = await as('community').get(`${CITY}/reports?year=2025`)
    evidence = /\/evidence\/(\d+)/.exec(shown.text)?.[1] ?? ''
    comments = await openComments(as('plan'), CITY)
  })
  afterAll(() => server?.stop())

  const newer = () => newerPlaces({ comments: comments.slice(CITY.length), evidence })
  const everything = async (who: string): Promise<string> => {
    let all = ''
    for (const place of [...PLACES, ...newer()]) all += within(await as(who).get(`${CITY}${place}`))
    return all
  }

  test.each([
    ['plan', true, true],
    ['administrator', true, true],
    ['own', true, false],
    ['community', false, true],
    ['review', false, false],
    ['executive', false, false],
    ['audit', false, false],
    ['view', false, false],
    ['kumamoto', false, false],
    ['stranger', false, false],
  ] as const)('%s: 課が入れている途中の回答', async (who, own, community) => {
    const all = await everything(who)
    expect([all.includes(SECRET.own), all.includes(SECRET.community)]).toEqual([own, community])
    const hears = (of: keyof typeof ASKED) => ASKED[of].filter((text) => all.includes(text)).length
    expect([hears('own'), hears('community')]).toEqual([own ? 2 : 0, community ? 2 : 0])
    // Until the answer is approved, what is attached to it is for those who see the answer.
    expect([all.includes(SHOWS), all.includes(EVIDENCE)]).toEqual([community, community])
    // Names of who sent a comment are for who handles them.
    expect(/海野|港町1/.test(all)).toBe(who === 'plan' || who === 'administrator')
  })

  test('承認される前の根拠資料は、その課と取りまとめる人だけが受け取れる', async () => {
    for (const [who, status] of [
      ...(['plan', 'community'] as const).map((each) => [each, 200] as const),
      ...(['own', 'executive', 'audit'] as const).map((each) => [each, 404] as const),
      ...(['review', 'kumamoto', 'stranger'] as const).map((each) => [each, 403] as const),
    ]) {
      const answer = await as(who).get(`${CITY}/evidence/${evidence}`)
      expect([who, answer.status, answer.text.includes(EVIDENCE)]).toEqual([who, status, status === 200])
    }
  })

  test('公開の意見募集に、氏名も連絡先も出ない。庁内でも、扱う人にだけ出る', async () => {
    const id = comments.split('/').at(-1)
    for (const who of ['plan', 'stranger', 'kumamoto']) {
      let all = ''
      for (const file of ['', '/draft.pdf', '/draft.docx', '/table.csv'])
        all += within(await as(who).get(`/p/992011/comments/${id}${file}`))
      expect(all).toContain('改訂案')
      expect(all).not.toMatch(/海野|港町1|バスを増やして/)
    }
    for (const { email } of PEOPLE) {
      const who = email.split('@')[0] as string
      const { text } = await as(who).get(comments)
      expect([who, /海野|港町1/.test(text)]).toEqual([who, who === 'plan'])
    }
  })

  test('監査の記録とトークンは、見てよい人にだけ開く', async () => {
    for (const [place, allowed] of [
      ['/audit', ['administrator', 'audit']],
      ['/audit/entries.csv', ['administrator', 'audit']],
      ['/tokens', ['administrator']],
      ['/reviews/answers', ['administrator', 'plan', 'own', 'community', 'executive', 'audit']],
      ['/cycle/people', ['administrator', 'plan', 'own', 'community', 'executive', 'audit']],
    ] as const)
      for (const who of ['administrator', ...PEOPLE.map(({ email }) => email.split('@')[0] as string)]) {
        const { status } = await as(who).get(`${CITY}${place}`)
        expect([place, who, status]).toEqual([
          place,
          who,
          (allowed as readonly string[]).includes(who) ? 200 : 403,
        ])
      }
  })

  test('取りまとめの件数は、取りまとめる人にだけ出る', async () => {
    for (const who of ['plan', 'own', 'executive', 'audit', 'view', 'stranger']) {
      const { text } = await as(who).get(`${CITY}/reports?year=2025`)
      expect([who, text.includes(ja.reports.byDepartment)]).toEqual([who, who === 'plan'])
      const told = text.includes(ja.reports.notYours)
      expect([who, told]).toEqual([who, who !== 'plan' && who !== 'own'])
    }
  })

  test('委員は、庁内のどの画面・ファイル・検索にも入れず、あるものもないものも同じ答えを受ける', async () => {
    const nowhere = [
      '/plans/nothing',
      '/plans/nothing/plan.json',
      '/indicators/nothing',
      '/documents/nothing',
    ]
    const said = new Set<string>()
    for (const place of [
      ...PLACES.filter((each) => each !== ''),
      ...newer(),
      ...nowhere,
      ...['/evidence/0', '/comments/0', '/follow-up/shirube-strategy-3/nothing', '/bundles', '/members'],
      ...['/members/invite', '/members/hand-over', '/search'],
    ]) {
      const answer = await as('review').get(`${CITY}${place}`)
      // Where there is no page at all, there is nothing to refuse.
      expect([place, answer.status]).toEqual([place, place === '/bundles' ? answer.status : 403])
      expect(answer.text).not.toMatch(/ミサゴ|ツグミ|サシバ|海野|バスを増やして|目標を見直す/)
      if (place === '/bundles') expect([403, 404]).toContain(answer.status)
      else if (answer.headers.get('content-type')?.includes('html')) said.add(saidBy(answer))
    }
    expect(said.size).toBe(1)
    expect([...said][0]).toContain('検証の部屋')
    for (const [place, form] of [
      ['/reports/save?year=2025', { indicator: 'startups', value: '1' }],
      ['/plans', { text: 'x' }],
      [
        '/plans/shirube-strategy-3/years/2025/judge',
        { stage: 'committee', commitment: 'c-startups', grade: '○' },
      ],
    ] as const)
      expect([place, (await as('review').post(`${CITY}${place}`, form)).status]).toEqual([place, 403])
  })

  test('委員が入口に来ると検証の部屋へ案内され、ほかの言語でも同じ', async () => {
    for (const prefix of ['', '/en', '/zh-Hant']) {
      const answer = await as('review').get(`${prefix}${CITY}`)
      expect([answer.status, answer.headers.get('location')]).toEqual([302, `${prefix}${CITY}/reviews`])
      expect((await as('review').get(`${prefix}${CITY}/plans`)).status).toBe(403)
    }
    for (const place of ['/PLANS', '//plans', '/%70lans', '/reviews/../plans', '/plans.data', '/plans/'])
      expect([403, 404]).toContain((await as('review').get(`${CITY}${place}`)).status)
  })

  test('ほかの団体の人には、あるものもないものも同じ答え。名前のほかは何も出ない', async () => {
    const there = [
      '/plans/kumamoto-strategy-2',
      '/plans/kumamoto-strategy-2/plan.yaml',
      '/departments',
      '/search?q=a',
    ]
    const nowhere = [
      '/plans/nothing',
      '/plans/nothing/plan.yaml',
      '/indicators/nothing',
      '/documents/0123456789abcdef',
      ...['/evidence/1', `/evidence/${evidence}`, '/evidence/0', '/comments', '/comments/1', '/comments/0'],
      ...['/follow-up/kumamoto-strategy-2/g1-p1', '/follow-up/kumamoto-strategy-2/nothing', '/cycle'],
      ...['/follow-up.docx', '/audit', '/audit/entries.csv', '/tokens', '/cycle/people'],
    ]
    for (const who of ['plan', 'own', 'review']) {
      // A page says it with words, a file with the same in JSON.
      const said = new Map<boolean, Set<string>>([true, false].map((page) => [page, new Set()]))
      for (const place of ['', ...there, ...nowhere]) {
        const answer = await as(who).get(`${REAL}${place}`)
        expect([place, answer.status]).toEqual([place, 403])
        said.get(!/\.(yaml|docx|csv)$|^\/evidence/.test(place))?.add(saidBy(answer))
      }
      for (const all of said.values()) {
        expect(all.size).toBe(1)
        expect([...all][0]).toContain('熊本市')
      }
    }
    expect((await as('kumamoto').get(`${REAL}/plans/kumamoto-strategy-2`)).status).toBe(200)
    // What belongs to another government is not there for whoever works here, like what is nowhere.
    const id = comments.split('/').at(-1)
    for (const place of [
      ...[
        '/plans/shirube-strategy-3',
        `/evidence/${evidence}`,
        '/evidence/0',
        `/comments/${id}`,
        '/comments/0',
      ],
      '/follow-up/shirube-strategy-3/g1-p1?year=2025',
    ]) {
      const answer = await as('kumamoto').get(`${REAL}${place}`)
      expect([place, answer.status]).toEqual([place, 404])
      expect(answer.text).not.toMatch(/サシバ|海野|目標を見直す/)
    }
    for (const place of [`/comments/${id}`, '/comments/0'])
      expect((await as('stranger').get(`/p/431001${place}`)).status).toBe(404)
    const found = await as('kumamoto').get(`${REAL}/search?q=${encodeURIComponent('しるべ市')}`)
    expect(saidBy(found)).not.toContain('shirube-strategy')
  })

  test('サインインしていない人は、実在の団体では、あるものもないものも同じくサインインへ案内される', async () => {
    for (const place of [
      ...['/plans/kumamoto-strategy-2', '/plans/nothing', '/members', '/reviews/1', '/evidence/1'],
      ...['/comments/1', '/follow-up/kumamoto-strategy-2/g1-p1', '/cycle', '/audit', '/tokens'],
    ]) {
      const answer = await as('stranger').get(`${REAL}${place}`)
      expect([place, answer.status]).toEqual([place, place.startsWith('/reviews') ? answer.status : 302])
      if (answer.status === 302)
        expect(answer.headers.get('location')).toBe(`/sign-in?to=${encodeURIComponent(REAL + place)}`)
    }
  })

  test('部署の名前も、ほかの団体の人の画面には出ない', async () => {
    const { text } = await as('kumamoto').get(`${REAL}/departments`)
    for (const { department } of PEOPLE) if (department) expect(text).not.toContain(department)
    const { text: people } = await as('administrator').get(`${REAL}/members`)
    for (const { email } of PEOPLE) expect(people).not.toContain(email)
  })
})
