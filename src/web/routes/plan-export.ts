import { data } from 'react-router'
import type { Department } from '#domain/government/department.ts'
import { type Lang, nameIn } from '#domain/shared/lang.ts'
import { listDepartments } from '#store/departments.ts'
import { findPlan } from '#store/plans.ts'
import { PLAN_FORMATS, type PlanFormatName } from '#writers/plan-formats.ts'
import { langOf } from '../paths.ts'
import { visitOf } from '../visit.ts'
import { wordsOf } from '../words.tsx'
import type { Route } from './+types/plan-export'

/** A plan of any edition and any moment as a file: the plan file (YAML), the same as JSON, or a paper (Word, PDF, Excel). */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const url = new URL(request.url)
  const edition = url.searchParams.get('edition') ?? undefined
  const { plan, departments } = await visit.read(async (tx) => ({
    plan: await findPlan(tx, params.plan, edition),
    departments: await listDepartments(tx),
  }))
  if (!plan) throw data({ why: 'no-such-plan', value: params.plan }, 404)
  const name = (url.pathname.split('.').at(-1) ?? '') as PlanFormatName
  const format = PLAN_FORMATS[name]
  const content = await format.write(plan, wordsOf(langOf(url)), namesOf(departments, langOf(url)))
  return new Response(typeof content === 'string' ? content : Uint8Array.from(content), {
    headers: {
      'content-type': format.type,
      'content-disposition': `attachment; filename="${plan.id}.${plan.edition.id}.${name}"`,
    },
  })
}

const namesOf = (departments: readonly Department[], lang: Lang): ReadonlyMap<string, string> =>
  new Map(departments.map((each) => [each.id, nameIn(lang, each)]))
