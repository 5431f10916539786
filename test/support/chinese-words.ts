import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const WORDS = join(import.meta.dirname, '../../src/words')

/** What the files of 繁體中文 say, file by file: no comments, and no Japanese keys of the schemes. */
export const chineseWords = (): ReadonlyMap<string, string> =>
  new Map(
    ['zh-Hant.ts', ...globSync('zh-Hant/*.ts', { cwd: WORDS }).map((path) => path.replaceAll('\\', '/'))]
      .sort()
      .map((file) => {
        const text = readFileSync(join(WORDS, file), 'utf8')
          .replace(/\/\*[\s\S]*?\*\//g, '')
          .replace(/^\s*\/\/.*$/gm, '')
        return [file, file.endsWith('schemes.ts') ? text.replace(/^ {2}(?:'[^']*'|[^\s':]+):/gm, '') : text]
      }),
  )
