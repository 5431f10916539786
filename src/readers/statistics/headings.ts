import type { DatasetHeading } from '#domain/population/statistics.ts'

const IPSS = '国立社会保障・人口問題研究所『日本の地域別将来推計人口』'

/** 地域別将来推計人口の版, told by the first and the last year of the table. */
const EDITIONS = [
  { from: 2010, to: 2040, edition: '平成25年推計', year: 2013, published: '2013-03' },
  { from: 2015, to: 2045, edition: '平成30年推計', year: 2018, published: '2018-03' },
  { from: 2020, to: 2050, edition: '令和5年推計', year: 2023, published: '2023-12' },
] as const

/** Which edition of IPSS a projection is. `part` names what it covers where that is not the whole country. */
export function projectionHeading(years: readonly number[], part?: string): DatasetHeading {
  const [from, to] = [Math.min(...years), Math.max(...years)]
  const found = EDITIONS.find((each) => each.from === from && each.to === to)
  const suffix = part ? `-${part}` : ''
  if (!found)
    return {
      series: `projection-${from}-${to}${suffix}`,
      kind: 'projection',
      title: `将来推計人口 ${from}–${to}年（版は表から分からない）`,
      source: '取り込んだ表による',
    }
  const { edition, year, published } = found
  return {
    series: `ipss-${year}${suffix}`,
    kind: 'projection',
    title: `地域別将来推計人口（${edition}）`,
    ...{ edition, published },
    source: `${IPSS}（${edition}）`,
  }
}

export const ratesHeading = (years: readonly number[], part?: string): DatasetHeading => {
  const projection = projectionHeading(years, part)
  return {
    ...projection,
    series: `${projection.series}-rates`,
    kind: 'rates',
    title: `${projection.title} 仮定値`,
  }
}

export const censusHeading = (years: readonly number[], part?: string): DatasetHeading => ({
  series: `census-${Math.min(...years)}-${Math.max(...years)}${part ? `-${part}` : ''}`,
  kind: 'census',
  title: `国勢調査 男女・年齢5歳階級別人口 ${[...new Set([Math.min(...years), Math.max(...years)])].join('–')}年`,
  source: '総務省統計局「国勢調査」',
})

export const registerHeading = (year: number): DatasetHeading => ({
  series: `register-${year}`,
  kind: 'register',
  title: `住民基本台帳 年齢階級別人口 ${year}年1月1日`,
  published: String(year),
  source: '総務省「住民基本台帳に基づく人口、人口動態及び世帯数」',
})

/** A count of one year whose table does not say what it is. */
export const countHeading = (year: number, part?: string): DatasetHeading => ({
  ...censusHeading([year], part),
  series: `count-${year}${part ? `-${part}` : ''}`,
  title: `男女・年齢5歳階級別人口 ${year}年（出典は表から分からない）`,
  source: '取り込んだ表による',
})
