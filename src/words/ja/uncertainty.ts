type Detail = Readonly<Record<string, string | number>>

/** 幅の検証と全国の試行を断る理由。 */
export const uncertaintyRefusal = (d: Detail): Readonly<Record<string, string>> => ({
  'nothing-to-hindcast': `${d.file ?? ''} では検証できません。${d.fitBefore ?? ''}年までにあてはめる年が3回（5年おき）あり、検証する年（${d.targets ?? ''}）の値がある、市区町村の男女・年齢5歳階級別の国勢調査の表が要ります。`,
  'no-projection-at-all':
    '将来推計人口が取り込まれていません。先に data import で社人研の推計結果を取り込んでください。',
  'not-a-count': `--${d.option ?? ''} には ${d.least ?? ''}から${d.most ?? ''}までの整数を指定してください（${d.value ?? ''}）。`,
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

/** 揺らぎを入れた道すじ（project --paths、project --national）。 */
export const fan = {
  title: (paths: number, seed: number) => `${paths.toLocaleString('ja-JP')}本の道すじ（種 ${seed}）`,
  hash: (hash: string) => `入力の SHA-256: ${hash}`,
  groups: { total: '総人口', young: '0–14', working: '15–64', old: '65+' },
  columns: { year: '年', group: '', central: '推計' },
  shelf: (year: number) => `使える期間: ${year}年まで（総人口の80%の幅が ±10% 以内）`,
  extrapolated: '＊ 15年より先の幅は、確かめられた年数の外への延長（外挿）',
  nation: {
    progress: (percent: number, bar: string) => `\r全国の試行 [${bar}] ${percent}%`,
    title: (title: string, id: string) => `${title}  ${id}`,
    run: (areas: number, steps: number, paths: number, seed: number, threads: number) =>
      `${areas.toLocaleString('ja-JP')}地域 × ${steps}段 × ${paths.toLocaleString('ja-JP')}本（種 ${seed}、${threads}スレッド）`,
    control: {
      national: '年齢別の全国値（47都道府県の計）に合わせた。',
      none: '全国値には合わせていない（表に全国がそろわないか、市区町村の計と違う）。',
    },
    incomplete: (count: number) => `年がそろわず除いた地域: ${count}`,
    columns: { year: '年', areas: '地域', central: '推計の計', narrow: '幅の中央', wide: '広い方の1割' },
    width: '幅は各地域の (90%点 − 10%点) ÷ 50%点。地域の分位点を足しても全国の分位点にはならない。',
  },
}
