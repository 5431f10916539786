import type { AuditFault } from '#domain/audit/chain.ts'
import type { Words } from '../words.ts'

const tables: Readonly<Record<string, string>> = {
  change: 'change log',
  actual: 'results',
  judgement: 'judgements',
  cycle_move: 'moves of years',
  publication: 'publications',
  appropriation: 'budget and outturn',
  opinion: 'opinions',
  round: 'collections',
  answer: 'answers',
  report_move: 'moves of reports',
  review_step: 'reviews of documents',
  reading: 'readings of documents',
  element: 'plans and organisation',
  membership: 'memberships',
  document: 'documents',
}
const table = (name: string): string => tables[name] ?? name

export const audit: Words['audit'] = {
  title: 'Audit',
  lead: 'Who saw what and who changed what, and when. It is only added to, sealed in batches, each joined to the one before.',
  chain: 'The chain',
  sealed: (number, at) => `Sealed up to batch ${number} (${at}).`,
  notSealed: 'No batch has been sealed yet.',
  waiting: (count) => `${count} waiting to be sealed.`,
  head: 'Number and digest of the batch',
  headHelp:
    'Note it outside Shirube, in minutes for instance: then it can be shown later that the chain was not made anew as a whole.',
  verify: 'Command that verifies',
  retention: 'Retention',
  retentionHelp:
    'Counted from 1 April after the fiscal year in which something was made. Then who looked, and from where, is erased; that somebody looked stays, and so does the chain. Empty means for good.',
  views: 'Views (years)',
  changes: 'Who and what behind changes (years)',
  settle: 'Set the retention',
  settled: 'The retention was set.',
  filter: 'Filter',
  who: 'Person',
  everybody: 'everybody',
  kind: 'Kind',
  everything: 'all (without written rows)',
  kinds: {
    view: 'view',
    refused: 'refused view',
    change: 'change',
    fact: 'written rows',
    erase: 'erased at the end of retention',
  },
  from: 'From',
  until: 'Until',
  text: 'Subject contains',
  at: 'When',
  what: 'What',
  role: 'Role',
  erased: 'erased',
  system: 'Shirube',
  stranger: 'not a member',
  rows: (name, count) => `${table(name)}: ${count}`,
  none: 'Nothing matches.',
  clear: 'Clear the filter',
  earlier: 'Earlier',
  csv: 'Download as CSV',
  csvHeads: ['Number', 'When', 'Kind', 'Role', 'Person', 'Action', 'Subject', 'Detail', 'Digest'],
  fault: (fault: AuditFault): string => {
    switch (fault.kind) {
      case 'batch-missing':
        return `Batch ${fault.batch} is missing.`
      case 'batch-altered':
        return `Batch ${fault.batch} is not as it was sealed.`
      case 'chain-broken':
        return `Batch ${fault.batch} does not follow the one before.`
      case 'entry-missing':
        return `Entry ${fault.entry} of batch ${fault.batch} is missing.`
      case 'entry-altered':
        return `An entry of batch ${fault.batch} is not as it was sealed.`
      case 'entry-twice':
        return `Entry ${fault.entry} is in two batches (${fault.batch}).`
      case 'detail-altered':
        return `Who or what behind entry ${fault.entry} is not as it was noted.`
      case 'detail-missing':
        return `Who and what behind entry ${fault.entry} is gone, and no retention took it.`
      case 'rows-altered':
        return `Rows of ${table(fault.table)} are not as they were written, or are gone (entry ${fault.entry}).`
      case 'rows-uncovered':
        return `${fault.rows} rows of ${table(fault.table)} were added past Shirube.`
      case 'head-not-found':
        return `The digest that was noted for batch ${fault.batch} is not in the chain.`
    }
  },
  verified: (batches, entries, erased, waiting) =>
    `${batches} batches, ${entries} entries (${erased} with names erased), ${waiting} waiting to be sealed.`,
  clean: 'Nothing differs.',
  faults: (count) => `${count} differences.`,
  headIs: (number, hash) => `Value to note: ${number}:${hash}`,
  sealedNow: (number) =>
    number === undefined ? 'Nothing waits to be sealed.' : `Batch ${number} was sealed.`,
  erasedNow: (count) => `Who and what behind ${count} entries was erased.`,
}
