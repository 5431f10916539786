import {
  type Asked,
  type Projection,
  type ProjectionRefused,
  projectFrom,
} from '#domain/population/projection.ts'
import type { Area, Dataset } from '#domain/population/statistics.ts'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import type { ReadTx } from '#store/transaction.ts'
import { backgroundOf, findPublished, type PublishedRefused } from './find-published.ts'

export type AreaProjection = Projection & {
  readonly area: Area
  readonly dataset: Dataset
  readonly ages: number
}

export type AreaRefused = ProjectionRefused | PublishedRefused

export type AskedOfArea = Asked & {
  readonly code: string
  /** A dataset by its id; without one, the newest edition that has the base year. */
  readonly dataset?: string
}

/** 地域の推計: of the newest imported edition that has the base year, on the area's code of today or before. */
export async function projectArea(
  tx: ReadTx,
  asked: AskedOfArea,
): Promise<Outcome<AreaProjection, AreaRefused>> {
  const found = await findPublished(tx, asked)
  if (!found.ok) return found
  const { dataset, area, published } = found.value
  const { survival, factors } = await backgroundOf(tx, dataset, area.code)
  const projected = projectFrom(published, { factors, ...asked }, survival)
  if (!projected.ok) return refuse(projected.why, { ...projected.detail, dataset: dataset.id })
  return done({ ...projected.value, area, dataset, ages: published[0]?.people.male.length ?? 0 })
}
