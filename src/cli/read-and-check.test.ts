import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkFiles } from './check-command.ts'
import { readFiles } from './read-commands.ts'

const PLAN =
  '# 第2期 試市総合戦略\n\n| 指標 | 基準値（令和元年度） | 目標値（令和6年度） |\n| --- | --- | --- |\n| 来訪者数 | 100人 | 200人 |\n'
const DOUBTFUL = '2022年の転出数は300人、転入数は200人で、90人の社会減となった。\n'

describe('コマンド read と check', () => {
  let folder = ''
  const at = (name: string) => join(folder, name)

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shirube-read-'))
    for (const name of ['a', 'b']) await mkdir(at(name))
    for (const name of ['a/p.md', 'b/p.md', 'b/p.txt', '計画 1#.md']) await writeFile(at(name), PLAN)
    await writeFile(at('doubtful.md'), DOUBTFUL)
    await writeFile(at('broken.pdf'), '%PDF-1.7\nnot a pdf')
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  async function run(
    command: typeof readFiles,
    names: readonly string[],
    options: Record<string, string | boolean>,
  ) {
    const result = await command({ args: names.map(at), options })
    if (!result.ok) throw new Error(result.why)
    return result.value
  }

  test.each([
    ['broken.pdf', 'not-readable'],
    ['none.md', 'file-not-readable'],
    ['a', 'file-not-readable'],
  ])('read %s: 読めないわけをいい、2で終わる', async (name, code) => {
    const { text, problem, exit } = await run(readFiles, ['a/p.md', name], {})
    expect(exit).toBe(2)
    expect(problem).toContain(code)
    expect(text).toContain('来訪者数')
  })

  test('同じ名前の文書は、別々のファイルになる', async () => {
    const files = ['a/p.md', 'b/p.txt', 'b/p.md']
    const { text, exit } = await run(readFiles, files, { out: at('out') })
    expect(exit).toBeUndefined()
    expect((await readdir(at('out'))).sort()).toEqual(['p.json', 'p.md.json', 'p.txt.json'])
    expect(text).toContain('p.txt.json')
  })

  test('書き出し先がフォルダーでなければ断る', async () => {
    const result = await readFiles({ args: [at('a/p.md')], options: { out: at('doubtful.md') } })
    expect(result).toMatchObject({ ok: false, why: 'file-not-writable' })
  })

  test.each(['text', 'json', 'sarif'])(
    'check --format %s: 読めないファイルがあっても、ほかの確認事項が出る',
    async (format) => {
      const files = ['doubtful.md', 'none.md', 'broken.pdf', 'a/p.md']
      const { text, exit } = await run(checkFiles, files, { format, failOn: 'warning' })
      expect(exit).toBe(2)
      expect(text).toContain('file-not-readable')
      expect(text).toContain('not-readable')
      const alone = await run(checkFiles, ['doubtful.md'], { format: 'json', failOn: 'error' })
      const [first] = JSON.parse(alone.text)[0].remarks
      expect(text).toContain(first.code)
      if (format !== 'text') JSON.parse(text)
    },
  )

  test('SARIF の場所は URI で書く', async () => {
    const { text } = await run(checkFiles, ['計画 1#.pdf'], { format: 'sarif', failOn: 'error' })
    const [result] = JSON.parse(text).runs[0].results
    const { uri } = result.locations[0].physicalLocation.artifactLocation
    expect(uri).toMatch(/^file:.*%20.*%23/)
    expect(uri).not.toMatch(/[ #計]/)
  })

  test('一覧が読めなければ、画面に出すものと別にいう', async () => {
    const { text, problem, exit } = await run(checkFiles, ['a/p.md'], {
      format: 'json',
      accepted: at('none'),
    })
    expect([text, exit]).toEqual(['', 2])
    expect(problem).toContain('none')
  })
})
