import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { CommanderError } from 'commander'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { makeProgram } from '#cli/program.ts'
import { EXIT, makeTerminal } from '#cli/terminal.ts'
import { readSamples } from '#main/samples.ts'
import { publishedSchemas } from '#readers/json-schemas.ts'
import { exportAll, importAll } from '#store/backup.ts'
import { listPeople } from '#store/dataset-rows.ts'
import { listDatasets } from '#store/datasets.ts'
import { openStore } from '#store/open.ts'
import { reading, writing } from '#store/transaction.ts'
import { loadSample } from '#usecases/load-sample.ts'
import { sharedFile } from './support/shared.ts'
import { estatAnswer } from './support/statistics.ts'
import { planner } from './support/store.ts'

const NOW = '2026-11-26T00:00:00.000Z'
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true })
const schemas = publishedSchemas()
const faults = (schema: string, text: string) => {
  const validate = ajv.getSchema(schema) ?? ajv.addSchema(schemas[schema] ?? false, schema).getSchema(schema)
  return validate?.(JSON.parse(text))
    ? []
    : (validate?.errors ?? []).map((each) => `${each.instancePath} ${each.message}`)
}

type Said = { code: number; out: string; err: string }

describe('統計表と推計のコマンド', () => {
  const urls = { full: '', empty: '' }
  let folder = ''
  let estat: Server
  let asked: URLSearchParams[] = []

  const openFull = () => openStore({ dataDir: '', databaseUrl: urls.full, poolSize: 2 })
  const run = async (args: readonly string[], appId?: string): Promise<Said> => {
    const said: Said = { code: EXIT.done, out: '', err: '' }
    const { port } = estat.address() as AddressInfo
    const terminal = makeTerminal({
      emptyFolder: () => undefined,
      seal: () => Promise.reject(new Error('no key here')),
      open: openFull,
      now: () => NOW,
      signInLink: async () => ({ ok: false, why: 'not-serving' }),
      estat: { appId, url: `http://127.0.0.1:${port}/getStatsData` },
      out: (text) => {
        said.out += text
      },
      err: (text) => {
        said.err += text
      },
      exit: (code) => {
        said.code = code
      },
    })
    try {
      await makeProgram(terminal).parseAsync([...args], { from: 'user' })
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error
      said.code = EXIT.usage
    }
    return said
  }
  const project = (...args: string[]) => run(['project', ...args])

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shirube-statistics-'))
    for (const name of ['full', 'empty'] as const) {
      const url = new URL(inject('databaseUrl'))
      const client = new pg.Client(url.toString())
      await client.connect()
      await client.query(`create database statistics_${name}`)
      await client.end()
      url.pathname = `/statistics_${name}`
      urls[name] = url.toString()
    }
    const store = await openFull()
    const [shirube] = await readSamples(new Set(['431001', '432032', '430005']))
    if (!shirube) throw new Error('no sample')
    await writing(store, { government: '992011' }, (tx) =>
      loadSample(tx, { actor: planner('992011'), now: NOW }, shirube),
    )
    await store.close()
    estat = createServer((request, response) => {
      const query = new URL(request.url ?? '', 'http://localhost').searchParams
      asked.push(query)
      const answer =
        query.get('statsDataId') === 'none'
          ? { GET_STATS_DATA: { RESULT: { STATUS: 100, ERROR_MSG: '該当データなし' } } }
          : estatAnswer({ half: query.has('startPosition') ? 2 : 1 })
      const { RESULT, ...data } = answer.GET_STATS_DATA
      const dated = { ...RESULT, DATE: `2026-11-26T00:00:${asked.length}` }
      response.end(JSON.stringify({ GET_STATS_DATA: { RESULT: dated, ...data } }))
    })
    await new Promise<void>((go) => estat.listen(0, '127.0.0.1', go))
  })
  afterAll(async () => {
    await new Promise((go) => estat?.close(go))
    await rm(folder, { recursive: true, force: true })
  })

  test('しるべ市の表が見本とともに入っている', async () => {
    const { out } = await run(['data', 'list', '--json'])
    expect(faults('datasets.schema.json', out)).toEqual([])
    expect((JSON.parse(out) as { id: string }[]).map(({ id }) => id)).toEqual([
      ...['shirube-census', 'shirube-projection', 'shirube-projection-rates'],
    ])
    expect((await run(['data', 'list'])).out).toContain('架空の国勢調査')
  })

  test.each([
    ['公表された期間', []],
    ['期間の先と内訳', ['--explain']],
    ['シミュレーション1', ['--scenario', 'sim1', '--tfr', '1.8', '--by', '2040']],
    ['シミュレーション2', ['--scenario', 'sim2', '--explain']],
  ])('推計（%s）は公開した JSON Schema のとおり', async (_, more) => {
    const { code, out } = await project(
      '--code',
      '992011',
      '--base',
      '2020',
      '--to',
      '2060',
      '--json',
      ...more,
    )
    expect(code).toBe(0)
    expect(faults('projection.schema.json', out)).toEqual([])
  })

  test('内訳を足し引きすると、次の年の人口になる', async () => {
    const args = [
      '--code',
      '99201',
      '--base',
      '2020',
      '--to',
      '2050',
      '--scenario',
      'sim1',
      '--explain',
      '--json',
    ]
    const { years } = JSON.parse((await project(...args)).out) as {
      years: { total: number; explained?: { births: object; deaths: object; in: object; out: object } }[]
    }
    const sum = (value: object): number =>
      Object.values(value)
        .flat()
        .reduce((total: number, each: number) => total + each, 0)
    years.slice(1).forEach(({ total, explained }, at) => {
      if (!explained) throw new Error('not explained')
      const { births, deaths, in: arrived, out: left } = explained
      const before = years[at]?.total ?? 0
      expect(Math.abs(before + sum(births) - sum(deaths) + sum(arrived) - sum(left) - total)).toBeLessThan(
        1e-6,
      )
    })
  })

  test('換算率を年ごとに与えられる: 小さい率なら、同じ合計特殊出生率でも子どもが多い', async () => {
    const args = ['--code', '99201', '--base', '2020', '--to', '2050', '--scenario', 'sim1', '--json']
    const last = async (...more: string[]) =>
      (JSON.parse((await project(...args, ...more)).out) as { years: { total: number }[] }).years.at(-1)
        ?.total ?? 0
    expect(await last('--factors', '2015=7.51,2045=7.0')).toBeGreaterThan(await last())
    expect(await last('--factors', '2015=7.51')).toBe(await last())
  })

  test('人が読む表: 期間の先に印がつき、影響度と出どころが書かれる', async () => {
    const { out } = await project('--code', '99201', '--base', '2020', '--to', '2055', '--scenario', 'sim2')
    expect(out).toContain('しるべ市（99201）')
    expect(out).toContain('2055＊')
    expect(out).toMatch(/影響度: 自然増減 \d、社会増減 \d/)
    expect(out).toContain('生残率は仮定値表による')
  })

  test('計画の目標による推計: 差は目標ごとの寄与の合計で、約束を守る率が出る', async () => {
    const { code, out } = await project(
      '--plan',
      'shirube-strategy-3',
      '--base',
      '2020',
      '--to',
      '2050',
      '--json',
    )
    expect(code).toBe(0)
    expect(faults('plan-projection.schema.json', out)).toEqual([])
    type Printed = {
      beyondPublished: number
      contributions: { driver: string; people: number }[]
      unused: { driver: string }[]
      promises: { year: number; people: number; fertility: { value: number; people: number } }[]
    }
    const { beyondPublished, contributions, unused, promises } = JSON.parse(out) as Printed
    expect(contributions.map(({ driver }) => driver)).toEqual(['net-migration', 'fertility-rate'])
    expect(unused.map(({ driver }) => driver)).toEqual(['arrivals', 'births'])
    const whole = contributions.reduce((sum, { people }) => sum + people, 0)
    expect(Math.abs(whole - beyondPublished)).toBeLessThan(1e-6)
    expect(promises.map(({ year }) => year)).toEqual([2040, 2050])
    for (const { fertility, people } of promises)
      expect(Math.abs(fertility.people - people)).toBeLessThan(0.1)
    const said = await project('--plan', 'shirube-strategy-3', '--base', '2020', '--to', '2050')
    expect(said.out).toContain('約束「約2万6千人」（2040年）')
  })

  test('揺らぎを入れた道すじ: 扇・使える期間・入力のハッシュ。同じ種なら同じ値', async () => {
    const args = ['--code', '99201', '--base', '2020', '--to', '2050', '--paths', '2000', '--seed']
    const [one, again, other] = [
      await project(...args, '7', '--json'),
      await project(...args, '7', '--json'),
      await project(...args, '8', '--json'),
    ]
    expect(faults('projection.schema.json', one.out)).toEqual([])
    expect(again.out).toBe(one.out)
    const fanOf = ({ out }: Said) => (JSON.parse(out) as { fan: { hash: string; years: unknown[] } }).fan
    expect(fanOf(other).years).not.toEqual(fanOf(one).years)
    expect(fanOf(other).hash).not.toBe(fanOf(one).hash)
    const said = await project(...args, '7')
    expect(said.out).toMatch(/使える期間: \d{4}年まで/)
    expect(said.out).toContain(fanOf(one).hash)
  })

  test('全国の試行: スレッドの数によらず同じ値。進みぐあいは標準エラーへ', async () => {
    const args = ['--national', '--paths', '300', '--seed', '3', '--threads']
    const [one, two] = [await project(...args, '1', '--json'), await project(...args, '2', '--json')]
    expect(faults('national-projection.schema.json', one.out)).toEqual([])
    type Printed = { threads: number; areas: { code: string; years: { q10: number; q90: number }[] }[] }
    const printed = ({ out }: Said) => JSON.parse(out) as Printed
    expect({ ...printed(two), threads: 1 }).toEqual(printed(one))
    expect(printed(one).areas.map(({ code }) => code)).toEqual(['99201'])
    for (const { q10, q90 } of printed(one).areas[0]?.years ?? []) expect(q10).toBeLessThan(q90)
    expect(one.err).toContain('100%')
    expect((await project('--national', '--paths', '100')).out).toContain('全国値には合わせていない')
  })

  test.each([
    ['本数でない', ['--national', '--paths', '多め'], 1, '--paths'],
    ['本数が0', ['--code', '99201', '--base', '2020', '--to', '2030', '--paths', '0'], 1, '--paths'],
    ['種でない', ['--national', '--seed', '-1'], 1, '--seed'],
    ['全国で、ない年から', ['--national', '--base', '2021'], 1, '2020, 2025'],
    ['全国で、5年刻みでない', ['--national', '--to', '2031'], 1, '5年刻み'],
    ['コードも計画もない', ['--base', '2020', '--to', '2030'], 1, '--code'],
    [
      'コードと計画の両方がある',
      ['--code', '99201', '--plan', 'x', '--base', '2020', '--to', '2030'],
      1,
      'どちらか',
    ],
    ['知らない地域', ['--code', '13101', '--base', '2020', '--to', '2030'], 1, 'data import'],
    ['コードでない', ['--code', 'x', '--base', '2020', '--to', '2030'], 1, '地域コードではありません'],
    ['表にない年', ['--code', '99201', '--base', '2021', '--to', '2030'], 1, '2020, 2025'],
    ['5年刻みでない', ['--code', '99201', '--base', '2020', '--to', '2031'], 1, '5年刻み'],
    ['年でない', ['--code', '99201', '--base', '令和2', '--to', '2030'], 1, '年ではありません'],
    ['ない計画', ['--plan', 'nothing', '--base', '2020', '--to', '2030'], 1, '見つかりません'],
    ['率でない', ['--code', '99201', '--base', '2020', '--to', '2030', '--tfr', '高い'], 1, '合計特殊出生率'],
    [
      '換算率でない',
      ['--code', '99201', '--base', '2020', '--to', '2030', '--factors', '7.5'],
      1,
      '2015=7.51',
    ],
    ['知らないシナリオ', ['--code', '99201', '--base', '2020', '--to', '2030', '--scenario', 'x'], 2, 'sim1'],
    ['年がない', ['--code', '99201'], 2, '--base'],
  ])('推計: %sときは、理由を言って終わる', async (_, args, code, said) => {
    const result = await project(...args)
    expect(result.code).toBe(code)
    expect(result.err).toContain(said)
    expect(result.out).toBe('')
  })

  test('取り込みは、読んだものを言い、同じものは二度書かない', async () => {
    const groups = Array.from({ length: 18 }, (_, at) => `${at * 5}-${at * 5 + 4}`)
    const row = (sex: string, year: number) =>
      ['43203', '人吉市', sex, year, ...Array(19).fill(year)].join(',')
    const text = [
      `code,name,sex,year,${groups.join(',')},90+`,
      ...[2015, 2020, 2025, 2030, 2035, 2040, 2045].flatMap((year) => [row('M', year), row('F', year)]),
    ].join('\n')
    const file = join(folder, 'ipss.csv')
    await writeFile(file, text)
    const first = await run(['data', 'import', file, '--json'])
    expect(faults('data-import.schema.json', first.out)).toEqual([])
    expect(first.err).toContain('ipss.csv')
    const again = await run(['data', 'import', file])
    expect(again.out).toContain('同じ内容がすでにあります: ipss-2018-43203')
    expect((await project('--code', '432032', '--base', '2015', '--to', '2045')).code).toBe(0)
  })

  test.each([
    ['ないファイル', ['nothing.csv'], '開けません'],
    ['表でないファイル', [join(import.meta.dirname, '../README.md')], '統計表を読み取れませんでした'],
    ['何も指定しない', [], '--estat'],
  ])('取り込み: %sは断る', async (_, args, said) => {
    const { code, err } = await run(['data', 'import', ...args])
    expect([code, err.includes(said)]).toEqual([1, true])
  })

  test('e-Stat から続きまで取り、一つの表にする。appId がなければ断る', async () => {
    asked = []
    const refused = await run(['data', 'import', '--estat', '0003149862'])
    expect([refused.code, asked.length]).toEqual([1, 0])
    expect(refused.err).toContain('SHIRUBE_ESTAT_APP_ID')
    const { code, out } = await run(['data', 'import', '--estat', '0003149862', '--json'], 'app-id')
    expect(code).toBe(0)
    expect(asked.map((query) => [query.get('appId'), query.get('startPosition') !== null])).toEqual([
      ['app-id', false],
      ['app-id', true],
    ])
    expect(JSON.parse(out)).toMatchObject({
      imported: [{ dataset: { series: 'estat-0003149862', areas: 2 } }],
    })
    expect(out).not.toContain('app-id')
    const again = await run(['data', 'import', '--estat', '0003149862', '--json'], 'app-id')
    expect(JSON.parse(again.out)).toMatchObject({ imported: [{ known: true }] })
    const none = await run(['data', 'import', '--estat', 'none'], 'app-id')
    expect([none.code, none.err.includes('該当データなし')]).toEqual([1, true])
  })

  test('控えに統計表も入り、戻すと同じ', async () => {
    const file = join(folder, 'backup.gz')
    const full = await openFull()
    const empty = await openStore({ dataDir: '', databaseUrl: urls.empty, poolSize: 2 })
    try {
      const saved = await exportAll(full, file, NOW)
      expect(await importAll(empty, file)).toEqual({ ok: true, value: saved })
      expect(await importAll(empty, file)).toMatchObject({ ok: false, why: 'database-not-empty' })
      const both = await Promise.all(
        [full, empty].map((store) =>
          reading(store, { government: '' }, async (tx) => [
            await listDatasets(tx),
            await listPeople(tx, 'shirube-projection'),
          ]),
        ),
      )
      expect(both[1]).toEqual(both[0])
      expect(both[0]?.[1]).toHaveLength(7)
    } finally {
      await Promise.all([full.close(), empty.close()])
    }
  })

  const IPSS = 'data/ipss2018_2015_2045_sex_age5_muni_pref.csv.gz'
  test.skipIf(!sharedFile(IPSS))(
    '社人研の全地域の表を取り込み、どこを推計しても同じ（../shared がなければ飛ばす）',
    async () => {
      const file = sharedFile(IPSS) as string
      const imported = await run(['data', 'import', file, '--json'])
      expect(JSON.parse(imported.out)).toMatchObject({
        imported: [
          {
            known: false,
            dataset: { id: 'ipss-2018', areas: 1_729, rows: 12_103, sha256: expect.any(String) },
          },
        ],
        findings: [],
      })
      const totals = async (code: string) => {
        const { out } = await project(
          '--code',
          code,
          '--base',
          '2015',
          '--to',
          '2045',
          '--dataset',
          'ipss-2018',
          '--json',
        )
        const { years } = JSON.parse(out) as { years: { year: number; total: number }[] }
        return Object.fromEntries(years.map(({ year, total }) => [year, total]))
      }
      expect(await totals('43203')).toMatchObject({ 2015: 33_880, 2030: 27_711, 2040: 23_658, 2045: 21_632 })
      expect(await totals('431001')).toMatchObject({ 2040: 708_468 })
      expect(Object.keys(await totals('40231'))).toHaveLength(7)
    },
  )
})
