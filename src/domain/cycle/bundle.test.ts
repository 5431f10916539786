import { describe, expect, test } from 'vitest'
import { BUNDLE_VERSION, checkManifest, directionAfter, type Manifest, type Receiving } from './bundle.ts'

const manifest: Manifest = {
  format: 'shirube-bundle',
  version: BUNDLE_VERSION,
  id: 'b-1',
  government: '992011',
  governmentName: 'しるべ市',
  year: 2025,
  stage: 'report',
  direction: 'out',
  madeAt: '2026-05-10T00:00:00.000Z',
  by: '企画課 佐藤',
  installation: '内側',
  counts: { plans: 1, departments: 2, indicators: 3, answers: 0, questions: 0, evidence: 0 },
  parts: [],
}
const here: Receiving = {
  government: '992011',
  year: 2025,
  fingerprint: 'THEIR',
  own: 'OWN',
  trusted: new Set(['THEIR']),
  taken: new Set(['b-0']),
}

describe('束を受け取れるか', () => {
  test('信頼した鍵の、この団体・年度の、初めての束は受け取れる', () =>
    expect(checkManifest(manifest, here)).toEqual({ ok: true, value: null }))

  test.each([
    ['知らない鍵', {}, { trusted: new Set<string>() }, 'bundle-key-unknown'],
    ['自分が作った束', {}, { fingerprint: 'OWN' }, 'bundle-own'],
    ['新しい形式', { version: BUNDLE_VERSION + 1 }, {}, 'bundle-newer'],
    ['別の団体', { government: '432032' }, {}, 'bundle-of-another-government'],
    ['別の年度', { year: 2024 }, {}, 'bundle-of-another-year'],
    ['もう取り込んだ束', { id: 'b-0' }, {}, 'bundle-taken-already'],
    [
      '知らない鍵なら、中身が何と言おうと先に断る',
      { government: '432032' },
      { trusted: new Set<string>() },
      'bundle-key-unknown',
    ],
  ] as const)('断る: %s', (_, more, there, why) =>
    expect(checkManifest({ ...manifest, ...more }, { ...here, ...there })).toMatchObject({ why }),
  )

  test.each([
    ['まだ何も受け取っていない側は、行き', undefined, 'out'],
    ['行きを受け取った側は、帰り', 'out', 'back'],
    ['帰りを受け取った側は、また行き', 'back', 'out'],
  ] as const)('%s', (_, last, next) => expect(directionAfter(last)).toBe(next))
})
