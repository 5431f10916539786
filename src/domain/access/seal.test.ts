import { describe, expect, test } from 'vitest'
import { readFingerprint, writeFingerprint } from './seal.ts'

const digest = Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + 11) % 256)
const written = writeFingerprint(digest)

describe('鍵の指紋', () => {
  test('五字ずつ五つ。電話で紛れる字（I・L・O・U）は出ない', () =>
    expect(written).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/))

  test.each([
    ['そのまま', written],
    ['小文字', written.toLowerCase()],
    ['全角', written.replace(/./g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))],
    ['区切りなし', written.replaceAll('-', '')],
    ['長音や空白で区切る', written.replaceAll('-', ' ー ')],
    ['0 を O、1 を L と聞いた', written.replaceAll('0', 'O').replaceAll('1', 'L')],
  ])('読める: %s', (_, typed) => expect(readFingerprint(typed)).toBe(written))

  test('一字でも違うと、読めない', () => {
    const signs = [...written]
    for (const [at, sign] of signs.entries()) {
      if (sign === '-') continue
      const other = sign === '7' ? '8' : '7'
      expect(readFingerprint(signs.with(at, other).join(''))).toBeUndefined()
    }
  })

  test.each([
    ['空', ''],
    ['足りない', written.slice(0, -1)],
    ['知らない字', `U${written.slice(1)}`],
  ])('読めない: %s', (_, typed) => expect(readFingerprint(typed)).toBeUndefined())
})
