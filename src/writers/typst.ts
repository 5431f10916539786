import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import type { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)

/** 書体: embedded as files, so that every machine prints the same. */
const FONTS = [
  'noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
  'noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf',
  'noto-sans-jp/700Bold/NotoSansJP_700Bold.ttf',
  'biz-udmincho/400Regular/BIZUDMincho_400Regular.ttf',
]

let compiler: NodeCompiler | undefined

/** The compiler with our fonts, made when the first page is printed: it takes a tenth of a second and some 40 MB. */
export async function typst(): Promise<NodeCompiler> {
  if (compiler) return compiler
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const fontBlobs = FONTS.map((path) => readFileSync(require.resolve(`@expo-google-fonts/${path}`)))
  compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: tmpdir() })
  return compiler
}

/** Compiles a source with its inputs into a tagged PDF. Throws for a programmer's error: the sources are ours. */
export async function toPdf(
  source: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const found = await typst()
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
