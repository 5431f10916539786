import { expect, test } from 'vitest'
import type { Pack } from '#domain/cycle/pack.ts'
import { planYear } from '#domain/cycle/plan-year.ts'
import { takeSnapshot } from '#domain/cycle/snapshot.ts'
import { DEFAULT_SCHEME } from '#domain/indicator/schemes/all.ts'
import { fiscalYear } from '#domain/shared/year.ts'
import { smallPlan } from '#test/support/store.ts'
import { ja } from '#words/ja.ts'
import { writeMarkdown } from './markdown.ts'
import { minutesDocument } from './review-minutes.ts'
import { packDocument } from './review-pack.ts'

const at = '2026-08-01T00:00:00.000Z'
const city = { code: '992011', name: '試市', fictional: true }
const {
  opinions: _,
  government: __,
  ...snapshot
} = takeSnapshot(city, planYear(smallPlan, [], fiscalYear(2024), DEFAULT_SCHEME), [], at)
const pack: Pack = {
  ...{ format: 1, government: city, review: '2024-1', year: 2024, takenAt: at, departments: [], events: [] },
  plans: [
    {
      snapshot,
      rows: [
        {
          commitment: 'c-ratio',
          note: '求人が減った。',
          outlook: { ok: false, why: 'fewer-than-three-points' },
        },
      ],
      projects: [
        { on: 'g1-p1', id: 'fair', name: '合同就職説明会', outturn: { yen: 9_640_000, unit: '千円' } },
      ],
    },
  ],
  opinions: [],
}

test('資料一式には、番号・固定した時・指紋があり、値のないものは理由を、記録のない金額は「—」と書く', () => {
  const head = { meeting: '第1回', number: 2, fixedAt: at, sha256: 'abc123' }
  const text = writeMarkdown(packDocument(pack, head, ja))
  expect(text).toContain('資料一式（資料2）')
  expect(text).toContain('2026年8月1日 9:00に固定')
  expect(text).toContain('abc123')
  expect(text).toContain('未提出')
  expect(text).toMatch(/まだ判定できない \| *\d/)
  expect(text).toContain('求人が減った。')
  expect(text).toMatch(/合同就職説明会.*—.*9,640千円/)
})

test('議事録は、意見を区分で示し、空の欄は載せない', () => {
  const text = writeMarkdown(
    minutesDocument(
      {
        ...{
          year: 2024,
          meeting: { title: '第1回', day: '2026-08-20', time: '14時', place: '' },
          pack: undefined,
        },
        fields: { attendees: '学識経験者', agenda: '', discussion: '質疑を行った。', conclusion: '' },
        opinions: [{ number: 8, affiliation: '産業界', kind: 'proposal', text: '内訳を見たい。' }],
        summary: 'おおむね妥当である。',
        signed: { at, reference: '9月5日付けの書面' },
      },
      ja,
    ),
  )
  expect(text).toContain('R6-08')
  expect(text).toContain('産業界')
  expect(text).toContain('おおむね妥当である。')
  expect(text).toContain('9月5日付けの書面')
  expect(text).not.toContain('議題')
})
