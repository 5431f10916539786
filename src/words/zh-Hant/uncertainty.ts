import type { hindcast as japanese, fan as japaneseFan } from '../ja/uncertainty.ts'

type Detail = Readonly<Record<string, string | number>>

/** Why a hindcast or a national run is refused. */
export const uncertaintyRefusal = (d: Detail): Readonly<Record<string, string>> => ({
  'nothing-to-hindcast': `${d.file ?? ''} 無法用來驗證。需要按男女、五歲年齡組列出各市町村人口的國勢調查表：到 ${d.fitBefore ?? ''} 年為止每隔五年共三次的調查，以及驗證年份（${d.targets ?? ''}）的數值。`,
  'no-projection-at-all': '尚未匯入人口推估。請先以 data import 匯入社人研的推估結果。',
  'not-a-count': `--${d.option ?? ''} 請填 ${d.least ?? ''} 到 ${d.most ?? ''} 的整數（${d.value ?? ''}）。`,
})

/** The table of a hindcast. */
export const hindcast: typeof japanese = {
  title: (file, areas) => `推估幅度的驗證  ${file}  ${areas} 個市町村`,
  fitted: (until, n, targets) =>
    `擬合：到 ${until} 年為止（推估年份 ${targets}，誤差 ${n.toLocaleString('en')} 筆）`,
  rates: (rates) => `係數：${rates}`,
  method:
    '當時的推估：沿用前五年的世代變化率、孩童與婦女比、0–4 歲性比。年齡不詳的人數，在各性別內依年齡比例分攤。',
  columns: {
    ...{ size: '人口規模', ahead: '相隔年數', n: '筆數', half: '80% 的半幅' },
    ...{ '0.5': '50%', '0.8': '80%', '0.95': '95%' },
  },
  overall: '全部',
  everySize: '所有規模',
  from: (people) => `${people.toLocaleString('en')} 人以上`,
  ahead: (years, extrapolated) => `${years} 年${extrapolated ? '＊' : ''}`,
  share: (share) => `${(share * 100).toFixed(1)}%`,
  marked: '●',
  notes: [
    '● 落在 80% 幅度內的比例不在 .70 到 .90 之間',
    '＊ 超過 15 年：超出擬合所用年數的外推',
    '半幅以對數表示。0.10 約為 ±10%',
  ],
  left: (count) => `無法推估的組合（基準年或其五年前無人，或沒有數值）：${count} 筆`,
}

/** Shocked paths (project --paths, project --national). */
export const fan: typeof japaneseFan = {
  title: (paths, seed) => `${paths.toLocaleString('en')} 條路徑（種子 ${seed}）`,
  hash: (hash) => `輸入資料的 SHA-256：${hash}`,
  groups: { total: '總人口', young: '0–14', working: '15–64', old: '65+' },
  columns: { year: '年份', group: '', central: '推估' },
  shelf: (year) => `可用期間：到 ${year} 年（總人口 80% 的幅度在 ±10% 以內）`,
  extrapolated: '＊ 超過 15 年的幅度，超出已驗證的年數，屬於外推',
  nation: {
    progress: (percent, bar) => `\r全國試算 [${bar}] ${percent}%`,
    title: (title, id) => `${title}  ${id}`,
    run: (areas, steps, paths, seed, threads) =>
      `${areas.toLocaleString('en')} 個地區 × ${steps} 段 × ${paths.toLocaleString('en')} 條（種子 ${seed}，${threads} 個執行緒）`,
    control: {
      national: '已調整至各年齡的全國數值（47 都道府縣合計）。',
      none: '未調整至全國數值（表中沒有完整的全國數值，或與各市町村合計不符）。',
    },
    incomplete: (count) => `年份不齊全而排除的地區：${count}`,
    columns: {
      year: '年份',
      areas: '地區',
      central: '推估合計',
      narrow: '幅度中位數',
      wide: '較寬的一成',
    },
    width: '幅度為各地區的（90% 分位數 − 10% 分位數）÷ 50% 分位數。各地區的分位數相加，並不是全國的分位數。',
  },
}
