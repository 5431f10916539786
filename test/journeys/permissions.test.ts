import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACTIONS, type Action, can, ROLES, type Role } from '../../src/domain/access/can.ts'
import { ja } from '../../src/words/ja.ts'
import { type Answered, type Caller, callerOf, invitePeople, signedIn } from '../support/caller.ts'
import { openComments, PROGRAM } from '../support/consultation.ts'
import { startServer, type TestServer } from '../support/server.ts'

const CITY = '/g/992011'
const PLAN = `${CITY}/plans/shirube-strategy-3`
const PASSWORD = '谷川の水音と石段 2026'
/** The department of everybody here, and another; an indicator of each. */
const OWN = 'commerce-tourism'
const INDICATOR = { own: 'startups', another: 'vacant-homes' } as const
type Owner = keyof typeof INDICATOR

const planFile = readFileSync(
  join(import.meta.dirname, '../../samples/shirube/shirube-strategy-3.yaml'),
  'utf8',
)

/** 意見募集 that the administrator opened, with a group that belongs to each department. */
let comments = ''
/** 委員会の意見 that each department is to answer. */
const opinions = { own: '', another: '' }

type Asking = (caller: Caller, owner: Owner) => Promise<Answered>
const followUp =
  (kind: string): Asking =>
  (caller, owner) =>
    caller.post(`${CITY}/follow-up/shirube-strategy-3/${PROGRAM[owner]}?year=2025`, {
      ...{ kind, choice: 'nothing', reason: 'x', seen: '' },
    })
const year =
  (of: number, how: string): Asking =>
  (caller) =>
    caller.post(`${PLAN}/years/${of}`, { how, reason: 'x' })

/**
 * 操作にあたる要求: for each action one request that stands for it. Each is made so that it changes nothing or is refused for another reason by
 * whoever may; who may not is told so before that reason is looked at.
 */
const ASKED: Partial<Readonly<Record<Action, Asking>>> = {
  'staff:read': (caller) => caller.get(`${CITY}/plans`),
  'plan:import': (caller) => caller.post(`${CITY}/plans`, { text: planFile }),
  'indicator:settle': (caller, owner) =>
    caller.post(`${CITY}/indicators/${INDICATOR[owner]}`, { what: 'unit', value: '件', reason: 'x' }),
  'actual:write': (caller, owner) =>
    caller.post(`${CITY}/indicators/${INDICATOR[owner]}/record`, {
      year: '2090',
      value: '1',
      confirmed: 'on',
    }),
  'judgement:override': (caller, owner) =>
    caller.post(`${PLAN}/years/2025/judge`, {
      ...{ stage: 'second', commitment: `c-${INDICATOR[owner]}`, grade: 'none', seen: '' },
    }),
  'report:write': (caller, owner) =>
    caller.post(`${CITY}/reports?year=2025`, { do: 'take-back', indicator: INDICATOR[owner] }),
  'report:approve': (caller, owner) =>
    caller.post(`${CITY}/reports?year=2025`, { do: 'approve', indicator: INDICATOR[owner] }),
  'round:open': (caller) => caller.post(`${CITY}/reports?year=2024`, { do: 'open', 'report-from': '02-30' }),
  'year:close': year(2029, 'close'),
  'year:reopen': year(2029, 'reopen'),
  'year:publish': year(2029, 'publish'),
  'member:grant': (caller) => caller.post(`${CITY}/members`, { do: 'end', id: '0' }),
  'department:write': (caller) => caller.post(`${CITY}/departments`, { do: 'register', list: '' }),
  'statistics:import': (caller) => caller.post(`${CITY}/population`, { do: 'import' }),
  'room:read': (caller) => caller.get(`${CITY}/reviews`),
  'room:run': (caller) => caller.post(`${CITY}/reviews?year=2025`, { title: '' }),
  'opinion:write': (caller) => caller.post(`${CITY}/reviews/none/save`, { do: 'draft', text: '' }),
  'bundle:carry': (caller) => caller.post(`${CITY}/bundles?year=2024`, { do: 'make' }),
  'opinion:answer': (caller, owner) =>
    caller.post(`${CITY}/reviews/answers`, {
      do: 'answer',
      opinion: opinions[owner],
      state: 'begun',
      text: '',
    }),
  'token:issue': (caller) => caller.post(`${CITY}/tokens`, { do: 'revoke', id: '0' }),
  'follow-up:propose': followUp('propose'),
  'follow-up:decide': followUp('decide'),
  'comment:handle': (caller) => caller.post(comments, { deed: 'take', channel: 'fax', text: '' }),
  'comment:answer': (caller, owner) =>
    caller.post(comments, { deed: 'group', key: owner, answer: 'x', seen: 'not-what-stands' }),
  'cycle:move': (caller) =>
    caller.post(`${CITY}/cycle?year=2025`, { stage: 'report', move: 'reopen', reason: '' }),
  // The page and its file; whoever gets one gets the other.
  'audit:read': async (caller) => {
    const page = await caller.get(`${CITY}/audit`)
    const file = await caller.get(`${CITY}/audit/entries.csv`)
    expect([file.status, file.text.includes(',view,')]).toEqual([page.status, page.status === 200])
    return page
  },
}

/** Actions that no page asks for yet, and why. With `ASKED` they are all actions. */
const NOT_YET: Partial<Readonly<Record<Action, string>>> = {}

const refusal = ja.refusal('not-allowed')
/** Refused for want of permission, on a page, at a door or in JSON. */
const isRefused = ({ status, text }: Answered): boolean =>
  status === 401 || status === 403 || text.includes(refusal) || text.includes('"not-allowed"')

describe('権限の表を、HTTP で', () => {
  let server: TestServer
  const people = new Map<Role, Caller>()

  beforeAll(async () => {
    server = await startServer()
    const administrator = callerOf(server.url)
    await administrator.get(server.link)
    const invited = ROLES.map((role) => ({
      ...{ name: `人 ${role}`, email: `${role}@city.example`, role: ja.people.roles[role] },
      department: '商工観光課',
    }))
    await invitePeople(server.url, administrator, '992011', invited, PASSWORD)
    for (const role of ROLES) people.set(role, await signedIn(server.url, `${role}@city.example`, PASSWORD))
    const opened = await administrator.post(`${CITY}/reports?year=2025`, {
      ...{ do: 'open', 'report-from': '05-01', 'report-to': '06-14' },
    })
    expect(opened.status).toBe(200)
    comments = await openComments(administrator, CITY)
    const answers = await administrator.get(`${CITY}/reviews/answers`)
    const ids = [...new Set([...answers.text.matchAll(/name="opinion" value="(\d+)"/g)].map(([, id]) => id))]
    for (const [at, department] of [OWN, 'community'].entries()) {
      const opinion = ids[at] ?? ''
      const charge = { do: 'charge', opinion, department, due: '2027-03-31' }
      expect((await administrator.post(`${CITY}/reviews/answers`, charge)).status).toBe(200)
      opinions[at === 0 ? 'own' : 'another'] = opinion
    }
  })
  afterAll(() => server?.stop())
  const as = (role: Role) => people.get(role) as Caller

  test('要求の表と、まだのものの一覧で、すべての操作になる', () => {
    expect([...Object.keys(ASKED), ...Object.keys(NOT_YET)].sort()).toEqual([...ACTIONS].sort())
  })

  test.each(
    ROLES.flatMap((role) => (Object.keys(ASKED) as Action[]).map((action) => [role, action] as const)),
  )('%s の %s', async (role, action) => {
    const actor = { id: 'u', name: 'u', government: '992011', role, department: OWN }
    for (const owner of ['own', 'another'] as const) {
      const answer = await (ASKED[action] as Asking)(as(role), owner)
      const may = can(actor, action, owner === 'own' ? OWN : 'community')
      expect([owner, !isRefused(answer), answer.status]).toEqual([owner, may, answer.status])
      if (may) expect([200, 302, 422]).toContain(answer.status)
    }
  })

  test('サインインしていない人は、見本の市を読めるだけで、何も変えられない', async () => {
    const stranger = callerOf(server.url)
    for (const [action, ask] of Object.entries(ASKED)) {
      const answer = await ask(stranger, 'own')
      const said = isRefused(answer) || answer.text.includes(ja.refusal('signed-out'))
      expect([action, said]).toEqual([action, action !== 'staff:read'])
    }
  })
})
