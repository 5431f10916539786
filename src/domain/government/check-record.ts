import { stateAfter, move as tryMove, type YearMove } from '../cycle/year-state.ts'
import type { Plan } from '../plan/plan.ts'
import { placedNodes } from '../plan/walk.ts'
import type { Finding } from '../shared/finding.ts'
import { isGovernmentCode } from './code.ts'
import { type GovernmentRecord, slotOf } from './record.ts'

type Report = (code: string, path: Finding['path'], detail?: Finding['detail']) => void

const reporting = () => {
  const findings: Finding[] = []
  const report: Report = (code, path, detail) =>
    findings.push({ code, severity: 'error', ...(path ? { path } : {}), ...(detail ? { detail } : {}) })
  return { findings, report }
}

/** What must hold in a record by itself: ids are unique, successors exist, a second value says why, the cycle's moves are possible. */
export function checkRecord(record: GovernmentRecord): readonly Finding[] {
  const { findings, report } = reporting()
  if (!isGovernmentCode(record.government))
    report('not-a-government-code', ['government'], { value: record.government })
  const departments = unique('departments', record.departments, report)
  unique('events', record.events, report)
  record.departments.forEach(({ from, to, successors, former }, at) => {
    if (from !== undefined && to !== undefined && to < from)
      report('period-backwards', ['departments', at, 'to'], { from, to })
    successors?.forEach((id, which) => {
      if (!departments.has(id)) report('unknown-reference', ['departments', at, 'successors', which], { id })
    })
    former?.forEach(({ until }, which) => {
      const before = former[which - 1]?.until ?? from ?? 0
      if (until < before || (to !== undefined && until >= to))
        report('period-backwards', ['departments', at, 'former', which, 'until'], { until })
    })
  })
  record.opinions.forEach(({ responses, recordedAt }, at) => {
    responses.forEach((response, which) => {
      const path = ['opinions', at, 'responses', which]
      if (response.department !== undefined && !departments.has(response.department))
        report('unknown-reference', [...path, 'department'], { id: response.department })
      if (response.recordedAt < recordedAt) report('answer-before-question', [...path, 'recordedAt'])
    })
  })
  checkSlots(record, report)
  checkMoves(record, report)
  return findings
}

/** What the record speaks of must exist in the plans of its government. Paths lead into the record. */
export function checkAgainstPlans(record: GovernmentRecord, plans: readonly Plan[]): readonly Finding[] {
  const { findings, report } = reporting()
  const indicators = new Set(plans.flatMap((plan) => plan.indicators.map(({ id }) => id)))
  const projects = new Set(plans.flatMap((plan) => plan.projects.map(({ id }) => id)))
  const departments = new Set(record.departments.map(({ id }) => id))
  const subjects = Map.groupBy(plans, ({ id }) => id)
  const must = (known: ReadonlySet<string>, id: string, path: Finding['path']) => {
    if (!known.has(id)) report('unknown-reference', path, { id })
  }
  record.actuals.forEach(({ indicator }, at) => {
    must(indicators, indicator, ['actuals', at, 'indicator'])
  })
  record.appropriations.forEach(({ project }, at) => {
    must(projects, project, ['appropriations', at, 'project'])
  })
  record.moves.forEach(({ plan }, at) => {
    must(new Set(subjects.keys()), plan, ['moves', at, 'plan'])
  })
  record.opinions.forEach(({ plan, subject }, at) => {
    const editions = subjects.get(plan) ?? []
    const known = editions.flatMap((each) => [
      each.id,
      ...each.commitments.map(({ id }) => id),
      ...[...placedNodes(each)].map(({ node }) => node.id),
    ])
    if (editions.length === 0) report('unknown-reference', ['opinions', at, 'plan'], { id: plan })
    else must(new Set(known), subject, ['opinions', at, 'subject'])
  })
  for (const plan of plans)
    for (const { id, department } of [...plan.indicators, ...plan.projects])
      if (department !== undefined && department !== 'not-stated' && !departments.has(department))
        report('unknown-department', ['departments'], { id: department, of: id })
  return findings
}

function unique(list: string, entries: readonly { readonly id: string }[], report: Report) {
  const seen = new Set<string>()
  entries.forEach(({ id }, at) => {
    if (seen.has(id)) report('duplicate-id', [list, at, 'id'], { id })
    seen.add(id)
  })
  return seen
}

function checkSlots({ actuals }: GovernmentRecord, report: Report): void {
  const bySlot = Map.groupBy(
    actuals.map((told, at) => ({ told, at })),
    ({ told }) => slotOf(told),
  )
  for (const records of bySlot.values()) {
    const [first, ...later] = records.sort((a, b) => a.told.recordedAt.localeCompare(b.told.recordedAt))
    if (first?.told.reason !== undefined) report('corrects-nothing', ['actuals', first.at, 'reason'])
    if (first?.told.actual.kind === 'withdrawn') report('withdraws-nothing', ['actuals', first.at])
    for (const { told, at } of later)
      if (told.reason === undefined) report('reason-missing', ['actuals', at], { year: told.actual.year })
  }
}

function checkMoves({ moves }: GovernmentRecord, report: Report): void {
  const made = new Map<string, YearMove[]>()
  const inTime = moves.map((move, at) => ({ move, at })).sort((a, b) => a.move.at.localeCompare(b.move.at))
  for (const { move, at } of inTime) {
    const year = `${move.plan} ${move.year}`
    const before = made.get(year) ?? []
    const next = tryMove(stateAfter(before), move.move)
    if (!next.ok) report(next.why, ['moves', at, 'move'])
    if (move.move === 'reopen' && move.reason === undefined) report('reason-missing', ['moves', at])
    made.set(year, [...before, move.move])
  }
}
