/** What bytes of text were taken for. `sure` where a mark or the bytes themselves leave no doubt. */
export type Decoded = { readonly text: string; readonly encoding: string; readonly sure: boolean }

const NAMES: readonly (readonly [label: string, name: string])[] = [
  ['shift_jis', 'Shift_JIS (cp932)'],
  ['euc-jp', 'EUC-JP'],
]

const decoded = (bytes: Uint8Array, label: string): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Text of bytes that do not say their encoding. A byte order mark decides; else UTF-16 shows by its zero bytes, UTF-8 by being valid,
 * and of Shift_JIS and EUC-JP the one that gives more kana and fewer rare characters.
 */
export function decode(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return { text: loose(bytes, 'utf-8'), encoding: 'UTF-8', sure: true }
  if (a === 0xff && b === 0xfe) return { text: loose(bytes, 'utf-16le'), encoding: 'UTF-16LE', sure: true }
  if (a === 0xfe && b === 0xff) return { text: loose(bytes, 'utf-16be'), encoding: 'UTF-16BE', sure: true }
  const wide = utf16(bytes)
  if (wide) return { text: loose(bytes, wide), encoding: wide.toUpperCase(), sure: false }
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8 !== undefined) return { text: utf8, encoding: 'UTF-8', sure: true }
  const [best] = NAMES.flatMap(([label, name]) => {
    const text = decoded(bytes, label)
    return text === undefined ? [] : [{ text, encoding: name, sure: false, score: likeness(text) }]
  }).toSorted((one, other) => other.score - one.score)
  return best ?? { text: loose(bytes, 'shift_jis'), encoding: 'Shift_JIS (cp932)', sure: false }
}

const loose = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes)

/** Without a mark: line feeds and commas have a zero beside them, always on the same side. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined
  let [even, odd] = [0, 0]
  const size = Math.min(bytes.length, 4096)
  for (let at = 0; at < size; at++) if (bytes[at] === 0) at % 2 === 0 ? even++ : odd++
  if (odd > size / 100 && odd > 8 * even) return 'utf-16le'
  if (even > size / 100 && even > 8 * odd) return 'utf-16be'
  return undefined
}

/** Half-width kana are what EUC-JP looks like when taken for Shift_JIS. */
function likeness(text: string): number {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return (
    count(/[\p{sc=Hira}ァ-ヶー一二三年度人口目標基準値]/gu) -
    2 * count(/[\uff61-\uff9f\ue000-\uf8ff\ufffd]/gu)
  )
}
