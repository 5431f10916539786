import { GOVERNMENT, loadElements, saveElements } from './elements.ts'
import type { ReadTx, WriteTx } from './transaction.ts'

/** 設定 of the government, or undefined where it was never set. */
export const findSetting = async (tx: ReadTx, id: string): Promise<unknown> =>
  (await loadElements(tx, GOVERNMENT, 'setting')).find((each) => each.id === id)?.body

/** Keeps a setting; the one before stays readable at its moment. */
export async function saveSetting(
  tx: WriteTx,
  change: { readonly id: string; readonly at: string },
  id: string,
  body: unknown,
): Promise<void> {
  const before = await loadElements(tx, GOVERNMENT, 'setting')
  const position = before.find((each) => each.id === id)?.position ?? before.length
  await saveElements(tx, change, GOVERNMENT, [{ kind: 'setting', id, position, body }], { keepOthers: true })
}
