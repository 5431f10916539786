import type { projection as japanese } from '../ja/statistics.ts'

type Detail = Readonly<Record<string, string | number>>

const places = (d: Detail) => `${d.count}處，最先為 ${d.first}`

/** What is noticed when a statistics table is read. */
export const statisticsFinding = (d: Detail): Readonly<Record<string, string>> => ({
  'no-table-recognised':
    '不是已知的統計表形式。可讀取社人研的推計結果與假設值表、國勢調查與住民基本台帳的5歲年齡組、SSDSE-A、總和生育率的表。',
  'row-twice': `相同地區、年、性別的列出現兩次（${places(d)}）。已採用先出現的列。`,
  'ages-do-not-add-up': `各年齡的合計與表中總數不符（${places(d)}）。已直接採用各年齡的數值。`,
  'sexes-do-not-add-up': `男女合計與表中男女計不符（${places(d)}）。已直接採用男與女的數值。`,
  'one-sex-only': `有男女不齊全的地區或年（${places(d)}）。不予匯入。`,
  'value-missing': `有缺少數值之處（${places(d)}）。該列不予匯入。`,
  'row-not-understood': `有無法讀取地區代碼或年的列（${places(d)}）。不予匯入。`,
  'area-not-stated': `未寫明是哪個地區的表（${places(d)}）。請在標題或檔名加入代碼。`,
  'rates-incomplete': `有比率不齊全的期間（${places(d)}）。不予匯入。`,
  'year-not-stated': '無法得知是哪一年的表。請在檔名加入期間，例如 2008_2012。',
  'estat-refused': `e-Stat 拒絕了要求（${d.status}：${d.reason}）。請確認 appId 與統計表的 ID。`,
  'estat-more-pages': `表格尚有後續（NEXT_KEY ${d.next}）。請一併取得，並排列成一個 JSON。`,
  'edition-unknown':
    '年的範圍與已知的版本（2013年、2018年、2023年推計）不同，已視為將來推計人口讀取。若為實際人口的表，請使用含有年齡不詳欄位，或標題為「国勢調査」的表。',
  'axis-without-total': `「${d.axis}」沒有總數，無法決定採用何者。請指定含有總數的表。`,
  'uneven-ages': '年齡組的數目因性別或年而不一致。',
  'axes-not-understood': '找不到性別與年齡的軸。請指定男女、5歲年齡組別的表。',
})

/** Why an import or a projection is refused. */
export const statisticsRefusal = (d: Detail): Readonly<Record<string, string>> => ({
  'no-table-in-file': `無法從 ${d.file ?? ''} 讀取統計表。未匯入任何內容。${d.findings ? `\n${d.findings}` : ''}`,
  'estat-without-app-id':
    '從 e-Stat 取得資料需要 appId。請設定 SHIRUBE_ESTAT_APP_ID，或以 CSV、Excel、JSON 取得表格後指定檔案。',
  'estat-unreachable': `無法連線到 e-Stat（${d.reason ?? ''}）。也可以 CSV、Excel、JSON 取得表格後指定檔案。`,
  'code-or-plan': '請以 --code 指定地區代碼，或以 --plan 指定計畫，兩者擇一。',
  'nothing-to-import': '請指定檔案，或以 --estat 指定統計表的 ID。',
  'not-an-area-code': `不是地區代碼（${d.value ?? ''}）。請以5位數，或含檢查碼的6位數指定。`,
  'no-such-dataset': `尚未匯入統計表「${d.id ?? ''}」。請以 data list 確認。`,
  'no-projection-of-area': `尚未匯入地區 ${d.code ?? ''} 的將來推計人口。請先以 data import 匯入社人研的推計結果。`,
  'no-base-year': `推計「${d.dataset ?? ''}」沒有 ${d.base ?? ''}年（${d.years ?? ''}）。請從中選擇並以 --base 指定。`,
  'not-five-year-steps': `${d.from ?? ''}年到 ${d.to ?? ''}年並非以5年為間隔。請指定自基準年起每5年的年份。`,
  'years-backwards': `終止年（${d.to ?? ''}）不在基準年（${d.base ?? ''}）之後。`,
  'year-too-far': `${d.to ?? ''}年過於遙遠。請指定 ${d.most ?? ''}年以前。`,
  'not-a-year': `不是年份（${d.value ?? ''}）。請以西元4位數指定。`,
  'not-a-fertility-rate': `無法作為總和生育率使用（${d.value ?? ''}）。請以0到5的數字指定。`,
  'not-factors': `換算率的寫法不正確（${d.value ?? ''}）。請以 2015=7.51,2045=7.2 的形式填寫。`,
  'target-year-not-after-base': `目標年（${d.by ?? ''}）須在基準年（${d.base ?? ''}）之後。`,
  'no-survival': `生存率不明，無法區分死亡與移動（${d.dataset ?? ''}）。請匯入同一版本的假設值表、全國的表，或47個都道府縣齊全的推計。`,
  'promise-out-of-reach': `${d.year ?? ''}年的${d.people ?? ''}人，即使為 ${d.most ?? ''} 也無法達到（最多${d.reaches ?? ''}人）。`,
  'promise-below-reach': `${d.year ?? ''}年的${d.people ?? ''}人，即使為 ${d.least ?? ''} 也會超過（${d.reaches ?? ''}人）。`,
  'year-not-after-base': `${d.year ?? ''}年不在基準年（${d.base ?? ''}）之後。`,
})

/** Headings of a projection, and the words beside it. */
export const projection: typeof japanese = {
  kinds: {
    projection: '將來推計人口',
    census: '國勢調查（人口普查）',
    register: '住民基本台帳（戶籍登記）',
    rates: '假設值',
    tfr: '總和生育率',
    vital: '人口動態等',
  },
  scenarios: {
    published: '已公布的推計',
    pattern1: '情境1（推計直接延伸）',
    sim1: '模擬1（生育率上升）',
    sim2: '模擬2（且移動達到平衡）',
  },
  columns: {
    ...{
      year: '年',
      total: '總人口',
      index: '指數',
      young: '0–14',
      working: '15–64',
      old: '65+',
      over75: '75+',
    },
    ...{ oldShare: '高齡化率', stage: '階段', births: '出生', deaths: '死亡', in: '移動＋', out: '移動−' },
  },
  sexes: { male: '男', female: '女' },
  held: '＊ 超出已公布的期間，沿用最後的比率',
  survivalFrom: {
    assumptions: '生存率依假設值表',
    national: '生存率以全國世代變化近似（超過1者視為1）',
  },
  influence: (natural, social) => `影響度：自然增減 ${natural}，社會增減 ${social}`,
  fertility: (base, error) => `基準年的總和生育率為 ${base}（由子女婦女比換算，誤差約 ±${error}）`,
  imported: (title, areas, from, to, rows) =>
    `${title}  ${areas}個地區  ${from === to ? from : `${from}–${to}`}年  ${rows}列`,
  vintage: (id, vintage) => `已匯入：${id}（第${vintage}版）`,
  known: (id) => `已有相同內容：${id}。未寫入任何內容。`,
  plan: {
    title: '達成計畫目標時',
    planned: '計畫目標',
    published: '已公布的推計',
    difference: '差',
    drivers: {
      'fertility-rate': '總和生育率',
      births: '出生數',
      'net-migration': '社會增減、淨移入',
      arrivals: '移居人數',
    },
    contribution: (name, people) => `  ${name}：${people}人`,
    contributions: (year, people) => `${year}年的差 ${people}人之中`,
    unused: {
      'rate-says-it': '總和生育率的目標表示相同內容，不採用',
      'net-migration-says-it': '已包含於社會增減的目標，不採用',
      'listed-twice': '相同指標出現兩次，採用先出現者',
      'no-value': '沒有逐年的目標值，不採用',
    },
    promise: (printed, year, planned) => `承諾「${printed}」（${year}年）：依計畫目標為 ${planned}人`,
    fertility: (rate) => `  若要實現，總和生育率須為 ${rate}（移動依計畫）`,
    netMigration: (people) => `  或者社會增減須為每年${people}人（出生依計畫）`,
    emptied: '部分年齡的移出人數超過現有人數，該處視為0人。',
    noDrivers: '此計畫沒有影響人口的目標（driver）。',
  },
  none: '尚未匯入任何統計表。',
}
