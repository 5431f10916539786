import type { Moment } from './columns.ts'

/** 統計の表, which all governments share. */
export type DatasetTables = {
  dataset: {
    id: string
    series: string
    vintage: number
    kind: string
    title: string
    edition: string | null
    published: string | null
    source: string
    file: string
    sha256: string
    areas: number
    rows: number
    first_year: number
    last_year: number
    imported_at: Moment
    imported_by: string
  }
  dataset_area: { dataset: string; code: string; name: string }
  dataset_people: {
    dataset: string
    area: string
    year: number
    male: number[]
    female: number[]
    unknown_male: number | null
    unknown_female: number | null
    origin: string
  }
  dataset_rates: {
    dataset: string
    area: string
    year: number
    survival_male: number[] | null
    survival_female: number[] | null
    migration_male: number[] | null
    migration_female: number[] | null
    child_woman_ratio: number | null
    male_share: number | null
    origin: string
  }
  dataset_value: {
    dataset: string
    area: string
    year: number
    what: string
    value: number
    origin: string
  }
}
