import { z } from 'zod'
import { decimalNumber, id, integer, text } from './scalars.ts'

/** Names in other languages, translated by people. */
export const names = z
  .strictObject({ en: text.exactOptional(), 'zh-Hant': text.exactOptional() })
  .meta({ id: 'names', description: '人が訳した名前 / Names in other languages, translated by people' })
  .exactOptional()

/** 出どころ. */
export const source = z
  .strictObject({
    document: id
      .describe('資料の id。一つしかなければ略す / Left out where there is only one')
      .exactOptional(),
    section: text.describe('節 / Section, as printed').exactOptional(),
    page: integer.describe('ページ / Page').exactOptional(),
    line: integer.describe('行（1から） / Line of the document, from 1'),
    to: integer.describe('最後の行 / Last line, where it wraps').exactOptional(),
    hash: z
      .string()
      .regex(/^[0-9a-f]{12}$/, 'not-a-hash')
      .describe('行の指紋 / First 12 hex digits of the SHA-256 of those lines'),
  })
  .meta({
    id: 'source',
    description:
      '出どころ: 資料・節・行と、その行の指紋 / Where it stands: document, section, line, and a hash of that line',
  })
  .exactOptional()

const qualifier = z
  .enum(['about', 'roughly', 'at-least', 'at-most', 'estimated', 'cumulative'])
  .describe('約・程度・以上・以下・推計・累計 / What stands beside the number')
  .exactOptional()

/** A value as a document prints it. */
export const printedValue = {
  value: decimalNumber.describe('書かれたとおりの数 / The number as written'),
  qualifier,
  printed: text
    .describe(
      '数だけでは元の書き方に戻らないときの表記 / The printed form, where the number alone does not give it back',
    )
    .exactOptional(),
  source,
}
