import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)

const JAPANESE = [
  'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf',
  'noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
  'biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
]

/**
 * 書体: embedded as files, so that every machine prints the same. 繁體中文 has faces of its own, read only for its papers, and the Japanese
 * ones behind them for names that have no translation.
 */
const FONTS = {
  japanese: JAPANESE,
  traditional: [
    'noto-sans-tc/400Regular/NotoSansTC_400Regular.ttf',
    'noto-sans-tc/500Medium/NotoSansTC_500Medium.ttf',
    'noto-sans-tc/700Bold/NotoSansTC_700Bold.ttf',
    ...JAPANESE,
  ],
} as const

export type FontSet = keyof typeof FONTS

/** Where the files of a set lie. */
export const fontFiles = (set: FontSet): readonly string[] =>
  FONTS[set].map((path) => require.resolve(`@expo-google-fonts/${path}`))

const compilers = new Map<FontSet, NodeCompiler>()

/** The compiler with a set of fonts, made when the first page is printed: it takes a tenth of a second and some 40 MB. */
async function typst(set: FontSet): Promise<NodeCompiler> {
  const made = compilers.get(set)
  if (made) return made
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compiler = NodeCompiler.create({
    fontArgs: [{ fontBlobs: fontFiles(set).map((path) => readFileSync(path)) }],
    workspace: tmpdir(),
  })
  compilers.set(set, compiler)
  return compiler
}

/** Compiles a source with its inputs into a tagged PDF. Throws for a programmer's error: the sources are ours. */
export async function toPdf(
  source: string,
  inputs: Readonly<Record<string, string>> = {},
  set: FontSet = 'japanese',
): Promise<Uint8Array> {
  const found = await typst(set)
  const compiled = found.compile({ mainFileContent: source, inputs: { ...inputs } })
  const { result } = compiled
  if (!result) {
    const error = compiled.takeError()
    throw new Error(
      `Typst: ${JSON.stringify(error ? found.fetchDiagnostics(error) : compiled.takeDiagnostics())}`,
    )
  }
  const bytes = found.pdf(result, { pdfTags: true, creationTimestamp: 0 })
  found.evictCache(2)
  return new Uint8Array(bytes)
}
