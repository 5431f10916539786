import { unzipSync } from 'fflate'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'

/** Together, what an office file may hold; a strategy with many pictures stays far below. */
export const MOST_BYTES = 300_000_000
const MOST_FILES = 10_000
/** Office XML shrinks to a tenth, a sheet of blanks to a hundredth. A bomb shrinks to a thousandth. */
const MOST_RATIO = 300
const SMALL = 5_000_000

export type ZipWhy = 'not-a-zip' | 'zip-too-large' | 'zip-too-dense'

export type Zip = {
  readonly names: ReadonlySet<string>
  /** Bytes that a file says it has when it is inflated; 0 for one that is not there. */
  sizeOf(name: string): number
  /** The bytes of one file, or undefined where it is not there or cannot be inflated. */
  read(name: string): Uint8Array | undefined
  /** All files whose names are wanted, or undefined where one of them cannot be inflated. */
  readAll(wanted: (name: string) => boolean): Record<string, Uint8Array> | undefined
}

/** Looks at the directory of a zip before anything is inflated, and refuses what would not fit. */
export function openZip(bytes: Uint8Array): Outcome<Zip, ZipWhy> {
  const sizes = new Map<string, number>()
  let [total, densest] = [0, 0]
  try {
    unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        sizes.set(name, originalSize)
        total += originalSize
        if (originalSize > SMALL) densest = Math.max(densest, originalSize / Math.max(1, size))
        return false
      },
    })
  } catch {
    return refuse('not-a-zip')
  }
  if (sizes.size === 0) return refuse('not-a-zip')
  if (total > MOST_BYTES || sizes.size > MOST_FILES)
    return refuse('zip-too-large', { bytes: total, most: MOST_BYTES, files: sizes.size })
  if (densest > MOST_RATIO) return refuse('zip-too-dense', { ratio: Math.round(densest), most: MOST_RATIO })
  return done({
    names: new Set(sizes.keys()),
    sizeOf: (name) => sizes.get(name) ?? 0,
    read(name) {
      if (!sizes.has(name)) return undefined
      try {
        return unzipSync(bytes, { filter: (file) => file.name === name })[name]
      } catch {
        return undefined
      }
    },
    readAll(wanted) {
      try {
        return unzipSync(bytes, { filter: ({ name }) => wanted(name) })
      } catch {
        return undefined
      }
    },
  })
}
