// What must not be read is refused with a reason; nothing throws, nothing hangs, and the next file is read as if nothing had been.
import * as XLSX from '@e965/xlsx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readInWorker } from '#readers/in-worker.ts'
import { readDocument } from '#readers/read-document.ts'
import { en } from '#words/en.ts'
import { ja } from '#words/ja.ts'
import { codesOf, encoded, linesOf, typstPdf } from '../support/formats.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const OLE = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)

const ole = (...names: readonly string[]): Uint8Array => {
  const file = XLSX.CFB.utils.cfb_new()
  for (const name of names) XLSX.CFB.utils.cfb_add(file, name, Buffer.from('x'))
  return new Uint8Array(XLSX.CFB.write(file, { type: 'buffer' }) as Buffer)
}

const BAD: readonly (readonly [name: string, file: string, bytes: Uint8Array, code: string])[] = [
  ['空のファイル', 'it.pdf', new Uint8Array(), 'file-empty'],
  [
    'PDF を名乗る別のもの',
    'it.pdf',
    Uint8Array.from({ length: 999 }, (_, at) => (at * 7) % 256),
    'format-not-supported',
  ],
  ['中身のない PDF', 'it.pdf', utf8('%PDF-1.7\n'), 'not-readable'],
  ['パスワードつきの Office', 'it.xlsx', ole('EncryptedPackage', 'EncryptionInfo'), 'encrypted'],
  ['古い Word', 'it.doc', ole('WordDocument'), 'old-word'],
  ['古い PowerPoint', 'it.ppt', ole('PowerPoint Document'), 'format-not-supported'],
  ['切れた複合文書', 'it.xls', OLE, 'format-not-supported'],
  [
    '新しい PowerPoint',
    'it.pptx',
    zipSync({ 'ppt/presentation.xml': strToU8('<x/>') }),
    'format-not-supported',
  ],
  [
    'OpenDocument',
    'it.odt',
    zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
    'format-not-supported',
  ],
  ['ただの ZIP', 'it.docx', zipSync({ 'a.txt': strToU8('x') }), 'format-not-supported'],
  [
    '切れた ZIP',
    'it.docx',
    zipSync({ 'word/document.xml': strToU8('<x/>') }).subarray(0, 40),
    'not-readable',
  ],
  [
    'ふくらむ ZIP（Excel）',
    'it.xlsx',
    zipSync({ 'xl/workbook.xml': new Uint8Array(50_000_000) }),
    'zip-too-dense',
  ],
  ['リッチテキスト', 'it.doc', utf8('{\\rtf1 x}'), 'format-not-supported'],
]

describe('読めないもの', () => {
  test.each(BAD)('%s', async (_, file, bytes, code) => {
    const document = await readDocument(bytes, file)
    expect([document.pages, codesOf(document)]).toEqual([[], [code]])
  })

  test('どの理由にも、日本語と英語の文がある', () => {
    for (const [, , , code] of BAD)
      for (const { finding } of [ja, en])
        expect(finding({ code, detail: { format: 'x', ratio: 1 } }).startsWith(code)).toBe(false)
  })
})

describe('名前と中身', () => {
  test('中身に従って読み、名前が違うと言う', async () => {
    const pdf = await typstPdf('本文')
    const document = await readDocument(pdf, 'plan.docx')
    expect([document.format, linesOf(document), codesOf(document)]).toEqual([
      'pdf',
      ['本文'],
      ['mislabelled'],
    ])
  })

  test('Excel を名乗る CSV', async () => {
    const document = await readDocument(encoded('指標,基準,目標\n雇用,61,250\n', 'shift_jis'), 'plan.xls')
    expect(document.format).toBe('csv')
    expect(codesOf(document)).toEqual(['mislabelled', 'encoding-guessed'])
  })

  test('拡張子がなければ、中身だけで', async () => {
    expect((await readDocument(utf8('第1章 総論\n本文\n'), 'plan')).format).toBe('text')
    expect((await readDocument(utf8('a,b,c\n1,2,3\n'), 'plan')).format).toBe('csv')
  })
})

describe('別のプロセスで', () => {
  test('読めたものは、そのまま返る', async () => {
    const pdf = await typstPdf('本文')
    expect(await readInWorker(pdf, 'it.pdf')).toEqual(await readDocument(pdf, 'it.pdf'))
  })

  test('時間を超えたらやめ、次の文書は読める', async () => {
    const long = await typstPdf('#for at in range(300) [#lorem(400) #pagebreak(weak: true)]')
    const document = await readInWorker(long, 'it.pdf', { seconds: 0.2, megabytes: 512 })
    expect(codesOf(document)).toEqual(['took-too-long'])
    expect(linesOf(await readInWorker(await typstPdf('次'), 'it.pdf'))).toEqual(['次'])
  })

  test('メモリを超えたらやめる', async () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => `行${at},${at},x`).join('\n')
    const document = await readInWorker(utf8(rows), 'it.csv', { seconds: 60, megabytes: 24 })
    expect(codesOf(document)).toEqual(['out-of-memory'])
  })
})
