import type { CommentTable } from '#domain/cycle/consultation.ts'
import type { Words } from '#words/words.ts'
import { writeCsv } from './csv.ts'

/** 意見と考え方の表 as CSV: one row a group. */
export const writeCommentCsv = ({ rows }: CommentTable, { consult: w }: Words): string =>
  writeCsv([
    w.csvHeads,
    ...rows.map(({ heading, summary, count, answer, outcome, change, department }, at) => [
      ...[at + 1, heading, summary, count, answer, w.outcomes[outcome], change, department ?? ''],
    ]),
  ])
