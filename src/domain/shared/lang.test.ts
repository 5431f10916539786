import { expect, test } from 'vitest'
import { naming } from './lang.ts'

const BOTH = { name: '仕事', names: { en: 'Work', 'zh-Hant': '工作' } }

test.each([
  // 何の名前か              言語               名前      どの言語で立つか
  ['訳がある', BOTH, 'ja', '仕事', 'ja'],
  ['訳がある', BOTH, 'en', 'Work', 'en'],
  ['訳がある', BOTH, 'zh-Hant', '工作', 'zh-Hant'],
  ['英語の訳だけがある', { name: '仕事', names: { en: 'Work' } }, 'zh-Hant', '仕事', 'ja'],
  ['訳がない', { name: '仕事' }, 'en', '仕事', 'ja'],
  ['空の訳', { name: '仕事', names: { en: '' } }, 'en', '仕事', 'ja'],
  ['計画の題', { title: '戦略', titles: { 'zh-Hant': '戰略' } }, 'zh-Hant', '戰略', 'zh-Hant'],
] as const)('%s: %o は %s では「%s」（%s）', (_, thing, lang, text, stands) => {
  expect(naming(lang, thing)).toEqual({ text, lang: stands })
})
