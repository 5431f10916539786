import { can } from '#domain/access/can.ts'
import { totalOf } from '#domain/population/population.ts'
import { ownFertility } from '#domain/population/scenario.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { readStatisticsInWorker } from '#readers/in-worker.ts'
import { sha256Of } from '#store/datasets.ts'
import { importStatistics } from '#usecases/import-statistics.ts'
import { adoptScenario, removeScenario, saveScenario, undoAdoption } from '#usecases/save-scenario.ts'
import { type PopulationView, viewPopulation } from '#usecases/view-population.ts'
import type { SentForm } from '../form.ts'
import type { Visit } from '../visit.ts'
import { askedOf, type LabLimits } from './asked.ts'

/** What may be asked of a government's lab. */
export const limitsOf = ({ outset, published, plans }: PopulationView): LabLimits => ({
  base: outset.year,
  last: published.at(-1)?.year ?? outset.year,
  fertility: totalOf(outset.base) > 0 ? ownFertility(outset) : 0,
  plans,
})

/** What a form of the lab asks: keep, remove, adopt, take back, or import a table. */
export async function actOnLab(
  visit: Visit,
  form: SentForm,
): Promise<Outcome<{ readonly imported?: string; readonly known?: string }, string>> {
  const wanted = form.told('do')
  const [plan, scenario, reason] = [form.told('plan'), form.told('scenario'), form.told('reason')]
  if (wanted === 'import') return importTable(visit, form)
  const result =
    wanted === 'save'
      ? await keep(visit, form)
      : wanted === 'adopt'
        ? await visit.act('plan:import', (tx, doing) => adoptScenario(tx, doing, { plan, scenario, reason }))
        : wanted === 'remove'
          ? await visit.act('plan:import', (tx, doing) => removeScenario(tx, doing, { scenario }))
          : await visit.act('plan:import', (tx, doing) => undoAdoption(tx, doing, { plan }))
  return result.ok ? done({}) : result
}

async function keep(visit: Visit, form: SentForm) {
  const view = await visit.read((tx) => viewPopulation(tx))
  if (!view.ok) return view
  const query = new URLSearchParams()
  for (const name of ['choice', 'plan', 'tfr', 'by', 'more', 'to']) query.set(name, form.told(`q-${name}`))
  const { choice, plan, to } = askedOf(query, limitsOf(view.value))
  return visit.act('plan:import', (tx, doing) =>
    saveScenario(tx, doing, {
      ...{ name: form.told('name'), reason: form.told('reason'), choice, to, dataset: view.value.dataset.id },
      ...(plan ? { plan } : {}),
    }),
  )
}

const LARGEST = 50_000_000

async function importTable(
  visit: Visit,
  form: SentForm,
): Promise<Outcome<{ readonly imported?: string; readonly known?: string }, string>> {
  if (!can(visit.actor, 'statistics:import')) return refuse('not-allowed')
  const file = form.file('file')
  if (!file) return refuse('no-file')
  if (file.size > LARGEST) return refuse('document-too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const { tables, findings } = await readStatisticsInWorker(bytes, file.name)
  if (tables.length === 0)
    return refuse('no-table-in-file', {
      file: file.name,
      findings: findings.map(({ code }) => code).join(', '),
    })
  const sha256 = sha256Of(bytes)
  return visit.act('statistics:import', async (tx, doing) => {
    const titles: { title: string; known: boolean }[] = []
    for (const table of tables) {
      const one = await importStatistics(tx, doing, { table, file: file.name, sha256 })
      if (!one.ok) return one
      titles.push({ title: one.value.dataset.title, known: one.value.known })
    }
    const named = (known: boolean) =>
      titles
        .filter((each) => each.known === known)
        .map(({ title }) => title)
        .join('、')
    return done({
      ...(named(false) ? { imported: named(false) } : {}),
      ...(named(true) ? { known: named(true) } : {}),
    })
  })
}
