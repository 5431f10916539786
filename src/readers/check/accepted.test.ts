import { describe, expect, test } from 'vitest'
import { readText } from '../text/read-text.ts'
import { readAccepted } from './accepted.ts'
import { checkDocument } from './check-document.ts'

const check = (text: string) => checkDocument(readText(new TextEncoder().encode(text), 'plan.txt'))
const TEXT =
  '老年人口は、1960年の1,000人から増え、1960年には年少人口を逆転した。年少人口は、1960年に5,000人であった。\n'
const marks = (text: string) =>
  check(text)
    .filter(({ code }) => code === 'years-contradict')
    .map(({ mark }) => mark)

describe('承知した確認事項', () => {
  test('指紋は、行が動いても変わらず、文が変わると変わる', () => {
    expect(marks(TEXT)).toHaveLength(1)
    expect(marks(`まえがき\n\n${TEXT}`)).toEqual(marks(TEXT))
    expect(marks(TEXT.replace('5,000', '6,000'))).not.toEqual(marks(TEXT))
  })

  test('一覧は、指紋・符号・理由を一行ずつ', () => {
    const read = readAccepted('# 令和6年度\n\n0123456789ab two-budgets  当初と補正の差\n')
    expect(read.ok && [...read.value]).toEqual([['0123456789ab', '当初と補正の差']])
  })

  test.each([
    ['理由がない', '0123456789ab two-budgets'],
    ['指紋がない', 'two-budgets 理由'],
  ])('%s 行は、行番号をつけて断る', (_, row) => {
    expect(readAccepted(`# x\n${row}`)).toMatchObject({ why: 'accepted-not-understood', detail: { line: 2 } })
  })
})
