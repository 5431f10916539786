import { Document, isMap, isScalar, Pair, Scalar, visit, YAMLMap, YAMLSeq } from 'yaml'
import type { Plan } from '#domain/plan/plan.ts'
import { type Money, writeMoney } from '#domain/shared/money.ts'

/**
 * Order of keys wherever they occur, so that the file reads from name to detail and a change in the plan is a small diff.
 * A key that is missing here is a programmer's error and throws.
 */
const ORDER = [
  ...[
    'id',
    'government',
    'kind',
    'number',
    'title',
    'titles',
    'edition',
    'period',
    'documents',
    'sections',
    'passages',
  ],
  ...[
    'figures',
    'measure',
    'level',
    'project',
    'commitment',
    'indicator',
    'on',
    'name',
    'names',
    'en',
    'zh-Hant',
  ],
  ...[
    'tags',
    'trees',
    'indicators',
    'commitments',
    'relistings',
    'projects',
    'listings',
    'tables',
    'glossary',
    'bodies',
  ],
  ...[
    'steps',
    'references',
    'alignments',
    'donations',
    'levels',
    'label',
    'stage',
    'publisher',
    'published',
    'date',
  ],
  ...[
    'digest',
    'revises',
    'atHand',
    'reason',
    'document',
    'section',
    'page',
    'from',
    'line',
    'to',
    'hash',
    'fromNote',
  ],
  ...['endsOn', 'sha256', 'lines', 'role', 'with', 'means', 'count', 'relation', 'plan', 'term', 'gloss'],
  ...[
    'sharesNoteWith',
    'what',
    'printedName',
    'subtitle',
    'direction',
    'text',
    'definition',
    'unit',
    'better',
  ],
  ...[
    'accumulation',
    'accumulatesFrom',
    'scope',
    'dataSource',
    'survey',
    'n',
    'question',
    'tolerancePoints',
    'release',
  ],
  ...[
    'month',
    'lagYears',
    'department',
    'mayBeSummed',
    'shared',
    'driver',
    'parts',
    'settled',
    'baseline',
    'targets',
    'year',
  ],
  ...[
    'value',
    'qualifier',
    'printed',
    'headingYear',
    'span',
    'months',
    'calendarYear',
    'tolerance',
    'promise',
    'amount',
  ],
  ...[
    'previous',
    'booking',
    'changes',
    'fromYear',
    'toYear',
    'otherAmounts',
    'about',
    'estimate',
    'columns',
    'rows',
  ],
  ...['since', 'by', 'note', 'summary', 'related', 'refersTo', 'openList', 'source', 'nodes', 'children'],
]
const RANK = new Map(ORDER.map((key, at) => [key, at]))

/** Written without quotes though it is text to us: numbers and years read as such by every YAML parser. */
const NUMERIC = new Set(['value', 'tolerance'])

/** Longest map or list that is kept on one line. */
const ONE_LINE = 110

/** Writes a 計画ファイル (plan file). Same plan, same text; what is not stated or empty is left out. */
export function writePlanFile(plan: Plan): string {
  const document = new Document(undefined, { schema: 'core' })
  document.contents = toNode(plan, '') as never
  visit(document, {
    Collection(key, node) {
      if (key !== null && (isMap(node) ? flat(node) : isRow(node))) node.flow = true
    },
  })
  return `${document.toString({ lineWidth: 0, flowCollectionPadding: false }).trimEnd()}\n`
}

function toNode(value: unknown, key: string): unknown {
  if (Array.isArray(value)) {
    const list = new YAMLSeq()
    list.items = value.map((each) => toNode(each, key))
    return list
  }
  if (typeof value !== 'object' || value === null) return scalar(value, key)
  if (isMoney(value)) return scalar(writeMoney(value), key)
  const map = new YAMLMap()
  for (const [name, each] of Object.entries(value).sort(byRank)) {
    if (each === undefined || each === 'not-stated' || (Array.isArray(each) && each.length === 0)) continue
    if (name === 'role' && each === 'final') continue
    map.items.push(new Pair(new Scalar(name), toNode(each, name)))
  }
  return map
}

function scalar(value: unknown, key: string): Scalar {
  if (!NUMERIC.has(key)) return new Scalar(value)
  const written = new Scalar(Number(value))
  written.source = String(value)
  written.minFractionDigits = String(value).split('.')[1]?.length ?? 0
  return written
}

const isMoney = (value: object): value is Money => 'yen' in value && 'unit' in value

function byRank([a]: [string, unknown], [b]: [string, unknown]): number {
  const [first, second] = [RANK.get(a), RANK.get(b)]
  if (first === undefined || second === undefined)
    throw new Error(`plan file: no place in ORDER for key '${first === undefined ? a : b}'`)
  return first - second
}

const width = (value: unknown): number => {
  if (isScalar(value)) return String(value.value).length * 1.4 + 2
  if (isMap(value)) return value.items.reduce((sum, pair) => sum + width(pair.key) + width(pair.value) + 2, 2)
  return Number.POSITIVE_INFINITY
}

/** A map of plain values, or of such maps, that fits on one line: a source, a baseline, a target. */
const flat = (map: YAMLMap): boolean =>
  map.items.every(
    ({ value }) => isScalar(value) || (isMap(value) && value.items.every((pair) => isScalar(pair.value))),
  ) && width(map) <= ONE_LINE

/** A row of cells, or a list of short words. */
const isRow = (node: unknown): boolean =>
  node instanceof YAMLSeq && node.items.length > 0 && node.items.every((each) => isScalar(each))
