import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { decimal } from '#domain/shared/decimal.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { planner, rolledBack, useStore } from '#test/support/store.ts'
import { registerGovernment } from '#usecases/register-government.ts'
import { listActuals, saveActual } from './actuals.ts'
import { writeDown } from './changes.ts'
import { reading, type WriteTx } from './transaction.ts'

const code = '992011'
const now = '2026-05-01T00:00:00.000Z'

async function withActual(tx: WriteTx): Promise<string> {
  await registerGovernment(
    tx,
    { actor: planner(code), now },
    { code, name: '試市', kind: 'city', fictional: true, sample: false },
  )
  const change = await writeDown(tx, {
    at: now,
    actor: 'a',
    role: 'planner',
    action: 'actual:record',
    subject: 'x',
  })
  return saveActual(tx, {
    indicator: 'jobs',
    actual: { kind: 'known', year: fiscalYear(2025), value: decimal('0.90') },
    change,
    recordedAt: now,
    recordedBy: 'a',
  })
}

/** Runs a statement in a savepoint and says how it failed. */
async function failure(tx: WriteTx, statement: ReturnType<typeof sql>): Promise<string> {
  await sql`savepoint here`.execute(tx.db)
  const said = await statement.execute(tx.db).then(
    () => 'done',
    (error: Error) => error.message,
  )
  await sql`rollback to savepoint here`.execute(tx.db)
  return said
}

describe('データベースの守り', () => {
  const store = useStore()

  test('アプリの役割は、持ち主でも特権でもない', () =>
    rolledBack(store.current, code, async (tx) => {
      const { rows } = await sql<{ who: string; super: boolean; bypass: boolean }>`
        select current_user as who, rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = current_user`.execute(
        tx.db,
      )
      expect(rows).toEqual([{ who: 'shirube_app', super: false, bypass: false }])
    }))

  test('事実の表は、直すことも消すこともできない', () =>
    rolledBack(store.current, code, async (tx) => {
      await withActual(tx)
      expect(await failure(tx, sql`update actual set value = 1`)).toMatch(/permission denied/)
      expect(await failure(tx, sql`delete from actual`)).toMatch(/permission denied/)
      await sql`reset role`.execute(tx.db)
      for (const table of ['actual', 'change']) {
        expect(await failure(tx, sql`delete from ${sql.table(`shirube.${table}`)}`)).toMatch(/append-only/)
      }
      expect(await failure(tx, sql`update shirube.actual set value = 1`)).toMatch(/append-only/)
    }))

  test('書いたとおりの桁で読み戻せる', () =>
    rolledBack(store.current, code, async (tx) => {
      await withActual(tx)
      expect((await listActuals(tx))[0]?.actual).toMatchObject({ value: '0.90' })
    }))

  test.each([
    'change',
    'element',
    'actual',
    'judgement',
    'cycle_move',
    'publication',
    'appropriation',
    'opinion',
    'membership',
    'document',
    'reading',
    'review_step',
    'round',
    'answer',
    'report_move',
    'review',
    'review_member',
    'review_move',
    'review_pack',
    'review_text',
    'opinion_draft',
    'opinion_charge',
    'outbox',
    'outbox_attempt',
    'api_token',
    'api_token_event',
  ])('%s は、ほかの団体からは一行も見えず、書けない', (table) =>
    rolledBack(store.current, code, async (tx) => {
      await withActual(tx)
      await sql`select set_config('shirube.government', '131016', true)`.execute(tx.db)
      const { rows } = await sql`select * from ${sql.table(table)}`.execute(tx.db)
      expect(rows).toEqual([])
      const columns = await sql<{ column_name: string }>`select column_name from information_schema.columns
        where table_schema = 'shirube' and table_name = ${table} and is_generated = 'NEVER' and identity_generation is null
        order by ordinal_position`.execute(tx.db)
      expect(columns.rows.map(({ column_name }) => column_name)).toContain('government')
      const said = await failure(
        tx,
        sql`insert into ${sql.table(table)} select * from jsonb_populate_record(null::${sql.table(table)}, ${JSON.stringify({ government: code })}::jsonb)`,
      )
      expect(said).toMatch(/row-level security|generated always|cannot insert a non-DEFAULT|null value/)
    }),
  )

  test('団体を名乗らない読み取りには何も返らない', async () => {
    const rows = await reading(store.current, { government: '' }, (tx) =>
      tx.db.selectFrom('actual').selectAll().orderBy('id').execute(),
    )
    expect(rows).toEqual([])
  })
})
