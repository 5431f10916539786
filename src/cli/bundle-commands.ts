import { randomUUID } from 'node:crypto'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { LARGEST_BUNDLE, type Manifest } from '#domain/cycle/bundle.ts'
import { choiceKey } from '#domain/cycle/merge-answers.ts'
import type { TookCounts, TookLeft } from '#domain/cycle/took-bundle.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { type OpenBundle, openBundle, readBundle } from '#readers/bundle.ts'
import { findGovernment } from '#store/governments.ts'
import { reading, writing } from '#store/transaction.ts'
import { listTrustedKeys } from '#store/trusted-keys.ts'
import { makeBundle } from '#usecases/make-bundle.ts'
import { mayReceive, receiveBundle } from '#usecases/receive-bundle.ts'
import { takeBundle } from '#usecases/take-bundle.ts'
import { distrustKey, trustKey } from '#usecases/trust.ts'
import { countsOf, leftOf, namedConflicts, weighBundle } from '#usecases/weigh-bundle.ts'
import { ja } from '#words/ja.ts'
import { writeBundle } from '#writers/bundle.ts'
import type { Call, CliCommand } from './terminal.ts'

const w = ja.bundle

/** Whoever holds the machine acts, under the name that they give. */
const doingOf = ({ options, now }: Call, government: string) => ({
  actor: {
    ...{ id: 'command-line', role: 'administrator' as const, government },
    name: typeof options.by === 'string' && options.by.trim() ? options.by.trim() : 'コマンド',
  },
  now,
})

async function whichGovernment({ store, options }: Call): Promise<Outcome<string, string>> {
  const { government } = options
  if (!government) return refuse('which-government')
  const known = await reading(store, { government }, (tx) => findGovernment(tx, government))
  return known ? done(government) : refuse('no-such-government', { code: government })
}

async function openFile(call: Call): Promise<Outcome<OpenBundle & { readonly bytes: Uint8Array }, string>> {
  const [file = ''] = call.args
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : undefined),
    () => undefined,
  )
  if (size === undefined) return refuse('file-not-readable', { file })
  if (size > LARGEST_BUNDLE) return refuse('bundle-too-large', { most: LARGEST_BUNDLE / 1_000_000 })
  call.tell(`${w.cli.reading((size / 1_000_000).toFixed(1))}\n`)
  const bytes = new Uint8Array(await readFile(file))
  const opened = openBundle(bytes)
  return opened.ok ? done({ ...opened.value, bytes }) : opened
}

/** この環境の鍵の指紋, and the keys that a government trusts. */
export const showKey: CliCommand = async (call) => {
  const { installation, fingerprint } = await call.seal()
  const { government } = call.options
  const keys = government ? await reading(call.store, { government }, listTrustedKeys) : []
  const lines = keys.map(({ name, state, fingerprint: of }) => `${of} ${w.states[state]} ${name}`)
  return done({
    text: [w.cli.key(installation, fingerprint), ...lines, ''].join('\n'),
    data: { installation, fingerprint, keys },
  })
}

export const trust: CliCommand = async (call) => {
  const government = await whichGovernment(call)
  if (!government.ok) return government
  const own = (await call.seal()).fingerprint
  const [fingerprint = ''] = call.args
  const name = String(call.options.name)
  const trusted = await writing(call.store, { government: government.value }, (tx) =>
    trustKey(tx, doingOf(call, government.value), { fingerprint, name, own }),
  )
  return trusted.ok ? done({ text: `${w.trustedNow(name)}\n`, data: { fingerprint, name } }) : trusted
}

export const distrust: CliCommand = async (call) => {
  const government = await whichGovernment(call)
  if (!government.ok) return government
  const [fingerprint = ''] = call.args
  const gone = await writing(call.store, { government: government.value }, (tx) =>
    distrustKey(tx, doingOf(call, government.value), { fingerprint, reason: String(call.options.reason) }),
  )
  return gone.ok ? done({ text: `${w.distrusted(gone.value.name)}\n`, data: { fingerprint } }) : gone
}

/** 束を作る, for machines without a browser. A file that is there already is not replaced. */
export const makeFile: CliCommand = async (call) => {
  const government = await whichGovernment(call)
  if (!government.ok) return government
  const year = Number(call.options.year)
  const file = String(call.options.out)
  const taken = await stat(file).then(
    () => true,
    () => false,
  )
  if (taken) return refuse('file-exists', { file })
  const seal = await call.seal()
  let bytes: Uint8Array = new Uint8Array()
  const made = await writing(call.store, { government: government.value }, (tx) =>
    makeBundle(tx, doingOf(call, government.value), {
      ...{ year, id: randomUUID(), installation: seal.installation, fingerprint: seal.fingerprint },
      write: (packed) => {
        const written = writeBundle(packed, seal)
        bytes = written.bytes
        return written
      },
    }),
  )
  if (!made.ok) return made
  const written = await writeFile(file, bytes, { flag: 'wx', mode: 0o600 }).then(
    () => true,
    () => false,
  )
  if (!written) return refuse('file-not-writable', { file })
  return done({ text: `${w.cli.made(file)}\n${about(made.value)}`, data: { file, manifest: made.value } })
}

const about = (manifest: Omit<Manifest, 'parts'>): string =>
  [
    w.oneTitle(manifest.direction, manifest.installation),
    `${manifest.governmentName}（${manifest.government}） ${ja.year(manifest.year)} ${ja.reports.stages[manifest.stage]}`,
    w.madeBy(ja.moment(manifest.madeAt), manifest.by),
    w.counts(manifest.counts),
    '',
  ].join('\n')

/** 束の中身を見る: whose, of what, signed by which key, and that every part is as it was signed. */
export const showFile: CliCommand = async (call) => {
  const opened = await openFile(call)
  if (!opened.ok) return opened
  const read = readBundle(opened.value)
  if (!read.ok) return read
  const { manifest, fingerprint } = read.value
  return done({
    text: `${about(manifest)}${w.signedBy(manifest.installation, fingerprint)}\n`,
    data: { manifest, fingerprint },
  })
}

/** 束を取り込む: says what it would do; does it with `--confirm`. */
export const takeFile: CliCommand = async (call) => {
  const government = await whichGovernment(call)
  if (!government.ok) return government
  const opened = await openFile(call)
  if (!opened.ok) return opened
  const { manifest, fingerprint, bytes } = opened.value
  const scope = { government: government.value }
  const asked = { year: manifest.year, own: (await call.seal()).fingerprint }
  const may = await reading(call.store, scope, (tx) => mayReceive(tx, { manifest, fingerprint }, asked))
  if (!may.ok) return may
  const read = readBundle(opened.value)
  if (!read.ok) return read
  const weigh = (choices: ReadonlyMap<string, 'page' | 'workbook'>) =>
    reading(call.store, scope, (tx) => weighBundle(tx, read.value, { choices, own: asked.own }))
  const weighed = await weigh(new Map())
  const conflicts = namedConflicts(weighed, read.value)
  const { prefer, confirm } = call.options
  const lines = [
    ...told(countsOf(weighed), leftOf(weighed)),
    ...conflicts.map(
      ({ name, field, base, page, workbook }) =>
        `  ${name} ${ja.workbook.fields[field]}: ${w.base} ${base || ja.workbook.empty} / ${w.here} ${page || ja.workbook.empty} / ${w.there} ${workbook || ja.workbook.empty}`,
    ),
  ]
  const before = { manifest, counts: countsOf(weighed), left: leftOf(weighed), conflicts }
  const open = conflicts.length > 0 && prefer === undefined
  if (open || !confirm)
    return done({
      text: [
        about(manifest) + w.would,
        ...lines,
        open ? w.cli.conflicts(conflicts.length) : w.cli.confirm,
        '',
      ].join('\n'),
      ...{ data: { ...before, taken: false }, exit: 3 },
    })
  const choices = new Map(
    conflicts.map((each) => [
      choiceKey(each),
      prefer === 'there' ? ('workbook' as const) : ('page' as const),
    ]),
  )
  const taken = await writing(call.store, scope, async (tx) => {
    const doing = doingOf(call, government.value)
    const received = await receiveBundle(tx, doing, { manifest, fingerprint, bytes, ...asked })
    if (!received.ok) return received
    return takeBundle(tx, doing, {
      ...{ carried: read.value, ...asked, choices, file: read.value.file },
      say: (state, by, at) =>
        state === 'approved' ? w.approvedThere(by, ja.moment(at)) : w.submittedThere(by, ja.moment(at)),
    })
  })
  if (!taken.ok) return taken
  return done({
    text: [about(manifest) + w.took, ...told(taken.value, taken.value.left), ''].join('\n'),
    data: { ...before, ...taken.value, taken: true },
  })
}

const told = (counts: TookCounts, left: readonly TookLeft[]): readonly string[] => {
  const said = w.wouldCount(counts)
  return [
    ...(said.length > 0 ? said.map((each) => `  ${each}`) : [`  ${w.nothing}`]),
    ...(left.length > 0 ? [w.stays] : []),
    ...left.map(({ why, ...each }) => `  ${w.left({ ...each, ...(why ? { why: ja.refusal(why) } : {}) })}`),
  ]
}
