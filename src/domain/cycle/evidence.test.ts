import { expect, test } from 'vitest'
import { checkEvidence, LARGEST_EVIDENCE, MOST_EVIDENCE } from './evidence.ts'

const text = (written: string) => new TextEncoder().encode(written)
const zip = (folder: string) => Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0, ...text(`${folder}workbook.xml`))

test.each([
  // 資料                              名前           中身                        いくつめ  結果
  ['PDF', '台帳.pdf', text('%PDF-1.7\n'), 0, 'pdf'],
  ['拡張子の大文字', '台帳.PDF', text('%PDF-1.7\n'), 0, 'pdf'],
  ['Excel', '集計.xlsx', zip('xl/'), 0, 'xlsx'],
  ['Word', '回答.docx', zip('word/'), 0, 'docx'],
  ['Word の名前をした Excel', '回答.docx', zip('xl/'), 0, 'evidence-not-what-it-says'],
  ['PNG', '写真.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 0, 'png'],
  ['JPEG は jpeg でもよい', '写真.jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 0, 'jpg'],
  ['Shift_JIS の CSV', '表.csv', Uint8Array.of(0x96, 0xbc, 0x91, 0x4f, 0x2c, 0x31), 0, 'csv'],
  ['文', 'メモ.txt', text('覚え'), 0, 'txt'],
  ['PDF の名前をした別のもの', '台帳.pdf', text('<html>'), 0, 'evidence-not-what-it-says'],
  ['CSV の名前をしたプログラム', '表.csv', Uint8Array.of(0x4d, 0x5a, 0, 0), 0, 'evidence-not-what-it-says'],
  ['文の名前をした PDF', 'メモ.txt', text('%PDF-1.7'), 0, 'evidence-not-what-it-says'],
  ['受け付けない種類', '絵.svg', text('<svg/>'), 0, 'evidence-kind'],
  ['拡張子がない', '台帳', text('x'), 0, 'evidence-kind'],
  ['空のファイル', '台帳.pdf', new Uint8Array(), 0, 'no-file'],
  ['大きすぎる', '台帳.pdf', new Uint8Array(LARGEST_EVIDENCE + 1), 0, 'evidence-too-large'],
  ['10 までは受け取る', '台帳.pdf', text('%PDF-1.7'), MOST_EVIDENCE - 1, 'pdf'],
  ['11 めは受け取らない', '台帳.pdf', text('%PDF-1.7'), MOST_EVIDENCE, 'evidence-too-many'],
] as const)('根拠資料: %s', (_, name, bytes, already, expected) => {
  const checked = checkEvidence({ name, bytes, shows: '創業届の件数' }, already)
  expect(checked.ok ? checked.value : checked.why).toBe(expected)
})

test('何がわかる資料かを書かなければ、受け取らない', () => {
  const checked = checkEvidence({ name: 'a.txt', bytes: text('x'), shows: ' ' }, 0)
  expect(checked).toMatchObject({ why: 'shows-missing' })
})
