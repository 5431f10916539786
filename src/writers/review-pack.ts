import { stateNow } from '#domain/cycle/opinion.ts'
import { type Pack, type PackPlan, type Stop, stopsOf } from '#domain/cycle/pack.ts'
import { standingOf } from '#domain/cycle/snapshot.ts'
import type { Judgement } from '#domain/indicator/judgement.ts'
import { currentActuals } from '#domain/indicator/series.ts'
import { finalTarget } from '#domain/indicator/target-kind.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { printDecimal } from '#domain/shared/rational.ts'
import type { Words } from '#words/words.ts'
import type { Block, Document, TableRow } from './document.ts'

/** What stands on the head of a paper of the room. */
export type PackHead = {
  readonly meeting: string
  readonly number: number
  readonly fixedAt: string
  readonly sha256: string
}

/**
 * 資料一式 as a paper: what the room shows, with the number, the moment and the fingerprint of the pack on it, so that a print can be laid beside the
 * record. Nothing in it is of another moment.
 */
export function packDocument(pack: Pack, head: PackHead, words: Words): Document {
  const { room } = words
  const several = pack.plans.length > 1
  return {
    title: `${room.paperTitle(pack.year)} ${head.meeting}`,
    lang: words.lang,
    unitWord: words.paper.unit,
    subtitle: [
      ...(pack.panel ? [nameIn(words.lang, pack.panel)] : []),
      room.paperPack(head.number, words.moment(head.fixedAt)),
      room.paperHash(head.sha256),
    ],
    blocks: [
      ...pack.plans.flatMap((plan): readonly Block[] => [
        ...(several ? [heading(1, nameIn(words.lang, plan.snapshot.plan))] : []),
        ...overview(plan, words),
        ...stopsOf(plan).flatMap((stop) => stopBlocks(pack, plan, stop, words)),
      ]),
      ...earlier(pack, words),
    ],
  }
}

const heading = (level: number, text: string): Block => ({ kind: 'heading', level, text })

const gradeText = (judgement: Judgement, words: Words): string =>
  judgement.kind === 'ungraded' ? words.missingShort(judgement.why) : words.label(judgement.label)

function overview({ snapshot }: PackPlan, words: Words): readonly Block[] {
  const { grades, ungraded } = standingOf(snapshot)
  const counts = [
    ...grades.map(({ label, count }) => [words.label(label), count] as const),
    ...(ungraded > 0 ? [[words.sitePage.ungraded, ungraded] as const] : []),
  ]
  return [
    heading(1, words.room.paperOverview),
    {
      kind: 'table',
      columns: [
        { heading: words.room.paperGrade, width: 3, align: 'left' },
        { heading: words.paper.indicator, width: 1, align: 'right' },
      ],
      rows: counts.map(([label, count]) => ({ kind: 'cells', cells: [label, String(count)] })),
    },
  ]
}

function stopBlocks(pack: Pack, plan: PackPlan, stop: Stop, words: Words): readonly Block[] {
  const { node, above } = stop
  const rows = [...stop.commitments, ...stop.relisted].flatMap(
    (id) => indicatorRow(pack, plan, id, words) ?? [],
  )
  const projects = plan.projects.filter(({ on }) => stop.within.includes(on))
  if (!node || (rows.length === 0 && projects.length === 0)) return []
  const { room, paper } = words
  const none = paper.none
  const notes = [...stop.commitments].flatMap((id) => noteOf(plan, id, words))
  return [
    heading(
      2,
      [...above, node]
        .map((each) => [each.number, nameIn(words.lang, each)].filter(Boolean).join(' '))
        .join(' ＞ '),
    ),
    ...(rows.length > 0
      ? [
          {
            kind: 'table' as const,
            columns: [
              { heading: paper.indicator, width: 5, align: 'left' as const },
              { heading: paper.baseline, width: 2, align: 'right' as const },
              { heading: words.shortYear(pack.year), width: 2, align: 'right' as const },
              { heading: room.pathNow, width: 2, align: 'right' as const },
              { heading: words.indicator.target, width: 2, align: 'right' as const },
              { heading: room.outlook, width: 2, align: 'centre' as const },
              { heading: room.paperGrade, width: 2, align: 'left' as const },
            ],
            rows,
          },
        ]
      : []),
    ...notes,
    ...(projects.length > 0
      ? [
          {
            kind: 'table' as const,
            caption: room.projects,
            columns: [
              { heading: room.project, width: 5, align: 'left' as const },
              { heading: room.printed, width: 2, align: 'right' as const },
              { heading: room.initial, width: 2, align: 'right' as const },
              { heading: room.outturn, width: 2, align: 'right' as const },
            ],
            rows: projects.map(
              (each): TableRow => ({
                kind: 'cells',
                cells: [
                  nameIn(words.lang, each),
                  ...[each.printed, each.initial, each.outturn].map((money) =>
                    money ? writeMoney(money) : none,
                  ),
                ],
              }),
            ),
          },
        ]
      : []),
  ]
}

function indicatorRow(pack: Pack, plan: PackPlan, id: string, words: Words): TableRow | undefined {
  const { snapshot } = plan
  const row = snapshot.rows.find(({ commitment }) => commitment === id)
  const promise = snapshot.plan.commitments.find((each) => each.id === id)
  const indicator = snapshot.plan.indicators.find((each) => each.id === promise?.indicator)
  const outlook = plan.rows.find(({ commitment }) => commitment === id)?.outlook
  if (!(row && promise && indicator)) return undefined
  const { baseline } = promise
  const target = finalTarget(promise)
  const actual = currentActuals(row.records).findLast(({ year }) => year === pack.year)
  const chance = outlook?.ok ? outlook.value.forecast.chance : undefined
  const none = words.paper.notStated
  return {
    kind: 'cells',
    cells: [
      `${nameIn(words.lang, indicator)}${indicator.unit === 'not-stated' ? '' : `（${indicator.unit}）`}`,
      baseline === 'not-stated'
        ? none
        : `${printDecimal(baseline.value)}${baseline.year === 'not-stated' ? '' : ` ${words.shortYear(baseline.year)}`}`,
      actual === undefined
        ? words.missing['not-submitted']
        : actual.kind === 'missing'
          ? words.missing[actual.why]
          : printDecimal(actual.value),
      row.judgement.working.find(({ what }) => what === 'expected')?.result ?? words.paper.none,
      target ? `${printDecimal(target.value)} ${words.shortYear(target.year)}` : none,
      chance === undefined ? words.paper.none : words.forecast.chance(chance),
      gradeText(row.judgement, words),
    ],
  }
}

/** 担当課の評価 below the table, where one was written. */
function noteOf({ snapshot, rows }: PackPlan, id: string, words: Words): readonly Block[] {
  const note = rows.find(({ commitment }) => commitment === id)?.note
  const promise = snapshot.plan.commitments.find((each) => each.id === id)
  const indicator = snapshot.plan.indicators.find((each) => each.id === promise?.indicator)
  return note && indicator
    ? [{ kind: 'paragraph', text: `${nameIn(words.lang, indicator)}　${words.room.evaluation}：${note}` }]
    : []
}

/** これまでの意見と対応, of the last year that has any. */
function earlier({ opinions }: Pack, words: Words): readonly Block[] {
  const last = Math.max(...opinions.map(({ year }) => year))
  const of = opinions.filter(({ year }) => year === last)
  if (of.length === 0) return []
  const { room, responseStates } = words
  return [
    heading(1, room.paperLast),
    {
      kind: 'table',
      columns: [
        { heading: room.opinionNumber, width: 2, align: 'left' },
        { heading: room.text, width: 6, align: 'left' },
        { heading: room.now, width: 2, align: 'left' },
        { heading: room.answer, width: 6, align: 'left' },
      ],
      rows: of.map((each) => {
        const state = stateNow(each)
        return {
          kind: 'cells',
          cells: [
            room.number(each.year, each.number),
            each.text,
            state === 'waiting' ? room.waiting : responseStates[state],
            each.responses.at(-1)?.text ?? '',
          ],
        }
      }),
    },
  ]
}
