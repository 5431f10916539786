import { assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { searchKey, wordsToFind } from './search-key.ts'

describe('検索の鍵', () => {
  test.each([
    ['取り組み', '取組'],
    ['取組み', '取組'],
    ['子どもの取り組み', 'こどもの取組'],
    ['子供', 'コドモ'],
    ['受け入れ態勢', '受入態勢'],
    ['引き上げ', '引上げ'],
    ['申し込み', '申込'],
    ['ＫＰＩ', 'kpi'],
    ['サービス', 'ｻｰﾋﾞｽ'],
    ['まち・ひと・しごと', 'まちひと仕事'],
    ['障がい者', '障害者'],
    ['町づくり', '街づくり'],
    ['１０,０００ 人', '10000人'],
  ])('%s と %s は同じ', (one, other) => {
    expect(searchKey(one)).toBe(searchKey(other))
  })

  test.each([
    ['出生数', '出生率'],
    ['転入', '転出'],
    ['子育て支援', '子育ての支援者'],
  ])('%s と %s は違う', (one, other) => {
    expect(searchKey(one)).not.toBe(searchKey(other))
  })

  test('文の中でも、語だけでも、同じ形になる', () => {
    expect(searchKey('企業の受け入れを進める')).toContain(searchKey('受入'))
    expect(searchKey('取り組みを広げる')).toContain(searchKey('取組'))
  })

  test('どんな文でも、空白・片仮名・大文字は残らない', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(searchKey(text)).not.toMatch(/[\sァ-ヶA-Z]/)
      }),
    )
  })

  test('打った語を、空白で分ける', () => {
    expect(wordsToFind('　出生　 子供 ・ ')).toEqual(['出生', 'こども'])
    expect(wordsToFind(' 。 ')).toEqual([])
  })
})
