import type { Department } from '#domain/government/department.ts'
import { GOVERNMENT, loadElements, saveElements } from './elements.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 担当課, in the government's own order. */
export const listDepartments = async (tx: ReadTx): Promise<readonly Department[]> =>
  (await loadElements(tx, GOVERNMENT, 'department')).map(({ body }) => body as Department)

/** Keeps the departments as given; those that are the same keep their version. */
export async function saveDepartments(
  tx: WriteTx,
  change: { readonly id: string; readonly at: string },
  departments: readonly Department[],
): Promise<void> {
  const elements = departments.map((body, position) => ({ kind: 'department', id: body.id, position, body }))
  await saveElements(tx, change, GOVERNMENT, elements, { within: ['department'] })
}
