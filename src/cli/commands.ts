import { readFile } from 'node:fs/promises'
import type { Actor } from '#domain/access/can.ts'
import { totalPrinted } from '#domain/budget/total.ts'
import type { Judgement } from '#domain/indicator/judgement.ts'
import { standingRecord } from '#domain/indicator/series.ts'
import type { Plan } from '#domain/plan/plan.ts'
import { placedNodes } from '#domain/plan/walk.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { readPlanFile } from '#readers/plan-file/read.ts'
import { listActuals } from '#store/actuals.ts'
import { yearState } from '#store/cycle.ts'
import { listGovernments } from '#store/governments.ts'
import { findPlan, listEditions, loadShared } from '#store/plans.ts'
import { type ReadTx, reading, writing } from '#store/transaction.ts'
import { importPlan } from '#usecases/import-plan.ts'
import { readReport } from '#usecases/read-report.ts'
import { recordActual } from '#usecases/record-actual.ts'
import { readMoment } from '#usecases/today.ts'
import { moveYear, viewYear } from '#usecases/year.ts'
import { ja } from '#words/ja.ts'
import type { Call, CliCommand } from './terminal.ts'

const clerk = (government: string): Actor => ({
  id: 'command-line',
  name: 'コマンド',
  role: 'administrator',
  government,
})
const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

/** `2026-05-01` means the end of that day in Japan. */
export function momentOf({ options: { asOf }, now }: Pick<Call, 'options' | 'now'>): string | undefined {
  if (!asOf) return undefined
  const moment = readMoment(asOf)
  if (!moment) throw new Error(`--as-of: これは日時ではありません（${asOf}）`)
  if (moment.getTime() > Date.parse(now) + 86_400_000)
    throw new Error(`--as-of: まだ来ていない時点です（${asOf}）`)
  return moment.toISOString()
}

async function everyGovernment<T>(
  call: Call,
  work: (tx: ReadTx) => Promise<readonly T[]>,
): Promise<readonly T[]> {
  const { store, options } = call
  const found: T[] = []
  for (const { code } of await reading(store, { government: '' }, listGovernments))
    if (!options.government || options.government === code)
      found.push(...(await reading(store, { government: code, asOf: momentOf(call) }, work)))
  return found
}

/** The one government that has what is looked for; refused where none or several do. */
export async function governmentOf(
  call: Call,
  has: (tx: ReadTx) => Promise<boolean>,
  missing: string,
  id: string,
): Promise<Outcome<string, string>> {
  const codes = await everyGovernment(call, async (tx) => ((await has(tx)) ? [tx.government] : []))
  if (codes.length === 0) return refuse(missing, { id })
  const [only] = codes
  return codes.length === 1 && only
    ? done(only)
    : refuse('several-governments', { id, codes: codes.join(', ') })
}

export const hasPlan = (id: string) => async (tx: ReadTx) =>
  (await listEditions(tx)).some((each) => each.id === id)

export async function planOf(call: Call, id: string): Promise<Outcome<Plan, string>> {
  const code = await governmentOf(call, hasPlan(id), 'no-such-plan', id)
  if (!code.ok) return code
  const scope = { government: code.value, asOf: momentOf(call) }
  const plan = await reading(call.store, scope, (tx) => findPlan(tx, id, text(call.options.edition)))
  return plan ? done(plan) : refuse('no-such-plan', { id })
}

export const listPlans: CliCommand = async (call) => {
  const editions = await everyGovernment(call, listEditions)
  const lines = editions.map(
    ({ government, id, edition, title, period }) =>
      `${government}  ${id}  ${edition.label}${edition.date ? ` (${edition.date})` : ''}  ${period.from === 'not-stated' ? '記載なし' : period.from}–${period.to}  ${title}`,
  )
  return done({ text: `${lines.join('\n')}\n`, data: editions })
}

/** Counts of a plan by level, as its own words have them. */
function outline(plan: Plan) {
  const placed = [...placedNodes(plan)]
  return {
    id: plan.id,
    title: plan.title,
    edition: plan.edition,
    period: plan.period,
    levels: plan.trees.flatMap((tree) =>
      tree.levels.map((level) => ({
        tree: tree.name,
        level: level.name,
        role: level.role,
        count: placed.filter((each) => each.tree.id === tree.id && each.level.id === level.id).length,
      })),
    ),
    indicators: plan.indicators.length,
    commitments: plan.commitments.length,
    relistings: plan.relistings.length,
    projects: plan.projects.length,
    placements: plan.listings.length,
    printedTotal: totalPrinted(plan),
    donations: plan.donations,
    tables: plan.tables.length,
    glossary: plan.glossary.length,
  }
}

export const showPlan: CliCommand = async (call) => {
  const plan = await planOf(call, call.args[0] ?? '')
  if (!plan.ok) return plan
  const data = outline(plan.value)
  const { yen, projects, withoutAmount } = data.printedTotal
  const lines = [
    data.title,
    `${data.edition.label}  ${data.period.from === 'not-stated' ? '記載なし' : data.period.from}–${data.period.to}`,
    ...data.levels.map(({ tree, level, count }) => `  ${tree} / ${level}: ${count}`),
    `  指標: ${data.indicators}（再掲 ${data.relistings}）`,
    `  事業: ${data.projects}（掲載 ${data.placements}か所）`,
    ...(projects > withoutAmount ? [`  掲載額（1事業を1回）: ${writeMoney({ yen, unit: '千円' })}`] : []),
    ...data.donations.map(
      ({ measure, estimate, from, to }) =>
        `  寄附の金額の目安 ${measure}: ${writeMoney(estimate)}（${from}–${to}）`,
    ),
  ]
  return done({ text: `${lines.join('\n')}\n`, data })
}

export const importPlanFile: CliCommand = async ({ store, now, args: [file = ''], options }) => {
  const bytes = await readFile(file, 'utf8').catch(() => undefined)
  if (bytes === undefined) return refuse('file-not-readable', { file })
  const { plan, findings } = readPlanFile(bytes)
  if (!plan)
    return refuse('plan-has-errors', {
      count: findings.length,
      findings: findings.map((each) => `${file}:${ja.finding(each)}`).join('\n'),
    })
  const reason = text(options.reason)
  const result = await writing(store, { government: plan.government }, async (tx) => {
    if (!(await listGovernments(tx)).some(({ code }) => code === plan.government))
      return refuse('no-such-government', { code: plan.government })
    const confirmed = options.confirm === true
    return importPlan(
      tx,
      { actor: clerk(plan.government), now },
      { plan, confirmed, ...(reason ? { reason } : {}) },
    )
  })
  if (!result.ok) return result
  const { added, changed, removed, redefined } = result.value
  return done({
    text: [
      `${plan.title} を取り込みました（追加 ${added.length}・変更 ${changed.length}・削除 ${removed.length}）。`,
      ...(redefined.length > 0 ? [ja.plans.redefined(redefined.join(', '))] : []),
      '',
    ].join('\n'),
    data: { plan: plan.id, edition: plan.edition.id, ...result.value },
  })
}

const verdict = (judgement: Judgement): string =>
  judgement.kind === 'graded'
    ? judgement.grade === judgement.label.ja
      ? judgement.grade
      : `${judgement.grade} ${judgement.label.ja}`
    : `◌ ${ja.ungraded(judgement.why, judgement.detail)}`

export const judgePlan: CliCommand = async (call) => {
  const id = call.args[0] ?? ''
  const code = await governmentOf(call, hasPlan(id), 'no-such-plan', id)
  if (!code.ok) return code
  const viewed = await reading(call.store, { government: code.value, asOf: momentOf(call) }, (tx) =>
    viewYear(tx, { plan: id, year: Number(call.options.year) }, text(call.options.scheme)),
  )
  if (!viewed.ok) return viewed
  const { rows, total, scheme, year } = viewed.value
  const data = {
    plan: id,
    year,
    scheme: { id: scheme.id, version: scheme.version, title: scheme.title },
    judgements: rows.map(({ judgement, indicator }) => ({ name: indicator.name, ...judgement })),
    counts: { ...total, onTrack: { ...total.onTrack, share: undefined } },
  }
  const lines = [
    `${year}年度  ${scheme.title.ja}`,
    ...rows.map(({ indicator, judgement }) => `  ${verdict(judgement)}  ${indicator.name}`),
    `順調以上 ${total.onTrack.expression}`,
  ]
  return done({ text: `${lines.join('\n')}\n`, data })
}

export const addActual: CliCommand = async (call) => {
  const {
    store,
    now,
    args: [indicator = ''],
    options,
  } = call
  const report = readReport({
    year: text(options.year) ?? '',
    value: text(options.value) ?? '',
    ...(text(options.missing) ? { why: text(options.missing) as string } : {}),
    provisional: options.provisional === true,
  })
  if (!report.ok) return report
  const code = await governmentOf(
    call,
    async (tx) => (await loadShared(tx)).indicators.some(({ id }) => id === indicator),
    'no-such-indicator',
    indicator,
  )
  if (!code.ok) return code
  const [source, note, reason] = [text(options.source), text(options.note), text(options.reason)]
  const result = await writing(store, { government: code.value }, async (tx) => {
    const standing = standingRecord(
      await listActuals(tx, [indicator]),
      report.value.year,
      report.value.vintage,
    )
    return recordActual(
      tx,
      { actor: clerk(code.value), now },
      {
        indicator,
        actual: report.value,
        ...(source ? { source } : {}),
        ...(note ? { note } : {}),
        ...(reason ? { reason } : {}),
        ...(standing ? { corrects: standing.id } : {}),
      },
    )
  })
  return result.ok
    ? done({
        text: `記録しました（${indicator} ${report.value.year}年度）。\n`,
        data: { ...result.value, actual: report.value },
      })
    : result
}

export const publishYear: CliCommand = async (call) => {
  const {
    store,
    now,
    args: [plan = ''],
    options,
  } = call
  const year = Number(options.year)
  const code = await governmentOf(call, hasPlan(plan), 'no-such-plan', plan)
  if (!code.ok) return code
  const doing = { actor: clerk(code.value), now }
  const reason = text(options.reason)
  const result = await writing(store, { government: code.value }, async (tx) => {
    if ((await yearState(tx, plan, year)) === 'open') {
      const closed = await moveYear(tx, doing, { plan, year, how: 'close' })
      if (!closed.ok) return closed
    }
    return moveYear(tx, doing, { plan, year, how: 'publish', ...(reason ? { reason } : {}) })
  })
  if (!result.ok) return result
  const { publication } = result.value
  return done({
    text: `公表しました: ${plan} ${year}年度（${publication?.number}回目） SHA-256 ${publication?.sha256}\n`,
    data: publication,
  })
}

export const signInLinkAgain: CliCommand = async ({ store, signInLink, options }) => {
  const email = text(options.email)
  const link = await signInLink(store, { ...(email ? { email } : {}), codesOff: options.codesOff === true })
  return link.ok ? done({ text: `${link.value}\n`, data: { link: link.value } }) : link
}
