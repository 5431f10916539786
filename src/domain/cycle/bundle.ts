import type { Department } from '../government/department.ts'
import type { Actual } from '../indicator/actual.ts'
import { done, type Outcome, refuse } from '../shared/outcome.ts'
import type { StageDates } from './calendar.ts'
import type { Evidence } from './evidence.ts'
import type { Side } from './question.ts'
import type { AnswerFields, ReportMove, ReportState } from './report.ts'

export const BUNDLE_FORMAT = 'shirube-bundle'
/** Raised where what is written could no longer be read rightly by who knows the former. */
export const BUNDLE_VERSION = 1
/** Largest bundle in bytes, as a file and as what is in it. */
export const LARGEST_BUNDLE = 200_000_000

/** 行き (out): from where the stage is run. 帰り (back): to there. */
export type BundleDirection = 'out' | 'back'

export const BUNDLE_COUNTS = [
  ...(['plans', 'departments', 'indicators', 'answers', 'questions', 'evidence'] as const),
] as const
export type BundleCounts = Readonly<Record<(typeof BUNDLE_COUNTS)[number], number>>

/** A part of a bundle; its name is a label, and never a path on a disk. */
export type BundlePart = { readonly name: string; readonly size: number; readonly sha256: string }

/** 束の表書き (manifest): what is signed. It names every part by its hash, so that its signature covers all of them. */
export type Manifest = {
  readonly format: typeof BUNDLE_FORMAT
  readonly version: number
  readonly id: string
  readonly government: string
  readonly governmentName: string
  readonly year: number
  readonly stage: 'report'
  readonly direction: BundleDirection
  /** The bundle that the maker took in last; what it carried is the base of this one. */
  readonly after?: string
  readonly madeAt: string
  readonly by: string
  readonly installation: string
  readonly counts: BundleCounts
  readonly parts: readonly BundlePart[]
}

export type CarriedMove = {
  readonly move: ReportMove
  readonly at: string
  readonly by: string
  readonly reason?: string
}

/** 運ばれた回答: as it stood there, what both sides last had in common, and how far it had come there. */
export type CarriedAnswer = {
  readonly indicator: string
  readonly fields: AnswerFields
  readonly base: AnswerFields
  readonly state: ReportState
  readonly savedAt: string
  readonly savedBy: string
  readonly moves: readonly CarriedMove[]
}

/** 運ばれた質問. `key` names it on both sides: the fingerprint of where it was asked, and its number there. */
export type CarriedQuestion = {
  readonly key: string
  readonly answers?: string
  readonly department: string
  readonly indicator?: string
  readonly side: Side
  readonly text: string
  readonly at: string
  readonly by: string
}

export type CarriedEvidence = Pick<Evidence, 'indicator' | 'name' | 'size' | 'sha256' | 'shows' | 'at' | 'by'>

/** What stands recorded for an indicator: its last values. */
export type CarriedActual = {
  readonly indicator: string
  readonly actual: Actual
  readonly note?: string
  readonly source?: string
}

/** 束の中身, without plans and files, which are parts of their own. */
export type BundleContent = {
  readonly departments: readonly Department[]
  readonly dates: readonly StageDates[]
  readonly indicators: readonly { readonly id: string; readonly name: string }[]
  readonly actuals: readonly CarriedActual[]
  readonly answers: readonly CarriedAnswer[]
  readonly questions: readonly CarriedQuestion[]
  readonly evidence: readonly CarriedEvidence[]
}

export type ManifestRefused =
  | 'bundle-newer'
  | 'bundle-key-unknown'
  | 'bundle-of-another-government'
  | 'bundle-of-another-year'
  | 'bundle-taken-already'
  | 'bundle-own'

/** What a manifest is checked against. */
export type Receiving = {
  readonly government: string
  readonly year: number
  readonly fingerprint: string
  /** Our own key. */
  readonly own: string
  readonly trusted: ReadonlySet<string>
  readonly taken: ReadonlySet<string>
}

/** 受け取れる束か: who signed it before whatever it says, then whose it is, of which year, and whether it was here before. */
export function checkManifest(
  { id, version, government, governmentName, year, installation }: Manifest,
  here: Receiving,
): Outcome<null, ManifestRefused> {
  if (here.fingerprint === here.own) return refuse('bundle-own')
  if (!here.trusted.has(here.fingerprint))
    return refuse('bundle-key-unknown', { fingerprint: here.fingerprint, installation })
  if (version > BUNDLE_VERSION) return refuse('bundle-newer', { version, known: BUNDLE_VERSION })
  if (government !== here.government)
    return refuse('bundle-of-another-government', { of: governmentName, code: government })
  if (year !== here.year) return refuse('bundle-of-another-year', { year, here: here.year })
  if (here.taken.has(id)) return refuse('bundle-taken-already', { id })
  return done(null)
}

/** 次に作る束の向き: whoever took an outward bundle last sends back. */
export const directionAfter = (last: BundleDirection | undefined): BundleDirection =>
  last === 'out' ? 'back' : 'out'
