import type { collectFolder as ja } from '../ja/collect-folder.ts'

export const collectFolder: typeof ja = {
  system: 'Taken in from a folder',
  tooLarge: 'Too large for a workbook (10 MB at most). Put a file there that holds the workbook alone.',
  open: 'Somebody has it open or is still writing it. It is taken in once it is closed.',
  conflicts: (count, where) =>
    `${count} places differ from the page, so nothing of it was taken in and it was left (${where.slice(0, 5).join(', ')}${where.length > 5 ? ' …' : ''}). Return it on the reports page and choose which to use.`,
  doing: (at, of, name) => `${at} of ${of} ${name}`,
  writing: (at, of, name) => `${at} of ${of} ${name}`,
  notMoved: (folder) => `Taken in, but it could not be moved to ${folder}. Check the permissions.`,
  total: (taken, left) => `Files taken in: ${taken}; left: ${left}`,
  written: (count, folder) => `Wrote ${count} workbooks to ${folder}.`,
  kept: (names) =>
    `Not written, for a file of that name is there: ${names}. Move or remove it first for a new one.`,
}
