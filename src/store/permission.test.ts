import { type RawBuilder, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { ACTIONS, type Action, type Actor, can, type Hat, PERMISSIONS, ROLES } from '#domain/access/can.ts'
import { inCity, planner, smallPlan, useStore } from '#test/support/store.ts'
import { actingAs, type WriteTx } from './transaction.ts'

const code = '992011'
const at = '2026-05-01T00:00:00.000Z'
/** 雇用創出数 is the department's own, 有効求人倍率 another's. */
const OWNERS = { jobs: 'own', ratio: 'another' } as const
const plan = {
  ...smallPlan,
  indicators: smallPlan.indicators.map((each) => ({
    ...each,
    department: OWNERS[each.id as keyof typeof OWNERS],
  })),
}
const actorOf = (hat: Hat, more: Partial<Actor> = {}): Actor => ({
  ...{ id: 'u', name: '人', government: code, ...hat },
  ...more,
})

type Owner = 'own' | 'another'
type Ids = Readonly<Record<'change' | 'answer' | 'reading' | 'opinion' | 'letter' | 'token', string>>
/** One way of writing a row: the action that it wants (of the owning department, where that is asked), and the statement. */
type Write = {
  readonly of: string
  readonly action: Action
  readonly owned?: true
  readonly row: (ids: Ids, owner: Owner) => RawBuilder<unknown>
}
const indicator = (owner: Owner) => (owner === 'own' ? 'jobs' : 'ratio')
const element = (kind: string, action: Action): Write => ({
  ...{ of: `element (${kind})`, action },
  row: ({
    change,
  }) => sql`insert into element (government, owner, kind, id, change, position, body, known_from)
    values (${code}, '', ${kind}, 'new', ${change}, 0, '{}', ${at})`,
})
const judgement = (stage: string, action: Action, owned?: true): Write => ({
  ...{ of: `judgement (${stage})`, action, ...(owned ? { owned } : {}) },
  row: ({ change }, owner) =>
    sql`insert into judgement (government, plan, commitment, year, stage, scheme, scheme_version, outcome, reason, change, recorded_at, recorded_by)
      values (${code}, 'small-strategy', ${`c-${indicator(owner)}`}, 2022, ${stage}, 's', '1', '{}', 'r', ${change}, ${at}, 'u')`,
})
const move = (how: string, action: Action): Write => ({
  ...{ of: `report_move (${how})`, action, owned: true },
  row: ({ change, answer }, owner) =>
    sql`insert into report_move (government, year, indicator, move, answer, reason, change, at, by)
      values (${code}, 2022, ${indicator(owner)}, ${how}, ${answer}, 'r', ${change}, ${at}, 'u')`,
})
const yearMove = (how: 'close' | 'reopen' | 'publish'): Write => ({
  ...{ of: `cycle_move (${how})`, action: `year:${how}` },
  row: ({ change }) => sql`insert into cycle_move (government, plan, year, move, reason, change, at, by)
    values (${code}, 'small-strategy', 2022, ${how}, 'r', ${change}, ${at}, 'u')`,
})

const WRITES: readonly Write[] = [
  ...[element('node', 'plan:import'), element('setting', 'plan:import'), element('scenario', 'plan:import')],
  ...[element('indicator', 'indicator:settle'), element('department', 'department:write')],
  {
    ...{ of: 'element.known_to', action: 'plan:import' },
    row: () => sql`update element set known_to = ${at} where kind = 'commitments' returning id`,
  },
  {
    ...{ of: 'actual', action: 'actual:write', owned: true },
    row: ({ change }, owner) =>
      sql`insert into actual (government, indicator, year, kind, value, change, recorded_at, recorded_by)
        values (${code}, ${indicator(owner)}, 2022, 'known', 1, ${change}, ${at}, 'u') returning id`,
  },
  {
    ...{ of: 'answer', action: 'report:write', owned: true },
    row: (_, owner) => sql`insert into answer (government, year, indicator, fields, via, saved_at, saved_by)
      values (${code}, 2022, ${indicator(owner)}, '{}', 'page', ${at}, 'u') returning id`,
  },
  ...[move('submit', 'report:write'), move('take-back', 'report:write')],
  ...[move('return', 'report:approve'), move('approve', 'report:approve')],
  {
    ...{ of: 'round', action: 'round:open' },
    row: ({ change }) => sql`insert into round (government, year, dates, change, opened_at, opened_by)
      values (${code}, 2022, '[]', ${change}, ${at}, 'u')`,
  },
  ...[judgement('computed', 'year:close'), judgement('first', 'report:approve', true)],
  ...[judgement('second', 'judgement:override'), judgement('committee', 'opinion:write')],
  ...[yearMove('close'), yearMove('reopen'), yearMove('publish')],
  {
    ...{ of: 'publication', action: 'year:publish' },
    row: ({
      change,
    }) => sql`insert into publication (government, plan, year, number, snapshot, sha256, change, published_at, published_by)
      values (${code}, 'small-strategy', 2022, (select count(*) + 1 from publication), '{}', ${'0'.repeat(64)}, ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'appropriation', action: 'plan:import' },
    row: ({
      change,
    }) => sql`insert into appropriation (government, project, year, kind, yen, unit, change, recorded_at, recorded_by)
      values (${code}, 'fair', 2022, 'initial', 1, 'yen', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'opinion', action: 'opinion:write' },
    row: ({ change }) =>
      sql`insert into opinion (government, plan, year, subject, panel, text, change, recorded_at, recorded_by)
        values (${code}, 'small-strategy', 2022, 'x', 'p', 't', ${change}, ${at}, 'u') returning id`,
  },
  {
    ...{ of: 'opinion (answer)', action: 'opinion:answer', owned: true },
    row: ({ change, opinion }, owner) =>
      sql`insert into opinion (government, plan, year, subject, panel, text, answers, department, change, recorded_at, recorded_by)
        values (${code}, 'small-strategy', 2022, 'x', 'p', 't', ${opinion}, ${owner}, ${change}, ${at}, 'u') returning id`,
  },
  {
    ...{ of: 'membership', action: 'member:grant' },
    row: () => sql`insert into membership (government, user_id, role, granted_at, granted_by)
      values (${code}, 'new', 'viewer', ${at}, 'u')`,
  },
  {
    ...{ of: 'membership.ended_at', action: 'member:grant' },
    row: () => sql`update membership set ended_at = ${at} where user_id = 'one' returning id`,
  },
  {
    ...{ of: 'document', action: 'plan:import' },
    row: ({
      change,
    }) => sql`insert into document (government, id, sha256, name, size, content, change, received_at, received_by)
      values (${code}, ${'f'.repeat(16)}, ${'f'.repeat(64)}, 'n', 1, 'x', ${change}, ${at}, 'u')`,
  },
  {
    ...{ of: 'reading', action: 'plan:import' },
    row: () => sql`insert into reading (government, document, pages, source, draft, remarks, read_at)
      values (${code}, ${'e'.repeat(16)}, 1, '{}', '{}', '[]', ${at})`,
  },
  {
    ...{ of: 'review_step', action: 'plan:import' },
    row: ({ reading }) => sql`insert into review_step (government, reading, step, at, by)
      values (${code}, ${reading}, '{}', ${at}, 'u')`,
  },
  {
    ...{ of: 'outbox', action: 'cycle:move' },
    row: () => sql`insert into outbox (government, kind, user_id, lang, detail, queued_at, queued_by)
      values (${code}, 'added', 'one', 'ja', '{}', ${at}, 'u')`,
  },
  {
    ...{ of: 'outbox_attempt', action: 'member:grant' },
    row: ({ letter }) => sql`insert into outbox_attempt (government, letter, what, at)
      values (${code}, ${letter}, 'shown', ${at})`,
  },
  {
    ...{ of: 'api_token', action: 'token:issue' },
    row: ({
      change,
    }) => sql`insert into api_token (government, name, hash, role, scopes, issued_at, issued_by, expires_at, change)
      values (${code}, 'n', ${'0'.repeat(64)}, 'viewer', '[]', ${at}, 'u', ${at}, ${change}) returning id`,
  },
  {
    ...{ of: 'api_token_event', action: 'token:issue' },
    row: ({ token }) => sql`insert into api_token_event (government, token, what, day, at, by)
      values (${code}, ${token}, 'revoked', '2026-05-01', ${at}, 'u')`,
  },
  {
    ...{ of: 'dataset', action: 'statistics:import' },
    row: () =>
      sql`insert into dataset (id, series, vintage, kind, title, source, file, sha256, areas, rows, first_year, last_year, imported_at, imported_by)
        values ('test-set', 'test', 99, 'census', 't', 's', 'f', ${'1'.repeat(64)}, 0, 0, 2020, 2020, ${at}, 'u')`,
  },
]

/** Rows that only the system writes. */
const SYSTEM_ONLY: Readonly<Record<string, (ids: Ids) => RawBuilder<unknown>>> = {
  government: () =>
    sql`insert into government (code, name, kind, registered_at) values ('131016', 'x', 'ward', ${at})`,
  government_event: () =>
    sql`insert into government_event (code, day, what, recorded_at) values (${code}, '2026-04-01', 'renamed', ${at})`,
  'api_token_event (used)': ({ token }) =>
    sql`insert into api_token_event (government, token, what, day, at, by) values (${code}, ${token}, 'used', '2026-05-01', ${at}, 'u')`,
}

const as = (tx: WriteTx, actor: Actor | 'public' | undefined, government = code) =>
  sql`select set_config('shirube.actor', ${actingAs({ government, ...(actor ? { actor } : {}) })}, true),
    set_config('shirube.government', ${government}, true)`.execute(tx.db)

/** What came of a statement, in a savepoint: how many rows, or the code of the error. */
async function attempt(tx: WriteTx, statement: RawBuilder<unknown>): Promise<string> {
  await sql`savepoint here`.execute(tx.db)
  const said = await statement.execute(tx.db).then(
    ({ rows, numAffectedRows }) => (Number(numAffectedRows ?? rows.length) > 0 ? 'done' : 'nothing'),
    (error: { code?: string; message: string }) =>
      error.code === '42501' ? 'refused' : `${error.code} ${error.message}`,
  )
  await sql`rollback to savepoint here`.execute(tx.db)
  return said
}

describe('権限の表と行', () => {
  const store = useStore()

  /** A city with one row of everything, written by the system. */
  const filled = (work: (tx: WriteTx, ids: Ids) => Promise<void>) =>
    inCity(store.current, { plan, at: { actor: planner(code), now: at } }, async (tx) => {
      const idOf = async (statement: RawBuilder<unknown>) =>
        String(((await statement.execute(tx.db)).rows[0] as { id: unknown }).id)
      const change = await idOf(sql`insert into change (government, at, actor, role, action, subject)
        values (${code}, ${at}, 'u', 'planner', 'x', 'x') returning id`)
      await sql`insert into document (government, id, sha256, name, size, content, change, received_at, received_by)
        values (${code}, ${'e'.repeat(16)}, ${'e'.repeat(64)}, 'n', 1, 'x', ${change}, ${at}, 'u')`.execute(
        tx.db,
      )
      const row = (of: string) => WRITES.find((each) => each.of === of)?.row as Write['row']
      const none = { change } as Ids
      const answer = await idOf(row('answer')(none, 'own'))
      const token = await idOf(row('api_token')(none, 'own'))
      const opinion = await idOf(row('opinion')(none, 'own'))
      const letter = await idOf(sql`${row('outbox')(none, 'own')} returning id`)
      const reading = await idOf(sql`${row('reading')(none, 'own')} returning id`)
      const ids = { change, answer, token, opinion, letter, reading }
      await row('answer')(ids, 'another').execute(tx.db)
      for (const of of ['actual', 'round', 'publication', 'appropriation', 'review_step', 'outbox_attempt'])
        await row(of)(ids, 'own').execute(tx.db)
      for (const of of ['report_move (submit)', 'judgement (second)', 'cycle_move (close)'])
        await row(of)(ids, 'own').execute(tx.db)
      await row('report_move (submit)')(ids, 'another').execute(tx.db)
      await sql`insert into membership (government, user_id, role, granted_at, granted_by)
        values (${code}, 'one', 'viewer', ${at}, 'u')`.execute(tx.db)
      await SYSTEM_ONLY['api_token_event (used)']?.(ids).execute(tx.db)
      await work(tx, ids)
    })

  test('データベースの表は、権限の表とどのます目も同じ', async () => {
    const { rows } = await sql<{ role: string; action: string; reach: string }>`
      select role, action, reach from shirube.permission order by role, action`.execute(store.current.db)
    const cells = ROLES.flatMap((role) =>
      Object.entries(PERMISSIONS[role]).map(([action, reach]) => ({ role, action, reach })),
    )
    const named = (list: typeof rows) =>
      list.map(({ role, action, reach }) => `${role} ${action} ${reach}`).sort()
    expect(named(rows)).toEqual(named(cells))
  })

  test('データベースの問いは、どの役割・操作・持ち主でも `can` と同じに答える', () =>
    filled(async (tx) => {
      const owners = ['own', 'another', null]
      for (const role of ROLES)
        for (const only of [undefined, ['staff:read', 'report:write'] as const]) {
          const actor = actorOf({ role, department: 'own' }, only ? { only } : {})
          await as(tx, actor)
          const { rows } = await sql<{ action: Action; owner: string | null; may: boolean }>`
            select action, owner, shirube.may(action, owner) as may
            from unnest(${sql.val([...ACTIONS])}::text[]) as action, unnest(${sql.val(owners)}::text[]) as owner order by 1, 2`.execute(
            tx.db,
          )
          expect(rows.length).toBe(ACTIONS.length * owners.length)
          const wrong = rows.filter(
            ({ action, owner, may }) => can(actor, action, owner ?? undefined) !== may,
          )
          expect([role, only, wrong]).toEqual([role, only, []])
        }
    }))

  test.each(ROLES)('%s が書ける行は、権限の表のとおり', (role) =>
    filled(async (tx, ids) => {
      const hat = { role, department: 'own' }
      const actor = actorOf(hat)
      await as(tx, actor)
      for (const { of, action, owned, row } of WRITES)
        for (const owner of ['own', 'another'] as const) {
          const may = can(actor, action, owned ? owner : undefined)
          const said = await attempt(tx, row(ids, owner))
          // An update finds no row that it may not touch; an insert is refused.
          expect([of, owner, said]).toEqual([
            of,
            owner,
            may ? 'done' : of.includes('.') ? 'nothing' : 'refused',
          ])
        }
      for (const [of, row] of Object.entries(SYSTEM_ONLY))
        expect([of, await attempt(tx, row(ids))]).toEqual([of, 'refused'])
      const change = sql`insert into change (government, at, actor, role, action, subject)
        values (${code}, ${at}, 'u', ${role}, 'x', 'x') returning id`
      const writes = ACTIONS.some((each) => can(actor, each, 'own') && !each.endsWith(':read'))
      expect(await attempt(tx, change)).toBe(writes ? 'done' : 'refused')
    }),
  )

  test('トークンは、役割にあっても範囲にないものを書けない', () =>
    filled(async (tx, ids) => {
      const actor = actorOf({ role: 'planner' }, { only: ['staff:read', 'actual:write'] })
      await as(tx, actor)
      for (const { of, action, row } of WRITES) {
        const said = await attempt(tx, row(ids, 'own'))
        expect([of, said === 'done']).toEqual([of, action === 'actual:write'])
      }
    }))

  const STAFF = [
    ...[
      'element',
      'actual',
      'judgement',
      'cycle_move',
      'appropriation',
      'document',
      'reading',
      'review_step',
    ],
    ...['round', 'change'],
  ]
  const rowsOf = async (tx: WriteTx, table: string): Promise<number> =>
    (await sql<{ rows: number }>`select count(*)::int as rows from ${sql.table(table)}`.execute(tx.db))
      .rows[0]?.rows ?? -1

  test.each(ROLES)('%s に見える行は、役割のとおり', (role) =>
    filled(async (tx) => {
      const all = new Map<string, number>()
      for (const table of [...STAFF, 'answer', 'report_move', 'opinion', 'publication', 'membership'])
        all.set(table, await rowsOf(tx, table))
      expect([...all.values()].every((rows) => rows > 0)).toBe(true)
      const actor = actorOf({ role, department: 'own' })
      await as(tx, actor)
      const staff = role !== 'reviewer'
      for (const table of [...STAFF, 'membership'])
        expect([table, await rowsOf(tx, table)]).toEqual([table, staff ? all.get(table) : 0])
      const gathers = can(actor, 'report:write')
      const answers = can(actor, 'report:write', 'own')
      for (const table of ['answer', 'report_move'])
        expect([table, await rowsOf(tx, table)]).toEqual([table, gathers ? all.get(table) : answers ? 1 : 0])
      expect(await rowsOf(tx, 'opinion')).toBe(all.get('opinion'))
      expect(await rowsOf(tx, 'publication')).toBe(all.get('publication'))
      for (const table of ['outbox', 'outbox_attempt'])
        expect([table, await rowsOf(tx, table)]).toEqual([table, can(actor, 'member:grant') ? 1 : 0])
      for (const table of ['api_token', 'api_token_event'])
        expect([table, await rowsOf(tx, table)]).toEqual([table, can(actor, 'token:issue') ? 1 : 0])
      const people = await sql`select * from people_here() order by 1`.execute(tx.db)
      expect(people.rows.length === 0 || staff).toBe(true)
      const made = sql`select person_for('a@city.example', 'a', 'new-person', ${at})`
      expect(await attempt(tx, made)).toBe(can(actor, 'member:grant') ? 'done' : 'refused')
    }),
  )

  test('公開の読み取りには、公表したもののほか何も見えず、何も書けない', () =>
    filled(async (tx, ids) => {
      await as(tx, 'public')
      for (const table of [...STAFF, 'answer', 'report_move', 'opinion', 'membership', 'outbox', 'api_token'])
        expect([table, await rowsOf(tx, table)]).toEqual([table, 0])
      expect(await rowsOf(tx, 'publication')).toBe(1)
      for (const { of, row } of WRITES)
        expect([of, await attempt(tx, row(ids, 'own'))]).toEqual([
          of,
          of.includes('.') ? 'nothing' : 'refused',
        ])
    }))

  test.each(['administrator', 'reporter'] as const)(
    'ほかの団体の %s には一行も見えず、何も書けない',
    (role) =>
      filled(async (tx, ids) => {
        const actor = actorOf({ role, department: 'own' }, { government: '131016' })
        for (const government of ['131016', code]) {
          await as(tx, actor)
          await sql`select set_config('shirube.government', ${government}, true)`.execute(tx.db)
          for (const table of [...STAFF, 'answer', 'report_move', 'opinion', 'membership', 'api_token'])
            expect([table, await rowsOf(tx, table)]).toEqual([table, 0])
          for (const { of, row } of WRITES.filter((each) => each.of !== 'dataset'))
            expect([of, await attempt(tx, row(ids, 'own'))]).toEqual([
              of,
              of.includes('.') ? 'nothing' : 'refused',
            ])
        }
      }),
  )

  test('だれとも名乗らない接続は、だれでもない', () =>
    filled(async (tx) => {
      await sql`select set_config('shirube.actor', '', true)`.execute(tx.db)
      expect(await rowsOf(tx, 'element')).toBe(0)
      expect(await rowsOf(tx, 'publication')).toBe(1)
    }))
})
