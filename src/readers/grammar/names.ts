import { plain } from './characters.ts'
import { unitOfName } from './units.ts'

/** 名前 (name) of an indicator or a project, with what was printed around it taken off and told apart. */
export type NameRead = {
  readonly name: string
  readonly unit?: string
  readonly relisted: boolean
  readonly cumulative?: boolean
  readonly note?: string
  readonly definition?: string
}

const NUMBERING =
  /^(?:(?:成果|測定|評価|目標|活動|達成|取組|代表)?(?:指標|KPI|ＫＰＩ)\s*[\d①-⑳]+\s*[::.]?\s*(?=\S)|[(（]\s*(?:\d{1,2}|[ア-ンa-z])\s*[)）]\s*|[①-⑳❶-❿㋐-㋾]\s*|[A-HＡ-Ｈ](?:[.．　]+|\s+(?![A-Za-z]))|[ア-エ][\s　.．)）]\s*|\d{1,3}(?:[.．、)）]\s*|[\s　]+)(?=\D|\d+[人日歳])|\d{1,2}-\d{1,2}(?:-\d{1,2})?[\s　]+)/
const BULLET = /^[・･●○◎◆◇■□▪▶▷►☆★✓✔☑\-–*※＊〇➢]\s*(?=\S)/
const KEY =
  /^(?:目標\s*[\d①-⑳]+|KPI|ＫＰＩ|KGI|数値目標|(?:成果|評価|測定|達成|活動|重要業績評価)?指標(?:名)?|目標(?:指標|項目)|事業名|項目)\s*(?:[(（]KPI[)）])?\s*[\d①-⑳]*\s*[:：]\s*(?=\S)/
const MARK =
  /^[【[［〔]\s*(?:成果|評価|数値)?(?:指標|目標|KPI)\s*[\]］】〕]\s*(?=\S)|^(?:新規?|拡充?|継続?|重点?)[\s　]+(?=\S{3})|^[[［【(（]\s*(?:新規?|拡充?|継続?|重点|拡大|一部新規|一部拡充|新規・拡充|主要|重|KPI|ＫＰＩ)\s*[\]］】)）]\s*(?=\S)/
/** Takes a pattern off the start; full-width digits and letters count as the others, and stay where they are kept. */
function withoutStart(text: string, pattern: RegExp): string {
  const half = text.replace(/[！-～]/g, (letter) => letter.normalize('NFKC'))
  const found = pattern.exec(half)
  return found ? text.slice(found[0].length).trim() : text
}

const RELISTED = /[(（【[]\s*再掲\s*[)）】\]]|^再掲\s*[::]?/

export function readName(raw: string): NameRead {
  let text = raw
    .replace(/\^\{[^}]*\}/g, '')
    .replace(/(?<=\b[A-Z]) (?=[A-Z]\b)|(?<=\b[A-Z] ?[A-Z]) (?=[ァ-ヶ一-龠])/g, '')
    .trim()
  const relisted = RELISTED.test(text)
  text = text.replace(RELISTED, '').trim()
  for (let before = ''; before !== text; ) {
    before = text
    for (const pattern of [BULLET, NUMBERING, KEY, MARK]) text = withoutStart(text, pattern)
  }
  const [head = '', ...notes] = text.replace(/(?<=\S)※(?=[^\s\d])|※$/g, '').split(/\s*※\s*/)
  const note = notes.join(' ').trim()
  const { name, unit } = unitOfName(plain(head.trim()))
  const whole = unit ? cutUnit(head.trim()) : head.trim()
  // A long bracket at the end says what is counted; it is not part of the name.
  const defined = /^(.{4,}?)\s*[(（]([^()（）]{16,})[)）]$/.exec(whole)
  const printed = defined?.[1] ?? whole
  return {
    name: printed.replace(/\s*(?:[::]|[.…‥・]{2,})$/, '').trim(),
    ...(unit ? { unit } : {}),
    relisted,
    ...(/累計|延べ?累積/.test(name)
      ? { cumulative: true }
      : /単年度/.test(name)
        ? { cumulative: false }
        : {}),
    ...(note ? { note } : {}),
    ...(defined?.[2] ? { definition: defined[2] } : {}),
  }
}

/** The last bracket of a name off, as printed. */
const cutUnit = (text: string): string =>
  text.replace(/\s*[([（［〔【][^()[\]（）［］〔〕【】]*[)\]）］〕】]\s*$/, '')

/** A line that can be a name by itself: short, no sentence, not a number. */
export const canBeName = (text: string): boolean =>
  text.length >= 2 &&
  text.length <= 60 &&
  !/[。]/.test(text) &&
  /[\p{L}]/u.test(text) &&
  !/^[\d\s,.()]+$/.test(plain(text))
