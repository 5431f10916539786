import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { planYear } from '#domain/cycle/plan-year.ts'
import {
  type PublicationRecord,
  type PublicYear,
  type PublishedOpinion,
  takeSnapshot,
} from '#domain/cycle/snapshot.ts'
import type { MissingWhy } from '#domain/indicator/actual.ts'
import type { RecordedActual } from '#domain/indicator/recorded.ts'
import { SHIRUBE_STANDARD } from '#domain/indicator/schemes/shirube-standard.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { known, missing } from './indicators.ts'

const PLAN = readFileSync(join(import.meta.dirname, 'published-plan.yaml'), 'utf8')

type About = Partial<Omit<RecordedActual, 'id' | 'indicator' | 'actual'>>

const record = (
  id: string,
  indicator: string,
  actual: RecordedActual['actual'],
  about: About = {},
): RecordedActual => ({
  id,
  indicator,
  actual,
  source: '庁内の調べ',
  recordedAt: `${actual.year + 1}-05-20T01:23:00.000Z`,
  recordedBy: '企画課 佐藤',
  ...about,
})

const value = (id: string, indicator: string, year: number, said: string, about: About = {}) =>
  record(id, indicator, known(year, said), about)

const none = (id: string, indicator: string, year: number, why: MissingWhy) =>
  record(id, indicator, missing(year, why))

/** Values of four years: one corrected, one withdrawn, one of another year, one not published, one far behind its start. */
export const RECORDS: readonly RecordedActual[] = [
  value('r01', 'jobs', 2020, '90'),
  value('r02', 'jobs', 2021, '118'),
  value('r03', 'jobs', 2022, '160'),
  value('r04', 'jobs', 2023, '188'),
  value('r05', 'jobs', 2023, '208', {
    corrects: 'r04',
    reason: '3月に届いた報告を足し忘れていた',
    recordedAt: '2024-09-02T05:00:00.000Z',
    recordedBy: '企画課 田中',
  }),
  value('r11', 'income', 2021, '2861'),
  value('r12', 'income', 2022, '2890'),
  none('r13', 'income', 2023, 'not-yet-published'),
  value('r21', 'firms', 2022, '1204'),
  value('r22', 'firms', 2023, '1192'),
  value('r31', 'netmove', 2022, '-15'),
  value('r32', 'netmove', 2023, '-40'),
  none('r51', 'fertility', 2023, 'not-yet-published'),
  value('r61', 'happy', 2023, '74.0', { note: '回答 1,204人' }),
]

export const OPINIONS: readonly PublishedOpinion[] = [
  {
    year: 2023,
    subject: 'c-netmove',
    panel: '総合戦略検証委員会',
    text: '転出した理由を年代別に調べなければ、手の打ちようがない。',
    response: {
      text: '転出届の窓口で任意のアンケートを始めました。',
      state: 'begun',
      department: '市民課',
    },
  },
  { year: 2023, subject: 'g1', panel: '総合戦略検証委員会', text: '雇用の数え方を明らかにするべきだ。' },
]

export const publication = (number: number, publishedAt: string, note?: string): PublicationRecord => ({
  plan: 'sample-strategy',
  year: 2023,
  number,
  sha256: String(number).repeat(64),
  ...(note ? { note } : {}),
  publishedAt,
  publishedBy: '企画課 佐藤',
})

type Over = {
  readonly plan?: (text: string) => string
  readonly records?: readonly RecordedActual[]
  readonly fictional?: boolean
  readonly publications?: readonly PublicationRecord[]
  /** Number of the publication shown; 0 is the moment before the first. */
  readonly number?: number
}

/** The plan judged for 2023 and taken as a snapshot, as a public page gets it. */
export function publishedYear({
  plan: change = (text) => text,
  records = RECORDS,
  fictional = true,
  publications = [publication(1, '2024-10-01T00:00:00.000Z')],
  number = 1,
}: Over = {}): PublicYear {
  const { plan, findings } = readPlanFile(change(PLAN))
  if (!plan) throw new Error(`the fixture is not a plan: ${JSON.stringify(findings)}`)
  const judged = planYear(plan, records, fiscalYear(2023), SHIRUBE_STANDARD)
  const shown = publications.find((each) => each.number === number)
  const takenAt = shown?.publishedAt ?? '2024-06-01T00:00:00.000Z'
  const government = { code: '992011', name: 'しるべ市', nameEn: 'Shirube City', fictional }
  return {
    snapshot: JSON.parse(JSON.stringify(takeSnapshot(government, judged, OPINIONS, takenAt))),
    ...(shown ? { publication: shown } : {}),
    publications,
  }
}
