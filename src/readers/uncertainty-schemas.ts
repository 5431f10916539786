import { z } from 'zod'

const year = z.int().min(1868).max(2300).describe('西暦 / Calendar year')
const share = z.number().min(0).max(1)

const coverage = {
  n: z.int().min(1),
  within: z
    .strictObject({ '0.5': share, '0.8': share, '0.95': share })
    .describe('幅に入った割合 / Share of actual values inside the central band'),
  median: z.number().describe('ln(実際 ÷ 推計) の中央値 / Median of ln(actual ÷ projected)'),
  p80: z.number().describe('その大きさの80%点 / 80th percentile of its size'),
  half80: z
    .number()
    .describe('80%の幅の半分（対数）、中央値 / Half the width of the 80 % band in log, median'),
}
const ahead = z.int().min(5).describe('何年先か / Years ahead')
const extrapolated = z
  .boolean()
  .describe('あてはめた年数の先への延長 / Beyond the horizons that the fit has seen (15 years)')

/** 幅の検証の出力: what `hindcast --json` prints. */
export const hindcastOutput = z
  .strictObject({
    file: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    fitBefore: year,
    targets: z.array(year).min(1),
    areas: z.int(),
    method: z
      .strictObject({
        projection: z.literal('held-cohort-change'),
        unknownAge: z
          .literal('shared-out-within-sex')
          .describe('年齢不詳は性ごとに年齢の割合で割り振る / Shared out by the known ages'),
        distribution: z.literal('student-t-4'),
      })
      .describe('方法 / Method'),
    rates: z
      .strictObject({
        common: z.number(),
        size: z.number(),
        growth: z.number(),
        movement: z.number(),
        power: z.number(),
        drift: z.number(),
      })
      .describe(
        's² = (common² + size²/N + (growth·g)² + (movement·m)²)·h^(2·power) + (drift·h(h+1)/2)²、h は5年きざみ / h in five-year steps',
      ),
    fitted: z.strictObject({ n: z.int(), areas: z.int(), targets: z.array(year) }),
    overall: z.strictObject(coverage),
    byAhead: z.array(z.strictObject({ ahead, extrapolated, ...coverage })),
    byClass: z.array(
      z.strictObject({
        from: z.int().describe('規模の下限、基準の年の人口 / Lower bound of people in the base year'),
        ahead,
        extrapolated,
        marked: z
          .boolean()
          .describe('80%の幅が .70–.90 の外 / The 80 % band held less than .70 or more than .90'),
        ...coverage,
      }),
    ),
    withoutProjection: z
      .int()
      .describe('推計できなかった組 / Pairs of base and target that could not be projected'),
    findings: z.array(z.strictObject({ code: z.string(), said: z.string() })),
  })
  .meta({
    title: 'しるべ 幅の検証 / Shirube hindcast',
    description: 'hindcast --json が出すもの / What hindcast --json prints',
  })

export type HindcastPrinted = z.infer<typeof hindcastOutput>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const persons = z.int().min(0)

/** 全国の試行の出力: what `project --national --json` prints. */
export const nationOutput = z
  .strictObject({
    dataset: z.strictObject({
      id: z.string(),
      title: z.string(),
      source: z.string().describe('出典として示す文 / To print beside every figure'),
      vintage: z.int().min(1),
      file: z.string(),
      sha256,
    }),
    base: year,
    to: year,
    published: year.describe('表の最後の年。その先は最後の率を延ばす / Last year of the table'),
    control: z
      .enum(['national', 'none'])
      .describe('national: 47都道府県の計に合わせた / Held to the 47 prefectures together'),
    paths: z.int().min(1),
    seed: z.int().min(0),
    threads: z.int().min(1).describe('値はスレッドの数によらない / Figures do not depend on it'),
    hash: sha256.describe('入力・本数・種のハッシュ / Hash of inputs, paths and seed'),
    incomplete: z.int().min(0).describe('年がそろわず除いた地域 / Areas left out for want of a year'),
    areas: z.array(
      z.strictObject({
        code: z.string().regex(/^\d{5}$/),
        name: z.string(),
        years: z.array(
          z.strictObject({
            year,
            extrapolated,
            deterministic: persons.describe('揺らぎのない推計 / Without shocks'),
            q10: persons,
            q50: persons,
            q90: persons,
          }),
        ),
      }),
    ),
  })
  .meta({
    title: 'しるべ 全国の試行 / Shirube national run',
    description: 'project --national --json が出すもの / What project --national --json prints',
  })

export type NationPrinted = z.infer<typeof nationOutput>

const quantiles = z
  .tuple([z.number(), z.number(), z.number(), z.number(), z.number()])
  .describe('10・25・50・75・90%点 / Quantiles .1 .25 .5 .75 .9')

/** 地域の扇: what `project --code --paths` adds. */
export const fanOutput = z
  .strictObject({
    paths: z.int().min(1),
    seed: z.int().min(0),
    hash: sha256.describe('入力・本数・種のハッシュ / Hash of inputs, paths and seed'),
    shelfLife: year.describe(
      '総人口の80%の幅が±10%以内の最後の年 / Last year with the 80 % band within ±10 %',
    ),
    years: z.array(
      z.strictObject({
        year,
        extrapolated,
        ...{ total: quantiles, young: quantiles, working: quantiles, old: quantiles },
      }),
    ),
  })
  .describe('揺らぎを入れた道すじの分位点 / Quantiles of shocked paths')
