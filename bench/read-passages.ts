// Made-up passages as municipalities print them, read and compared with what a careful reader finds in them.
// Claim: of what is given at 0.9 or more at least 95 % is right, and at least 70 % of what is right is given at 0.9 or more.
import { readPlan } from '#readers/grammar/read-plan.ts'
import { textDocument } from '#readers/text/read-text.ts'
import { passagesIn, readIn } from '#test/support/passages.ts'

/** Name and final target of an indicator, name and amount of a project: what the corpus counts by. */
const key = (said: string): string => {
  const [name = '', second = '', , targets = ''] = said.normalize('NFKC').split('|')
  return name.startsWith('I ')
    ? `${name}|${targets
        .split(' ')
        .at(-1)
        ?.replace(/^t|@.*$/g, '')}`
    : `${name}|${second}`
}

for (const file of ['forms.txt', 'municipal.txt']) {
  let [matched, wanted, given, right, sure, sureAndRight, whole] = [0, 0, 0, 0, 0, 0, 0]
  const passages = passagesIn(file)
  for (const { text, expected } of passages) {
    const left = expected.map(key)
    const exact = expected.map((each) => each.normalize('NFKC'))
    const read = readIn(readPlan(textDocument(text, file)))
    for (const { said, confidence } of read) {
      const at = left.indexOf(key(said))
      if (at !== -1) {
        left.splice(at, 1)
        matched++
      }
      const isRight = exact.includes(said.normalize('NFKC'))
      right += isRight ? 1 : 0
      sure += confidence >= 0.9 ? 1 : 0
      sureAndRight += isRight && confidence >= 0.9 ? 1 : 0
    }
    wanted += expected.length
    given += read.length
    whole += left.length === 0 && read.length === expected.length ? 1 : 0
  }
  console.log(
    `${file}: ${passages.length} passages, ${whole} whole, F1 ${((2 * matched) / (wanted + given)).toFixed(3)} (${matched}/${wanted}/${given}); at 0.9 or more: ${sureAndRight}/${sure} right, ${(sureAndRight / right).toFixed(3)} of what is right`,
  )
}
