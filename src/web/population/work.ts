import { type FanRoom, fanOf, fanRoom } from '#domain/population/fan.ts'
import { bandsOf, chanceOf, shelfLife } from '#domain/population/interval.ts'
import { type ChoiceRefused, labResult, scenarioOf } from '#domain/population/lab.ts'
import type { Population } from '#domain/population/population.ts'
import { unrestOf } from '#domain/population/spread.ts'
import { done, type Outcome } from '#domain/shared/outcome.ts'
import type { PopulationView } from '#usecases/view-population.ts'
import type { AskedOfLab } from './asked.ts'

/** What the lab works from: all that the page was sent. */
export type LabGround = Pick<PopulationView, 'area' | 'outset' | 'plans' | 'censuses' | 'published'>

/** The seed and the number of the paths: `project --code … --paths 10000 --seed 1` gives the same figures. */
export const PATHS = { paths: 10_000, seed: 1 } as const

/** Kept from one run to the next while a slider moves. */
let room: FanRoom | undefined

function roomFor({ outset }: LabGround, to: number): FanRoom {
  const [groups, steps] = [outset.base.male.length, (to - outset.year) / 5]
  if (room?.groups !== groups || room.steps !== steps) room = fanRoom({ groups, steps }, PATHS.paths)
  return room
}

/** 試算: the same on the server and, while a slider moves, in the browser. */
export function workOut(ground: LabGround, { choice, plan: id, to }: AskedOfLab) {
  const { area, outset, plans } = ground
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
    fan: fanOf(outset, scenario.value, to, { ...PATHS, code: Number(area.code) }, roomFor(ground, to)),
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
