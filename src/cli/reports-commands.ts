import { constants } from 'node:fs'
import { access, copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { missingWords, readReportWorkbook } from '#readers/report-workbook.ts'
import { findGovernment } from '#store/governments.ts'
import { reading, writing } from '#store/transaction.ts'
import { takeReturned } from '#usecases/take-returned.ts'
import { viewReports } from '#usecases/view-reports.ts'
import { en } from '#words/en.ts'
import { ja } from '#words/ja.ts'
import { zhHant } from '#words/zh-Hant.ts'
import { departmentWorkbooks } from '#writers/department-workbooks.ts'
import { isSettled, type SeenFile, workbooksIn } from './folder.ts'
import type { Call, CliCommand } from './terminal.ts'

const w = ja.collectFolder
/** A workbook of a department is some tens of kilobytes. */
const LARGEST = 10_000_000
/** Between two looks at the folder. */
const LOOK_MS = 2_000
const MISSING = missingWords(ja.missing, en.missing, zhHant.missing)

type OfYear = { readonly government: string; readonly year: number }

async function ofYear({ store, options }: Call): Promise<Outcome<OfYear, string>> {
  const { government } = options
  if (!government) return refuse('which-government')
  const year = Number(options.year)
  if (!Number.isInteger(year)) return refuse('impossible-year', { value: String(options.year) })
  const known = await reading(store, { government }, (tx) => findGovernment(tx, government))
  return known ? done({ government, year }) : refuse('no-such-government', { code: government })
}

/** What became of a file: taken in, left for the page, or refused; said in one sentence. */
type Became = {
  readonly file: string
  readonly took: 'taken' | 'left'
  readonly said: string
  readonly saved?: number
  readonly unchanged?: number
  readonly why?: string
}

/** 一つの調査票を取り込む. Whatever is wrong with one file keeps no other waiting. */
async function takeFile(
  { store, options }: Call,
  { government, year }: OfYear,
  path: string,
  file: string,
): Promise<Became> {
  const left = (why: string, said: string): Became => ({ file, took: 'left', why, said })
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) return left('file-not-readable', ja.refusal('file-not-readable', { file }))
  if (bytes.length > LARGEST) return left('document-too-large', w.tooLarge)
  const read = readReportWorkbook(new Uint8Array(bytes), MISSING)
  if (!read.ok) return left(read.why, ja.refusal(read.why, read.detail))
  const { head, rows, findings } = read.value
  const name = typeof options.by === 'string' && options.by.trim() ? options.by.trim() : w.system
  const doing = {
    actor: { id: 'command-line', name, role: 'planner' as const, government },
    now: new Date().toISOString(),
  }
  const taken = await writing(store, { government }, (tx) => takeReturned(tx, doing, { year, head, rows }))
  if (!taken.ok) return left(taken.why, ja.refusal(taken.why, taken.detail))
  const { saved, unchanged, conflicts, locked, names } = taken.value
  if (conflicts.length > 0) {
    const where = conflicts.map(
      ({ indicator, field, cell }) => `${names[indicator] ?? indicator} ${ja.workbook.fields[field]} ${cell}`,
    )
    return left('conflicts', w.conflicts(conflicts.length, where))
  }
  const said = [
    ja.workbook.applied(saved, unchanged),
    ...(locked.length > 0 ? [ja.workbook.locked(locked.map((id) => names[id] ?? id).join('、'))] : []),
    ...findings.map((each) => ja.finding(each)),
  ].join(' ')
  return { file, took: 'taken', said, saved, unchanged }
}

/** A free name in the folder of what is done: nothing that lies there is replaced. */
async function moveTo(folder: string, from: string, name: string): Promise<void> {
  for (let number = 1; ; number += 1) {
    const to = join(folder, number === 1 ? name : name.replace(/(\.xlsx)$/i, ` (${number})$1`))
    const taken = await access(to).then(
      () => true,
      () => false,
    )
    if (taken) continue
    // A share is another file system than the folder of what is done.
    return rename(from, to).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error
      await copyFile(from, to, constants.COPYFILE_EXCL)
      await rm(from)
    })
  }
}

/**
 * フォルダーから集める: every returned workbook of a folder, merged as the page merges it. With `--watch` it looks again until it is stopped; a file that was
 * looked at is looked at again when it changes.
 */
export const collectFolder: CliCommand = async (call) => {
  const of = await ofYear(call)
  if (!of.ok) return of
  const [folder = ''] = call.args
  const { moveTo: target, watch, json } = call.options
  for (const each of [folder, ...(typeof target === 'string' ? [target] : [])])
    if ((await access(each).catch(() => 'none')) === 'none') return refuse('no-such-folder', { folder: each })
  const [all, looked]: [Became[], Map<string, SeenFile>] = [[], new Map()]
  let before = new Map<string, SeenFile>()
  const stop = new AbortController()
  const end = () => stop.abort()
  if (watch) process.once('SIGINT', end).once('SIGTERM', end)
  const waited = new Set<string>()
  for (let looks = 1; !stop.signal.aborted; looks += 1) {
    const { ready, open } = await workbooksIn(folder)
    const fresh = ready.filter((file) => !isSettled(looked.get(file.name), file))
    const settled = fresh.filter((file) => isSettled(before.get(file.name), file))
    for (const [at, file] of settled.entries()) {
      call.tell(`${w.doing(at + 1, settled.length, file.name)}\n`)
      const path = join(folder, file.name)
      const became = await takeFile(call, of.value, path, file.name)
      looked.set(file.name, file)
      all.push(became)
      if (watch && !json) call.tell(line(became))
      if (became.took === 'taken' && typeof target === 'string')
        await moveTo(target, path, file.name).catch(() => call.tell(`${file.name}: ${w.notMoved(target)}\n`))
    }
    before = new Map(ready.map((file) => [file.name, file]))
    const waiting = [...open, ...fresh.filter((file) => !settled.includes(file)).map(({ name }) => name)]
    if (!watch && looks > 1) {
      // A second look has seen what stands still; what moves now is for another time.
      for (const name of waiting) all.push({ file: name, took: 'left', why: 'open', said: w.open })
      break
    }
    for (const name of open)
      if (watch && !waited.has(name)) {
        waited.add(name)
        call.tell(`${name}: ${w.open}\n`)
      }
    await pause(LOOK_MS, undefined, { signal: stop.signal }).catch(() => undefined)
  }
  const left = all.filter(({ took }) => took === 'left').length
  return done({
    text: `${watch && !json ? '' : all.map(line).join('')}${w.total(all.length - left, left)}\n`,
    data: { ...of.value, files: all },
    ...(left > 0 ? { exit: 3 } : {}),
  })
}

const line = ({ file, said }: Became): string => `${file}: ${said}\n`

/** 調査票をフォルダーに書き出す, one a department. A file that is there already is not replaced: somebody may be writing in it. */
export const writeWorkbooks: CliCommand = async (call) => {
  const of = await ofYear(call)
  if (!of.ok) return of
  const { government, year } = of.value
  const folder = String(call.options.out)
  const view = await reading(call.store, { government }, (tx) => viewReports(tx, { year }))
  if (!view.round) return refuse('round-not-open', { year })
  const files = await departmentWorkbooks({ government, year, madeAt: call.now }, view, ja)
  const made = await mkdir(folder, { recursive: true }).then(
    () => true,
    () => false,
  )
  if (!made) return refuse('file-not-writable', { file: folder })
  const [written, kept]: [string[], string[]] = [[], []]
  for (const [at, [name, bytes]] of Object.entries(files).entries()) {
    call.tell(`${w.writing(at + 1, Object.keys(files).length, name)}\n`)
    const file = join(folder, name)
    try {
      await writeFile(file, bytes, { flag: 'wx' })
      written.push(name)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return refuse('file-not-writable', { file })
      kept.push(name)
    }
  }
  return done({
    text: [
      ...written,
      w.written(written.length, folder),
      ...(kept.length > 0 ? [w.kept(kept.join('、'))] : []),
      '',
    ].join('\n'),
    data: { government, year, written, kept },
    ...(kept.length > 0 ? { exit: 3 } : {}),
  })
}
