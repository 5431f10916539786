import type { Answer } from '#domain/cycle/report.ts'

/** 見ていた回答: an indicator with the answer that the page shows of it, as a form sends it, so that nothing moves on that was not seen. */
export const asSeen = ({
  indicator,
  answer,
}: {
  readonly indicator: { readonly id: string }
  readonly answer?: Answer
}): string => `${indicator.id}@${answer?.id ?? ''}`

/** What a form of several sent; an indicator alone says nothing of what was seen. */
export function seenFrom(sent: string): {
  readonly indicators: readonly string[]
  readonly seen: ReadonlyMap<string, string>
} {
  const pairs = sent
    .split(' ')
    .filter(Boolean)
    .map((each): readonly [string, string | undefined] => {
      const at = each.lastIndexOf('@')
      return at < 0 ? [each, undefined] : [each.slice(0, at), each.slice(at + 1)]
    })
  return {
    indicators: pairs.map(([indicator]) => indicator),
    seen: new Map(
      pairs.flatMap(([indicator, answer]) => (answer === undefined ? [] : [[indicator, answer]])),
    ),
  }
}
