import { type RawBuilder, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { ACTIONS, type Action, type Actor, can, type Hat, PERMISSIONS, ROLES } from '#domain/access/can.ts'
import { at, code, FOR_ONESELF, type Ids, SYSTEM_ONLY, WRITES, type Write } from '#test/support/row-writes.ts'
import { actAs, inCity, planner, smallPlan, useStore } from '#test/support/store.ts'
import { writeDown } from './changes.ts'
import type { WriteTx } from './transaction.ts'

/** 雇用創出数 is the department's own, 有効求人倍率 another's. */
const OWNERS = { jobs: 'own', ratio: 'another' } as const
const plan = {
  ...smallPlan,
  projects: smallPlan.projects.map((each) => ({ ...each, department: 'own' })),
  indicators: smallPlan.indicators.map((each) => ({
    ...each,
    department: OWNERS[each.id as keyof typeof OWNERS],
  })),
}
const actorOf = (hat: Hat, more: Partial<Actor> = {}): Actor => ({
  ...{ id: 'u', name: '人', government: code, ...hat },
  ...more,
})

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

/** The application may not write here at all. */
const AUDIT = ['audit_entry', 'audit_detail', 'audit_waiting', 'audit_batch']

describe('権限の表と行', () => {
  const store = useStore()

  /** A city with one row of everything, written by the system. */
  const filled = (work: (tx: WriteTx, ids: Ids) => Promise<void>) =>
    inCity(store.current, { plan, at: { actor: planner(code), now: at } }, async (tx) => {
      await actAs(tx)
      const idOf = async (statement: RawBuilder<unknown>) =>
        String(((await statement.execute(tx.db)).rows[0] as { id: unknown }).id)
      const change = await idOf(sql`insert into change (government, at, actor, role, action, subject)
        values (${code}, ${at}, 'u', 'planner', 'x', 'x') returning id`)
      await sql`insert into document (government, id, sha256, name, size, content, change, received_at, received_by)
        values (${code}, ${'e'.repeat(16)}, ${'e'.repeat(64)}, 'n', 1, 'x', ${change}, ${at}, 'u')`.execute(
        tx.db,
      )
      await sql`insert into review (government, id, year, plans, change, opened_at, opened_by)
        values (${code}, 'held', 2022, '[]', ${change}, ${at}, 'u')`.execute(tx.db)
      const row = (of: string) => WRITES.find((each) => each.of === of)?.row as Write['row']
      const none = { change } as Ids
      const answer = await idOf(row('answer')(none, 'own'))
      const token = await idOf(row('api_token')(none, 'own'))
      const opinion = await idOf(row('opinion')(none, 'own'))
      const letter = await idOf(sql`${row('outbox')(none, 'own')} returning id`)
      const reading = await idOf(sql`${row('reading')(none, 'own')} returning id`)
      const consultation = await idOf(row('consultation')(none, 'own'))
      const comment = await idOf(row('comment')({ ...none, consultation }, 'own'))
      const delegation = await idOf(row('delegation')(none, 'own'))
      const evidence = await idOf(row('evidence')(none, 'own'))
      const others = await idOf(row('evidence')(none, 'another'))
      const ids = {
        ...{
          change,
          answer,
          token,
          opinion,
          letter,
          reading,
          consultation,
          comment,
          delegation,
          evidence,
          others,
        },
      }
      await row('question')(ids, 'own').execute(tx.db)
      await row('question')(ids, 'another').execute(tx.db)
      await row('answer')(ids, 'another').execute(tx.db)
      for (const of of ['actual', 'round', 'publication', 'appropriation', 'review_step', 'outbox_attempt'])
        await row(of)(ids, 'own').execute(tx.db)
      for (const of of ['report_move (submit)', 'judgement (second)', 'cycle_move (close)'])
        await row(of)(ids, 'own').execute(tx.db)
      await row('report_move (submit)')(ids, 'another').execute(tx.db)
      // The person of these tests sits in the room, which matters for a reviewer only.
      await sql`insert into membership (government, user_id, role, granted_at, granted_by)
        values (${code}, 'one', 'viewer', ${at}, 'u'), (${code}, 'u', 'reviewer', ${at}, 'u')`.execute(tx.db)
      await sql`insert into review_member (government, review, user_id, affiliation, change, at, by)
        values (${code}, 'held', 'u', 'a', ${change}, ${at}, 'u')`.execute(tx.db)
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
          await actAs(tx, actor)
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

  test('団体の表は、どれも書ける行の一覧にある', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'shirube' and c.relkind in ('r', 'p')
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'government') order by 1`.execute(
      store.current.db,
    )
    const listed = new Set([
      'change',
      ...AUDIT,
      ...Object.keys(FOR_ONESELF),
      ...WRITES.map(({ of }) => of.split(/[ .]/)[0]),
    ])
    expect(rows.map(({ name }) => name).filter((name) => !listed.has(name))).toEqual([])
  })

  test.each(ROLES)('%s が書ける行は、権限の表のとおり', (role) =>
    filled(async (tx, ids) => {
      const hat = { role, department: 'own' }
      const actor = actorOf(hat)
      await actAs(tx, actor)
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
      const said = await sql`savepoint here`
        .execute(tx.db)
        .then(() => writeDown(tx, { at, actor: 'u', role, action: 'x', subject: 'x' }))
        .then(
          (id) => (Number(id) > Number(ids.change) ? 'done' : id),
          (error: { code?: string }) => (error.code === '42501' ? 'refused' : error),
        )
      await sql`rollback to savepoint here`.execute(tx.db)
      const writes = ACTIONS.some((each) => can(actor, each, 'own') && !each.endsWith(':read'))
      expect(said).toBe(writes ? 'done' : 'refused')
    }),
  )

  test.each(ROLES)('%s は、自分のことは書けて、ほかの人のことは書けない', (role) =>
    filled(async (tx, ids) => {
      await actAs(tx, actorOf({ role, department: 'own' }))
      await sql`select set_config('shirube.user', 'one', true)`.execute(tx.db)
      for (const [of, row] of Object.entries(FOR_ONESELF))
        expect([of, await attempt(tx, row(ids, 'one')), await attempt(tx, row(ids, 'two'))]).toEqual([
          ...[of, 'done', 'refused'],
        ])
    }),
  )

  test('トークンは、役割にあっても範囲にないものを書けない', () =>
    filled(async (tx, ids) => {
      const actor = actorOf({ role: 'planner' }, { only: ['staff:read', 'actual:write'] })
      await actAs(tx, actor)
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
    filled(async (tx, ids) => {
      const all = new Map<string, number>()
      for (const table of [...STAFF, 'answer', 'report_move', 'opinion', 'publication', 'membership'])
        all.set(table, await rowsOf(tx, table))
      expect([...all.values()].every((rows) => rows > 0)).toBe(true)
      const actor = actorOf({ role, department: 'own' })
      await actAs(tx, actor)
      const staff = role !== 'reviewer'
      for (const table of STAFF)
        expect([table, await rowsOf(tx, table)]).toEqual([table, staff ? all.get(table) : 0])
      // Everybody sees where they belong themselves.
      expect(await rowsOf(tx, 'membership')).toBe(staff ? all.get('membership') : 1)
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
      for (const table of ['audit_entry', 'audit_detail', 'audit_waiting'])
        expect([table, (await rowsOf(tx, table)) > 0]).toEqual([table, can(actor, 'audit:read')])
      expect(await rowsOf(tx, 'question')).toBe(can(actor, 'round:open') ? 2 : answers ? 1 : 0)
      for (const table of ['consultation', 'comment', 'delegation'])
        expect([table, (await rowsOf(tx, table)) > 0]).toEqual([table, staff])
      expect(await rowsOf(tx, 'evidence')).toBe(gathers ? 2 : answers ? 1 : 0)
      await actAs(tx)
      await sql`insert into report_move (government, year, indicator, move, answer, change, at, by)
        select government, year, indicator, 'approve', answer, change, at, by from report_move
        where indicator = (select indicator from evidence where id = ${ids.others})`.execute(tx.db)
      await actAs(tx, actor)
      // What is approved is for all staff, the rest stays where it was.
      expect(await rowsOf(tx, 'evidence')).toBe(gathers || answers ? 2 : staff ? 1 : 0)
      const people = await sql`select * from people_here() order by 1`.execute(tx.db)
      expect(people.rows.length === 0 || staff).toBe(true)
      const made = sql`select person_for('a@city.example', 'a', 'new-person', ${at})`
      expect(await attempt(tx, made)).toBe(can(actor, 'member:grant') ? 'done' : 'refused')
    }),
  )

  test('公開の読み取りには、公表したもののほか何も見えず、何も書けない', () =>
    filled(async (tx, ids) => {
      await actAs(tx, 'public')
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
        const actor = actorOf({ role, department: 'own' }, { government: '131016', id: 'elsewhere' })
        for (const government of ['131016', code]) {
          await actAs(tx, actor)
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
