import type { Outlook } from '#domain/indicator/forecast/outlook.ts'
import type { Outcome } from '#domain/shared/outcome.ts'
import type { Words } from '#words/words.ts'
import { printForetold } from '../ui/outlook.tsx'

/** The fan of a forecast and what stands at its end; nothing where there is none. */
export function fanFor(outlook: Outcome<Outlook>, w: Words) {
  if (!outlook.ok) return {}
  const { years } = outlook.value.forecast
  const [, low = 0, , middle = 0, , high = 0] = years.at(-1)?.quantiles ?? []
  const [a = '', b = '', c = ''] = [middle, low, high].map((each) => printForetold(each, outlook.value))
  const { target } = outlook.value
  return {
    outlook: {
      years,
      words: {
        middle: `${w.forecast.middle} ${a}`,
        band: `80% ${w.forecast.range(b, c)}`,
        ...(target === undefined ? {} : { target }),
      },
    },
  }
}
