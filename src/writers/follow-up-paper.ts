import type { FollowUp } from '#domain/cycle/follow-up.ts'
import { gradesOf } from '#domain/cycle/given.ts'
import type { Graded, Judgement } from '#domain/indicator/judgement.ts'
import type { Bilingual } from '#domain/indicator/scheme.ts'
import { findScheme } from '#domain/indicator/schemes/all.ts'
import { nameIn, type Translations } from '#domain/shared/lang.ts'
import { writeMoney } from '#domain/shared/money.ts'
import type { Words } from '#words/words.ts'
import type { Document, TableRow } from './document.ts'

/** 今後の方針 as a paper: what is attached when the decision is put up for approval (起案), and kept with its number. */
export type FollowUpPaper = {
  readonly government: string
  readonly plan: { readonly title: string; readonly titles?: Translations | undefined }
  readonly year: number
  /** Moment of the record that it shows. */
  readonly at: string
  readonly departments: ReadonlyMap<string, string>
  readonly rows: readonly {
    readonly kind: 'program' | 'project'
    readonly goal: {
      readonly id: string
      readonly number?: string
      readonly name: string
      readonly names?: Translations
    }
    readonly number?: string
    readonly name: string
    readonly names?: Translations | undefined
    readonly owner?: string
    readonly judged: readonly { readonly judgement: Judgement }[]
    readonly opinions: readonly unknown[]
    readonly before?: FollowUp
    readonly now: FollowUp
  }[]
}

export function followUpDocument(paper: FollowUpPaper, words: Words): Document {
  const w = words.followUp
  const { lang } = words
  const rows = [...Map.groupBy(paper.rows, ({ goal }) => goal.id).values()].flatMap((of): TableRow[] => {
    const goal = of[0]?.goal
    return [
      { kind: 'group', level: 1, text: goal ? `${goal.number ?? ''} ${nameIn(lang, goal)}`.trim() : '' },
      ...of.map((row): TableRow => ({ kind: 'cells', cells: cellsOf(row, paper, words) })),
    ]
  })
  const decided = paper.rows.filter(({ now }) => now.decided)
  return {
    title: w.paperTitle(paper.year),
    lang,
    subtitle: [paper.government, nameIn(lang, paper.plan), w.paperAt(words.moment(paper.at))],
    blocks: [
      { kind: 'paragraph', text: w.counts(decided.length, paper.rows.length) },
      {
        kind: 'table',
        columns: [
          { heading: w.subject, width: 22, align: 'left' },
          { heading: w.judged, width: 12, align: 'left' },
          { heading: w.before, width: 9, align: 'centre' },
          { heading: w.decision, width: 9, align: 'centre' },
          { heading: w.reason, width: 30, align: 'left' },
          { heading: w.next, width: 18, align: 'left' },
        ],
        rows,
        notes: [w.paperNote],
      },
    ],
  }
}

type Row = FollowUpPaper['rows'][number]

/** The scheme's one label of the grade, by which it is counted everywhere. */
const labelOf = ({ scheme, grade, label }: Graded): Bilingual =>
  gradesOf(findScheme(scheme.id) ?? { tables: [] }).find((each) => each.grade === grade)?.label ?? label

function cellsOf(
  { kind, number, owner, judged, opinions, before, now, ...named }: Row,
  paper: FollowUpPaper,
  words: Words,
) {
  const w = words.followUp
  const grades = Map.groupBy(judged, ({ judgement }) =>
    judgement.kind === 'graded' ? words.label(labelOf(judgement)) : words.sitePage.ungraded,
  )
  const choice = now.decided?.step.choice
  const department = now.decided?.step.department ?? owner
  return [
    [
      `${number ?? (kind === 'project' ? w.projectMark : '')} ${nameIn(words.lang, named)}`.trim(),
      department ? `（${paper.departments.get(department) ?? department}）` : '',
    ]
      .filter(Boolean)
      .join('\n'),
    [
      ...[...grades].map(([grade, of]) => `${grade} ${of.length}`),
      ...(opinions.length > 0 ? [w.opinionCount(opinions.length)] : []),
    ].join('\n'),
    before?.decided ? nameIn(words.lang, before.decided.step.choice) : w.noBefore,
    choice ? nameIn(words.lang, choice) : w.notDecided,
    now.decided?.step.reason ?? '',
    [
      ...(now.decided?.step.due ? [w.until(now.decided.step.due)] : []),
      ...now.budgets.map(({ step: { year, yen, reference, note } }) =>
        [w.budgetOf(year), reference, yen === undefined ? '' : writeMoney({ yen, unit: '千円' }), note]
          .filter(Boolean)
          .join(' '),
      ),
      ...(now.changes.length > 0 ? [w.changesPlan] : []),
      ...(now.approval ? [w.approved(now.approval.step.number, now.approval.step.day)] : []),
    ].join('\n'),
  ]
}
