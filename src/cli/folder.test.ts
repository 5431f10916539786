import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { isSettled, workbooksIn } from './folder.ts'

describe('共有フォルダーの調査票', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shirube-folder-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  const lay = (...names: readonly string[]) =>
    Promise.all(names.map((name) => writeFile(join(folder, name), name)))

  test('調査票だけを、名前の順に見る', async () => {
    await lay('林務課.xlsx', '水産課.XLSX', 'メモ.txt', '.隠し.xlsx')
    const { ready, open } = await workbooksIn(folder)
    expect(ready.map(({ name }) => name)).toEqual(['林務課.xlsx', '水産課.XLSX'].sort())
    expect(open).toEqual([])
  })

  test('だれかが開いているものは待つ（Excel は名前の前に、長い名前では先頭の2文字のかわりに ~$ を付ける）', async () => {
    await lay('財政課.xlsx', '~$財政課.xlsx', '商工観光課.xlsx', '~$観光課.xlsx', '農地課.xlsx')
    const { ready, open } = await workbooksIn(folder)
    expect(ready.map(({ name }) => name)).toEqual(['農地課.xlsx'])
    expect([...open].sort()).toEqual(['商工観光課.xlsx', '財政課.xlsx'].sort())
  })

  test.each([
    ['初めて見た', undefined, false],
    ['大きさも時刻も同じ', { name: 'a', size: 10, changed: 5 }, true],
    ['大きくなった', { name: 'a', size: 9, changed: 5 }, false],
    ['書き直された', { name: 'a', size: 10, changed: 4 }, false],
  ])('書き終わったか: %s', (_, before, settled) =>
    expect(isSettled(before, { name: 'a', size: 10, changed: 5 })).toBe(settled),
  )
})
