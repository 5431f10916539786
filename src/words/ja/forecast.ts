import type { Method } from '#domain/indicator/forecast/distributions.ts'
import type { ForecastKind } from '#domain/indicator/forecast/kind.ts'
import type { OutlookWhy } from '#domain/indicator/forecast/outlook.ts'
import { shortYear, year } from './time.ts'

type Detail = Readonly<Record<string, string | number>>

const why = (code: OutlookWhy, d: Detail = {}): string =>
  ({
    'fewer-than-three-points': `値が${d.points ?? 0}つです。見込みには3つ以上が要ります`,
    'year-not-ahead': `${year(Number(d.year))}の値はもう出ています（最新は${year(Number(d.last))}）`,
    'too-far-ahead': `${d.most}年より先は見込めません`,
    'two-values-for-a-year': `${year(Number(d.year))}の値が二つあり、どちらを使うか決められません`,
    'not-a-number': `${d.year}の値が数ではありません`,
    'share-outside': `割合が0〜100の外です（${year(Number(d.year))} ${d.value}）`,
    ended: '指標が終了しています',
    'nothing-but-zeros': '値がすべて0で、動きが分かりません',
  })[code]

const kinds: Readonly<Record<ForecastKind, string>> = {
  count: '件数',
  amount: '量',
  share: '割合',
  rate: '率',
  index: '指数',
  balance: '増減',
  cumulative: '累計',
}

const scales: Readonly<Record<Method['scale'], string>> = {
  log: '対数（変化を率で見る）',
  logit: 'ロジット（0〜100%の外に出ない）',
  identity: 'そのままの値（負にもなる）',
}

export const forecast = {
  title: '届くか',
  why,
  kinds,
  scales,
  /** 「およそ35%」。端は「5%未満」「95%超」。 */
  chance: (chance: number): string =>
    chance < 0.05 ? '5%未満' : chance > 0.95 ? '95%超' : `およそ${Math.round(chance * 100)}%`,
  answer: (of: number, chance: string, kept: boolean) =>
    `このままの動きなら、${year(of)}に目標${kept ? 'を満たす' : 'に届く'}見込みは${chance}です。`,
  notYet: (reason: string) => `まだ言えない。${reason}。`,
  noChance: {
    'target-not-stated': '目標値がないので、届く見込みは出しません。',
    'never-judged': '判定しない指標なので、届く見込みは出しません。',
    'direction-not-stated': '増やすのか減らすのかの記載がないので、届く見込みは出しません。',
    'no-tolerance':
      '保つ目標ですが、どこまでを保ったとみるか（許容差）が決まっていないので、届く見込みは出しません。',
    complete: '完了したかどうかの目標なので、届く見込みは出しません。',
  },
  middle: '中央',
  range: (from: string, to: string) => `${from}〜${to}`,
  band: (share: number) => `${share}%の幅`,
  reaching: (of: number, kept: boolean) =>
    `${year(of)}に目標${kept ? 'を満たす' : 'に届く'}見込み（このままの動きなら）`,
  tolerated: (within: string) => `許容差${within}までは、満たしたとみています。`,
  table: '先の年度の見込み',
  methodTitle: '計算のしかたと当たり方',
  method: ({ points, firstYear, lastYear, missingYears, kind, scale, onIncrements, shockYear }: Method) => [
    `使った値は${shortYear(firstYear)}から${shortYear(lastYear)}までの${points}点です${missingYears > 0 ? `（値のない年が${missingYears}年あります）` : ''}。ほかの指標も、景気も、計画の取組も見ていません。`,
    `水準と、だんだん弱まる伸びからなるモデル（減衰する傾きをもつ局所水準モデル）です。種類は「${kinds[kind]}」、尺度は${scales[scale]}。${onIncrements ? '累計は、年ごとの増え方から積み上げます。' : ''}`,
    '揺れの大きさや伸びの続きやすさは、多くの市区町村の系列から決めた弱い事前の見当と、この系列への当てはまりから重みづけします。',
    ...(shockYear === undefined
      ? []
      : [`${year(shockYear)}は外れた年（または段差）とみて、重みを下げました。`]),
  ],
  withBaseline: (of: number) => `${year(of)}の値は、計画の基準値です。`,
  severalVintages:
    '系列が改められているので、新しい系列だけを使いました。目標は前の系列で置かれたものかもしれません。',
  tried: (d: { readonly n: number; readonly in80: number; readonly in50: number; readonly years: string }) =>
    `当たり方: 選ぶのに使わなかった市区町村の${d.n.toLocaleString('ja')}系列で最後の年を伏せて試すと、80%の幅に実際の値が入ったのは${d.in80}%、50%の幅には${d.in50}%でした。1年先だけの試しで、値は4〜5点、伏せた年は${d.years}（感染症の流行のころ）です。何年も先は、これより当てになりません。`,
  chartKey: '水色の帯は見込みの80%と50%の幅、破線はその中央です。',
}

/** コマンド forecast の言葉。 */
export const forecastCommand = {
  head: (series: string, unit: string, kind: ForecastKind, stated: boolean) =>
    `${series || '（系列名なし）'}${unit === 'not-stated' ? '' : ` [${unit}]`}  種類: ${kinds[kind]} ${kind}${stated ? '' : '（表にないので単位と値から決めた）'}`,
  year: '年度',
  target: (
    of: number,
    value: string,
    better: 'higher' | 'lower' | 'steady',
    inferred: boolean,
    chance: string | undefined,
  ) => {
    const asked = { higher: '以上', lower: '以下', steady: 'を維持' }[better]
    const from = inferred ? '（向きの記載がないので、最後の値から見た目標の側とした）' : ''
    return chance === undefined
      ? `${year(of)}に${value}${asked}: どこまでを維持とみるかが決まっていないので出せません（--tolerance で指定）`
      : `${year(of)}に${value}${asked}${from}となる見込み: ${chance}`
  },
}
