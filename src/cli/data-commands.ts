import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Dataset } from '#domain/population/statistics.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { readStatistics } from '#readers/statistics/read.ts'
import { listDatasets, sha256Of } from '#store/datasets.ts'
import { reading, writing } from '#store/transaction.ts'
import { type ImportedTable, importStatistics } from '#usecases/import-statistics.ts'
import { ja } from '#words/ja.ts'
import { fetchEstat } from './estat.ts'
import type { Call, CliCommand } from './terminal.ts'

type Given = { readonly file: string; readonly bytes: Uint8Array }

/** 統計表の取り込み: file by file, each with all its tables or not at all. */
export const importData: CliCommand = async (call) => {
  const given = await givenFiles(call)
  if (!given.ok) return given
  const lines: string[] = []
  const results: { file: string; known: boolean; dataset: Dataset }[] = []
  const noticed: { file: string; code: string; said: string }[] = []
  for (const { file, bytes } of given.value) {
    call.tell(`${file} …\n`)
    const { tables, findings } = readStatistics(bytes, basename(file))
    const told = findings.map((finding) => ({ file, code: finding.code, said: ja.finding(finding) }))
    if (tables.length === 0)
      return refuse('no-table-in-file', { file, findings: told.map(({ said }) => `  ${said}`).join('\n') })
    noticed.push(...told)
    const imported = await importAll(call, { file, bytes }, tables)
    if (!imported.ok) return imported
    for (const { dataset, known } of imported.value) {
      results.push({ file, known, dataset })
      lines.push(
        `${ja.projection.kinds[dataset.kind]}  ${describe(dataset)}`,
        `  ${known ? ja.projection.known(dataset.id) : ja.projection.vintage(dataset.id, dataset.vintage)}`,
      )
    }
    lines.push(...told.map(({ said }) => `  ${said}`))
  }
  return done({ text: `${lines.join('\n')}\n`, data: { imported: results, findings: noticed } })
}

async function importAll(
  { store, now }: Call,
  { file, bytes }: Given,
  tables: ReturnType<typeof readStatistics>['tables'],
): Promise<Outcome<readonly ImportedTable[], string>> {
  const sha256 = sha256Of(bytes)
  const actor = { id: 'command-line', name: 'コマンド', role: 'administrator', government: '' } as const
  return writing(
    store,
    { government: '' },
    async (tx): Promise<Outcome<readonly ImportedTable[], string>> => {
      const all: ImportedTable[] = []
      for (const table of tables) {
        const one = await importStatistics(tx, { actor, now }, { table, file: basename(file), sha256 })
        if (!one.ok) return one
        all.push(one.value)
      }
      return done(all)
    },
  )
}

async function givenFiles({ args, options, estat, tell }: Call): Promise<Outcome<readonly Given[], string>> {
  const given: Given[] = []
  for (const file of args) {
    const bytes = await readFile(file).catch(() => undefined)
    if (!bytes) return refuse('file-not-readable', { file })
    given.push({ file, bytes })
  }
  if (typeof options.estat === 'string') {
    const fetched = await fetchEstat(estat, options.estat, tell)
    if (!fetched.ok) return fetched
    given.push({ file: `estat-${options.estat}.json`, bytes: fetched.value })
  }
  return given.length > 0 ? done(given) : refuse('nothing-to-import')
}

const describe = ({ title, areas, from, to, rows }: Dataset) =>
  ja.projection.imported(title, areas, from, to, rows)

export const listData: CliCommand = async ({ store }) => {
  const datasets = await reading(store, { government: '' }, listDatasets)
  const lines = datasets.map(
    (each) =>
      `${each.id}  ${ja.projection.kinds[each.kind]}  ${describe(each)}  ${each.file}  ${each.importedAt.slice(0, 10)}`,
  )
  return done({ text: `${(lines.length > 0 ? lines : [ja.projection.none]).join('\n')}\n`, data: datasets })
}
