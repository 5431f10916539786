/** 全角・半角をそろえる: one form for digits, letters, brackets and spaces; circled numbers are kept. */
const ASCII = /^[\x20-\x7e]*$/

export const plain = (text: string): string =>
  ASCII.test(text)
    ? text
    : text
        .replace(/[^\u2460-\u24ff\u2160-\u217f]+/g, (part) => part.normalize('NFKC'))
        .replace(/[‐‑‒–−]/g, '-')
        .replace(/[〜∼]/g, '~')

/** As {@link plain}, without any blank. */
export const tight = (text: string): string => plain(text).replace(/\s+/g, '')

/** 桁 (columns) a text takes on a terminal: two for a full-width character. */
export function widthOf(text: string): number {
  let width = 0
  for (const each of text) {
    const code = each.codePointAt(0) ?? 0
    width += code < 0x1100 || (code >= 0xff61 && code <= 0xffdc) ? 1 : 2
  }
  return width
}

const CJK = /^[\u3005-\u30ff\u3400-\u9fff]$/u

/** 字間を空けた文字 (「数 値 目 標」): the blanks between single letters are taken out; wider gaps stay. */
export function joinSpaced(text: string): string {
  const words = text.trim().split(/[ \u3000]+/)
  const single = words.filter((word) => CJK.test(word)).length
  // 「12,300 人 15,000 人」 is no spaced-out word: the single letters are units.
  const alone = words.some((word, at) => CJK.test(word) && !/\d$/.test(words[at - 1] ?? ''))
  if (!alone || single < 3 || single < words.length * 0.45) return text
  return text.replace(/(?<=[^\s\u3000\d]) (?=[^\s\u3000])|(?<=\d) (?=[^\s\u3000\d])/g, '')
}

/** Tags and Markdown marks that carry no meaning of their own. `<sup>` keeps its content out: it is a footnote's number. */
export const withoutMarks = (text: string): string =>
  text
    .replace(/<sup>.*?<\/sup>/g, '')
    .replace(/<\/?[a-z][a-z0-9]*(\s[^<>]*)?>/gi, '')
    .replace(/\*\*/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')

/** One name, however it is quoted: 「交流館」の改修 and 交流館の改修. */
export const nameKey = (name: string): string => plain(name).replace(/[\s「」『』・()]|^(?:\(仮称\))/g, '')
