import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** A returned file of a folder as it was seen: another size or time is another file. */
export type SeenFile = { readonly name: string; readonly size: number; readonly changed: number }

/** Mark of a lock file that Excel lays beside a workbook while somebody has it open. */
const LOCK = '~$'

/**
 * 共有フォルダーの調査票: the workbooks that lie there, by name, without those that somebody has open or is still writing. Excel lays 「~$」 and the
 * name, or the name without its first two letters, beside an open one.
 */
export async function workbooksIn(
  folder: string,
): Promise<{ readonly ready: readonly SeenFile[]; readonly open: readonly string[] }> {
  const names = (await readdir(folder)).filter((name) => /\.xlsx$/i.test(name))
  const locks = new Set(names.filter((name) => name.startsWith(LOCK)).map((name) => name.slice(LOCK.length)))
  const [ready, open]: [SeenFile[], string[]] = [[], []]
  for (const name of names.filter((each) => !each.startsWith(LOCK) && !each.startsWith('.')).sort()) {
    if (locks.has(name) || locks.has(name.slice(LOCK.length))) {
      open.push(name)
      continue
    }
    // A file that goes while it is looked at is no file of this round.
    const found = await stat(join(folder, name)).catch(() => undefined)
    if (found?.isFile()) ready.push({ name, size: found.size, changed: found.mtimeMs })
  }
  return { ready, open }
}

/** Whether two looks saw the same file: nobody wrote to it in between. */
export const isSettled = (before: SeenFile | undefined, now: SeenFile): boolean =>
  before !== undefined && before.size === now.size && before.changed === now.changed
