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
