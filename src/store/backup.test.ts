import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { readSamples } from '#main/samples.ts'
import { planner } from '#test/support/store.ts'
import { sealNow, verifyAudit } from '#usecases/audit.ts'
import { loadSample } from '#usecases/load-sample.ts'
import { receiveDocument } from '#usecases/receive-document.ts'
import { exportAll, importAll } from './backup.ts'
import { writeDown } from './changes.ts'
import { documentBytes } from './documents.ts'
import { listGovernments } from './governments.ts'
import { openStore, type Store } from './open.ts'
import { findPlan } from './plans.ts'
import { reading, writing } from './transaction.ts'

/** A database of its own on the run's server, so that a restore meets an empty one. */
async function freshStore(name: string): Promise<Store> {
  const url = new URL(inject('databaseUrl'))
  const client = new pg.Client(url.toString())
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  url.pathname = `/${name}`
  return openStore({ dataDir: '', databaseUrl: url.toString(), poolSize: 2 })
}

describe('控えと、控えから戻すこと', () => {
  let full: Store
  let empty: Store
  let untouched: Store
  let folder = ''
  const now = '2026-11-25T00:00:00.000Z'

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shirube-backup-'))
    full = await freshStore('backup_full')
    empty = await freshStore('backup_empty')
    untouched = await freshStore('backup_untouched')
    for (const sample of await readSamples()) {
      const { code } = sample.government
      const done = await writing(full, { government: code }, (tx) =>
        loadSample(tx, { actor: planner(code), now }, sample),
      )
      expect(done).toMatchObject({ ok: true })
    }
    const bytes = new Uint8Array([0, 255, 39, 92, 10])
    const reading = {
      source: { name: 'a.txt', format: 'text', pages: [], findings: [] },
      draft: { document: 'a.txt', entries: [], findings: [] },
      remarks: [],
    } as const
    await writing(full, { government: '992011' }, (tx) =>
      receiveDocument(
        tx,
        { actor: planner('992011'), now },
        { name: 'a.txt', sha256: 'ab'.repeat(32), bytes, reading },
      ),
    )
  })
  afterAll(async () => {
    await Promise.all([full?.close(), empty?.close(), untouched?.close()])
    await rm(folder, { recursive: true, force: true })
  })

  test('戻したものの控えは、もとの控えと一字一句同じ', async () => {
    const [first, second] = [join(folder, 'a.gz'), join(folder, 'b.gz')]
    const saved = await exportAll(full, first, now)
    expect(saved.rows).toBeGreaterThan(2_000)
    expect(await importAll(empty, first)).toEqual({ ok: true, value: saved })
    await exportAll(empty, second, now)
    expect(gunzipSync(await readFile(second)).toString()).toBe(gunzipSync(await readFile(first)).toString())
  })

  test('戻したところで計画が読め、続きを書き足せる', async () => {
    const bytes = await reading(empty, { government: '992011' }, (tx) => documentBytes(tx, 'ab'.repeat(8)))
    expect(bytes).toEqual(new Uint8Array([0, 255, 39, 92, 10]))
    const plan = await reading(empty, { government: '431001' }, (tx) => findPlan(tx, 'kumamoto-strategy-1'))
    expect(plan?.commitments.length).toBe(17)
    const again = await writing(empty, { government: '992011' }, async (tx) => {
      const { id } = await tx.db
        .insertInto('change')
        .values({
          government: '992011',
          at: now,
          actor: 'a',
          role: 'planner',
          action: 'x',
          subject: 'y',
          reason: null,
          detail: null,
        })
        .returning('id')
        .executeTakeFirstOrThrow()
      return { ok: true, value: Number(id) }
    })
    expect(again.value).toBeGreaterThan(100)
  })

  test('戻したところでも監査の鎖は確かめられ、どの団体でも続きを書き足せる', async () => {
    for (const { code } of await reading(empty, { government: '' }, listGovernments)) {
      await writing(empty, { government: code }, async (tx) => {
        await writeDown(tx, { at: now, actor: 'a', role: 'planner', action: 'x', subject: 'y' })
        await sealNow(tx, now)
      })
      const verified = await reading(empty, { government: code }, (tx) => verifyAudit(tx))
      expect(verified.faults).toEqual([])
      expect(verified.entries).toBeGreaterThan(2)
    }
  })

  test.each([
    ['データのあるところ', 'a.gz', 'database-not-empty'],
    ['ないファイル', 'nothing.gz', 'file-not-readable'],
    ['途中で切れたもの', 'cut.gz', 'backup-cut-short'],
    ['控えでないもの', 'other.gz', 'not-a-backup'],
    ['圧縮されていないもの', 'plain.gz', 'not-a-backup'],
  ])('%s は断り、何も変えない', async (_, file, why) => {
    const bytes = await readFile(join(folder, 'a.gz'))
    await writeFile(join(folder, 'cut.gz'), bytes.subarray(0, bytes.length / 2))
    await writeFile(join(folder, 'other.gz'), gzipSync('{"format":"something else"}\n'))
    await writeFile(join(folder, 'plain.gz'), 'not a gzip file at all')
    const into = why === 'database-not-empty' ? full : untouched
    expect(await importAll(into, join(folder, file))).toMatchObject({ ok: false, why })
    expect((await listGovernments(untouched)).length).toBe(0)
  })
})
