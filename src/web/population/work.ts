import { bandsOf, chanceOf, shelfLife } from '#domain/population/interval.ts'
import { type ChoiceRefused, labResult, scenarioOf } from '#domain/population/lab.ts'
import type { Population } from '#domain/population/population.ts'
import { unrestOf } from '#domain/population/spread.ts'
import { done, type Outcome } from '#domain/shared/outcome.ts'
import type { PopulationView } from '#usecases/view-population.ts'
import type { AskedOfLab } from './asked.ts'

/** What the lab works from: all that the page was sent. */
export type LabGround = Pick<PopulationView, 'outset' | 'plans' | 'censuses' | 'published'>

/** 試算: the same on the server and, while a slider moves, in the browser. */
export function workOut({ outset, plans }: LabGround, { choice, plan: id, to }: AskedOfLab) {
  const plan = plans.find((each) => each.id === id)
  const scenario = scenarioOf(outset, choice, plan?.targets ?? [])
  if (!scenario.ok) return scenario as Outcome<never, ChoiceRefused>
  const promise = plan?.promises.findLast(({ year }) => year > outset.year && year <= to)
  const by = choice.kind === 'own' ? choice.by : Math.max(plan?.to ?? to, outset.year + 5)
  const result = labResult(outset, scenario.value, { to, by, ...(promise ? { promise } : {}) })
  const unrest = unrestOf(outset.base, result.publishedPeople[1] as Population)
  return done({
    ...result,
    bands: bandsOf(result.years, unrest),
    shelfLife: shelfLife(unrest, outset.year),
    ...(result.promise
      ? {
          chance: chanceOf(
            result.promise.reached,
            result.promise.people,
            unrest,
            result.promise.year - outset.year,
          ),
        }
      : {}),
  })
}

export type Worked = Extract<ReturnType<typeof workOut>, { ok: true }>['value']
