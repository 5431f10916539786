import { describe, expect, test } from 'vitest'
import { LANGUAGES, langOfPath, pathIn } from './languages.ts'

describe('アドレスの言語', () => {
  test.each([
    // アドレス              言語       日本語では         英語では           繁体字では
    ['/', 'ja', '/', '/en', '/zh-Hant'],
    ['/en', 'en', '/', '/en', '/zh-Hant'],
    ['/zh-Hant', 'zh-Hant', '/', '/en', '/zh-Hant'],
    ['/g/992011/plans', 'ja', '/g/992011/plans', '/en/g/992011/plans', '/zh-Hant/g/992011/plans'],
    ['/en/g/992011', 'en', '/g/992011', '/en/g/992011', '/zh-Hant/g/992011'],
    [
      '/zh-Hant/p/992011/a/2023',
      'zh-Hant',
      '/p/992011/a/2023',
      '/en/p/992011/a/2023',
      '/zh-Hant/p/992011/a/2023',
    ],
    // A tag is written one way; another way is no language, and no page.
    ['/zh-hant', 'ja', '/zh-hant', '/en/zh-hant', '/zh-Hant/zh-hant'],
    ['/enough', 'ja', '/enough', '/en/enough', '/zh-Hant/enough'],
  ] as const)('%s', (path, lang, ...written) => {
    expect(langOfPath(path)).toBe(lang)
    expect(LANGUAGES.map((each) => pathIn(each.lang, path))).toEqual(written)
  })
})
