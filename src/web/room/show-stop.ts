import { type Grade, gradesOf } from '#domain/cycle/given.ts'
import { type Cite, citeKey, countStates } from '#domain/cycle/opinion.ts'
import {
  givenAt,
  type Pack,
  type PackPlan,
  type Stop,
  stopFor,
  stopsOf,
  subjectsAt,
} from '#domain/cycle/pack.ts'
import { roomJudgements } from '#domain/cycle/review.ts'
import { standingOf } from '#domain/cycle/snapshot.ts'
import type { Actual, KnownActual } from '#domain/indicator/actual.ts'
import type { Tone } from '#domain/indicator/scheme.ts'
import { currentActuals } from '#domain/indicator/series.ts'
import type { PlanNode } from '#domain/plan/tree.ts'
import { type Lang, nameIn } from '#domain/shared/lang.ts'
import { fromDecimal, print, sub } from '#domain/shared/rational.ts'
import type { RoomView } from '#usecases/view-room.ts'
import type { Words } from '#words/words.ts'
import { seriesSvg } from '../charts/series.ts'
import { fanFor } from './fan.ts'

/** A line of the list on the left: where it is, how its indicators stand, and whether the reader has written on it. */
export type StopLine = {
  readonly id: string
  readonly name: string
  readonly under: string
  readonly tones: readonly Tone[]
  readonly written: boolean
}

const nodeName = (lang: Lang, node: PlanNode): string =>
  [node.number, nameIn(lang, node)].filter(Boolean).join(' ')

/** 見るところの一覧, in the order of the plans. */
export function stopLines(view: RoomView, pack: Pack, words: Words): readonly StopLine[] {
  const own = view.opinions.filter((each) => each.own)
  return pack.plans.flatMap((plan) => {
    const { snapshot } = plan
    const tones = new Map(snapshot.rows.map(({ commitment, judgement }) => [commitment, judgement.tone]))
    const stops = stopsOf(plan)
    const written = new Set(own.map((each) => stopFor(stops, each)?.id))
    const title = nameIn(words.lang, snapshot.plan)
    const parents = new Set(stops.flatMap(({ above }) => above[0]?.id ?? []))
    return stops.map((stop) => ({
      id: stop.id,
      ...placeOf(stop, parents, title, words),
      tones: [...stop.commitments, ...stop.relisted].flatMap((id) => tones.get(id) ?? []),
      written: written.has(stop.id),
    }))
  })
}

/** Below which heading a stop is listed, and as what: a goal with programs heads their list with its own targets first. */
function placeOf(
  { node, above }: Stop,
  parents: ReadonlySet<string>,
  title: string,
  { lang, room, paper }: Words,
): Pick<StopLine, 'name' | 'under'> {
  if (!node) return { name: room.whole, under: title }
  const [goal] = above
  if (goal) return { name: nodeName(lang, node), under: nodeName(lang, goal) }
  return parents.has(node.id)
    ? { name: paper.goalTargets, under: nodeName(lang, node) }
    : { name: nodeName(lang, node), under: title }
}

/** The stop asked for, else the first program. */
export function chosenStop(
  pack: Pack,
  asked: string | null,
): { readonly plan: PackPlan; readonly stop: Stop } | undefined {
  const all = pack.plans.flatMap((plan) => stopsOf(plan).map((stop) => ({ plan, stop })))
  return all.find(({ stop }) => stop.id === asked) ?? all.find(({ stop }) => stop.node) ?? all[0]
}

/** 何についての意見か, by name, for every id of the pack. */
function namesOf({ plans }: Pack, words: Words): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const plan of plans) {
    const { commitments, indicators, title, titles, id } = plan.snapshot.plan
    for (const { node } of stopsOf(plan)) if (node) names.set(node.id, nodeName(words.lang, node))
    for (const commitment of commitments) {
      const indicator = indicators.find((each) => each.id === commitment.indicator)
      if (indicator) names.set(commitment.id, nameIn(words.lang, indicator))
    }
    names.set(id, nameIn(words.lang, { title, titles }))
  }
  return names
}

/** Everything that is shown of one stop, drawn from the pack. */
export function showStop(
  view: RoomView,
  pack: Pack,
  { plan, stop }: { readonly plan: PackPlan; readonly stop: Stop },
  words: Words,
) {
  const names = namesOf(pack, words)
  const nameOf = (id: string) => names.get(id) ?? id
  const subjects = new Set(subjectsAt(stop))
  const departments = new Map(pack.departments.map((each) => [each.id, nameIn(words.lang, each)]))
  const shown = [
    ...stop.commitments.map((id) => ({ id, again: false })),
    ...stop.relisted.map((id) => ({ id, again: true })),
  ]
  const here = pack.opinions.filter(({ subject, plan: of }) =>
    stop.node ? subjects.has(subject) : of === stop.plan || subject === stop.plan,
  )
  const lastYear = Math.max(...pack.opinions.map(({ year }) => year))
  const all = pack.opinions.filter(({ year }) => year === lastYear)
  return {
    id: stop.id,
    plan: stop.plan,
    subject: stop.node?.id ?? stop.plan,
    name: stop.node ? nodeName(words.lang, stop.node) : nameIn(words.lang, plan.snapshot.plan),
    isWhole: !stop.node,
    direction: stop.node?.direction,
    above: stop.above.map((node) => nodeName(words.lang, node)),
    documents: plan.snapshot.plan.documents,
    grades: gradesOf(plan.snapshot.scheme),
    indicators: shown.flatMap(({ id, again }) => {
      const found = showIndicator(view, pack, plan, id, words)
      return found ? [{ ...found, again, department: departments.get(found.department ?? '') }] : []
    }),
    counts: stop.node ? undefined : standingOf(plan.snapshot),
    measures: (stop.node?.children ?? []).map((node) => nodeName(words.lang, node)),
    projects: plan.projects
      .filter(({ on }) => stop.within.includes(on))
      .map((each) => ({ ...each, department: departments.get(each.department ?? '') })),
    opinions: view.opinions
      .filter((each) => each.plan === stop.plan && subjects.has(each.subject))
      .map((each) => ({
        ...each,
        name: each.subject === (stop.node?.id ?? stop.plan) ? '' : nameOf(each.subject),
        cites: (each.cites ?? []).map((cite) => ({
          key: citeKey(cite),
          name: nameCite(cite, nameOf, words),
        })),
        responses: each.responses.map((response) => ({
          ...response,
          department: departments.get(response.department ?? '') ?? response.department ?? '',
        })),
      })),
    citable: [
      ...shown.flatMap(({ id }) => valuesOf(plan, id, pack.year)),
      ...here.map(({ year, number }): Cite => ({ of: 'opinion', year, number })),
    ].map((cite) => ({ key: citeKey(cite), name: nameCite(cite, nameOf, words) })),
    earlier: {
      year: lastYear,
      here: here
        .filter(({ year }) => year === lastYear)
        .map((each) => ({ ...each, name: nameOf(each.subject) })),
      all: all.map((each) => ({ ...each, name: nameOf(each.subject) })),
      counts: countStates(all),
    },
    departments: Object.fromEntries(departments),
  }
}

export type ShownStop = ReturnType<typeof showStop>
export type ShownIndicator = ShownStop['indicators'][number]

const nameCite = (cite: Cite, nameOf: (id: string) => string, { room, shortYear }: Words): string =>
  cite.of === 'value'
    ? `${nameOf(cite.commitment)} ${shortYear(cite.year)}`
    : room.citedOpinion(room.number(cite.year, cite.number))

/** The last two years of a promise that have a record. */
function valuesOf({ snapshot }: PackPlan, commitment: string, year: number): readonly Cite[] {
  const row = snapshot.rows.find((each) => each.commitment === commitment)
  const years = new Set(currentActuals(row?.records ?? []).map((each) => each.year))
  return [...years]
    .filter((each) => each <= year)
    .slice(-2)
    .toReversed()
    .map((each) => ({ of: 'value', commitment, year: each }))
}

function showIndicator(view: RoomView, pack: Pack, { snapshot, rows }: PackPlan, id: string, words: Words) {
  const { plan, scheme } = snapshot
  const row = snapshot.rows.find((each) => each.commitment === id)
  const more = rows.find((each) => each.commitment === id)
  const commitment = plan.commitments.find((each) => each.id === id)
  const indicator = plan.indicators.find((each) => each.id === commitment?.indicator)
  if (!(row && more && commitment && indicator)) return undefined
  const actuals = currentActuals(row.records).filter(({ year }) => year <= pack.year)
  const judged = roomJudgements(view.moves).find((each) => each.commitment === id)
  const grade = gradesOf(scheme).find((each) => each.grade === judged?.grade)
  const { outlook } = more
  const draw = (width: number, height: number) =>
    seriesSvg(
      {
        actuals,
        promises: [{ plan: words.plans.short(nameIn(words.lang, plan)), commitment }],
        events: pack.events.map((event) => ({ name: nameIn(words.lang, event), year: event.year })),
        sayYear: words.shortYear,
        label: words.indicator.chart(nameIn(words.lang, indicator)),
        targetWord: words.indicator.target,
        ...fanFor(outlook, words),
      },
      width,
      height,
    )
  const drawable = actuals.length > 0 || commitment.targets.length > 0
  return {
    commitment,
    indicator: { id: indicator.id, name: indicator.name, names: indicator.names, unit: indicator.unit },
    judgement: row.judgement,
    first: givenAt(row.given, 'first'),
    second: givenAt(row.given, 'second'),
    committee: judged && grade ? { ...judged, ...grade } : undefined,
    latest: actuals.findLast((each): each is KnownActual => each.kind === 'known'),
    ofYear: actuals.findLast(({ year }) => year === pack.year),
    expected: row.judgement.working.find(({ what }) => what === 'expected')?.result,
    since: sinceBefore(actuals, pack.year),
    chance: outlook.ok ? outlook.value.forecast.chance : undefined,
    // What the year has brought already needs no odds.
    isOver: !outlook.ok && (outlook.why === 'year-not-ahead' || outlook.why === 'ended'),
    noChance: outlook.ok ? undefined : words.forecast.why(outlook.why, outlook.detail),
    ...{ department: more.department, note: more.note, source: more.source, recordedAt: more.recordedAt },
    evidence: more.evidence ?? [],
    wide: drawable ? draw(400, 280) : '',
    narrow: drawable ? draw(340, 260) : '',
  }
}

export type CommitteeGrade = Grade & {
  readonly comment: string
  readonly reason: string
  readonly at: string
}

/** 前年度から, exactly; undefined where one of the two is missing or of another series. */
function sinceBefore(actuals: readonly Actual[], year: number): string | undefined {
  const of = (asked: number) =>
    actuals.findLast((each): each is KnownActual => each.kind === 'known' && each.year === asked)
  const [now, before] = [of(year), of(year - 1)]
  if (!now || !before || now.vintage !== before.vintage) return undefined
  const difference = sub(fromDecimal(now.value), fromDecimal(before.value))
  return `${difference.n > 0n ? '+' : ''}${print(difference)}`
}
