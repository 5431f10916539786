import { expect, test } from 'vitest'
import { holdsNul } from './plain-address.ts'

test.each([
  ['団体の番号に', '/g/%00', true],
  ['指標の番号に', '/g/992011/indicators/a%00b', true],
  ['問いの部分に', '/g/992011/audit?text=%00', true],
  ['公表ページに', '/p/%00/comments/1', true],
  ['ふつうの住所', '/g/992011/search?q=%E3%81%97&page=100', false],
  ['百分率の文字', '/g/992011/search?q=%2500', false],
])('%s NUL', (_, path, found) => expect(holdsNul(`http://localhost:4600${path}`)).toBe(found))
