import type * as ja from '../ja/forecast.ts'
import { year } from './time.ts'

const kinds: typeof ja.forecast.kinds = {
  count: '件數',
  amount: '數量',
  share: '占比',
  rate: '比率',
  index: '指數',
  balance: '增減',
  cumulative: '累計',
}

const scales: typeof ja.forecast.scales = {
  log: '對數（以百分比看變化）',
  logit: '邏輯轉換（不會超出0～100%）',
  identity: '原本的數值（可為負數）',
}

export const forecast: typeof ja.forecast = {
  title: '能否達成',
  why: (code, d = {}) =>
    ({
      'fewer-than-three-points': `目前有${d.points ?? 0}個數值，推估至少需要3個`,
      'year-not-ahead': `${year(Number(d.year))}的數值已經確定（最新為${year(Number(d.last))}）`,
      'too-far-ahead': `無法推估${d.most}年以後`,
      'two-values-for-a-year': `${year(Number(d.year))}有兩個數值，無法決定採用何者`,
      'not-a-number': `${d.year}的數值不是數字`,
      'share-outside': `占比超出0～100（${year(Number(d.year))} ${d.value}）`,
      ended: '指標已結束',
      'nothing-but-zeros': '數值全部為0，無法得知其變化',
    })[code],
  kinds,
  scales,
  chance: (chance) =>
    chance < 0.05 ? '低於5%' : chance > 0.95 ? '超過95%' : `約${Math.round(chance * 100)}%`,
  answer: (of, chance, kept) => `若照目前的趨勢，${year(of)}${kept ? '維持' : '達到'}目標的機率為${chance}。`,
  notYet: (reason) => `目前尚無法判斷。${reason}。`,
  noChance: {
    'target-not-stated': '沒有目標值，因此不提供達成機率。',
    'never-judged': '此為不判定的指標，因此不提供達成機率。',
    'direction-not-stated': '未載明應增加或減少，因此不提供達成機率。',
    'no-tolerance': '此為應維持的目標，但尚未決定容許差，因此不提供達成機率。',
    complete: '此目標為是否完成，因此不提供達成機率。',
  },
  middle: '中位數',
  range: (from, to) => `${from}～${to}`,
  band: (share) => `${share}%區間`,
  reaching: (of, kept) => `${year(of)}${kept ? '維持' : '達到'}目標的機率（若照目前的趨勢）`,
  tolerated: (within) => `在容許差${within}以內，視為已維持。`,
  table: '未來各年度的推估',
  methodTitle: '計算方式與準確程度',
  method: ({ points, firstYear, lastYear, missingYears, kind, scale, onIncrements, shockYear }) => [
    `採用${firstYear}至${lastYear}的${points}個數值${missingYears > 0 ? `（其中${missingYears}年沒有數值）` : ''}。未考慮其他指標、景氣或計畫的措施。`,
    `模型由水準與逐漸減弱的成長構成（具阻尼趨勢的局部水準模型）。種類為「${kinds[kind]}」，尺度為${scales[scale]}。${onIncrements ? '累計值由每年的增量累加而得。' : ''}`,
    '波動的大小與成長的持續程度，由許多市區町村的數列所得的弱先驗，以及對本數列的符合程度加權決定。',
    ...(shockYear === undefined ? [] : [`${year(shockYear)}視為異常年（或水準跳動），已降低其權重。`]),
  ],
  withBaseline: (of) => `${year(of)}的數值為計畫的基準值。`,
  severalVintages: '由於數列曾經修訂，只採用新的數列。目標可能是依舊數列所訂。',
  tried: ({ n, in80, in50, years }) =>
    `準確程度：以未用於選擇模型的市區町村${n.toLocaleString('zh-TW')}個數列，隱去最後一年進行測試，實際值落在80%區間內者占${in80}%，落在50%區間內者占${in50}%。此測試僅限1年後，各有4～5個數值，隱去的年度為${years}（疫情前後）。多年以後的推估可靠性更低。`,
  chartKey: '淺藍色帶為推估的80%與50%區間，虛線為其中位數。',
}

export const forecastCommand: typeof ja.forecastCommand = {
  head: (series, unit, kind, stated) =>
    `${series || '（未命名數列）'}${unit === 'not-stated' ? '' : ` [${unit}]`}  種類：${kinds[kind]} ${kind}${stated ? '' : '（表中未載明，依單位與數值決定）'}`,
  year: '年度',
  target: (of, value, better, inferred, chance) => {
    const asked = { higher: '以上', lower: '以下', steady: '（維持）' }[better]
    const from = inferred ? '（未載明方向，依最後數值與目標的相對位置判斷）' : ''
    return chance === undefined
      ? `${year(of)}為${value}${asked}：尚未決定維持的範圍，無法計算（請以 --tolerance 指定）`
      : `${year(of)}為${value}${asked}${from}的機率：${chance}`
  },
}
