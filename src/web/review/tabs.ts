import type { DraftBodyOf } from '#domain/document/draft.ts'

/** What the list of entries is narrowed to. */
export const TABS = ['indicator', 'project', 'node', 'other'] as const
export type Tab = (typeof TABS)[number]

export const tabOf = ({ kind }: Pick<DraftBodyOf, 'kind'>): Tab =>
  kind === 'indicator' || kind === 'project' || kind === 'node' ? kind : 'other'
