import { data } from 'react-router'
import { findPlan } from '#store/plans.ts'
import { writePlanFile } from '#writers/plan-file.ts'
import { visitOf } from '../visit.ts'
import type { Route } from './+types/plan-export'

/** 計画ファイル (YAML) or the same plan as JSON, of any edition and any moment. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const { pathname, searchParams } = new URL(request.url)
  const edition = searchParams.get('edition') ?? undefined
  const plan = await visit.read((tx) => findPlan(tx, params.plan, edition))
  if (!plan) throw data({ why: 'no-such-plan', value: params.plan }, 404)
  const format = pathname.endsWith('.yaml') ? 'yaml' : 'json'
  const yaml = format === 'yaml'
  return new Response(yaml ? writePlanFile(plan) : `${JSON.stringify(plan, null, 2)}\n`, {
    headers: {
      'content-type': yaml ? 'application/yaml; charset=utf-8' : 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${plan.id}.${plan.edition.id}.${format}"`,
    },
  })
}
