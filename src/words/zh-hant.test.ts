import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Bilingual } from '#domain/indicator/scheme.ts'
import { SCHEMES } from '#domain/indicator/schemes/all.ts'
import { chineseWords } from '#test/support/chinese-words.ts'
import { en } from './en.ts'
import { reading as readingInJapanese } from './ja/reading.ts'
import { remarks as remarksInJapanese } from './ja/remarks.ts'
import * as statisticsInJapanese from './ja/statistics.ts'
import { ja } from './ja.ts'
import { reading } from './zh-Hant/reading.ts'
import { remarks } from './zh-Hant/remarks.ts'
import * as statistics from './zh-Hant/statistics.ts'
import { zhHant } from './zh-Hant.ts'

const FOLDER = import.meta.dirname
const sourceOf = (file: string) => readFileSync(join(FOLDER, file), 'utf8')

const FILES = chineseWords()

/** Without proper names, which stand in 「」. */
const plainly = (file: string): string => (FILES.get(file) ?? '').replace(/「[^」]*」/g, '')

/**
 * 常用國字: the 5,401 characters of the first level of Big5. No form that only Japan or the mainland writes is among them, but for 予,
 * which Taiwan writes for "to give" alone.
 */
function commonCharacters(): ReadonlySet<string> {
  const big5 = new TextDecoder('big5')
  const found = new Set<string>()
  for (let high = 0xa4; high <= 0xc6; high++)
    for (let low = 0x40; low <= 0xfe; low++) {
      if ((low > 0x7e && low < 0xa1) || (high === 0xc6 && low > 0x7e)) continue
      found.add(big5.decode(Uint8Array.of(high, low)))
    }
  return found
}

/** 町 is a kind of Japanese municipality. */
const ALSO = '町'

describe('繁体字の言葉', () => {
  const common = commonCharacters()

  test('常用國字に、新字体と簡体字はない', () => {
    expect(common.size).toBe(5401)
    const elsewhere = '価検画総国会学当対変実数県区関継続発広帯済経図単営歩毎来労黒戦断独庁緑检总图发经济'
    expect([...elsewhere].filter((each) => common.has(each)).join('')).toBe('')
  })

  test.each([...FILES.keys()])('%s は、仮名も、日本や大陸だけの字体も使わない', (file) => {
    const wrong = [...plainly(file)].filter(
      (each) =>
        /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(each) &&
        !(common.has(each) || ALSO.includes(each)),
    )
    expect(wrong.join('')).toBe('')
  })

  test('「予」を「預」の代わりに使わない', () => {
    for (const file of FILES.keys()) expect(plainly(file)).not.toMatch(/予[算定想測約報防期備]/)
  })

  test('ファイルは英語と一つずつ対になる', () => {
    const names = (lang: string) =>
      globSync(`${lang}/*.ts`, { cwd: FOLDER }).map((path) => path.slice(lang.length + 1))
    const zh = names('zh-Hant').filter((name) => name !== 'schemes.ts')
    expect(zh.sort()).toEqual(names('en').sort())
  })
})

/** Words that are written alike in both languages. A new one is either right, and listed here, or was left untranslated. */
const ALIKE = new Set(
  [
    '未提出 目標 速報 計算 年度 意見 計 合計 指標 判定 本文 等 KPI 年 事業 期間 設置 時期 用語 頁 約 以上 以下 累計 現在 理由 人口',
    '種類 市 町 村 基本方針 概要 確認 未確認 警告 注意 基準年度 目標年度 金額 施策 統計表（Excel、CSV、JSON） 社人研 男 女 出生 移動',
    '委員 影響度 基本理念 表 項目 新設 合併 分割 上限 執行 決算 財源 死亡 移動＋ 移動− 差 達成 後退 中止 目標達成 80%以上 定義',
    '準備中 日程 指紋（SHA-256） 出席者 結論 期限',
  ].flatMap((line) => line.split(' ')),
)

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** Every word by its path: strings as they are, functions by how many things they are told. */
function wordsOf(table: unknown, path = ''): ReadonlyMap<string, string | number> {
  if (typeof table === 'string') return new Map([[path, table]])
  if (typeof table === 'function') return new Map([[path, table.length]])
  return new Map(
    isRecord(table)
      ? Object.entries(table).flatMap(([key, each]) => [...wordsOf(each, `${path}.${key}`)])
      : [],
  )
}

describe('三つの言語の言葉', () => {
  const japanese = wordsOf(ja)

  test.each([
    ['英語', en],
    ['繁体字', zhHant],
  ])('%sは、日本語と同じ言葉をすべて持ち、余計な引数を待たない', (_, table) => {
    const words = wordsOf(table)
    expect([...words.keys()].sort()).toEqual([...japanese.keys()].sort())
    for (const [path, word] of words) {
      const own = japanese.get(path)
      expect(typeof word, path).toBe(typeof own)
      if (typeof word === 'number' && typeof own === 'number') expect(word, path).toBeLessThanOrEqual(own)
    }
  })

  test('日本語のまま残った言葉はない', () => {
    const alike = [...wordsOf(zhHant)].filter(
      ([path, word]) =>
        word === japanese.get(path) && /\p{L}/u.test(String(word)) && !ALIKE.has(String(word)),
    )
    expect(alike).toEqual([])
  })

  test.each([
    ['文書の確認事項', Object.keys(readingInJapanese({})), Object.keys(reading({}))],
    ['点検の確認事項', Object.keys(remarksInJapanese), Object.keys(remarks)],
    [
      '統計表の確認事項',
      Object.keys(statisticsInJapanese.statisticsFinding({})),
      Object.keys(statistics.statisticsFinding({})),
    ],
    [
      '統計表の断り',
      Object.keys(statisticsInJapanese.statisticsRefusal({})),
      Object.keys(statistics.statisticsRefusal({})),
    ],
  ])('%sは、符号ごとに繁体字の文がある', (_, codes, translated) => {
    expect(translated.sort()).toEqual(codes.sort())
  })

  const [refusals = '', findings = ''] = sourceOf('ja/refusals.ts').split('export const finding')
  const codesIn = (text: string) => [...text.matchAll(/^ {4}'([a-z_-]+)':/gm)].map(([, code = '']) => code)

  test.each(codesIn(refusals))('断り %s に、繁体字の文がある', (code) => {
    expect(zhHant.refusal(code, {})).not.toContain(code)
  })
  test.each(codesIn(findings))('確認事項 %s に、繁体字の文がある', (code) => {
    expect(zhHant.finding({ code, detail: {} })).not.toContain(code)
  })
})

/** Every text of the schemes that a page may show. */
function labelsOf(value: unknown): readonly Bilingual[] {
  if (!isRecord(value)) return []
  const own =
    typeof value.ja === 'string' && typeof value.en === 'string' ? [{ ja: value.ja, en: value.en }] : []
  return [...own, ...Object.values(value).flatMap(labelsOf)]
}

test('判定の型の言葉は、すべて繁体字でも言える', () => {
  const labels = labelsOf(SCHEMES)
  expect(labels.length).toBeGreaterThan(100)
  const untold = labels.filter((each) => zhHant.label(each) === each.ja && !ALIKE.has(each.ja))
  expect(untold).toEqual([])
  expect([ja.label({ ja: '順調', en: 'On track' }), en.label({ ja: '順調', en: 'On track' })]).toEqual([
    '順調',
    'On track',
  ])
})

test.each([
  // 何を                 繁体字では
  ['年度', zhHant.year(2025), '2025年度'],
  ['ホームの題', zhHant.home.title(2025), '令和7年度（2025年度）的進度管理'],
  ['改元の年', zhHant.home.title(2019), '令和元年度（2019年度）的進度管理'],
  ['日本の時刻', zhHant.moment('2026-05-20T01:23:00.000Z'), '2026年5月20日 10:23'],
] as const)('%s', (_, written, expected) => {
  expect(written).toBe(expected)
})
