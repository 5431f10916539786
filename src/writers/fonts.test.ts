import { expect, test } from 'vitest'
import { chineseWords } from '#test/support/chinese-words.ts'
import { charactersOf } from '#test/support/glyphs.ts'
import { fontFiles } from './typst.ts'

const charactersIn = (text: string) => new Set([...text.replace(/\s/g, '')])
const said = [...chineseWords().values()].join('')
const chinese = charactersIn(said.replace(/「[^」]*」/g, ''))

const files = fontFiles('traditional')
const inChinese = files.filter((path) => path.includes('noto-sans-tc'))

test('繁体字の書体は3つの太さがある', () => {
  expect(inChinese).toHaveLength(3)
  expect(chinese.size).toBeGreaterThan(800)
})

test('繁体字の言葉の文字は、どの太さにも字形がある', () => {
  for (const path of inChinese) {
    const drawn = charactersOf(path)
    const lacking = [...chinese].filter((each) => !drawn.has(each))
    expect([path, lacking.join('')]).toEqual([path, ''])
  }
})

test('「」に入れた日本の名前も、後ろに控える書体まで含めれば、すべて字形がある', () => {
  const drawn = new Set(
    files.filter((path) => path.includes('400')).flatMap((path) => [...charactersOf(path)]),
  )
  expect([...charactersIn(said)].filter((each) => !drawn.has(each)).join('')).toBe('')
})

test('日本語の書体だけでは足りない', () => {
  const drawn = charactersOf(files.find((path) => path.includes('BIZUDMincho')) ?? '')
  expect([...chinese].filter((each) => !drawn.has(each)).length).toBeGreaterThan(0)
})
