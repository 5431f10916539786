import { z } from 'zod'
import { STANDARD_SCENARIOS } from '#domain/population/projection.ts'
import { DATASET_KINDS } from '#domain/population/statistics.ts'
import { fanOutput } from './uncertainty-schemas.ts'

// What the command line prints with --json, for the programs that read it. Figures are persons unless said otherwise.

const year = z.int().min(1868).max(2300).describe('西暦 / Calendar year')
const people = z.number().min(0)
const point = z.strictObject({ year, value: z.number() })
const bySex = <T extends z.ZodType>(of: T) => z.strictObject({ male: of, female: of })
const byAge = (text: string) => bySex(z.array(z.number())).describe(text)

const dataset = z.strictObject({
  id: z.string().describe('系列と版の番号 / Series, from the second vintage on with its number'),
  series: z.string().describe('出典・版・範囲 / Source, edition and extent'),
  vintage: z.int().min(1).describe('同じ系列で何番目の内容か / Which content of the series'),
  kind: z.enum(DATASET_KINDS).describe('種類。種類の違う系列は混ぜない / Kind; kinds are never mixed'),
  title: z.string(),
  edition: z.string().exactOptional(),
  published: z.string().exactOptional().describe('公表の年月 / When published, as far as known'),
  source: z.string().describe('出典として示す文 / To print beside every figure'),
  file: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  importedAt: z.string(),
  importedBy: z.string(),
  areas: z.int(),
  rows: z.int(),
  from: year,
  to: year,
})

export const datasetsOutput = z.array(dataset).meta({
  title: 'しるべ 統計表の一覧 / Shirube datasets',
  description: 'data list --json が出すもの / What data list --json prints',
})

export const importOutput = z
  .strictObject({
    imported: z.array(
      z.strictObject({
        file: z.string(),
        known: z.boolean().describe('同じ内容がすでにあった / The same bytes were there already'),
        dataset,
      }),
    ),
    findings: z
      .array(z.strictObject({ file: z.string(), code: z.string(), said: z.string() }))
      .describe('読んで気づいたこと / What was noticed in reading'),
  })
  .meta({
    title: 'しるべ 統計表の取り込み / Shirube data import',
    description: 'data import --json が出すもの / What data import --json prints',
  })

const explained = z
  .strictObject({
    births: bySex(people).describe('期末の0–4歳 / Children of 0–4 at the end of the step'),
    deaths: byAge(
      '死亡。期首の年齢別、最後は上の二つの階級を合わせる / Deaths by age at the start; the last is the two oldest groups together',
    ),
    in: byAge('移動の差し引きがプラスのところ、期末の年齢別 / Net arrivals by age at the end'),
    out: byAge('移動の差し引きがマイナスのところ、期末の年齢別 / Net departures by age at the end'),
  })
  .describe(
    'この年までの5年間の内訳（端数を丸める前） / The five years up to this one by their parts, before rounding',
  )

const projected = z.strictObject({
  year,
  held: z.boolean().describe('公表された期間より先 / Beyond the published horizon'),
  people: byAge('男女・年齢5歳階級別人口、若い順 / People by sex and age group, youngest first'),
  ...{ total: people, male: people, female: people },
  young: people.describe('0–14歳'),
  working: people.describe('15–64歳'),
  old: people.describe('65歳以上 / 65 and over'),
  over75: people.describe('75歳以上 / 75 and over'),
  oldShare: z.number().describe('65歳以上の割合、% / Share of 65 and over, percent'),
  dependency: z.number().describe('従属人口指数 / 0–14 and 65+ for each 100 of 15–64'),
  index: z
    .strictObject({ total: z.number(), young: z.number(), working: z.number(), old: z.number() })
    .describe('基準の年 = 100 / Base year = 100'),
  stage: z.int().min(0).max(3).describe('人口減少段階。0 は減っていない / Stage of decline, 0 = not falling'),
  fertility: z.number().describe('子ども女性比から換算した合計特殊出生率 / TFR from the child-woman ratio'),
  explained: explained.exactOptional(),
})

const driver = z.enum(['fertility-rate', 'births', 'net-migration', 'arrivals'])
const kept = z.union([
  z.strictObject({ value: z.number(), people: z.number() }),
  z.strictObject({
    why: z.string().describe('守れない理由の符号 / Code of the reason why it cannot be kept'),
    detail: z.record(z.string(), z.union([z.string(), z.number()])).exactOptional(),
  }),
])

export const planProjectionOutput = z
  .strictObject({
    plan: z.string(),
    area: z.strictObject({ code: z.string().regex(/^\d{5}$/), name: z.string() }),
    dataset: dataset.pick({ id: true, title: true, source: true, vintage: true }),
    survivalFrom: z.enum(['assumptions', 'national']),
    used: z
      .array(z.strictObject({ driver, baseline: point.exactOptional(), points: z.array(point) }))
      .describe('推計を動かした目標 / Targets that move the projection'),
    unused: z.array(
      z.strictObject({
        driver,
        why: z.enum(['rate-says-it', 'net-migration-says-it', 'listed-twice', 'no-value']),
      }),
    ),
    beyondPublished: z
      .number()
      .describe('最後の年の、公表された推計との差 / Against the published projection in the last year'),
    contributions: z
      .array(z.strictObject({ driver, people: z.number() }))
      .describe('差の内訳。順序によらない / The difference by target, independent of their order'),
    promises: z.array(
      z.strictObject({
        what: z.string(),
        printed: z.string(),
        year,
        people,
        published: people,
        planned: people,
        fertility: kept.describe('約束を守る合計特殊出生率 / TFR that keeps the promise'),
        netMigration: kept.describe('約束を守る社会増減、年あたり / Net migration a year that keeps it'),
      }),
    ),
    years: z
      .array(
        projected.omit({ explained: true }).extend({
          published: people.describe('公表された推計の総人口 / Total as published'),
          emptied: z.boolean(),
        }),
      )
      .min(2),
  })
  .meta({
    title: 'しるべ 計画の目標による推計 / Shirube projection by a plan',
    description: 'project --plan --json が出すもの / What project --plan --json prints',
  })

const influence = z.int().min(1).max(5)

export const projectionOutput = z
  .strictObject({
    area: z.strictObject({ code: z.string().regex(/^\d{5}$/), name: z.string() }),
    dataset: dataset.pick({
      id: true,
      title: true,
      edition: true,
      source: true,
      vintage: true,
      file: true,
      sha256: true,
    }),
    scenario: z.enum(STANDARD_SCENARIOS),
    base: year,
    to: year,
    rounding: z
      .enum(['none', 'person'])
      .describe('person: 各段で一人単位に丸める / Rounded to persons at each step'),
    target: z
      .strictObject({ fertility: z.number(), by: year })
      .exactOptional()
      .describe('シミュレーションの合計特殊出生率 / TFR that the simulation reaches'),
    ages: z.array(z.string()).describe('年齢階級の名前 / Names of the age groups'),
    baseFertility: z
      .strictObject({ value: z.number(), error: z.number() })
      .describe('基準の年の合計特殊出生率と換算の誤差 / TFR of the base year and how far it may err'),
    factors: z
      .array(point)
      .describe(
        '合計特殊出生率 ÷ 子ども女性比（全国、年ごと） / TFR ÷ child-woman ratio of the nation by year',
      ),
    survivalFrom: z
      .enum(['assumptions', 'national'])
      .exactOptional()
      .describe('生残率の出どころ: 仮定値表、または全国の近似 / Where survival is from'),
    influence: z
      .strictObject({
        ...{ natural: influence, social: influence },
        ...{ naturalPercent: z.number(), socialPercent: z.number() },
      })
      .exactOptional()
      .describe('影響度（最後の年） / Influence in the last year'),
    fan: fanOutput.exactOptional(),
    years: z.array(projected).min(2),
  })
  .meta({
    title: 'しるべ 人口の推計 / Shirube projection',
    description: 'project --json が出すもの / What project --json prints',
  })
