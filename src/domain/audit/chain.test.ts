import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type AuditBatch, type AuditLine, batchHash, checkBatch, digestOf, lineText } from './chain.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

const line = (id: string, over: Partial<AuditLine> = {}): AuditLine => ({
  ...{ id, at: '2026-05-01T00:00:00.000Z', kind: 'view', role: 'planner', action: 'view', subject: '/plans' },
  digest: digestOf({ salt: 's', person: 'u1', content: '{}' }, hash),
  ...over,
})

function sealed(number: number, previous: string, lines: readonly AuditLine[]): AuditBatch {
  const root = hash(lines.map(lineText).join('\n'))
  const open = { number, previous, root, sealedAt: '2026-05-01T00:01:00.000Z' }
  return { ...open, entries: lines.map(({ id }) => id), hash: batchHash(open, hash) }
}

const lines = [line('1'), line('2', { kind: 'change', action: 'year:close', subject: 'plan:a' })]
const batch = sealed(1, hash('992011'), lines)
const byId = (all: readonly AuditLine[]) => new Map(all.map((each) => [each.id, each]))
const after = { before: hash('992011'), number: 1, hash }

describe('鎖を確かめる', () => {
  test.each<[string, AuditBatch, readonly AuditLine[], typeof after, readonly string[]]>([
    ['そのまま', batch, lines, after, []],
    [
      '行の役割が変わった',
      batch,
      [line('1', { role: 'viewer' }), ...lines.slice(1)],
      after,
      ['entry-altered'],
    ],
    ['要約値が変わった', batch, [line('1', { digest: '0' }), ...lines.slice(1)], after, ['entry-altered']],
    ['行が消えた', batch, lines.slice(1), after, ['entry-missing']],
    ['順が変わった', { ...batch, entries: ['2', '1'] }, lines, after, ['entry-altered']],
    [
      '行と根をともに書き換えた',
      { ...sealed(1, batch.previous, lines.slice(1)), hash: batch.hash },
      lines,
      after,
      ['batch-altered'],
    ],
    [
      '封をした日時が変わった',
      { ...batch, sealedAt: '2026-06-01T00:00:00.000Z' },
      lines,
      after,
      ['batch-altered'],
    ],
    ['前の束とつながらない', sealed(1, hash('431001'), lines), lines, after, ['chain-broken']],
    ['束が一つ抜けた', sealed(2, after.before, lines), lines, after, ['batch-missing']],
  ])('%s', (_, one, all, context, faults) =>
    expect(checkBatch(one, byId(all), context).map(({ kind }) => kind)).toEqual(faults),
  )

  test('人がわかるものは行にはなく、塩つきの要約値だけがある', () => {
    expect(lineText(line('1'))).not.toContain('u1')
    const other = digestOf({ salt: 't', person: 'u1', content: '{}' }, hash)
    expect(other).not.toBe(line('1').digest)
  })
})
