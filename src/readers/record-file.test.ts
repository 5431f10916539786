import { describe, expect, test } from 'vitest'
import { readRecordFile } from './record-file.ts'
import { readSampleList } from './sample-list.ts'

const told = 'recordedAt: 2024-05-20T01:00:00Z, recordedBy: 企画課 今井'
const head = `government: "992011"
began: {recordedAt: 2015-04-01T00:00:00Z, recordedBy: 企画課 高橋}
panel: {name: 検証委員会}
departments:
  - {id: commerce, name: 商工課, to: 2021, successors: [commerce-tourism]}
  - {id: commerce-tourism, name: 商工観光課, from: 2022}
actuals:
  - indicator: jobs
    records:
      - {year: 2022, value: 0.90, ${told}}
`

describe('記録ファイルを読む', () => {
  test('指標ごとに書かれた実績が一つの列になり、末尾の 0 も残る', () => {
    const { record, findings } =
      readRecordFile(`${head}      - {year: 2023, missing: no-survey, note: 隔年, ${told}}
appropriations:
  - project: fair
    records:
      - {year: 2024, kind: supplementary, month: 9, amount: "1,500千円", ${told}}
`)
    expect(findings).toEqual([])
    expect(record?.actuals).toEqual([
      {
        indicator: 'jobs',
        actual: { kind: 'known', year: 2022, value: '0.90' },
        recordedAt: '2024-05-20T01:00:00Z',
        recordedBy: '企画課 今井',
      },
      {
        indicator: 'jobs',
        actual: { kind: 'missing', year: 2023, why: 'no-survey' },
        note: '隔年',
        recordedAt: '2024-05-20T01:00:00Z',
        recordedBy: '企画課 今井',
      },
    ])
    expect(record?.appropriations).toMatchObject([{ project: 'fair', amount: { yen: 1_500_000 } }])
    expect(record?.opinions).toEqual([])
  })

  const again = (rest: string) =>
    `${head}      - {year: 2022, ${rest}, recordedAt: 2024-06-01T01:00:00Z, recordedBy: 企画課 今井}\n`
  const first = (rest: string) => `${head}      - {year: 2023, ${rest}, ${told}}\n`
  const moves = (...list: string[]) =>
    `${head}moves:\n${list.map((move, at) => `  - {plan: p, year: 2022, ${move}, at: 2023-1${at}-01T00:00:00Z, by: 企画課}\n`).join('')}`

  test.each([
    ['値も理由もない', first('note: 空'), 'value-or-reason', 11],
    ['値と理由の両方', first('value: 1, missing: no-survey'), 'value-or-reason', 11],
    ['値のない年の標本数', first('missing: no-survey, n: 300'), 'belongs-to-a-value', 11],
    ['知らない理由', first('missing: unknown'), 'shape-invalid_value', 11],
    ['数でない値', first('value: 1,2'.replace(',', '、')), 'not-a-decimal', 11],
    ['理由のない訂正', again('value: 91'), 'reason-missing', 11],
    ['訂正する記録がない', first('value: 91, reason: 誤り'), 'corrects-nothing', 11],
    ['取り下げる記録がない', first('withdrawn: true'), 'withdraws-nothing', 11],
    ['時刻でない', head.replace('2015-04-01T00', '2015-04-01T99'), 'not-a-moment', 2],
    ['ない課へ引き継ぐ', head.replace('[commerce-tourism]', '[trade]'), 'unknown-reference', 5],
    ['同じ課が二つ', head.replace('{id: commerce-tourism', '{id: commerce'), 'duplicate-id', 6],
    ['二度締める', moves('move: close', 'move: close'), 'already-closed', 13],
    ['理由のない開け直し', moves('move: close', 'move: reopen'), 'reason-missing', 13],
    ['知らない項目', `${head}gifts: []\n`, 'shape-unrecognized_keys', 11],
    ['団体コードの検査数字', head.replace('992011', '992012'), 'not-a-government-code', 1],
    ['別名を使った爆弾', `a: &a [x, x]\nb: [*a]\n${head}`, 'alias-not-allowed', 1],
    ['空', '', 'shape-invalid_type', 1],
  ])('%s は行と理由をつけて断る', (_, text, code, line) => {
    const { record, findings } = readRecordFile(text)
    expect(record).toBeUndefined()
    expect(findings.map((each) => [each.code, each.line])).toContainEqual([code, line])
  })
})

describe('見本の一覧を読む', () => {
  const list = `governments:
  - {code: "431001", name: 熊本市, kind: city, plans: [kumamoto-strategy-1]}
`
  test('団体と計画ファイルの名前', () => {
    expect(readSampleList(list).governments).toEqual([
      { code: '431001', name: '熊本市', kind: 'city', fictional: false, plans: ['kumamoto-strategy-1'] },
    ])
  })

  test.each([
    ['実在の団体の記録', list.replace('plans:', 'record: r, plans:'), 'record-of-a-real-government', 2],
    ['フォルダーの外', list.replace('kumamoto-strategy-1', '../secret'), 'not-a-file-name', 2],
    ['同じ団体が二つ', `${list}${list.split('\n')[1]}\n`, 'duplicate-id', 3],
    ['団体コードの検査数字', list.replace('431001', '431002'), 'not-a-government-code', 2],
  ])('%s は断る', (_, text, code, line) => {
    const { governments, findings } = readSampleList(text)
    expect(governments).toBeUndefined()
    expect(findings[0]).toMatchObject({ code, line })
  })
})
