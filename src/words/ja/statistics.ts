type Detail = Readonly<Record<string, string | number>>

const places = (d: Detail) => `${d.count}か所、最初は ${d.first}`

/** 統計表を読むときの確認事項。 */
export const statisticsFinding = (d: Detail): Readonly<Record<string, string>> => ({
  'no-table-recognised':
    '知っている統計表の形ではありません。社人研の推計結果・仮定値表、国勢調査・住民基本台帳の年齢5歳階級別、SSDSE-A、合計特殊出生率の表を読めます。',
  'row-twice': `同じ地域・年・性の行が二度あります（${places(d)}）。先の行を使いました。`,
  'ages-do-not-add-up': `年齢の合計が、表の総数と合いません（${places(d)}）。年齢の値をそのまま使いました。`,
  'sexes-do-not-add-up': `男と女の合計が、表の男女計と合いません（${places(d)}）。男と女の値をそのまま使いました。`,
  'one-sex-only': `男と女がそろわない地域・年があります（${places(d)}）。取り込みません。`,
  'value-missing': `値のないところがあります（${places(d)}）。その行は取り込みません。`,
  'row-not-understood': `地域コードか年が読めない行があります（${places(d)}）。取り込みません。`,
  'area-not-stated': `どの地域の表か書かれていません（${places(d)}）。表題かファイル名に団体コードを入れてください。`,
  'rates-incomplete': `率がそろわない期間があります（${places(d)}）。取り込みません。`,
  'year-not-stated': 'どの年の表か分かりません。ファイル名に 2008_2012 のように期間を入れてください。',
  'estat-refused': `e-Stat が断りました（${d.status}: ${d.reason}）。appId と統計表のIDを確かめてください。`,
  'estat-more-pages': `表に続きがあります（NEXT_KEY ${d.next}）。続きも取り、並べて一つの JSON にしてください。`,
  'edition-unknown':
    '年の範囲が知っている版（平成25年・平成30年・令和5年推計）と違います。将来推計人口として読みました。実際の人口の表なら、年齢不詳の列か「国勢調査」の表題のあるものを使ってください。',
  'axis-without-total': `「${d.axis}」に総数がないので、どれを使うか決められません。総数のある表を指定してください。`,
  'uneven-ages': '年齢の区分の数が、男女か年でそろっていません。',
  'axes-not-understood': '性別と年齢の軸が見つかりません。男女・年齢5歳階級別の表を指定してください。',
})

/** 統計表の取り込みと推計を断る理由。 */
export const statisticsRefusal = (d: Detail): Readonly<Record<string, string>> => ({
  'no-table-in-file': `${d.file ?? ''} から統計表を読み取れませんでした。何も取り込んでいません。${d.findings ? `\n${d.findings}` : ''}`,
  'estat-without-app-id':
    'e-Stat から取るには appId が要ります。SHIRUBE_ESTAT_APP_ID に設定するか、表を CSV・Excel・JSON で取り、ファイルを指定してください。',
  'estat-unreachable': `e-Stat に届きません（${d.reason ?? ''}）。表を CSV・Excel・JSON で取り、ファイルを指定することもできます。`,
  'code-or-plan': '--code で地域コードを、または --plan で計画を、どちらか一つ指定してください。',
  'nothing-to-import': 'ファイルか、--estat で統計表のIDを指定してください。',
  'not-an-area-code': `地域コードではありません（${d.value ?? ''}）。5桁、または検査数字を含む6桁で指定してください。`,
  'no-such-dataset': `統計表「${d.id ?? ''}」は取り込まれていません。data list で確かめてください。`,
  'no-projection-of-area': `地域 ${d.code ?? ''} の将来推計人口が取り込まれていません。先に data import で社人研の推計結果を取り込んでください。`,
  'no-base-year': `推計「${d.dataset ?? ''}」に ${d.base ?? ''}年はありません（${d.years ?? ''}）。--base にはこのどれかを指定してください。`,
  'not-five-year-steps': `${d.from ?? ''}年から ${d.to ?? ''}年までは5年刻みになりません。基準の年から5年ごとの年を指定してください。`,
  'years-backwards': `終わりの年（${d.to ?? ''}）が基準の年（${d.base ?? ''}）より後ではありません。`,
  'year-too-far': `${d.to ?? ''}年は遠すぎます。${d.most ?? ''}年までを指定してください。`,
  'not-a-year': `年ではありません（${d.value ?? ''}）。西暦4桁で指定してください。`,
  'not-a-fertility-rate': `合計特殊出生率として使えません（${d.value ?? ''}）。0から5までの数で指定してください。`,
  'not-factors': `換算率の書き方が違います（${d.value ?? ''}）。2015=7.51,2045=7.2 のように書いてください。`,
  'target-year-not-after-base': `目標の年（${d.by ?? ''}）は基準の年（${d.base ?? ''}）より後にしてください。`,
  'no-survival': `生残率が分からないので、死亡と移動を分けられません（${d.dataset ?? ''}）。同じ版の仮定値表、全国の表、または47都道府県のそろった推計を取り込んでください。`,
  'promise-out-of-reach': `${d.year ?? ''}年に${d.people ?? ''}人は、${d.most ?? ''}にしても届きません（${d.reaches ?? ''}人まで）。`,
  'promise-below-reach': `${d.year ?? ''}年に${d.people ?? ''}人は、${d.least ?? ''}でも上回ります（${d.reaches ?? ''}人）。`,
  'year-not-after-base': `${d.year ?? ''}年は基準の年（${d.base ?? ''}）より後ではありません。`,
})

/** 推計の表の見出しと、添える言葉。 */
export const projection = {
  kinds: {
    projection: '将来推計人口',
    census: '国勢調査',
    register: '住民基本台帳',
    rates: '仮定値',
    tfr: '合計特殊出生率',
    vital: '人口動態ほか',
  },
  scenarios: {
    published: '公表された推計',
    pattern1: 'パターン1（推計をそのまま延ばす）',
    sim1: 'シミュレーション1（出生率が上がる）',
    sim2: 'シミュレーション2（さらに移動が釣り合う）',
  },
  columns: {
    ...{
      year: '年',
      total: '総人口',
      index: '指数',
      young: '0–14',
      working: '15–64',
      old: '65+',
      over75: '75+',
    },
    ...{ oldShare: '高齢化率', stage: '段階', births: '出生', deaths: '死亡', in: '移動＋', out: '移動−' },
  },
  sexes: { male: '男', female: '女' },
  held: '＊ 公表された期間より先。最後の率をそのまま延ばした',
  survivalFrom: {
    assumptions: '生残率は仮定値表による',
    national: '生残率は全国のコーホートの変化による近似（1を超えるところは1）',
  },
  influence: (natural: number, social: number) => `影響度: 自然増減 ${natural}、社会増減 ${social}`,
  fertility: (base: string, error: string) =>
    `基準の年の合計特殊出生率は ${base}（子ども女性比からの換算。誤差はおよそ ±${error}）`,
  imported: (title: string, areas: number, from: number, to: number, rows: number) =>
    `${title}  ${areas}地域  ${from === to ? from : `${from}–${to}`}年  ${rows}行`,
  vintage: (id: string, vintage: number) => `取り込みました: ${id}（第${vintage}版）`,
  known: (id: string) => `同じ内容がすでにあります: ${id}。何も書き込みませんでした。`,
  plan: {
    title: '計画の目標どおりになったとき',
    planned: '計画の目標',
    published: '公表された推計',
    difference: '差',
    drivers: {
      'fertility-rate': '合計特殊出生率',
      births: '出生数',
      'net-migration': '社会増減・転入超過',
      arrivals: '移住者数',
    },
    contribution: (name: string, people: string) => `  ${name}: ${people}人`,
    contributions: (year: number, people: string) => `${year}年の差 ${people}人のうち`,
    unused: {
      'rate-says-it': '合計特殊出生率の目標が同じことを表すので、使わない',
      'net-migration-says-it': '社会増減の目標に含まれるので、使わない',
      'listed-twice': '同じ指標が二度あるので、先のものを使う',
      'no-value': '年ごとの目標値がないので、使わない',
    },
    promise: (printed: string, year: number, planned: string) =>
      `約束「${printed}」（${year}年）: 計画の目標で ${planned}人`,
    fertility: (rate: string) => `  守るには、合計特殊出生率が ${rate}（移動は計画どおり）`,
    netMigration: (people: string) => `  または、社会増減が 年${people}人（出生は計画どおり）`,
    emptied: '出ていく人が、いる人より多い年齢がありました。そこは0人としました。',
    noDrivers: 'この計画に、人口を動かす目標（driver）はありません。',
  },
  none: '取り込まれた統計表はありません。',
}
