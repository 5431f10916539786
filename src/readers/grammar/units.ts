/** 単位: what a plan counts in. Longer ones are tried first; a rate (「/年」「/人日」) may follow any of them. */
const COUNTED = [
  ...[
    '人',
    '名',
    '件',
    '社',
    '店',
    '店舗',
    '戸',
    '世帯',
    '組',
    '団体',
    '経営体',
    '法人',
    '事業者',
    '事業所',
    '組織',
    '企業',
  ],
  ...[
    '箇所',
    'カ所',
    'ヵ所',
    'ヶ所',
    'か所',
    'ケ所',
    '施設',
    '校',
    '園',
    '館',
    '台',
    '本',
    '点',
    '冊',
    '回',
    '日',
    '時間',
  ],
  ...[
    '分',
    '秒',
    '年',
    '歳',
    '才',
    '番組',
    '俵',
    '頭',
    '羽',
    '匹',
    '品',
    '品目',
    '種類',
    '種',
    '区画',
    '地区',
    '集落',
    '路線',
  ],
  ...[
    '便',
    '隻',
    '棟',
    '室',
    '床',
    '席',
    '枚',
    '部',
    '通',
    '票',
    '口',
    '杯',
    '株',
    '個',
    '泊',
    '人泊',
    '人日',
    '延べ人',
  ],
  ...[
    '市町村',
    '自治体',
    '市',
    '町',
    '村',
    '大学',
    'クラブ',
    'チーム',
    '講座',
    '教室',
    'コース',
    '基',
    '橋',
    '着',
    '隊',
    '所',
  ],
  ...[
    '取組',
    '事業',
    '事例',
    '地域',
    '自治会',
    '町内会',
    '組合',
    '店舗数',
    '家族',
    '夫婦',
    'か国',
    'カ国',
    '言語',
    '公園',
  ],
  ...[
    'プロジェクト',
    'グループ',
    'サークル',
    'ブランド',
    '商品',
    '作品',
    '製品',
    '媒体',
    '両',
    '艇',
    '樽',
    '袋',
    '箱',
    '束',
  ],
  ...[
    'ポイント',
    'pt',
    'パーセント',
    '倍',
    '割',
    '位',
    '点満点',
    'アクセス',
    'PV',
    'フォロワー',
    'ビュー',
    '人回',
    '人時',
  ],
]
const MEASURED = [
  ...[
    '円',
    '%',
    '‰',
    'ha',
    'a',
    'm',
    'km',
    'cm',
    'mm',
    'm2',
    'm3',
    'km2',
    '平方メートル',
    '立方メートル',
    'ヘクタール',
    'メートル',
  ],
  ...[
    'キロメートル',
    't',
    'トン',
    'kg',
    'キログラム',
    'g',
    'グラム',
    'mg',
    'L',
    'l',
    'kl',
    'kL',
    'リットル',
    'kWh',
    'MWh',
    'GWh',
  ],
  ...[
    'kW',
    'MW',
    'GJ',
    'TJ',
    'MJ',
    'CO2',
    't-CO2',
    'tCO2',
    'kg-CO2',
    'トン-CO2',
    'ppm',
    'GB',
    '坪',
    '反',
    '町歩',
    '海里',
  ],
]
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
const KNOWN = [...COUNTED, ...MEASURED]
  .sort((a, b) => b.length - a.length)
  .map(escaped)
  .join('|')
const RATE = '(?:[/／・][^\\d\\s()（）、。,/]{1,5}){0,2}'

/** A unit at the start of a text, with its multiplier: 「千円」「人/年」「g/人日」. */
export const UNIT_HERE = new RegExp(`^(?:(?:十億|百億|百万|千万|億|万|千)(?=${KNOWN}))?(?:${KNOWN})${RATE}`)

/** 「57,000 人」「平成 28 年度」: a blank that parts a number from its unit, or an era from its year. */
const PARTED = new RegExp(
  `(?<=\\d) (?=(?:(?:十億|百億|百万|千万|億|万|千)?(?:${KNOWN})${RATE})(?:[\\s\u3000()（）、。以未程]|$))`,
  'g',
)
export const joinParted = (text: string): string =>
  text
    .replace(/(明治|大正|昭和|平成|令和) ?(\d{1,2}|元) ?(?=年)/g, '$1$2')
    .replace(/(?<=[（( ]|^)(\d{1,2}) (?=年目|年度)/g, '$1')
    .replace(/KPI (?=増加)/g, 'KPI')
    .replace(PARTED, '')

const WHOLE = new RegExp(`^(?:(?:十億|百億|百万|千万|億|万|千)(?=${KNOWN}))?(?:${KNOWN})${RATE}$`)
/** The whole text is a unit. */
export const isUnit = (text: string): boolean => WHOLE.test(text)

/** Words after a number that look like a unit and never are one. */
export const NEVER_UNIT =
  /^(?:年度|年目|年間|月|期|次|章|節|号|番|条|項|か年|カ年|ヵ年|ヶ年|つ|指標|項目|代|才|か月|ヶ月|施策|ページ|頁|世紀)/

/** A unit in brackets at the end of a name: 「市内総生産額（十億円）」「人口密度[人/ha]」. */
export function unitOfName(name: string): { readonly name: string; readonly unit?: string } {
  const found = /^(.*?)\s*(?:\(([^()]+)\)|\[([^[\]]+)\]|〔([^〔〕]+)〕|【([^【】]+)】)\s*$/.exec(name)
  const unit = (found?.[2] ?? found?.[3] ?? found?.[4] ?? found?.[5])
    ?.replace(/^単位[::]?\s*/, '')
    .replace(/\s+/g, '')
  return found?.[1] && unit && isUnit(unit) ? { name: found[1], unit } : { name }
}
