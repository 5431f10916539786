import { createHash } from 'node:crypto'

/**
 * Fingerprint of the lines `from`–`to` (from 1) of a document: the first 12 hex digits of the SHA-256 of the lines,
 * each trimmed and in NFC, joined by a line feed. Blank lines inside the range do not count, so re-spacing is not a change.
 */
export function lineHash(lines: readonly string[], from: number, to: number = from): string {
  const text = lines
    .slice(from - 1, to)
    .map((line) => line.trim().normalize('NFC'))
    .filter((line) => line !== '')
    .join('\n')
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** The lines of a document, counted as editors count them: a final line feed ends the last line and begins none. */
export const documentLines = (text: string): readonly string[] => text.replace(/\r?\n$/, '').split(/\r?\n/)
