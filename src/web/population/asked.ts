import type { Choice } from '#domain/population/lab.ts'
import type { PlanOfLab } from '#usecases/view-population.ts'

/** What the address, or the form, asks the lab: the choice, whose targets, up to which year, and the year of the pyramid. */
export type AskedOfLab = {
  readonly choice: Choice
  readonly plan: string | undefined
  readonly to: number
  readonly year: number
}

export type LabLimits = {
  readonly base: number
  readonly last: number
  readonly fertility: number
  readonly plans: readonly PlanOfLab[]
}

/** How far past the last published year the page goes. */
const HELD = 15

/** Years that may be asked for: every five from the base on. */
export const yearsOf = ({ base, last }: LabLimits): readonly number[] =>
  Array.from({ length: Math.floor((last + HELD - base) / 5) }, (_, at) => base + (at + 1) * 5)

const numberFrom = (text: string | null, otherwise: number): number => {
  const value = text === null || text.trim() === '' ? Number.NaN : Number(text.normalize('NFKC'))
  return Number.isFinite(value) ? value : otherwise
}

/** Reads the parameters; what is missing or no number gets the value that says nothing new. */
export function askedOf(query: URLSearchParams, limits: LabLimits): AskedOfLab {
  const years = yearsOf(limits)
  const plan = limits.plans.find(({ id }) => id === query.get('plan')) ?? limits.plans[0]
  const promised = plan?.promises.at(-1)?.year
  const natural =
    years.find((year) => year >= Math.max(promised ?? 0, limits.base + 25)) ?? years.at(-1) ?? limits.base + 5
  const to = years.includes(numberFrom(query.get('to'), 0)) ? Number(query.get('to')) : natural
  const year =
    [limits.base, ...years].find((each) => each === numberFrom(query.get('shown'), 0) && each <= to) ?? to
  const kind = query.get('choice')
  const choice: Choice =
    kind === 'own'
      ? {
          kind: 'own',
          fertility: numberFrom(query.get('tfr'), round(limits.fertility)),
          by: numberFrom(query.get('by'), limits.base + 15),
          more: numberFrom(query.get('more'), 0),
        }
      : kind === 'plan' && (plan?.targets.length ?? 0) > 0
        ? { kind: 'plan' }
        : kind === null && (plan?.targets.length ?? 0) > 0
          ? { kind: 'plan' }
          : { kind: 'published' }
  return { choice, plan: plan?.id, to, year }
}

const round = (value: number): number => Math.round(value * 100) / 100

/** The parameters that ask for the same again. */
export function queryOf({ choice, plan, to, year }: AskedOfLab): Readonly<Record<string, string>> {
  return {
    choice: choice.kind,
    ...(plan ? { plan } : {}),
    ...(choice.kind === 'own'
      ? { tfr: String(choice.fertility), by: String(choice.by), more: String(choice.more) }
      : {}),
    to: String(to),
    shown: String(year),
  }
}
