import type { search as japanese } from '../ja/search.ts'

const count = (of: number) => of.toLocaleString('en')

export const search: typeof japanese = {
  title: 'Search',
  lead: 'Plans, goals, indicators, projects, opinions and the text of documents. Spelling variants of Japanese (取組 and 取り組み, 子ども and こども, full and half width) count as one.',
  label: 'Words to find (separated by blanks: all of them)',
  find: 'Search',
  said: (typed, of) => `“${typed}”: ${count(of)} found.`,
  none: (typed) => `Nothing found for “${typed}”.`,
  noneNext: 'Try a shorter word, or another spelling. Drafts that are not adopted yet are not searched.',
  kinds: {
    plan: 'Plans',
    node: 'Goals and programs',
    indicator: 'Indicators',
    project: 'Projects',
    opinion: 'Opinions',
    document: 'Documents',
    line: 'Text of documents',
  },
  count,
  more: (shown, of) => `The first ${count(shown)} of ${count(of)}.`,
}
