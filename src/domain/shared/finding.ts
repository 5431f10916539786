/**
 * 確認事項 (finding): something a reader or a check noticed. `code` is turned into a sentence by `words/`;
 * `path` is where in the data, `line` and `column` where in the file (from 1).
 */
export type Finding = {
  readonly code: string
  readonly severity: 'error' | 'warning' | 'note'
  readonly path?: readonly (string | number)[]
  readonly line?: number
  readonly column?: number
  readonly detail?: Readonly<Record<string, string | number>>
}
