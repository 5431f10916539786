import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openEmbedded } from '../../src/store/embedded.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}

/** One real PostgreSQL for the whole run, in a folder of its own. */
export default async function setup(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'shirube-test-'))
  const embedded = await openEmbedded(folder)
  const { host, port, user, password } = embedded.connection
  const client = new pg.Client(embedded.connection)
  await client.connect()
  await client.query('create database test')
  await client.end()
  project.provide('databaseUrl', `postgres://${user}:${password}@${host}:${port}/test`)
  return async () => {
    await embedded.leave()
    await rm(folder, { recursive: true, force: true })
  }
}
