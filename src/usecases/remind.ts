import type { NoticeKind } from '#domain/access/letter.ts'
import type { NoticeLine } from '#domain/cycle/notice.ts'
import { lastSaid, type Thread, waitsFor } from '#domain/cycle/question.ts'
import { countByDepartment, digestDay, type ReminderRules, remindersOf } from '#domain/cycle/reminder.ts'
import { type Holder, tasksOf } from '#domain/cycle/task.ts'
import { type Lang, nameIn } from '#domain/shared/lang.ts'
import { findGovernment } from '#store/governments.ts'
import { digestRefused, languagesOf, type NewLetter, queueLetter, slotsQueued } from '#store/outbox.ts'
import { latestRound, listReportMoves } from '#store/reports.ts'
import type { ReadTx, WriteTx } from '#store/transaction.ts'
import { reminderRules } from './cycle-settings.ts'
import { type CycleView, type NamedTask, viewCycle } from './view-cycle.ts'

type Notice = {
  readonly kind: NoticeKind
  readonly slot: string
  readonly to: readonly Holder['user'][]
  readonly lines: (lang: Lang) => readonly NoticeLine[]
}

/** Time of day in Japan from which reminders and digests go out, in minutes. */
const FROM = 8 * 60 + 30
const DAY = 24 * 60
/** How far back what came back and what was asked is looked for. */
const BACK_MS = 3 * DAY * 60_000

export const isOfficeTime = (now: string): boolean =>
  Math.floor(Date.parse(now) / 60_000 + 9 * 60) % DAY >= FROM

/**
 * 知らせるべきこと: every letter that is due to be told of the year that is collected and is not queued yet. A letter has a slot that names it for
 * good, so that looking again, after a restart or on a second server, queues nothing twice. Computed in a reading transaction, so that nobody
 * who writes has to wait or try again for it.
 */
export async function noticesDue(tx: ReadTx, now: string): Promise<readonly NewLetter[]> {
  const year = await latestRound(tx)
  if (year === undefined) return []
  const rules = await reminderRules(tx)
  if (!rules.on) return []
  const view = await viewCycle(tx, { year, now })
  if (!view.now) return []
  const notices = [
    ...(isOfficeTime(now)
      ? [...reminders(view, rules), ...digests(view, rules, await digestRefused(tx))]
      : []),
    ...(await returned(tx, view, now)),
    ...questions(view, now),
  ]
  const there = await slotsQueued(
    tx,
    notices.map(({ slot }) => slot),
  )
  const languages = await languagesOf(tx)
  const government = (await findGovernment(tx, tx.government))?.name ?? tx.government
  return notices.flatMap(({ kind, slot, to, lines }) =>
    [...new Set(to)]
      .filter((user) => !there.has(`${user} ${slot}`))
      .map((user): NewLetter => {
        const lang = (languages.get(user) ?? 'ja') as Lang
        const detail = { government, year: String(year), lines: JSON.stringify(lines(lang)) }
        return { kind, slot, user, lang, detail, queuedAt: now, queuedBy: 'しるべ' }
      }),
  )
}

/** 列に入れる. Returns how many were not there yet. */
export async function queueNotices(tx: WriteTx, letters: readonly NewLetter[]): Promise<number> {
  let queued = 0
  for (const letter of letters) if (await queueLetter(tx, letter)) queued += 1
  return queued
}

const lineOf =
  (lang: Lang) =>
  ({ kind, about, due, overdue }: NamedTask): NoticeLine => ({
    ...{ what: kind, name: about ? nameIn(lang, about) : '', due: due ?? '', late: overdue },
  })

const reminders = (view: CycleView, rules: ReminderRules): readonly Notice[] =>
  remindersOf(view.tasks, { year: view.year, rules, today: view.today }).map(({ user, slot, tasks }) => ({
    ...{ kind: 'reminder', slot, to: [user] },
    lines: (lang) => tasks.map(lineOf(lang)),
  }))

function digests(
  { year, today, tasks, staff, departments, openedOn = '' }: CycleView,
  rules: ReminderRules,
  refused: ReadonlySet<string>,
): readonly Notice[] {
  const day = digestDay(rules, today)
  if (!rules.digest || day < openedOn || tasks.length === 0) return []
  const to = staff.filter(
    ({ user, hats }) => !refused.has(user) && hats.some(({ role }) => role === 'planner'),
  )
  const named = (lang: Lang, id: string | undefined) => {
    const department = departments.find((each) => each.id === id)
    return department ? nameIn(lang, department) : ''
  }
  return [
    {
      ...{ kind: 'digest', slot: `digest:${year}:${day}`, to: to.map(({ user }) => user) },
      lines: (lang) =>
        countByDepartment(tasks).map(({ department, open, overdue }) => ({
          ...{ department: named(lang, department), open, late: overdue },
        })),
    },
  ]
}

/** 差し戻し: one letter for what came back at one moment, to who is to mend it. */
async function returned(tx: ReadTx, view: CycleView, now: string): Promise<readonly Notice[]> {
  const fresh = (await listReportMoves(tx, view.year)).filter(
    ({ move, at }) => move === 'return' && Date.parse(now) - Date.parse(at) < BACK_MS,
  )
  const toMend = view.tasks.filter(({ kind }) => kind === 'report-to-fix')
  return [...Map.groupBy(fresh, ({ at }) => at)].flatMap(([at, moves]) => {
    const mine = toMend.filter(({ subject }) => moves.some(({ indicator }) => indicator === subject))
    const people = new Set(mine.flatMap(({ holders }) => holders.map(({ user }) => user)))
    return [...people].map((user): Notice => {
      const own = mine.filter(({ holders }) => holders.some((each) => each.user === user))
      return { kind: 'returned', slot: `returned:${at}`, to: [user], lines: (lang) => own.map(lineOf(lang)) }
    })
  })
}

/** 質問と答え: the last thing said on a thread, to the other side. */
const questions = (view: CycleView, now: string): readonly Notice[] =>
  view.threads.flatMap((thread): readonly Notice[] => {
    const last = lastSaid(thread)
    if (Date.parse(now) - Date.parse(last.at) >= BACK_MS) return []
    const kind = waitsFor(thread) ? 'question' : 'answer'
    return [
      {
        ...{ kind, slot: `${kind}:${last.id}` },
        to: otherSide(thread, view).map(({ user }) => user),
        lines: (lang) => {
          const about = view.tasks.find(({ subject }) => subject === thread.id)
          return about ? [lineOf(lang)(about)] : []
        },
      },
    ]
  })

function otherSide(thread: Thread, { year, today, dates, staff }: CycleView): readonly Holder[] {
  const kind = lastSaid(thread).side === 'department' ? 'planning-to-answer' : 'question-to-answer'
  const need = { kind, subject: thread.id, department: thread.department } as const
  return tasksOf([need], { year, today, dates, staff }).flatMap(({ holders }) => holders)
}
