import { generateKeyPairSync, sign } from 'node:crypto'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Seal } from '#domain/access/seal.ts'
import { smallPlan } from '#test/support/store.ts'
import { writeBundle } from '../writers/bundle.ts'
import { fingerprintOf, openBundle, readBundle } from './bundle.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const key = publicKey.export({ format: 'der', type: 'spki' })
const seal: Seal = {
  ...{ installation: '内側', publicKey: key.toString('base64') },
  fingerprint: fingerprintOf(new Uint8Array(key)),
  sign: (bytes) => new Uint8Array(sign(null, bytes, privateKey)),
}
const at = '2026-05-10T00:00:00.000Z'
const FILE = new TextEncoder().encode('月,件\n4,1\n')
const SHA = 'a'.repeat(64)
const packed = (version = 1) => ({
  manifest: {
    ...{ format: 'shirube-bundle' as const, version, id: '00000000-0000-4000-8000-000000000001' },
    ...{ government: '992011', governmentName: '試市', year: 2025, stage: 'report' as const },
    ...{ direction: 'out' as const, madeAt: at, by: '佐藤', installation: '内側' },
    counts: { plans: 1, departments: 0, indicators: 0, answers: 0, questions: 0, evidence: 1 },
  },
  content: {
    ...{ departments: [], dates: [], indicators: [], actuals: [], answers: [], questions: [], evidence: [] },
  },
  plans: [smallPlan],
  files: new Map([[SHA, FILE]]),
})
const { bytes } = writeBundle(packed(), seal)
const whyOf = (given: Uint8Array) => {
  const opened = openBundle(given)
  const read = opened.ok ? readBundle(opened.value) : opened
  return read.ok ? 'read' : `${read.why} ${read.detail?.part ?? ''}`.trim()
}
/** The same bundle with its parts changed, zipped anew as somebody would who altered it. */
const altered = (change: (parts: Record<string, Uint8Array>) => void): Uint8Array => {
  const parts = unzipSync(bytes)
  change(parts)
  return zipSync(parts)
}
const flipped = (part: Uint8Array | undefined): Uint8Array => {
  const copy = Uint8Array.from(part ?? [])
  copy[copy.length >> 1] = (copy[copy.length >> 1] ?? 0) ^ 1
  return copy
}

/** The same bytes, whose directory gives one file another size. */
function lying(given: Uint8Array, name: string, size: number): Uint8Array {
  const copy = Buffer.from(given)
  const entry = copy.lastIndexOf(name) - 46
  copy.writeUInt32LE(size, entry + 24)
  return new Uint8Array(copy)
}

describe('束を読む', () => {
  test('書いたとおりに読め、署名した鍵の指紋が分かる', () => {
    const opened = openBundle(bytes)
    if (!opened.ok) throw new Error(opened.why)
    const read = readBundle(opened.value)
    if (!read.ok) throw new Error(read.why)
    expect(read.value.fingerprint).toBe(seal.fingerprint)
    expect(read.value.plans).toEqual([smallPlan])
    expect(read.value.file(SHA)).toEqual(FILE)
  })

  test('同じ中身からは、同じバイト列', () => expect(writeBundle(packed(), seal).bytes).toEqual(bytes))

  test.each([
    ['ただの文書', new TextEncoder().encode('こんにちは'), 'not-a-bundle'],
    ['空のファイル', new Uint8Array(), 'not-a-bundle'],
    ['別の ZIP', zipSync({ 'a.txt': FILE }), 'not-a-bundle'],
    ['途中で切れている', bytes.subarray(0, bytes.length - 40), 'bundle-cut-short'],
    ['半分', bytes.subarray(0, bytes.length >> 1), 'bundle-cut-short'],
    [
      '表書きが変わっている',
      altered((parts) => Object.assign(parts, { 'manifest.json': flipped(parts['manifest.json']) })),
      'bundle-signature-wrong',
    ],
    [
      '署名が変わっている',
      altered((parts) => Object.assign(parts, { 'signature.json': flipped(parts['signature.json']) })),
      'bundle-signature-wrong',
    ],
    [
      '計画が変わっている',
      altered((parts) => Object.assign(parts, { 'plans/1.yaml': flipped(parts['plans/1.yaml']) })),
      'bundle-part-altered plans/1.yaml',
    ],
    [
      '中身が変わっている',
      altered((parts) => Object.assign(parts, { 'content.json': flipped(parts['content.json']) })),
      'bundle-part-altered content.json',
    ],
    ['部分がない', altered((parts) => void delete parts['plans/1.yaml']), 'bundle-part-missing plans/1.yaml'],
    [
      '知らない部分が足されている',
      altered((parts) => Object.assign(parts, { '../../etc/passwd': FILE })),
      'bundle-part-unknown ../../etc/passwd',
    ],
    ['小さいと言って大きい', lying(bytes, 'plans/1.yaml', 10), 'bundle-part-altered plans/1.yaml'],
    ['大きいと言って小さい', lying(bytes, 'plans/1.yaml', 4_000_000), 'bundle-part-altered plans/1.yaml'],
    ['とても大きいと言う', lying(bytes, 'content.json', 4_000_000_000), 'bundle-too-large'],
    ['表書きだけが大きいと言う', lying(bytes, 'manifest.json', 4_900_000), 'bundle-too-dense'],
    ['新しい形式', writeBundle(packed(2), seal).bytes, 'bundle-newer'],
    [
      '広げると大きくなる',
      altered((parts) => Object.assign(parts, { bomb: new Uint8Array(20_000_000) })),
      'bundle-too-dense',
    ],
  ])('断る: %s', (_, given, why) => expect(whyOf(given)).toBe(why))

  test('表書きが道のような名前を言っても、断る', () => {
    const signed = new TextEncoder().encode(
      JSON.stringify({ ...packed().manifest, parts: [{ name: '../x', size: 1, sha256: SHA }] }),
    )
    const given = zipSync({
      'manifest.json': signed,
      'signature.json': new TextEncoder().encode(
        JSON.stringify({
          ...{ algorithm: 'Ed25519', key: seal.publicKey },
          signature: Buffer.from(seal.sign(signed)).toString('base64'),
        }),
      ),
    })
    expect(whyOf(given)).toBe('bundle-part-unreadable manifest.json')
  })

  test('ファイルのどの一バイトが変わっても、読めたことにはならない', () => {
    for (let place = 0; place < bytes.length; place += 97) {
      const copy = Uint8Array.from(bytes)
      copy[place] = (copy[place] ?? 0) ^ 0xff
      const why = whyOf(copy)
      // What differs in the frame of the zip alone (a date, a flag) changes nothing of what is read.
      if (why === 'read') expect(unzipSync(copy)['content.json']).toEqual(unzipSync(bytes)['content.json'])
    }
  })
})
