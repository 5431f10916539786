import { can } from '#domain/access/can.ts'
import type { Seal } from '#domain/access/seal.ts'
import { LARGEST_BUNDLE } from '#domain/cycle/bundle.ts'
import { type Choices, choiceKey, FIELDS } from '#domain/cycle/merge-answers.ts'
import type { TookBundle } from '#domain/cycle/took-bundle.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { openBundle, type ReadBundle, readBundle } from '#readers/bundle.ts'
import { bundleBytes } from '#store/bundles.ts'
import { makeBundle } from '#usecases/make-bundle.ts'
import { mayReceive, receiveBundle } from '#usecases/receive-bundle.ts'
import { takeBundle } from '#usecases/take-bundle.ts'
import { distrustKey, trustKey } from '#usecases/trust.ts'
import { ja } from '#words/ja.ts'
import { writeBundle } from '#writers/bundle.ts'
import type { SentForm } from '../form.ts'
import type { Visit } from '../visit.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** 束を受け付ける: opened, its key asked for, every part checked, and only then kept. */
export async function receiveFile(
  visit: Visit,
  seal: Seal,
  file: File | undefined,
): Promise<Outcome<{ readonly id: string }, string>> {
  if (!visit.user) return refuse('signed-out')
  if (!can(visit.actor, 'bundle:carry')) return refuse('not-allowed')
  if (!file) return refuse('no-file')
  if (file.size > LARGEST_BUNDLE) return refuse('bundle-too-large', { most: LARGEST_BUNDLE / 1_000_000 })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const opened = openBundle(bytes)
  if (!opened.ok) return opened
  const { manifest, fingerprint } = opened.value
  const asked = { year: visit.year, own: seal.fingerprint }
  const may = await visit.read((tx) => mayReceive(tx, { manifest, fingerprint }, asked))
  if (!may.ok) return may
  const read = readBundle(opened.value)
  if (!read.ok) return read
  return visit.act('bundle:carry', (tx, doing) =>
    receiveBundle(tx, doing, { manifest, fingerprint, bytes, ...asked }),
  )
}

/** A bundle that was kept, read again. */
export async function keptBundle(visit: Visit, id: string): Promise<Outcome<ReadBundle, string>> {
  const bytes = await visit.read((tx) => bundleBytes(tx, id))
  if (!bytes) return refuse('no-such-bundle')
  const opened = openBundle(bytes)
  return opened.ok ? readBundle(opened.value) : opened
}

/** What a form chose between, by indicator and field. */
export const choicesFrom = (form: SentForm, read: ReadBundle): Choices =>
  new Map(
    read.content.answers.flatMap(({ indicator }) =>
      FIELDS.flatMap((field) => {
        const key = choiceKey({ indicator, field })
        const side = form.told(`choice ${key}`)
        return side === 'page' || side === 'workbook' ? [[key, side] as const] : []
      }),
    ),
  )

/** 取り込む, in the words of the record, which are Japanese. */
export const takeRead = (
  visit: Visit,
  seal: Seal,
  read: ReadBundle,
  choices: Choices,
): Promise<Outcome<TookBundle, string>> =>
  visit.act('bundle:carry', (tx, doing) =>
    takeBundle(tx, doing, {
      ...{ carried: read, year: read.manifest.year, own: seal.fingerprint, choices, file: read.file },
      say: (state, by, at) =>
        state === 'approved'
          ? ja.bundle.approvedThere(by, ja.moment(at))
          : ja.bundle.submittedThere(by, ja.moment(at)),
    }),
  )

/** What the forms of the page ask, but for the file: make a bundle, trust a key, trust one no longer. */
export async function actOnBundles(
  visit: Visit,
  seal: Seal,
  form: SentForm,
): Promise<Outcome<{ readonly made?: string; readonly name?: string }, string>> {
  const wanted = form.told('do')
  if (wanted === 'make') {
    const { installation, fingerprint } = seal
    const made = await visit.act('bundle:carry', (tx, doing) =>
      makeBundle(tx, doing, {
        // The id comes with the form, so that one that is sent twice is one bundle.
        ...{ year: visit.year, id: UUID.exec(form.told('id'))?.[0] ?? crypto.randomUUID() },
        ...{ installation, fingerprint },
        write: (packed) => writeBundle(packed, seal),
      }),
    )
    return made.ok ? done({ made: made.value.id }) : made
  }
  if (wanted === 'distrust')
    return visit.act('bundle:carry', (tx, doing) =>
      distrustKey(tx, doing, { fingerprint: form.told('fingerprint'), reason: form.told('reason') }),
    )
  return visit.act('bundle:carry', (tx, doing) =>
    trustKey(tx, doing, {
      ...{ fingerprint: form.told('fingerprint'), name: form.told('name'), own: seal.fingerprint },
    }),
  )
}
