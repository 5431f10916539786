// Mutated documents: no crash, no hang, always a document with pages or a reason. SHIRUBE_FUZZ sets how many; the seed is fixed.
import * as XLSX from '@e965/xlsx'
import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readInWorker } from '#readers/in-worker.ts'
import type { Document } from '#writers/document.ts'
import { writeDocx } from '#writers/docx.ts'
import { writePdf } from '#writers/pdf.ts'
import { writeXlsx } from '#writers/xlsx.ts'
import { encoded } from '../support/formats.ts'

const COUNT = Number(process.env.SHIRUBE_FUZZ ?? 100)

/** mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const DOCUMENT: Document = {
  title: '試しの計画',
  lang: 'ja',
  blocks: [
    { kind: 'heading', level: 1, text: '第1章　総論' },
    { kind: 'paragraph', text: '人口減少が進むなか、地域の資源を生かす。' },
    { kind: 'list', entries: [{ mark: '①', text: '雇用', level: 0 }] },
    {
      kind: 'table',
      caption: '指標',
      columns: [
        { heading: '指標', width: 3, align: 'left' },
        { heading: '目標値', width: 1, align: 'right' },
      ],
      rows: [
        { kind: 'group', text: '基本目標1', level: 1 },
        { kind: 'cells', cells: ['雇用数', '250'] },
      ],
    },
  ],
}

const oldExcel = (): Uint8Array => {
  const book = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet([
      ['指標', '値'],
      ['雇用', 61],
    ]),
    'S',
  )
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer)
}

type Random = () => number
const below = (random: Random, count: number): number => Math.floor(random() * count)

const MUTATIONS: readonly ((bytes: Uint8Array, random: Random) => Uint8Array)[] = [
  // Some bytes are others.
  (bytes, random) => {
    const changed = Uint8Array.from(bytes)
    for (let left = 1 + below(random, 40); left > 0; left--)
      changed[below(random, bytes.length)] = below(random, 256)
    return changed
  },
  // The end is missing.
  (bytes, random) => bytes.slice(0, below(random, bytes.length)),
  // A stretch is missing.
  (bytes, random) => {
    const at = below(random, bytes.length)
    return Uint8Array.from([...bytes.slice(0, at), ...bytes.slice(at + below(random, 400))])
  },
  // A stretch stands twice.
  (bytes, random) => {
    const at = below(random, bytes.length)
    return Uint8Array.from([...bytes.slice(0, at + below(random, 400)), ...bytes.slice(at)])
  },
  // Numbers are enormous.
  (bytes, random) => {
    const text = Buffer.from(bytes).toString('latin1')
    const changed = text.replace(/\d+/g, (digits) =>
      random() < 0.02 ? '9'.repeat(1 + below(random, 12)) : digits,
    )
    return new Uint8Array(Buffer.from(changed, 'latin1'))
  },
  // Inside a container, so that the checksums hold.
  (bytes, random) => {
    try {
      const files = unzipSync(bytes)
      const names = Object.keys(files)
      const name = names[below(random, names.length)] ?? ''
      const content = files[name] ?? new Uint8Array()
      const inner = MUTATIONS[below(random, 5)]
      return content.length === 0 || !inner ? bytes : zipSync({ ...files, [name]: inner(content, random) })
    } catch {
      return bytes
    }
  },
]

const LIMITS = { seconds: 10, megabytes: 256 }
const AT_ONCE = 3

// In the worker, as the application reads: a number that has become enormous can make a library ask for memory without end.
test(`${COUNT}の変異した文書`, { timeout: COUNT * 1000 + 60_000 }, async () => {
  const seeds: readonly (readonly [string, Uint8Array])[] = [
    ['it.pdf', await writePdf(DOCUMENT)],
    ['it.docx', await writeDocx(DOCUMENT)],
    ['it.xlsx', await writeXlsx(DOCUMENT, '本文')],
    ['it.xls', oldExcel()],
    ['it.csv', encoded('指標,値\n"雇用",61\n', 'shift_jis')],
  ]
  const random = randomFrom(20_240_401)
  const wrong: string[] = []
  const codes = new Map<string, number>()
  const one = async (at: number): Promise<void> => {
    const [name, bytes] = seeds[at % seeds.length] ?? ['', new Uint8Array()]
    const which = below(random, MUTATIONS.length)
    const mutated = MUTATIONS[which]?.(bytes, random) ?? bytes
    const start = performance.now()
    const { pages, findings } = await readInWorker(mutated, name, LIMITS)
    const seconds = (performance.now() - start) / 1000
    for (const { code } of findings) codes.set(code, (codes.get(code) ?? 0) + 1)
    const failed = findings.some(({ code }) => code === 'reader-failed')
    if (seconds > LIMITS.seconds + 5 || failed || (pages.length === 0 && findings.length === 0))
      wrong.push(`${at} ${name} mutation ${which} ${seconds.toFixed(1)} s ${JSON.stringify(findings)}`)
  }
  let next = 0
  const lane = async () => {
    while (next < COUNT) await one(next++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
  expect(wrong).toEqual([])
  expect(codes.size).toBeGreaterThan(3)
})
