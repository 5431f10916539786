import pg from 'pg'
import { openEmbedded } from '../../src/store/embedded.ts'

/** How many rows of a table hold a text, asked of the database of a running server itself. */
export async function rowsWith(dataDir: string, table: string, text: string): Promise<number> {
  const embedded = await openEmbedded(dataDir)
  const client = new pg.Client(embedded.connection)
  try {
    await client.connect()
    const { rows } = await client.query(
      `select count(*)::int as count from shirube.${table} t where strpos(t::text, $1) > 0`,
      [text],
    )
    return rows[0].count
  } finally {
    await client.end()
    await embedded.leave()
  }
}
