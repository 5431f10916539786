import type * as ja from '../ja/plans.ts'
import { plural, year } from './time.ts'

export const plans: typeof ja.plans = {
  title: 'Plans',
  plan: 'Plan',
  lead: (count) =>
    count === 0
      ? 'There is no plan yet. Import a plan file.'
      : `There ${count === 1 ? 'is one edition' : `are ${count} editions`}.`,
  kind: 'Kind',
  kinds: {
    'comprehensive-strategy': 'Comprehensive strategy',
    'comprehensive-plan': 'Comprehensive plan',
    'action-plan': 'Action plan',
    'regional-revitalization-plan': 'Regional revitalization plan',
    'basic-policy': 'Basic policy',
    'population-vision': 'Population vision',
    manifesto: 'Manifesto',
    other: 'Other',
  },
  edition: 'Edition',
  editions: 'Editions',
  digest: 'Digest',
  period: 'Period',
  files: 'Plan file',
  import: 'Import a plan file',
  file: 'Plan file (YAML)',
  fileHelp:
    'One edition of one plan a file. If there is a fault, its line and reason are shown and nothing is written.',
  reason: 'Reason',
  reasonHelp: 'Needed when the plan is already here. It stays in the record.',
  confirm:
    'I have checked this: elements leave the plan, and definitions of indicators and projects are replaced.',
  importNow: 'Import',
  importing: 'Importing',
  imported: (added, changed, removed) =>
    `was imported (${added} added, ${changed} changed, ${removed} removed).`,
  redefined: (ids) => `New definitions of: ${ids} (the old ones stay on record)`,
  notImported: (file) => `${file} was not imported. Nothing was written.`,
  download: (format) => `Plan file (${format})`,
  toYear: (of) => `Page of ${year(of)}`,
  depth: 'Show down to',
  depths: { program: 'programs', measure: 'measures', effort: 'efforts' },
  overlay: 'Lay over',
  noOverlay: 'nothing',
  draft: {
    title: 'A draft edition',
    explain:
      'It is not judged, published or counted. Check it and adopt it to make it an edition of the plan.',
    toReview: 'Back to the review of the document',
    adopt: 'Adopt this edition',
    date: 'Day of the decision',
    discard: 'Discard the draft',
    discardHelp:
      'Indicators and projects that only this draft brought, and of which nothing is recorded, go too. The document and its review stay, so it can be taken in again.',
  },
  related: 'Related →',
  relatedBoth: 'Related ⇄',
  openList: 'and others (the plan leaves the list open)',
  short: (title) => (title.length > 10 ? `${title.slice(0, 9)}…` : title),
  summary: ({ edition, period }, commitments, relisted) =>
    [
      edition.date ? `${edition.label} (${edition.date})` : edition.label,
      `${period.from === 'not-stated' ? 'not stated' : year(period.from)}–${year(period.to)}`,
      commitments > 0
        ? `${plural(commitments, 'indicator')}${relisted > 0 ? ` (${relisted} re-listed)` : ''}`
        : '',
    ]
      .filter(Boolean)
      .join(' · '),
}

export const facts: typeof ja.facts = {
  documents: 'Documents',
  passages: 'Philosophy, direction, position',
  passageKinds: {
    philosophy: 'Philosophy',
    direction: 'Direction',
    approach: 'Approach',
    position: 'Position',
    reason: 'Reason',
    summary: 'Summary',
  },
  donations: 'Corporate donations',
  estimate: 'Estimate',
  figures: 'Figures in the text',
  promise: 'promise',
  bodies: 'Bodies and yearly steps',
  since: (since) => `since ${since}`,
  months: (from, to, about) =>
    from === undefined && to === undefined
      ? ''
      : `${from === undefined ? '' : `from month ${from} `}${to === undefined ? '' : `by ${about ? 'about ' : ''}month ${to}`}`,
  alignments: 'Other plans and co-operation',
  relations: {
    above: 'Plan above',
    beside: 'Plan beside',
    succeeds: 'Former plan',
    revises: 'Revises',
    'part-of': 'Part of',
    'population-vision': 'Population vision',
    'same-period': 'Plan of the same period',
    'details-in': 'Details in',
  },
  governments: (count) => ` (${count} governments)`,
  tables: 'Tables',
  glossary: 'Terms',
  sharesNote: (number) => `shares the note of ${number}`,
}

export const origin: typeof ja.origin = {
  none: 'no origin recorded',
  byDefinition: (source) => `source of the indicator: ${source}`,
  place: (page, line, to) =>
    `${page === undefined ? '' : `page ${page}, `}line ${line}${to === undefined ? '' : `–${to}`}`,
  lines: (count) => `${count} lines`,
}
