import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Whether a folder holds an embedded database already, for whoever must not make one by opening it. */
export const holdsDatabase = (dataDir: string): boolean =>
  existsSync(join(resolve(dataDir), 'postgres', 'PG_VERSION'))
