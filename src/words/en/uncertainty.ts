import type { hindcast as japanese } from '../ja/uncertainty.ts'

type Detail = Readonly<Record<string, string | number>>

/** Why a hindcast or a national run is refused. */
export const uncertaintyRefusal = (d: Detail): Readonly<Record<string, string>> => ({
  'nothing-to-hindcast': `${d.file ?? ''} cannot be used. It takes a census table of municipalities by sex and five-year age group with three censuses five years apart up to ${d.fitBefore ?? ''}, and values of the target years (${d.targets ?? ''}).`,
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
