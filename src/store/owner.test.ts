import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { useStore } from '#test/support/store.ts'
import { endMembership, listMembers, membershipsOf, personFor, saveMembership } from './memberships.ts'
import { openStore, type Store } from './open.ts'
import { reading, writing } from './transaction.ts'

const NAME = `plain_${process.pid}`
const AT = '2026-04-01T00:00:00.000Z'

/** A PostgreSQL of the operator's own: the tables belong to a role that is no superuser, for whom forced row-level security holds too. */
describe('特権のない持ち主のデータベース', () => {
  // Opened first, so that the role of the application is there and not the plain owner's.
  useStore()
  let store: Store
  const admin = new pg.Client(inject('databaseUrl'))
  beforeAll(async () => {
    await admin.connect()
    await admin.query(`create role ${NAME} login createrole password 'x'`)
    await admin.query(`grant shirube_app to ${NAME}`)
    await admin.query(`create database ${NAME} owner ${NAME}`)
    const url = new URL(inject('databaseUrl'))
    ;[url.username, url.password, url.pathname] = [NAME, 'x', `/${NAME}`]
    store = await openStore({ dataDir: '', databaseUrl: url.toString(), poolSize: 2 })
  })
  afterAll(async () => {
    await store?.close()
    await admin.query(`drop database if exists ${NAME}`)
    await admin.query(`drop role if exists ${NAME}`)
    await admin.end()
  })

  test('人の窓口は、その団体の人だけを見せ、ほかの団体にも所属しているかどうかだけを知らせる', async () => {
    for (const code of ['992011', '131016'])
      await writing(store, { government: code }, (tx) =>
        tx.db
          .insertInto('government')
          .values({ code, name: code, name_en: null, kind: 'city', registered_at: AT })
          .execute(),
      )
    const users = new Map<string, string>()
    const joins = async (code: string, name: string) => {
      await writing(store, { government: code }, async (tx) => {
        const user = await personFor(tx, { email: `${name}@city.example`, name }, AT)
        users.set(name, user)
        await saveMembership(tx, { government: code, user, role: 'viewer' }, AT, 'x')
      })
    }
    await joins('992011', 'umi')
    await joins('992011', 'yama')
    await joins('131016', 'umi')
    const seen = (code: string) =>
      reading(store, { government: code }, async (tx) =>
        (await listMembers(tx)).map(({ id, name, elsewhere }) => ({ id, name, elsewhere })),
      )
    expect(await seen('992011')).toMatchObject([
      { name: 'umi', elsewhere: true },
      { name: 'yama', elsewhere: false },
    ])
    const [other] = await seen('131016')
    expect(other).toMatchObject({ name: 'umi', elsewhere: true })
    await writing(store, { government: '131016' }, (tx) => endMembership(tx, other?.id ?? '', AT))
    expect((await seen('992011')).map(({ elsewhere }) => elsewhere)).toEqual([false, false])
    expect(await seen('432032')).toEqual([])
    const umi = users.get('umi') ?? ''
    const mine = await reading(store, { government: '', user: umi }, (tx) => membershipsOf(tx, umi))
    expect(mine.map(({ government }) => government)).toEqual(['992011'])
  })
})
