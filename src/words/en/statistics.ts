import type { projection as japanese } from '../ja/statistics.ts'

type Detail = Readonly<Record<string, string | number>>

const places = (d: Detail) => `${d.count}, the first at ${d.first}`

/** What is noticed when a statistics table is read. */
export const statisticsFinding = (d: Detail): Readonly<Record<string, string>> => ({
  'no-table-recognised':
    'This is none of the tables we know: IPSS results and assumptions, census or register by age group, SSDSE-A, total fertility rates.',
  'row-twice': `The same area, year and sex comes twice (${places(d)}). The first was used.`,
  'ages-do-not-add-up': `The ages do not sum to the total of the table (${places(d)}). The ages were used as they stand.`,
  'sexes-do-not-add-up': `Men and women do not sum to both sexes in the table (${places(d)}). Men and women were used as they stand.`,
  'one-sex-only': `Some areas and years have one sex only (${places(d)}). They are not taken in.`,
  'value-missing': `Values are missing (${places(d)}). Those rows are not taken in.`,
  'row-not-understood': `Some rows have no area code or year that can be read (${places(d)}). They are not taken in.`,
  'area-not-stated': `The table does not say which area it is of (${places(d)}). Put the code into its title or the file name.`,
  'rates-incomplete': `Some periods lack rates (${places(d)}). They are not taken in.`,
  'year-not-stated': 'The table does not say its year. Put the period into the file name, like 2008_2012.',
  'estat-refused': `e-Stat refused (${d.status}: ${d.reason}). Check the appId and the id of the table.`,
  'estat-more-pages': `The table goes on (NEXT_KEY ${d.next}). Fetch the rest and put the answers into one JSON list.`,
  'edition-unknown':
    'The years are those of no edition we know (2013, 2018, 2023). Read as a projection. If it is a count, use a table with a column of unknown age or titled 国勢調査.',
  'axis-without-total': `“${d.axis}” has no total, so it is not clear which class to use. Name a table with totals.`,
  'uneven-ages': 'The number of age groups differs between sexes or years.',
  'axes-not-understood': 'No axes of sex and age were found. Name a table by sex and five-year age group.',
})

/** Why an import or a projection is refused. */
export const statisticsRefusal = (d: Detail): Readonly<Record<string, string>> => ({
  'no-table-in-file': `No statistics table could be read from ${d.file ?? ''}. Nothing was taken in.${d.findings ? `\n${d.findings}` : ''}`,
  'estat-without-app-id':
    'e-Stat wants an appId. Set SHIRUBE_ESTAT_APP_ID, or download the table as CSV, Excel or JSON and name the file.',
  'estat-unreachable': `e-Stat cannot be reached (${d.reason ?? ''}). A table downloaded as CSV, Excel or JSON can be named instead.`,
  'code-or-plan': 'Name an area with --code or a plan with --plan, one of the two.',
  'nothing-to-import': 'Name a file, or the id of a table with --estat.',
  'not-an-area-code': `Not an area code (${d.value ?? ''}). Give five digits, or six with the check digit.`,
  'no-such-dataset': `The table “${d.id ?? ''}” has not been imported. See data list.`,
  'no-projection-of-area': `No projection of area ${d.code ?? ''} has been imported. Import the results of IPSS with data import first.`,
  'no-base-year': `The projection “${d.dataset ?? ''}” has no year ${d.base ?? ''} (${d.years ?? ''}). Name one of these as --base.`,
  'not-five-year-steps': `From ${d.from ?? ''} to ${d.to ?? ''} is not a number of five-year steps.`,
  'years-backwards': `The last year (${d.to ?? ''}) is not after the base year (${d.base ?? ''}).`,
  'year-too-far': `${d.to ?? ''} is too far. Name a year up to ${d.most ?? ''}.`,
  'not-a-year': `Not a year (${d.value ?? ''}). Give four digits.`,
  'not-a-fertility-rate': `Not a total fertility rate (${d.value ?? ''}). Give a number from 0 to 5.`,
  'not-factors': `Not a list of factors (${d.value ?? ''}). Write them like 2015=7.51,2045=7.2.`,
  'target-year-not-after-base': `The target year (${d.by ?? ''}) must be after the base year (${d.base ?? ''}).`,
  'no-survival': `Survival is not known, so deaths and migration cannot be told apart (${d.dataset ?? ''}). Import the assumptions of the same edition, the table of the nation, or a projection with all 47 prefectures.`,
  'promise-out-of-reach': `${d.people ?? ''} people in ${d.year ?? ''} cannot be reached even with ${d.most ?? ''} (${d.reaches ?? ''} at most).`,
  'promise-below-reach': `${d.people ?? ''} people in ${d.year ?? ''} are exceeded even with ${d.least ?? ''} (${d.reaches ?? ''}).`,
  'year-not-after-base': `${d.year ?? ''} is not after the base year (${d.base ?? ''}).`,
})

/** Headings of a projection, and the words beside it. */
export const projection: typeof japanese = {
  kinds: {
    projection: 'projection',
    census: 'census',
    register: 'resident register',
    rates: 'assumptions',
    tfr: 'total fertility rates',
    vital: 'vital statistics',
  },
  scenarios: {
    published: 'as published',
    pattern1: 'Pattern 1 (the projection held on)',
    sim1: 'Simulation 1 (fertility rises)',
    sim2: 'Simulation 2 (and migration balances)',
  },
  columns: {
    ...{
      year: 'Year',
      total: 'Total',
      index: 'Index',
      young: '0–14',
      working: '15–64',
      old: '65+',
      over75: '75+',
    },
    ...{
      oldShare: '65+ %',
      stage: 'Stage',
      births: 'Births',
      deaths: 'Deaths',
      in: 'Moves +',
      out: 'Moves −',
    },
  },
  sexes: { male: 'Men', female: 'Women' },
  held: '* beyond the published horizon: the last rates are held',
  survivalFrom: {
    assumptions: 'Survival from the table of assumptions',
    national: 'Survival approximated by the cohort change of the nation (at most 1)',
  },
  influence: (natural, social) => `Influence: natural change ${natural}, migration ${social}`,
  fertility: (base, error) =>
    `Total fertility rate of the base year ${base} (from the child-woman ratio; errs by about ±${error})`,
  imported: (title, areas, from, to, rows) =>
    `${title}  ${areas} areas  ${from === to ? from : `${from}–${to}`}  ${rows} rows`,
  vintage: (id, vintage) => `Imported: ${id} (vintage ${vintage})`,
  known: (id) => `The same content is there already: ${id}. Nothing was written.`,
  plan: {
    title: 'If the plan’s targets are met',
    planned: 'Plan’s targets',
    published: 'Published',
    difference: 'Difference',
    drivers: {
      'fertility-rate': 'Total fertility rate',
      births: 'Births',
      'net-migration': 'Net migration',
      arrivals: 'Arrivals',
    },
    contribution: (name, people) => `  ${name}: ${people}`,
    contributions: (year, people) => `Of the difference of ${people} people in ${year}`,
    unused: {
      'rate-says-it': 'not used: the target of the fertility rate says the same',
      'net-migration-says-it': 'not used: part of the target of net migration',
      'listed-twice': 'listed twice: the first is used',
      'no-value': 'not used: no target value of a year',
    },
    promise: (printed, year, planned) =>
      `Promise “${printed}” (${year}): ${planned} people with the plan’s targets`,
    fertility: (rate) => `  kept by a total fertility rate of ${rate} (migration as planned)`,
    netMigration: (people) => `  or by a net migration of ${people} a year (fertility as planned)`,
    emptied: 'In some ages more were to leave than there are; those are 0.',
    noDrivers: 'This plan has no target that moves the population (driver).',
  },
  none: 'No statistics table has been imported.',
}
