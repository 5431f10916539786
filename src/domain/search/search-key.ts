/** Words that are written in several ways with one meaning, each with the form that stands for all. After kana are one kind and okurigana are gone. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/子(?:ども|供)/g, 'こども'],
  [/障(?:がい|碍)/g, '障害'],
  [/仕事/g, 'しごと'],
  [/[街町](?:づくり|作)/g, 'まちづくり'],
  [/人(?:づくり|作)/g, 'ひとづくり'],
  [/全て/g, 'すべて'],
  [/様々/g, 'さまざま'],
  [/繋/g, 'つな'],
  [/行財政/g, '行財政'],
  [/(?<=[ぁ-ゖ])[ー〜]/g, ''],
]

/** 送り仮名 that come and go between and after the kanji of compounds: 取り組み・取組み・取組, 受け入れ・受入れ・受入. No particle is among them. */
const OKURIGANA = /(?<=\p{Script=Han})[いきぎしじちびみりえけげせてねべめれわ]+(?![ぁ-ゖ])/gu

const hiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (each) => String.fromCharCode(each.charCodeAt(0) - 0x60))

/**
 * 検索の鍵: a text in the one form in which texts are compared. Full and half width, katakana and hiragana, upper and lower case, blanks and
 * punctuation are one; okurigana of compounds and the usual variants (子ども・子供・こども) too. It is made to compare, not to be read.
 */
export function searchKey(text: string): string {
  const plain = hiragana(text.normalize('NFKC').toLowerCase()).replace(
    /[\s・･,、。.()「」『』【】[\]〔〕\-‐–—−:;!?/]/g,
    '',
  )
  const variants = SAME.reduce((key, [variant, one]) => key.replace(variant, one), plain)
  return variants.replace(OKURIGANA, '')
}

/** The words of what somebody typed, as keys. Words that leave nothing to compare are dropped. */
export const wordsToFind = (typed: string): readonly string[] =>
  typed
    .split(/\s+/)
    .map(searchKey)
    .filter((key) => key !== '')
