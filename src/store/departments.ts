import type { Department } from '#domain/government/department.ts'
import { GOVERNMENT, loadElements } from './elements.ts'
import type { ReadTx } from './transaction.ts'

/** 担当課, in the government's own order. */
export const listDepartments = async (tx: ReadTx): Promise<readonly Department[]> =>
  (await loadElements(tx, GOVERNMENT, 'department')).map(({ body }) => body as Department)
