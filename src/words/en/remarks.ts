import type * as ja from '../ja/remarks.ts'

export const remarks: typeof ja.remarks = {
  'years-contradict': (d) => [
    `${d.what} is said to have overtaken ${d.other} in ${d.year}, but the figures of that year say the opposite`,
    'Check the year in the statistics.',
  ],
  'parts-not-whole': (d) => [
    `The parts of ${d.year} do not add up to the whole`,
    'Check for people of unknown age, or a year mistaken for another.',
  ],
  'share-not-of-parts': (d) => [
    `The share of ${d.year} does not come out of the parts of that year`,
    'Check which of the two is of the year that is printed.',
  ],
  'figures-of-another-year': (d) => [
    `The figures of “${d.year}” fit the total of ${d.other} (${d.era})`,
    'Check whether an era year was taken for a western one.',
  ],
  'baseline-far-from-text': (d) => [
    `The baseline of “${d.name}” is far from the figure that the text gives for the same thing`,
    'Check period, scope and statistic; say so where they differ.',
  ],
  'kpi-without-baseline': (d) => [
    `${d.count} of ${d.all} indicators have no baseline`,
    'State the baseline and its year.',
  ],
  'kpi-without-target': (d) => [
    `${d.count} of ${d.all} indicators have no target`,
    'State the target and its year.',
  ],
  'kpi-without-unit': (d) => [`${d.count} of ${d.all} indicators have no unit`, 'State the unit.'],
  'kpi-without-baseline-year': (d) => [
    `${d.count} of ${d.all} indicators do not say the year of their baseline`,
    'State the year instead of “current value”.',
  ],
  'kpi-without-owner': (d) => [
    `None of the ${d.count} indicators names a department`,
    'Decide who reports the value.',
  ],
  'kpi-without-source': (d) => [
    `None of the ${d.count} indicators names its source`,
    'Name the statistic or survey.',
  ],
  'heading-year-false': (d) => [
    `${d.count} of ${d.all} baselines are not of the year in the heading of their column`,
    'Count progress from the year of the value itself.',
  ],
  'target-year-doubtful': (d) => [
    `${d.count} of ${d.all} indicators have a target year before the year of the baseline, or too far ahead`,
    'Check whether the year is a slip of the pen.',
  ],
  'part-year-baseline': (d) => [
    `The baseline of “${d.name}” covers ${d.months} months, its target a year`,
    'Give both for the same period.',
  ],
  'percent-for-points': (d) => [`The gain of “${d.name}” is in points, not per cent`, 'Write “points”.'],
  'target-easier-than-baseline': (d) => [
    `The target of “${d.name}” lies below its baseline`,
    'Say whether it is to be reduced, to fall less than feared, or a floor.',
  ],
  'output-as-outcome': (d) => [
    `“${d.name}” counts what was done, not what came of it`,
    'Consider an indicator of what changed.',
  ],
  'former-target-column': (d) => [
    `The column of ${d.year} holds the targets of the former plan, not results (${d.count} indicators)`,
    'Say so in the heading.',
  ],
  'promised-list-missing': (d) => [
    `“${d.what}” is announced but never listed`,
    'List them, or name the document that does.',
  ],
  'promised-indicators-missing': (d) => [
    `“${d.what}” is announced, but there is no indicator`,
    'Print them, or name the document that does.',
  ],
  'numbering-disagrees': () => [
    'Chapters are numbered differently in the contents and in the text',
    'Make the contents again.',
  ],
  'footnote-undefined': (d) => [
    `Note ${d.number} is cited, but no note carries that number${d.printed ? ` (one is printed “${d.printed}”)` : ''}`,
    'Correct the number.',
  ],
  'one-way-related': (d) => [
    `Of ${d.all} links ${d.mutual} pairs are mutual; ${d.count} go one way only`,
    'Check whether one way is meant.',
  ],
  'two-budgets': (d) => [`“${d.name}” has different amounts in different places`, 'Check which is right.'],
  'booked-elsewhere': (d) => [
    `“${d.name}” looks like this year’s money here; elsewhere it says “${d.printed}”`,
    'Print the same note here.',
  ],
  'stronger-but-less': (d) => [
    `“${d.name}” speaks of “${d.word}”, but its budget falls`,
    'Give the reason, or the money booked elsewhere.',
  ],
  'copied-amount': (d) => [
    `Different projects (${d.names}) have one and the same odd amount`,
    'Check for a copying slip.',
  ],
  'several-names': (d) => [`One thing goes by ${d.count} names (${d.names})`, 'Use one name.'],
}
