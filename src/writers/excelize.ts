import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Excelize = Awaited<ReturnType<typeof import('excelize-wasm').init>>

let loaded: Promise<Excelize> | undefined

/** A quarter of a second and some 200 MB: loaded when the first workbook is asked for (ADR 0006). */
export const excelize = (): Promise<Excelize> => {
  loaded ??= import('excelize-wasm').then(({ init }) => {
    const root = dirname(createRequire(import.meta.url).resolve('excelize-wasm'))
    return init(join(root, 'excelize.wasm.gz'))
  })
  return loaded
}

/** @throws where the library says that something failed: the input is ours, so it is a programmer's error. */
export function must({ error }: { readonly error: string | null }): void {
  if (error) throw new Error(`excelize: ${error}`)
}
