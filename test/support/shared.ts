import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../../shared')

/** Path of a file of the reference material that lies beside the checkout, or undefined where it is not there. */
export function sharedFile(name: string): string | undefined {
  const path = join(ROOT, name)
  return existsSync(path) ? path : undefined
}

/**
 * A suite that needs the reference material. Where that is absent the suite is not even collected, because it reads files to name its
 * tests; one skipped test stands in its place, and its title says why.
 */
export const describeWithShared = (title: string, needs: string, suite: () => void): void => {
  if (sharedFile(needs)) describe(title, suite)
  else describe(`${title}（../shared/${needs} がないので飛ばす）`, () => test.skip(title))
}
