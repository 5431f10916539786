import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Matrix } from './box.ts'

export const OPS = pdfjs.OPS

export type Operators = { readonly fnArray: readonly number[]; readonly argsArray: readonly unknown[] }

/** What we ask of a font: the rest of it is for drawing. */
export type FontFace = { readonly vertical?: boolean; readonly fontMatrix?: readonly number[] }

export type PdfPage = {
  readonly view: Matrix
  readonly width: number
  readonly height: number
  readonly operators: Operators
  readonly fontOf: (id: string) => FontFace | undefined
  readonly done: () => void
}

export type PdfFile = {
  readonly pages: number
  page(number: number): Promise<PdfPage>
  close(): Promise<void>
}

const ROOT = `${dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))}/`

/**
 * Opens a PDF with what lies in the package: its Japanese cMaps and standard fonts, no network. Pictures are not decoded, and nothing
 * is drawn: glyph outlines are only made for fonts that could not be handed to a browser, so `disableFontFace` stays off.
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfFile> {
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: `${ROOT}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${ROOT}standard_fonts/`,
    wasmUrl: `${ROOT}wasm/`,
    disableFontFace: false,
    useSystemFonts: false,
    maxImageSize: 1,
    enableXfa: false,
    stopAtErrors: false,
    verbosity: 0,
  })
  const file = await task.promise.catch(async (error: unknown) => {
    await task.destroy()
    throw error
  })
  return {
    pages: file.numPages,
    async page(number) {
      const page = await file.getPage(number)
      const operators = await page.getOperatorList()
      const { width, height, transform } = page.getViewport({ scale: 1 })
      return {
        view: transform as unknown as Matrix,
        width,
        height,
        operators,
        fontOf: (id) => (page.commonObjs.has(id) ? (page.commonObjs.get(id) as FontFace) : undefined),
        done: () => void page.cleanup(),
      }
    },
    close: () => task.destroy(),
  }
}
