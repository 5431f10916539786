import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import type { Finding } from '#domain/shared/finding.ts'

/** The largest of our files is about 150 kB; anything far above this is none of them, and is refused before it is parsed. */
export const LARGEST_YAML_FILE = 4_000_000

/** Deeper than any of our files; a parser that recurses is not asked to go further. */
const DEEPEST = 100

export type ReadYaml<T> = { readonly value?: T; readonly findings: readonly Finding[] }

/**
 * Reads a YAML file whose scalars all stay text (so 0.90 keeps its zero), gives it its shape and checks it. Never throws on
 * bad input: a fault comes back as a finding with line and reason, and then there is no value.
 */
export function readYamlFile<T>(
  text: string,
  schema: z.ZodType<T>,
  check: (value: T) => readonly Finding[] = () => [],
): ReadYaml<T> {
  if (text.length > LARGEST_YAML_FILE)
    return refused([
      {
        code: 'file-too-large',
        severity: 'error',
        line: 1,
        detail: { size: text.length, most: LARGEST_YAML_FILE },
      },
    ])
  const unsafe = unsafeYaml(text)
  if (unsafe) return refused([unsafe])

  const lines = new LineCounter()
  const document = parseDocument(text, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  })
  if (document.errors.length > 0)
    return refused(
      document.errors.map((error) => ({
        code: error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'not-yaml',
        severity: 'error',
        ...place(lines, error.pos[0]),
        detail: { reason: error.message },
      })),
    )
  const shaped = schema.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (!shaped.success)
    return refused(shaped.error.issues.map((issue) => issueFinding(issue, document, lines)))
  const findings = check(shaped.data).map((finding) => ({
    ...finding,
    ...lineOf(document, lines, finding.path ?? []),
  }))
  return findings.some(({ severity }) => severity === 'error')
    ? refused(findings)
    : { value: shaped.data, findings }
}

const refused = (findings: readonly Finding[]) => ({ findings })

function issueFinding(issue: z.core.$ZodIssue, document: Document, lines: LineCounter): Finding {
  const path = [
    ...(issue.path as (string | number)[]),
    ...(issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []),
  ]
  const written = document.getIn(path)
  return {
    code: issue.code === 'custom' || issue.code === 'invalid_format' ? issue.message : `shape-${issue.code}`,
    severity: 'error',
    path,
    ...lineOf(document, lines, path),
    detail: {
      ...(typeof written === 'string' ? { value: written.slice(0, 80) } : {}),
      reason: issue.message,
    },
  }
}

/** Aliases (the YAML bomb) and nesting beyond {@link DEEPEST} are refused by a scan, before the parser sees them. */
function unsafeYaml(text: string): Finding | undefined {
  let line = 0
  for (const row of text.split('\n')) {
    line += 1
    const indent = row.search(/\S/)
    const flow = (row.match(/[[{]/g)?.length ?? 0) + Math.max(indent, 0) / 2
    if (flow > DEEPEST) return { code: 'nested-too-deep', severity: 'error', line, detail: { most: DEEPEST } }
    if (/(^|[\s\-[{,:])[&*][A-Za-z0-9_]+(\s|,|]|}|$)/.test(row.replace(/'[^']*'|"[^"]*"|#.*$/g, '')))
      return { code: 'alias-not-allowed', severity: 'error', line }
  }
  return undefined
}

const place = (lines: LineCounter, offset: number) => {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}

/** The line of a path, or of the nearest thing above it that exists. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]) {
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = depth === 0 ? document.contents : document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return place(lines, node.range[0])
  }
  return { line: 1, column: 1 }
}
