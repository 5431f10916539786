import type { TaskKind } from './task.ts'

/** 知らせの一行: what is to be done about what, and when; or how a department stands. Never a value, an answer or a person. */
export type NoticeLine =
  | { readonly what: TaskKind; readonly name: string; readonly due: string; readonly late: number }
  | { readonly department: string; readonly open: number; readonly late: number }
