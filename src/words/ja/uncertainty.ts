type Detail = Readonly<Record<string, string | number>>

/** 幅の検証と全国の試行を断る理由。 */
export const uncertaintyRefusal = (d: Detail): Readonly<Record<string, string>> => ({
  'nothing-to-hindcast': `${d.file ?? ''} では検証できません。${d.fitBefore ?? ''}年までにあてはめる年が3回（5年おき）あり、検証する年（${d.targets ?? ''}）の値がある、市区町村の男女・年齢5歳階級別の国勢調査の表が要ります。`,
})

const percent = (share: number) => `${(share * 100).toFixed(1)}%`

/** 幅の検証（hindcast）の表。 */
export const hindcast = {
  title: (file: string, areas: number) => `幅の検証  ${file}  ${areas}市区町村`,
  fitted: (until: number, n: number, targets: string) =>
    `あてはめ: ${until}年まで（推計した年 ${targets}、外れ ${n.toLocaleString('ja-JP')}件）`,
  rates: (rates: string) => `係数: ${rates}`,
  method:
    '当時の推計: 直前5年のコーホート変化率・子ども女性比・0–4歳性比をそのまま延ばす。年齢不詳は、性ごとに年齢の割合で割り振った。',
  columns: {
    ...{ size: '人口', ahead: '年数', n: 'n', half: '80%の半幅' },
    ...{ '0.5': '50%', '0.8': '80%', '0.95': '95%' },
  },
  overall: '全体',
  everySize: '全規模',
  from: (people: number) => `${people.toLocaleString('ja-JP')}人〜`,
  ahead: (years: number, extrapolated: boolean) => `${years}年${extrapolated ? '＊' : ''}`,
  share: percent,
  marked: '●',
  notes: [
    '● 80%の幅に入った割合が .70〜.90 の外',
    '＊ 15年より先は、あてはめに使えた年数の外への延長（外挿）',
    '半幅は対数。0.10 はおよそ ±10%',
  ],
  left: (count: number) =>
    `推計できなかった組（基準の年かその5年前にだれもいない、または値がない）: ${count}件`,
}
