import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { done, refuse } from '#domain/shared/outcome.ts'
import { exportAll, importAll } from '#store/backup.ts'
import type { CliCommand } from './terminal.ts'

export const backUp: CliCommand = async ({ store, now, args: [file = ''] }) => {
  if (existsSync(file)) return refuse('file-exists', { file })
  if (!existsSync(dirname(resolve(file)))) return refuse('no-such-folder', { folder: dirname(resolve(file)) })
  const told = await exportAll(store, file, now)
  return done({ text: `${file} に保存しました（${told.tables}表・${told.rows}行）。\n`, data: told })
}

export const restoreFrom: CliCommand = async ({ store, args: [file = ''] }) => {
  const told = await importAll(store, file)
  return told.ok
    ? done({
        text: `${file} から戻しました（${told.value.tables}表・${told.value.rows}行）。\n`,
        data: told.value,
      })
    : told
}
