import { describe, expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'

const read = (text: string, name = 'plan.txt') => readDocument(new TextEncoder().encode(text), name)

describe('文章を読む', () => {
  test.each([
    // 何か             文章                                        符号
    ['空白だけ', '\n \n　\t\n', 'file-empty'],
    ['BOM だけ', '\ufeff', 'file-empty'],
    ['タグだけ', '<div>\n<br>\n</div>\n', 'nothing-read'],
    ['ウェブの頁', '\ufeff<!DOCTYPE html>\n<html><h1>計画</h1></html>', 'format-not-supported'],
    ['ウェブの頁の体', '<html><body><h1>表紙</h1></body></html>', 'format-not-supported'],
  ])('%sのファイルは断る', async (_, text, code) => {
    const { findings } = await read(text)
    expect(findings).toMatchObject([{ code, severity: 'error' }])
  })

  test('行がたいへん多くても、表も行も読む', async () => {
    const table = await read('指標\t10\t50\n'.repeat(200_000))
    expect(table.findings).toEqual([])
    const [block] = table.pages[0]?.blocks ?? []
    expect(block?.kind === 'table' && block.rows.length).toBe(200_000)
    const lines = await read('"ひとこと"\n'.repeat(200_000), 'plan.csv')
    expect(lines.pages[0]?.blocks.length).toBeGreaterThan(10_000)
  })
})
