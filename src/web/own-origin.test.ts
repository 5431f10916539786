import { expect, test } from 'vitest'
import { isOwnOrigin } from './own-origin.ts'

const BASE = 'https://shirube.example'
const HOST = { host: 'localhost:4600' }

test.each<[string, string, Readonly<Record<string, string>>, boolean]>([
  ['自分のページから', 'POST', { ...HOST, origin: 'http://localhost:4600' }, true],
  ['設定した住所から', 'POST', { ...HOST, origin: BASE }, true],
  [
    '中継の向こうの住所から',
    'POST',
    { ...HOST, origin: 'https://plan.example', 'x-forwarded-host': 'plan.example, inner' },
    true,
  ],
  ['よその頁から', 'POST', { ...HOST, origin: 'https://evil.example' }, false],
  ['ほかのポートから', 'POST', { ...HOST, origin: 'http://localhost:4601' }, false],
  ['名のらない頁から', 'POST', { ...HOST, origin: 'null' }, false],
  ['送り元のない、よその頁から', 'POST', { ...HOST, 'sec-fetch-site': 'cross-site' }, false],
  ['ブラウザでないもの', 'POST', HOST, true],
  ['読むだけ', 'GET', { ...HOST, origin: 'https://evil.example' }, true],
])('%s', (_, method, headers, allowed) => {
  expect(isOwnOrigin({ method, headers: new Headers(headers) }, BASE)).toBe(allowed)
})
