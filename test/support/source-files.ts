import { globSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')

/** One file of our own source, and what it imports. */
export type SourceFile = {
  /** From the root of the repository: `src/domain/plan/plan.ts`. */
  readonly path: string
  readonly text: string
  readonly lines: number
  readonly imports: readonly Import[]
}

/** `file` for one of ours, else the `package` (`node:` for Node's own). */
export type Import = { readonly file?: string; readonly package?: string; readonly typeOnly: boolean }

const FROM = /^[ \t]*(?:import|export)\b(\s+type\b)?[^'"`;]*?\bfrom\s*'([^']+)'/gm
const BARE = /^[ \t]*import\s+'([^']+)'/gm
const CALLED = /\bimport\(\s*['`]([^'`]+)['`]/g

/** Every TypeScript file below `src`, with its imports resolved. Generated `+types` are not files of ours. */
export function sourceFiles(): readonly SourceFile[] {
  return globSync('src/**/*.{ts,tsx}', { cwd: ROOT })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(ROOT, path), 'utf8')
      const named = [
        ...[...text.matchAll(FROM)].map(([, type, name = '']) => ({ name, typeOnly: type !== undefined })),
        ...[...text.matchAll(BARE)].map(([, name = '']) => ({ name, typeOnly: false })),
        ...[...text.matchAll(CALLED)].map(([, name = '']) => ({ name, typeOnly: false })),
      ]
      return {
        path,
        text,
        lines: text.split('\n').length - 1,
        imports: named
          .filter(({ name }) => !name.includes('+types'))
          .map(({ name, typeOnly }) => ({ ...resolve(path, name), typeOnly })),
      }
    })
}

function resolve(from: string, name: string): { readonly file: string } | { readonly package: string } {
  if (name.startsWith('.')) return { file: posix.join(dirname(from), name) }
  if (name.startsWith('#test/')) return { file: name.slice(1) }
  if (name.startsWith('#')) return { file: `src/${name.slice(1)}` }
  if (name.startsWith('node:')) return { package: 'node:' }
  const [first = '', second] = name.split('/')
  // The name of an embedded PostgreSQL's package ends in the platform it is for.
  return { package: first.startsWith('@') && !second?.startsWith('$') ? `${first}/${second}` : first }
}

/** The top folder below `src`: `domain`, `words`, … */
export const floorOf = (path: string): string => path.split('/')[1] ?? ''

/** Rings of files that import each other, each once, by its files in order. */
export function rings(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const byPath = new Map(files.map((file) => [file.path, file]))
  const found = new Map<string, readonly string[]>()
  const finished = new Set<string>()
  const walk = (path: string, trail: readonly string[]): void => {
    const at = trail.indexOf(path)
    if (at >= 0) {
      const ring = trail.slice(at)
      found.set(ring.toSorted().join(' '), ring)
      return
    }
    if (finished.has(path)) return
    for (const { file } of byPath.get(path)?.imports ?? [])
      if (file !== undefined && byPath.has(file)) walk(file, [...trail, path])
    finished.add(path)
  }
  for (const { path } of files) walk(path, [])
  return [...found.values()]
}
