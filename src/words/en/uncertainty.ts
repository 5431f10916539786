import type { hindcast as japanese, fan as japaneseFan } from '../ja/uncertainty.ts'

type Detail = Readonly<Record<string, string | number>>

/** Why a hindcast or a national run is refused. */
export const uncertaintyRefusal = (d: Detail): Readonly<Record<string, string>> => ({
  'nothing-to-hindcast': `${d.file ?? ''} cannot be used. It takes a census table of municipalities by sex and five-year age group with three censuses five years apart up to ${d.fitBefore ?? ''}, and values of the target years (${d.targets ?? ''}).`,
  'no-projection-at-all':
    'No projection has been imported. Import the results of IPSS with data import first.',
  'not-a-count': `--${d.option ?? ''} takes a whole number from ${d.least ?? ''} to ${d.most ?? ''} (${d.value ?? ''}).`,
})

/** The table of a hindcast. */
export const hindcast: typeof japanese = {
  title: (file, areas) => `Hindcast  ${file}  ${areas} municipalities`,
  fitted: (until, n, targets) =>
    `Fitted on what was known up to ${until} (targets ${targets}, ${n.toLocaleString('en')} errors)`,
  rates: (rates) => `Coefficients: ${rates}`,
  method:
    'The projection of that time: cohort changes, child-woman ratio and sex ratio at 0–4 of the five years before, held. People of unknown age are shared out within their sex by the ages that are known.',
  columns: {
    ...{ size: 'people', ahead: 'ahead', n: 'n', half: 'half of 80%' },
    ...{ '0.5': '50%', '0.8': '80%', '0.95': '95%' },
  },
  overall: 'overall',
  everySize: 'all sizes',
  from: (people) => `${people.toLocaleString('en')}+`,
  ahead: (years, extrapolated) => `${years}y${extrapolated ? '*' : ''}`,
  share: (share) => `${(share * 100).toFixed(1)}%`,
  marked: '●',
  notes: [
    '● the 80 % band held a share outside .70–.90',
    '* beyond 15 years: extrapolated past the horizons it was fitted on',
    'half widths are logs: 0.10 is about ±10 %',
  ],
  left: (count) =>
    `Could not be projected (nobody there in the base year or five years before, or no value): ${count}`,
}

/** Shocked paths (project --paths, project --national). */
export const fan: typeof japaneseFan = {
  title: (paths, seed) => `${paths.toLocaleString('en')} paths (seed ${seed})`,
  hash: (hash) => `SHA-256 of the inputs: ${hash}`,
  groups: { total: 'total', young: '0–14', working: '15–64', old: '65+' },
  columns: { year: 'year', group: '', central: 'projected' },
  shelf: (year) => `Shelf life: to ${year} (80 % band of the total within ±10 %)`,
  extrapolated: '* beyond 15 years the band is extrapolated past the horizons that were checked',
  nation: {
    progress: (percent, bar) => `\rNational run [${bar}] ${percent}%`,
    title: (title, id) => `${title}  ${id}`,
    run: (areas, steps, paths, seed, threads) =>
      `${areas.toLocaleString('en')} areas × ${steps} steps × ${paths.toLocaleString('en')} paths (seed ${seed}, ${threads} threads)`,
    control: {
      national: 'Held to the national totals by age (the 47 prefectures together).',
      none: 'Not held to national totals (the table does not hold the nation, or its areas do not add up to it).',
    },
    incomplete: (count) => `Areas left out, for they have not every year: ${count}`,
    columns: {
      year: 'year',
      areas: 'areas',
      central: 'projected',
      narrow: 'median width',
      wide: 'widest tenth',
    },
    width:
      'Width: (90 % − 10 %) ÷ 50 % of an area. Quantiles of areas do not add up to quantiles of the nation.',
  },
}
