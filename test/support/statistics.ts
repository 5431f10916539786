import * as XLSX from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'

export type Cells = readonly (readonly (string | number)[])[]

/** A workbook with shared strings, as Excel writes one. */
export function workbookOf(sheets: Readonly<Record<string, Cells>>): Uint8Array {
  const book = XLSX.utils.book_new()
  for (const [name, cells] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(cells.map((row) => [...row])), name)
  return new Uint8Array(XLSX.write(book, { type: 'array', bookType: 'xlsx', bookSST: true }) as ArrayBuffer)
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/**
 * A workbook whose table of strings holds what Japanese Excel puts there: readings (rPh), text in runs, an empty string in both spellings,
 * a space to keep, and strings that no cell uses. A reader that counts wrongly shifts every later label.
 */
export function sharedStringsBook(cells: Cells): Uint8Array {
  const texts = [...new Set(cells.flat().filter((cell): cell is string => typeof cell === 'string'))]
  const items: string[] = [
    '<si><t>使われない</t><rPh sb="0" eb="2"><t>ツカ</t></rPh><phoneticPr fontId="1"/></si>',
    '<si/>',
    '<si><t/></si>',
  ]
  const place = new Map<string, number>()
  for (const [at, text] of texts.entries()) {
    place.set(text, items.length)
    const half = Math.ceil(text.length / 2)
    const runs = `<r><t>${escaped(text.slice(0, half))}</t></r><r><rPr><b/></rPr><t xml:space="preserve">${escaped(text.slice(half))}</t></r>`
    const reading = '<rPh sb="0" eb="1"><t>ヨミ</t></rPh><phoneticPr fontId="1" type="noConversion"/>'
    const body =
      at % 3 === 0 ? `<t>${escaped(text)}</t>${reading}` : at % 3 === 1 ? runs : `<t>${escaped(text)}</t>`
    items.push(`<si>${body}</si>`)
    if (at % 4 === 0) items.push('<si/>')
  }
  const rows = cells.map((row, r) => {
    const found = row.map((cell, c) => {
      const ref = XLSX.utils.encode_cell({ r, c })
      return typeof cell === 'number'
        ? `<c r="${ref}"><v>${cell}</v></c>`
        : `<c r="${ref}" t="s"><v>${place.get(cell)}</v></c>`
    })
    return `<row r="${r + 1}">${found.join('')}</row>`
  })
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const packaged = 'http://schemas.openxmlformats.org/package/2006'
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return zipSync({
    '[Content_Types].xml': strToU8(
      `${XML}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${types}.sharedStrings+xml"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `${XML}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    'xl/workbook.xml': strToU8(
      `${XML}<workbook xmlns="${MAIN}" xmlns:r="${relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `${XML}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `${XML}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`,
    ),
  })
}

/**
 * An answer of `getStatsData` with sex and age of two areas (or one), as described. `swapped`: the data use cat01 for what the description
 * calls cat02. `half`: one of two pages.
 */
export function estatAnswer({
  swapped = false,
  oneArea = false,
  half,
}: {
  readonly swapped?: boolean
  readonly oneArea?: boolean
  readonly half?: 1 | 2
} = {}) {
  const ageNames = [
    '総数',
    ...Array.from({ length: 20 }, (_, at) => `${at * 5}～${at * 5 + 4}歳`),
    '100歳以上',
    '不詳',
    '（再掲）15歳未満',
  ]
  const ages = ageNames.map((name, at) => ({ '@code': `A${at}`, '@name': name, '@level': '1' }))
  const sexes = ['総数', '男', '女'].map((name, at) => ({ '@code': `S${at}`, '@name': name, '@level': '1' }))
  const areas = (oneArea ? ['43203'] : ['43203', '43204']).map((code) => ({
    '@code': code,
    '@name': code === '43203' ? '熊本県 人吉市' : '熊本県 荒尾市',
  }))
  const years = [{ '@code': '2015000000', '@name': '2015年' }]
  const axis = (id: string, name: string, classes: readonly object[]) => ({
    '@id': id,
    '@name': name,
    CLASS: classes.length === 1 ? classes[0] : classes,
  })
  const people = (sex: number): readonly number[] => {
    // Ages to 90–94, then 95–99 and 100 and over, which together are the 95+ of the test.
    const of = (seed: number, unknown: number) => [
      ...Array.from({ length: 19 }, (_, at) => seed + at),
      seed + 19 - 7,
      7,
      unknown,
    ]
    const [men, women] = [of(100, 3), of(200, 5)]
    const parts = sex === 1 ? men : sex === 2 ? women : men.map((value, at) => value + (women[at] ?? 0))
    const whole = parts.reduce((total, value) => total + value, 0)
    return [whole, ...parts, (parts[0] ?? 0) + (parts[1] ?? 0) + (parts[2] ?? 0)]
  }
  const [ofSex, ofAge] = swapped ? ['@cat02', '@cat01'] : ['@cat01', '@cat02']
  const values = areas.flatMap((area) =>
    sexes.flatMap((sex, s) =>
      people(s).map((value, at) => ({
        '@tab': '020',
        [ofSex as string]: sex['@code'],
        [ofAge as string]: ages[at]?.['@code'],
        '@area': area['@code'],
        '@time': '2015000000',
        '@unit': '人',
        $: String(value),
      })),
    ),
  )
  const cut = Math.floor(values.length / 3)
  const shown = half === undefined ? values : half === 1 ? values.slice(0, cut) : values.slice(cut)
  return {
    GET_STATS_DATA: {
      RESULT: { STATUS: 0, ERROR_MSG: '正常に終了しました。' },
      STATISTICAL_DATA: {
        RESULT_INF: { TOTAL_NUMBER: values.length, ...(half === 1 ? { NEXT_KEY: cut + 1 } : {}) },
        TABLE_INF: {
          '@id': '0003149862',
          STAT_NAME: { '@code': '00200521', $: '国勢調査' },
          TITLE: { '@no': '00310', $: '年齢（5歳階級），男女別人口' },
          SURVEY_DATE: 201_510,
          OPEN_DATE: '2016-10-26',
        },
        CLASS_INF: {
          CLASS_OBJ: [
            axis('tab', '表章項目', [{ '@code': '020', '@name': '人口' }]),
            axis('cat01', '男女別', sexes),
            axis('cat02', '年齢（5歳階級）', ages),
            axis('area', '地域', areas),
            axis('time', '時間軸', years),
          ],
        },
        DATA_INF: { VALUE: shown },
      },
    },
  }
}

export const utf8 = (text: string) => new TextEncoder().encode(text)
export const groups = (open: number) => Array.from({ length: open / 5 }, (_, at) => `${at * 5}-${at * 5 + 4}`)
export const kanji = (open: number) => [
  ...Array.from({ length: open / 5 }, (_, at) => `${at * 5}～${at * 5 + 4}歳`),
  `${open}歳以上`,
]
export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
/** Ages that differ by sex, year and age, so that nothing can be mistaken for another. */
export const ages = (open: number, seed: number) => Array.from({ length: open / 5 + 1 }, (_, at) => seed + at)
