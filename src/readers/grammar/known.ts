import type { Project } from '#domain/budget/project.ts'
import type { Indicator } from '#domain/indicator/indicator.ts'
import { nameKey, plain } from './characters.ts'
import type { PlanPart } from './to-plan.ts'

/** What the government has already: its indicators and projects, of whichever plan. */
export type Known = { readonly indicators: readonly Indicator[]; readonly projects: readonly Project[] }

/**
 * 続きの指標・事業: what the document names as the government's own indicator (same name, same unit) or project (same name) is that one,
 * with its definition, so that its series goes on through the new plan. Where two have the name, neither is taken.
 */
export function continueKnown(part: PlanPart, known: Known): PlanPart {
  const indicators = only(known.indicators, ({ name, unit }) => `${nameKey(name)} ${plain(unit)}`)
  const projects = only(known.projects, ({ name }) => nameKey(name))
  const asIndicator = new Map(
    part.indicators.map((each) => [
      each.id,
      indicators.get(`${nameKey(each.name)} ${plain(each.unit)}`) ?? each,
    ]),
  )
  const asProject = new Map(part.projects.map((each) => [each.id, projects.get(nameKey(each.name)) ?? each]))
  return {
    ...part,
    indicators: [...new Map([...asIndicator.values()].map((each) => [each.id, each])).values()],
    projects: [...new Map([...asProject.values()].map((each) => [each.id, each])).values()],
    commitments: part.commitments.map((each) => ({
      ...each,
      indicator: asIndicator.get(each.indicator)?.id ?? each.indicator,
    })),
    listings: part.listings.map((each) => {
      const project = asProject.get(each.project)
      if (!project || project.id === each.project) return each
      const printed = part.projects.find(({ id }) => id === each.project)?.name
      return {
        ...each,
        project: project.id,
        ...(each.printedName || printed === project.name || !printed ? {} : { printedName: printed }),
      }
    }),
  }
}

/** By key, those whose key nobody else has. */
function only<T>(all: readonly T[], key: (each: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>()
  for (const [name, same] of Map.groupBy(all, key)) if (same.length === 1 && same[0]) found.set(name, same[0])
  return found
}
