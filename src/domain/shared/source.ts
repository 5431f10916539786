/**
 * 出どころ (source): where a value stands in a document.
 * `line` counts from 1 in the file as it came; `hash` is the first 12 hex digits of the SHA-256 of those
 * lines, trimmed and joined by a line feed, so that a moved or edited line is noticed without storing the text.
 */
export type Source = {
  /** Id in the plan's `documents`; absent where the plan has only one document. */
  readonly document?: string
  readonly section?: string
  readonly page?: number
  readonly line: number
  /** Last line, where the passage wraps. */
  readonly to?: number
  readonly hash: string
}
