import type {
  BundleContent,
  CarriedActual,
  CarriedAnswer,
  CarriedEvidence,
  CarriedQuestion,
  Manifest,
} from '#domain/cycle/bundle.ts'
import { type Choices, type Conflict, type Merge, mergeAnswers } from '#domain/cycle/merge-answers.ts'
import { type AnswerFields, isEditable } from '#domain/cycle/report.ts'
import type { TookCounts, TookLeft } from '#domain/cycle/took-bundle.ts'
import type { Department } from '#domain/government/department.ts'
import { standingRecord } from '#domain/indicator/series.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { listActuals } from '#store/actuals.ts'
import { listArrived, listTaken } from '#store/bundles.ts'
import { listDepartments } from '#store/departments.ts'
import { listEvidence } from '#store/evidence.ts'
import { diffPlan, findIndicators, findPlan } from '#store/plans.ts'
import { findRound } from '#store/reports.ts'
import type { ReadTx } from '#store/transaction.ts'
import { type Asked, findAsked } from './asked.ts'

/** A bundle that was opened, checked and read. */
export type Carried = {
  readonly manifest: Manifest
  readonly fingerprint: string
  readonly content: BundleContent
  readonly plans: readonly Plan[]
}

/** 何が起きるか: what taking a bundle in would write here, and what it would leave. */
export type Weighed = {
  readonly plans: readonly Plan[]
  /** Titles of plans whose edition is here and reads otherwise; they stay as they are here. */
  readonly plansDiffer: readonly string[]
  readonly departments: readonly Department[]
  /** A department of that name is here under another id. */
  readonly departmentTwice?: Department
  readonly round: 'open' | 'there' | 'missing'
  readonly actuals: readonly CarriedActual[]
  /** Values that stand otherwise here; they stay. */
  readonly actualsDiffer: readonly { readonly name: string; readonly year: number }[]
  readonly merge: Merge
  /** 提出になるもの: submitted or approved there, and the same here once taken in. */
  readonly submit: readonly CarriedAnswer[]
  /** 提出ずみのまま: approved there, and submitted here already with the same answer. */
  readonly approvedThere: readonly string[]
  /** Answers for indicators that are not here. */
  readonly unknown: readonly string[]
  readonly questions: readonly CarriedQuestion[]
  readonly evidence: readonly CarriedEvidence[]
  readonly names: Readonly<Record<string, string>>
}

export type Weighing = { readonly choices: Choices /** Our own key. */; readonly own: string }

/** Indicators and dates are brought out; what comes back never changes the plan at home. */
export async function weighBundle(
  tx: ReadTx,
  carried: Carried,
  { choices, own }: Weighing,
): Promise<Weighed> {
  const { manifest, content } = carried
  const out = manifest.direction === 'out'
  const round = await findRound(tx, manifest.year)
  const { plans, plansDiffer } = await plansOf(tx, carried)
  const here = await listDepartments(tx)
  const departments = out ? content.departments.filter(({ id }) => here.every((each) => each.id !== id)) : []
  const twice = departments.find(
    ({ name, to }) => to === undefined && here.some((each) => each.to === undefined && each.name === name),
  )
  const answers = answersOf(carried)
  const ids = [...new Set(content.indicators.map(({ id }) => id))]
  const asked = await findAsked(tx, manifest.year, ids)
  const known = new Set([
    ...(await findIndicators(tx, ids)).map(({ id }) => id),
    ...(out ? plans : []).flatMap(({ indicators }) => indicators.map(({ id }) => id)),
  ])
  const standing = asked.ok ? asked.value : new Map<string, Asked>()
  const base = await basesOf(tx, carried)
  const returned = answers.filter(({ indicator }) => known.has(indicator))
  const merge = mergeAnswers(
    returned.map(({ indicator, fields, savedBy, ...answer }) => ({
      ...{ indicator, fields, cell: savedBy, base: base.get(indicator) ?? answer.base },
    })),
    // What a closed year holds is not written to, like what is approved.
    new Map(
      [...standing].map(([id, each]) => [
        id,
        each.closed === undefined ? each : { ...each, state: 'approved' as const },
      ]),
    ),
    choices,
  )
  return {
    ...{ plans: out ? plans : [], plansDiffer: out ? plansDiffer : [], departments },
    ...(twice ? { departmentTwice: twice } : {}),
    round: round ? 'there' : out ? 'open' : 'missing',
    ...(await actualsOf(
      tx,
      out ? content.actuals.filter(({ indicator }) => known.has(indicator)) : [],
      content,
    )),
    merge: confirmedToo(merge, returned),
    submit: submittedOf(returned, merge, standing),
    approvedThere: returned
      .filter(({ indicator, state, fields }) => {
        const here = standing.get(indicator)
        return (
          state === 'approved' &&
          here?.state === 'submitted' &&
          here.answer !== undefined &&
          same(here.answer.fields, fields)
        )
      })
      .map(({ indicator }) => indicator),
    unknown: answers.filter(({ indicator }) => !known.has(indicator)).map(({ indicator }) => indicator),
    questions: await questionsOf(tx, carried, own, [...here, ...departments]),
    evidence: await evidenceOf(tx, manifest.year, content, known),
    names: namesOf(content),
  }
}

const namesOf = ({ indicators }: BundleContent) =>
  Object.fromEntries(indicators.map(({ id, name }) => [id, name]))

/** On the way out, what is approved is a fact already and travels as one. */
const answersOf = ({ manifest, content }: Carried): readonly CarriedAnswer[] =>
  manifest.direction === 'out' ? content.answers.filter(({ state }) => state !== 'approved') : content.answers

async function plansOf(
  tx: ReadTx,
  { plans, manifest }: Carried,
): Promise<Pick<Weighed, 'plans' | 'plansDiffer'>> {
  const [fresh, differ]: [Plan[], string[]] = [[], []]
  for (const plan of plans) {
    const known = manifest.direction === 'out' && (await findPlan(tx, plan.id, plan.edition.id))
    if (!known) {
      fresh.push(plan)
      continue
    }
    const { added, changed, removed, shared } = await diffPlan(tx, plan)
    const changes = [added, changed, removed, shared.added, shared.changed]
    if (changes.some((each) => each.length > 0)) differ.push(plan.title)
  }
  return { plans: fresh, plansDiffer: differ }
}

/**
 * もと (base): what both sides last had in common. The maker knows it up to the bundle that it took in last; where we took in another of theirs since, made
 * upon the same one, what that carried is nearer.
 */
async function basesOf(
  tx: ReadTx,
  { manifest, fingerprint }: Carried,
): Promise<ReadonlyMap<string, AnswerFields>> {
  const arrived = new Map(
    (await listArrived(tx, manifest.year))
      .filter((each) => each.fingerprint === fingerprint && each.manifest.after === manifest.after)
      .map((each) => [each.manifest.id, each]),
  )
  const last = (await listTaken(tx, manifest.year)).findLast(({ bundle }) => arrived.has(bundle))
  return new Map(Object.entries(last?.answers ?? {}))
}

/** A doubt that was confirmed there is confirmed here, where the answer is theirs altogether. */
function confirmedToo(merge: Merge, returned: readonly CarriedAnswer[]): Merge {
  const theirs = new Map(returned.map(({ indicator, fields }) => [indicator, fields]))
  return {
    ...merge,
    save: merge.save.map((row) => {
      const fields = theirs.get(row.indicator)
      return fields && same(row.fields, fields)
        ? { ...row, fields: { ...row.fields, confirmed: fields.confirmed } }
        : row
    }),
  }
}

const same = (a: AnswerFields, b: AnswerFields): boolean =>
  (['value', 'why', 'provisional', 'note', 'source'] as const).every((key) => a[key] === b[key])

function submittedOf(
  returned: readonly CarriedAnswer[],
  { save, conflicts }: Merge,
  standing: ReadonlyMap<string, Asked>,
): readonly CarriedAnswer[] {
  const saved = new Map(save.map(({ indicator, fields }) => [indicator, fields]))
  const open = new Set(conflicts.map(({ indicator }) => indicator))
  return returned.filter(({ indicator, state, fields }) => {
    const here = standing.get(indicator)
    const then = saved.get(indicator) ?? here?.answer?.fields
    return (
      (state === 'submitted' || state === 'approved') &&
      !open.has(indicator) &&
      then !== undefined &&
      same(then, fields) &&
      (here === undefined || (isEditable(here.state) && here.closed === undefined))
    )
  })
}

async function actualsOf(
  tx: ReadTx,
  carried: readonly CarriedActual[],
  content: BundleContent,
): Promise<Pick<Weighed, 'actuals' | 'actualsDiffer'>> {
  const records = Map.groupBy(
    await listActuals(tx, [...new Set(carried.map(({ indicator }) => indicator))]),
    ({ indicator }) => indicator,
  )
  const names = namesOf(content)
  const [actuals, differ]: [CarriedActual[], { name: string; year: number }[]] = [[], []]
  for (const each of carried) {
    const { indicator, actual } = each
    const stands = standingRecord(records.get(indicator) ?? [], actual.year, actual.vintage)?.actual
    if (!stands) actuals.push(each)
    else if (saidValue(stands) !== saidValue(actual))
      differ.push({ name: names[indicator] ?? indicator, year: actual.year })
  }
  return { actuals, actualsDiffer: differ }
}

const saidValue = (actual: { readonly kind: string }): string =>
  'value' in actual ? String(actual.value) : 'why' in actual ? String(actual.why) : actual.kind

/** 新しい質問: not asked here, not brought before, of a department that is here. */
async function questionsOf(
  tx: ReadTx,
  { manifest, content }: Carried,
  own: string,
  departments: readonly Department[],
): Promise<readonly CarriedQuestion[]> {
  const came = await questionsCame(tx, manifest.year)
  const there = new Set(departments.map(({ id }) => id))
  return content.questions.filter(
    ({ key, department }) => !isOwnKey(key, own) && !(key in came) && there.has(department),
  )
}

/** Questions of a year that were brought here, by the key under which they came. */
export const questionsCame = async (tx: ReadTx, year: number): Promise<Readonly<Record<string, string>>> =>
  Object.assign({}, ...(await listTaken(tx, year)).map(({ questions }) => questions))

async function evidenceOf(
  tx: ReadTx,
  year: number,
  { evidence }: BundleContent,
  known: ReadonlySet<string>,
): Promise<readonly CarriedEvidence[]> {
  const here = new Set(
    (await listEvidence(tx, year)).map(({ indicator, sha256 }) => `${indicator} ${sha256}`),
  )
  return evidence.filter(
    ({ indicator, sha256 }) => known.has(indicator) && !here.has(`${indicator} ${sha256}`),
  )
}

/** What would be taken in, counted. */
export const countsOf = (weighed: Weighed): TookCounts => ({
  ...{ plans: weighed.plans.length, departments: weighed.departments.length },
  ...{ opened: weighed.round === 'open', actuals: weighed.actuals.length },
  ...{ answers: weighed.merge.save.length, submitted: weighed.submit.length },
  ...{ questions: weighed.questions.length, evidence: weighed.evidence.length },
})

/** What stays as it is here, by name. */
export const leftOf = ({
  plansDiffer,
  actualsDiffer,
  merge,
  approvedThere,
  unknown,
  names,
}: Weighed): TookLeft[] => [
  ...plansDiffer.map((name) => ({ what: 'plan' as const, name })),
  ...merge.locked.map((id) => ({ what: 'locked' as const, name: names[id] ?? id })),
  ...approvedThere.map((id) => ({ what: 'approved-there' as const, name: names[id] ?? id })),
  ...unknown.map((id) => ({ what: 'unknown' as const, name: names[id] ?? id })),
  ...actualsDiffer.map(({ name, year }) => ({ what: 'actual-differs' as const, name: `${name} ${year}` })),
]

/** The conflicts with the names of what they are about, and when the other side said theirs. */
export function namedConflicts(
  { merge, names }: Weighed,
  { content }: Pick<Carried, 'content'>,
): readonly (Conflict & { readonly name: string; readonly savedAt: string })[] {
  const said = new Map(content.answers.map(({ indicator, savedAt }) => [indicator, savedAt]))
  return merge.conflicts.map((each) => ({
    ...each,
    ...{ name: names[each.indicator] ?? each.indicator, savedAt: said.get(each.indicator) ?? '' },
  }))
}

/** Whether a key names a question that was asked here. */
export const isOwnKey = (key: string, own: string): boolean =>
  key.startsWith(`${own}:`) && /^\d+$/.test(key.slice(own.length + 1))
