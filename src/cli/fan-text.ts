import { FAN_SHARES, type Fan, fanOf } from '#domain/population/fan.ts'
import { shelfLife } from '#domain/population/interval.ts'
import { PATTERN_1, runScenario } from '#domain/population/scenario.ts'
import { unrestOf } from '#domain/population/spread.ts'
import { sha256Of } from '#store/datasets.ts'
import type { AreaProjection } from '#usecases/project-population.ts'
import { ja } from '#words/ja.ts'
import type { Counts } from './nation-command.ts'
import { aligned, whole } from './table-text.ts'

export type AreaFan = Fan & { readonly hash: string; readonly shelfLife: number }

/** 地域の扇: shocked paths around what was projected, with the hash of all they were made of. */
export function fanOfArea(
  { outset, ran, area }: AreaProjection,
  to: number,
  { paths, seed }: Pick<Counts, 'paths' | 'seed'>,
): AreaFan {
  const asked = { paths, seed, code: Number(area.code) }
  const [, first] = runScenario(outset, PATTERN_1, outset.year + 5)
  return {
    ...fanOf(outset, ran, to, asked),
    hash: sha256Of(new TextEncoder().encode(JSON.stringify({ outset, ran, to, ...asked }))),
    shelfLife: shelfLife(unrestOf(outset.base, first?.people ?? outset.base), outset.year),
  }
}

const GROUPS = ['total', 'young', 'working', 'old'] as const

export function fanRows(fan: AreaFan): readonly string[] {
  const said = ja.fan
  const shares = FAN_SHARES.map((share) => `${share * 100}%`)
  const rows = fan.years
    .slice(1)
    .flatMap((each) =>
      GROUPS.map((group, at) => [
        at === 0 ? `${each.year}${each.extrapolated ? '＊' : ''}` : '',
        said.groups[group],
        ...each[group].map(whole),
      ]),
    )
  return [
    '',
    said.title(fan.paths, fan.seed),
    ...aligned([[said.columns.year, said.columns.group, ...shares], ...rows]),
    said.shelf(fan.shelfLife),
    ...(fan.years.some(({ extrapolated }) => extrapolated) ? [said.extrapolated] : []),
    said.hash(fan.hash),
  ]
}
