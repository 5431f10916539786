/**
 * Radicals that fonts hand over in place of the character of the same shape (⼈ U+2F08 for 人). NFKC knows those of Kangxi; these are
 * the ones of the supplement that stand for a character in use in Japan.
 */
const RADICALS: Readonly<Record<string, string>> = {
  ...{
    '⺟': '母',
    '⺠': '民',
    '⺩': '王',
    '⺫': '目',
    '⻁': '虎',
    '⻄': '西',
    '⻆': '角',
    '⻋': '車',
    '⻑': '長',
  },
  ...{
    '⻘': '青',
    '⻝': '食',
    '⻤': '鬼',
    '⻨': '麦',
    '⻩': '黄',
    '⻫': '斉',
    '⻭': '歯',
    '⻯': '竜',
    '⻲': '亀',
  },
}

/** Forms that fonts use where the line runs down. */
const DOWN = /[\ufe10-\ufe19\ufe30-\ufe4f]/gu
const UPRIGHT: Readonly<Record<string, string>> = {
  ...{ '︵': '（', '︶': '）', '︷': '｛', '︸': '｝', '︹': '〔', '︺': '〕', '︻': '【', '︼': '】' },
  ...{ '︽': '《', '︾': '》', '︿': '〈', '﹀': '〉', '﹁': '「', '﹂': '」', '﹃': '『', '﹄': '』' },
  ...{ '︐': '，', '︑': '、', '︒': '。', '︓': '：', '︔': '；', '︙': '…', '︱': '—' },
}

const RADICAL = /[\u2e80-\u2fdf]/gu
const LIGATURE = /[\ufb00-\ufb06]/gu
const SPACED_OUT =
  /(?<=^|\s)[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー](?:[ \u3000]+[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー])+(?=$|\s)/gu

/** Text as a person would type it: no radicals, no ligatures, and 「基 本 目 標」 closed up. */
export const plainText = (text: string): string =>
  text
    .replace(RADICAL, (char) => RADICALS[char] ?? char.normalize('NFKC'))
    .replace(DOWN, (char) => UPRIGHT[char] ?? char.normalize('NFKC'))
    .replace(LIGATURE, (char) => char.normalize('NFKC'))
    .replace(SPACED_OUT, (found) => closed(found))
    .trim()

/** Two characters are spaced out only where nothing else stands beside them; 「a b」 in a sentence may be two words. */
const closed = (text: string): string => text.replace(/[ \u3000]+/gu, '')
