import type { Driver } from '#domain/indicator/indicator.ts'
import { totalOf } from '#domain/population/population.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { reading } from '#store/transaction.ts'
import { type PlanProjection, type PromiseKept, projectPlan } from '#usecases/project-plan.ts'
import { ja } from '#words/ja.ts'
import { governmentOf, hasPlan, momentOf } from './commands.ts'
import { aligned, whole, yearOf } from './table-text.ts'
import type { CliCommand } from './terminal.ts'

const said = ja.projection.plan

/** 計画の目標による推計: `project --plan`. */
export const projectByPlan: CliCommand = async (call) => {
  const plan = String(call.options.plan)
  const [base, to] = [yearOf(call.options.base), yearOf(call.options.to)]
  if (base === undefined || to === undefined)
    return refuse('not-a-year', { value: String(base === undefined ? call.options.base : call.options.to) })
  const code = await governmentOf(call, hasPlan(plan), 'no-such-plan', plan)
  if (!code.ok) return code
  const asked = {
    ...{ plan, base, to },
    ...(typeof call.options.edition === 'string' ? { edition: call.options.edition } : {}),
    ...(typeof call.options.dataset === 'string' ? { dataset: call.options.dataset } : {}),
  }
  const scope = { government: code.value, asOf: momentOf(call) }
  const projected = await reading(call.store, scope, (tx) => projectPlan(tx, asked))
  if (!projected.ok) return projected
  return done({ text: textOf(projected.value), data: jsonOf(plan, projected.value) })
}

const nameOf = (driver: Driver) => said.drivers[driver]
const signed = (value: number) => `${Math.round(value) > 0 ? '+' : ''}${whole(value)}`

function textOf(projection: PlanProjection): string {
  const { area, dataset, lines, publishedLines, contributions, beyondPublished, unused, promises } =
    projection
  const { columns } = ja.projection
  const rows = [
    [columns.year, said.planned, said.published, said.difference, columns.index],
    ...lines.map(({ year, total, index }, at) => {
      const published = publishedLines[at]?.total ?? 0
      return [String(year), whole(total), whole(published), signed(total - published), index.total.toFixed(1)]
    }),
  ]
  return `${[
    `${area.name}（${area.code}）  ${said.title}`,
    `${dataset.title}  ${dataset.id}`,
    ...aligned(rows),
    ...(contributions.length === 0
      ? [said.noDrivers]
      : [said.contributions(lines.at(-1)?.year ?? 0, signed(beyondPublished))]),
    ...contributions.map(({ driver, people }) => said.contribution(nameOf(driver), signed(people))),
    ...unused.map(({ target, why }) => `  ${nameOf(target.driver)}: ${said.unused[why]}`),
    ...promises.flatMap(promiseLines),
    ...(projection.years.some(({ emptied }) => emptied) ? [said.emptied] : []),
    ja.projection.survivalFrom[projection.survivalFrom],
  ].join('\n')}\n`
}

function promiseLines({ printed, year, planned, fertility, netMigration }: PromiseKept): readonly string[] {
  return [
    said.promise(printed, year, whole(planned)),
    fertility.ok
      ? said.fertility(fertility.value.value.toFixed(2))
      : `  ${ja.refusal(fertility.why, fertility.detail)}`,
    netMigration.ok
      ? said.netMigration(signed(netMigration.value.value))
      : `  ${ja.refusal(netMigration.why, netMigration.detail)}`,
  ]
}

function jsonOf(plan: string, projection: PlanProjection) {
  const {
    area,
    dataset,
    survivalFrom,
    used,
    unused,
    contributions,
    beyondPublished,
    promises,
    years,
    lines,
  } = projection
  const answer = (found: Outcome<{ readonly value: number; readonly people: number }, string>) =>
    found.ok ? found.value : { why: found.why, ...(found.detail ? { detail: found.detail } : {}) }
  return {
    plan,
    area,
    dataset: { id: dataset.id, title: dataset.title, source: dataset.source, vintage: dataset.vintage },
    survivalFrom,
    used: used.map(({ driver, baseline, points }) => ({ driver, ...(baseline ? { baseline } : {}), points })),
    unused: unused.map(({ target, why }) => ({ driver: target.driver, why })),
    ...{ beyondPublished, contributions },
    promises: promises.map(({ fertility, netMigration, ...promise }) => ({
      ...promise,
      fertility: answer(fertility),
      netMigration: answer(netMigration),
    })),
    years: years.map(({ people, held, fertility, emptied }, at) => ({
      ...lines[at],
      ...{ held, emptied, fertility, people },
      published: totalOf(projection.published[at]?.people ?? { male: [], female: [] }),
    })),
  }
}
