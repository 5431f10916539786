import type * as ja from '../ja/refusals.ts'
import { intake } from './intake.ts'
import { reading } from './reading.ts'
import { statisticsFinding, statisticsRefusal } from './statistics.ts'
import { uncertaintyRefusal } from './uncertainty.ts'

export const refusal: typeof ja.refusal = (why, detail) => {
  const d = detail ?? {}
  const known: Readonly<Record<string, string>> = intake.fields
  const fields = String(d.fields ?? '')
    .split(',')
    .map((field) => known[field] ?? field)
  const said: Readonly<Record<string, string>> = {
    ...statisticsRefusal(d),
    ...uncertaintyRefusal(d),
    'not-allowed': 'You may not do this. Ask the planning division.',
    'past-is-read-only': 'You are looking at the past. Press “Back to now” to make changes.',
    'not-a-government-code':
      'This is not a local government code. Enter the five-digit code, or six digits with the check digit.',
    'already-registered': d.sample
      ? 'This government is here as a sample. To begin as your own, set SHIRUBE_SAMPLES=fictional and start from an empty data folder.'
      : 'This government is registered already.',
    'name-missing': 'Enter the name of the government.',
    'no-such-indicator': 'This indicator was not found.',
    'no-such-plan': 'This plan was not found.',
    'no-such-scheme': 'This grading scheme was not found.',
    'year-outside-plan': `FY${d.year ?? ''} lies outside the plan’s period (${d.from === 'not-stated' ? 'not stated' : (d.from ?? '')}–${d.to ?? ''}).`,
    'no-such-grade': `This scheme has no grade “${d.grade ?? ''}”. Choose one of the list.`,
    'differs-without-reason':
      'This grade differs from the computed one. Say why in the field for the reason; what you wrote is still below.',
    'year-is-published': `FY${d.year ?? ''} is published. To change a judgement, reopen the year with a reason first.`,
    'year-is-closed': `FY${d.year ?? ''} is closed. Reopen the year, with a reason, before correcting it.`,
    'year-not-over': `FY${d.year ?? ''} has not begun. Check the year.`,
    'somebody-was-faster': d.by
      ? `While you had the page open, ${d.by} changed the value${d.value ? ` to “${d.value}”` : ''}. What you typed is kept below; compare and record again.`
      : 'The record changed while you had the page open. What you typed is kept below; open the page again and compare.',
    'reason-missing': 'A correction needs a reason. It stays on record.',
    'nothing-changed': 'This is what is recorded already. Nothing was written.',
    'total-falls': `A running total falls (FY${d.fromYear ?? ''} ${d.from ?? ''} → FY${d.toYear ?? ''} ${d.to ?? ''}). Is it a year’s amount? If the earlier value is wrong, correct that one first.`,
    'impossible-year': `The year is not right (${d.value ?? ''}).`,
    'not-a-number': `This cannot be read as a number (“${d.value ?? ''}”). Enter digits only; units and remarks go into the note.`,
    'value-or-reason': 'Enter a value or choose why there is none, one of the two.',
    'already-closed': 'This year is closed already.',
    'not-closed': 'Close the year before publishing it.',
    'already-open': 'This year is open already.',
    'already-stated': 'The document states this attribute, so it cannot be settled.',
    'value-not-understood': `This value is not understood (${d.value ?? ''}). Choose one of the list.`,
    'another-government': 'This plan file belongs to another government. Check `government` in the file.',
    'plan-has-errors': `The plan file has errors and was not imported. Nothing was written.${d.findings ? `\n${d.findings}` : ''}`,
    'nothing-accepted': 'Nothing is accepted yet. Accept what is to be taken in, then press again.',
    'no-such-document': 'There is no such document.',
    'no-such-entry': 'This entry changed while the page was open. Open the page again.',
    'no-such-remark': 'There is no such finding. Open the page again.',
    'under-itself':
      'An entry cannot be placed under itself or under what hangs below it. Choose another place.',
    'merge-with-itself': 'An entry cannot be merged with itself. Choose another one.',
    'merge-loses-values': `The two differ in ${fields.join(', ')}, so merging would lose one of the values. Make them the same or clear one of them, then merge again.`,
    'nothing-to-undo': 'There is nothing to undo.',
    'empty-name': 'Enter a name.',
    'year-not-understood': `Not understood as a year (“${d.value ?? ''}”). Write 令和6年度, R6 or 2024.`,
    'number-not-understood': `Not understood as a number (“${d.value ?? ''}”). Write 2,541, 1.5% or 7,000以上; a target that is no number holds no digits.`,
    'unit-not-the-same': `The unit of “${d.value ?? ''}” does not fit the unit of this entry (${d.unit ?? ''}). Correct the unit as well, or write only the number in ${d.unit ?? ''}.`,
    'amount-not-understood': `Not understood as an amount (“${d.value ?? ''}”). Write it with its unit, as 12,000千円; where there was none the year before, write なし.`,
    'period-backwards': `The period ends (${d.to}) before it begins (${d.from}).`,
    'nothing-read': 'No indicator and no project is accepted, so it makes no plan. Accept one of them.',
    'no-period-read': 'The period is not known. Enter its last year under “As a plan”.',
    'no-such-edition': 'There is no such edition.',
    'not-a-draft': 'This edition is no draft, so it can be neither discarded nor adopted again.',
    'date-not-understood': `Not understood as a date (“${d.value ?? ''}”). Write it as 2026-03-25.`,
    'fertility-out-of-range': `The fertility rate must lie between ${d.least} and ${d.most}.`,
    'migration-out-of-range': `Net migration on top must lie within ±${d.most} a year.`,
    'no-such-scenario': 'There is no such scenario.',
    'scenario-is-a-vision': 'This scenario is adopted as the vision of a plan. Undo the adoption first.',
    'no-such-folder': `The folder ${d.folder ?? ''} does not exist. Make it first, or name another.`,
    'round-not-open': `The collection of ${d.year} has not begun.`,
    'already-submitted': 'It is submitted and cannot be changed. Take it back first.',
    'not-submitted': `Not submitted yet${d.name ? ` (${d.name})` : ''}.`,
    'already-approved': `Approved already${d.name ? ` (${d.name})` : ''}. Correct the value on the page of the indicator.`,
    'nothing-entered': `Nothing is entered yet${d.name ? ` (${d.name})` : ''}.`,
    'not-ready': `Something is not ready${d.name ? ` (${d.name})` : ''}. Enter a value or a reason, and correct or confirm what is doubted.`,
    'not-a-workbook': 'It does not open as an Excel workbook. It is broken, or of another format.',
    'not-our-workbook': 'It is no workbook of ours. Get the workbook again, fill it in there and return it.',
    'workbook-of-another-government': 'It is a workbook of another government. Nothing was taken in.',
    'workbook-of-another-year': `It is the workbook of ${d.year}. Switch to that year first.`,
    'document-too-large': 'The document is too large (up to 20 MB). The command check can read it.',
    'document-unreadable': 'This document cannot be read.',
    'too-long': `Too long (${d.length ?? ''} characters, at most ${d.most ?? ''}). Write the essentials.`,
    'signed-out': 'You are signed out. What you typed is kept. Sign in in another tab, then send it again.',
    'wants-confirmation': `This file takes ${d.removed ?? 0} pieces out of the plan and redefines ${d.redefined ?? 0} indicators or projects${d.names ? ` (${d.names})` : ''}. If that is meant, give a reason, tick the confirmation (on the command line: --reason and --confirm) and send it again.`,
    'bad-moment': 'This is not a past moment. Write it like 2026-05-01.',
    'file-exists': `${d.file ?? ''} exists already. Choose another name.`,
    'accepted-not-understood': `Line ${d.line ?? ''} of the accepted remarks cannot be read (${d.value ?? ''}). Write mark, code and reason.`,
    'draft-edition':
      'A year of a draft can be neither closed nor published. Set stage to adopted in the plan file and import it.',
    'no-file': 'Choose a file.',
    'several-governments': `“${d.id ?? ''}” exists in several governments (${d.codes ?? ''}). Name one with --government.`,
    'no-such-government': `No government with the code ${d.code ?? ''} is registered. Register it first.`,
    'series-file-has-errors': `The table has errors; nothing was forecast.\n${d.findings ?? ''}`,
    'file-not-readable': `The file ${d.file ?? ''} cannot be opened. Check its name and place.`,
    'needs-out': `${d.format} cannot be shown on a terminal. Name the file to write with --out.`,
    'file-not-writable': `The file ${d.file ?? ''} cannot be written. Check its place and your rights.`,
    'database-not-empty':
      'A backup can only be restored into an empty database. Point SHIRUBE_DATA at an empty folder.',
    'not-a-backup': `${d.file ?? ''} is not a backup of Shirube.`,
    'backup-of-another-version': `${d.file ?? ''} is a backup of another version. Restore it with that version, then upgrade.`,
    'backup-cut-short': `${d.file ?? ''} is cut short. Nothing was restored.`,
    'not-serving': 'Shirube has not run in this data folder yet. Run npm start first.',
    'not-published': 'This year has not been published yet.',
  }
  return said[why] ?? `This could not be done (${why}).`
}

export const finding: typeof ja.finding = ({ code, line, column, path, detail }) => {
  const d = detail ?? {}
  const where = `${line === undefined ? '' : `line ${line}`}${column === undefined || column === 1 ? '' : `:${column}`}${path && path.length > 0 ? ` (${path.join('.')})` : ''}`
  const said: Readonly<Record<string, string>> = {
    ...reading(d),
    ...statisticsFinding(d),
    'file-too-large': `The file is too large (${d.size} characters, at most ${d.most}). Keep one edition of one plan in a file.`,
    'alias-not-allowed': 'YAML aliases (& and *) are not allowed. Write the value itself.',
    'nested-too-deep': `Nested too deep (at most ${d.most} levels).`,
    'not-yaml': `This is not YAML (${d.reason}).`,
    'duplicate-key': 'The same key stands twice. Remove one.',
    'impossible-year': `An impossible year (${d.value}). Write four digits.`,
    'not-an-integer': `Not a whole number (${d.value}).`,
    'not-a-decimal': `Not a number (${d.value}).`,
    'not-an-amount': `Not an amount (${d.value}). Write it like 24,300千円.`,
    'not-a-date': `Not a date (${d.value}). Write 2024, 2024-06 or 2024-06-01.`,
    'not-a-boolean': `Write true or false (${d.value}).`,
    'not-an-id': `Write ids in lower-case letters, digits and hyphens (${d.value}).`,
    'not-a-hash': 'This is not a hash.',
    'not-a-government-code': `Not a local government code (${d.value}).`,
    'duplicate-id': `The id ${d.id} stands twice.`,
    'unknown-reference': `“${d.id}” was not found.`,
    'unknown-level': `There is no level “${d.level}”.`,
    'unknown-document': `There is no document “${d.id}”.`,
    'period-backwards': `The period ends (${d.to}) before it begins (${d.from}).`,
    'target-before-baseline': `The target year (${d.target}) lies before the baseline year (${d.baseline}).`,
    'uneven-row': `A row has ${d.cells} cells, the table ${d.columns} columns.`,
    'line-outside-document': `Line ${d.line} lies outside the document (${d.lines} lines).`,
    'series-columns': `Columns are missing (${d.value}). The first line names them: series, kind, unit, better, year, value, in any order.`,
    'series-kind': `Unknown kind “${d.value}”. Use one of these or leave it empty: ${d.allowed}`,
    'series-better': `Unknown direction “${d.value}”. Use higher, lower or steady, or leave it empty.`,
    'series-n': `The number of answers must be a positive whole number (${d.value}).`,
    'series-year-twice': `${d.year} stands twice in the series “${d.value}” (before in line ${d.before}).`,
    'series-disagrees': `One series says two things in ${d.column} (“${d.before}” in line ${d.beforeLine}, “${d.value}” here).`,
    'series-share-outside': `A share outside 0–100 (${d.value}). Make the kind rate, or check the value.`,
    'shape-unrecognized_keys': `Unknown keys (${d.reason}).`,
    'shape-invalid_type': 'A required field is missing, or has the wrong shape.',
    'shape-invalid_value': `Not one of the allowed values (${d.value ?? ''}).`,
    'shape-invalid_union': `Not one of the allowed values (${d.value ?? ''}).`,
    'shape-too_small': 'This cannot be empty. Leave the field out if it is not used.',
  }
  return `${where} ${said[code] ?? `${code} ${d.reason ?? ''}`}`.trim()
}
