import { type Document, isNode, LineCounter, parseDocument } from 'yaml'
import { checkPlan } from '#domain/plan/check.ts'
import type { Plan } from '#domain/plan/plan.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { planFile } from './schema.ts'

/** A plan of 110 projects is about 100 kB; anything far above this is not a plan, and is refused before it is parsed. */
export const LARGEST_PLAN_FILE = 4_000_000

/** Deeper than any plan; a parser that recurses is not asked to go further. */
const DEEPEST = 100

export type ReadPlan = { readonly plan?: Plan; readonly findings: readonly Finding[] }

/**
 * Reads a 計画ファイル (plan file, YAML). Never throws on bad input: a fault comes back as findings with line and reason,
 * and then there is no plan.
 */
export function readPlanFile(text: string): ReadPlan {
  if (text.length > LARGEST_PLAN_FILE)
    return refused([
      {
        code: 'file-too-large',
        severity: 'error',
        line: 1,
        detail: { size: text.length, most: LARGEST_PLAN_FILE },
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
  const shaped = planFile.safeParse(document.toJS({ maxAliasCount: 0 }))
  if (!shaped.success)
    return refused(
      shaped.error.issues.map((issue) => {
        const path = issue.path as (string | number)[]
        const written = document.getIn(path)
        return {
          code:
            issue.code === 'custom' || issue.code === 'invalid_format'
              ? issue.message
              : `shape-${issue.code}`,
          severity: 'error' as const,
          path,
          ...lineOf(document, lines, path),
          detail: {
            ...(typeof written === 'string' ? { value: written.slice(0, 80) } : {}),
            reason: 'keys' in issue ? `${issue.message}` : issue.message,
          },
        }
      }),
    )
  const findings = checkPlan(shaped.data).map((finding) => ({
    ...finding,
    ...lineOf(document, lines, finding.path ?? []),
  }))
  return findings.some(({ severity }) => severity === 'error')
    ? refused(findings)
    : { plan: shaped.data, findings }
}

const refused = (findings: readonly Finding[]): ReadPlan => ({ findings })

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
