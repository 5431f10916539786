import { readFile } from 'node:fs/promises'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'
import { type Accepted, readAccepted } from '#readers/check/accepted.ts'
import { checkDocument, type Marked } from '#readers/check/check-document.ts'
import type { Spot } from '#readers/check/places.ts'
import { readDocument } from '#readers/read-document.ts'
import { remarks as english } from '#words/en/remarks.ts'
import { remarks as japanese } from '#words/ja/remarks.ts'
import { ja } from '#words/ja.ts'
import type { FileCommand } from './terminal.ts'

const RANK = { error: 3, warning: 2, note: 1 } as const
type Severity = keyof typeof RANK
const SEVERITY: Readonly<Record<Severity, string>> = { error: 'エラー', warning: '警告', note: '注意' }

/** What was noticed in one file, and what of it somebody has accepted with a reason. */
type Of = {
  readonly file: string
  readonly remarks: readonly Marked[]
  readonly accepted: readonly (Marked & { readonly reason: string })[]
}

/**
 * `shirube check`: like a compiler, one line a doubt, with file, line and arithmetic. Exit 0 clean, 1 something at or above
 * `--fail-on`, 2 unreadable.
 */
export const checkFiles: FileCommand = async ({ args, options }) => {
  const known = await acceptedIn(options.accepted)
  if (!known.ok) return done({ text: `${ja.refusal(known.why, known.detail)}\n`, exit: 2 })
  const found: Of[] = []
  for (const file of args) {
    const read = await remarksOf(file)
    if (!read.ok) return done({ text: `${file}: ${read.detail?.reason ?? read.why}\n`, exit: 2 })
    found.push(apart(file, read.value, known.value))
  }
  const worst = Math.max(0, ...found.flatMap(({ remarks }) => remarks.map(({ severity }) => RANK[severity])))
  const format = options.json ? 'json' : String(options.format)
  const write = WRITERS[format] ?? asText
  return done({ text: write(found), exit: worst >= RANK[options.failOn as Severity] ? 1 : 0 })
}

async function acceptedIn(file: unknown): Promise<Outcome<Accepted, string>> {
  if (typeof file !== 'string') return done(new Map())
  const text = await readFile(file, 'utf8').catch(() => undefined)
  return text === undefined ? refuse('file-not-readable', { file }) : readAccepted(text)
}

const apart = (file: string, all: readonly Marked[], known: Accepted): Of => ({
  file,
  remarks: all.filter(({ mark }) => !known.has(mark)),
  accepted: all.flatMap((each) => {
    const reason = known.get(each.mark)
    return reason === undefined ? [] : [{ ...each, reason }]
  }),
})

async function remarksOf(file: string): Promise<Outcome<readonly Marked[], 'unreadable'>> {
  const bytes = await readFile(file).catch((error: Error) => error)
  if (bytes instanceof Error) return refuse('unreadable', { reason: bytes.message })
  const document = await readDocument(bytes, file.split(/[\\/]/).at(-1) ?? file)
  const fatal = document.findings.find(({ severity }) => severity === 'error')
  return fatal ? refuse('unreadable', { reason: ja.finding(fatal) }) : done(checkDocument(document))
}

/** 「3頁12」「指標!B12」「12」. */
const placeSaid = ({ page, line, sheet, cell }: Spot) =>
  cell ? qualified(sheet, cell) : page === undefined ? String(line) : `${page}頁${line}`

const qualified = (sheet: string | undefined, cell: string) =>
  sheet === undefined ? cell : `${sheet}!${cell}`

/** 「3:12」「指標!B12」「12」, after the file as a compiler prints it. */
const placeAfterFile = ({ page, line, sheet, cell }: Spot) =>
  cell ? qualified(sheet, cell) : `${page === undefined ? '' : `${page}:`}${line}`

const sayJa = ({ code, detail = {} }: Marked) => japanese[code]?.(detail) ?? [code, '']

function asText(found: readonly Of[]): string {
  const lines = found.flatMap(({ file, remarks }) =>
    remarks.flatMap((each) => {
      const [said, advice] = sayJa(each)
      const { arithmetic } = each.detail ?? {}
      const others = each.places.map(placeSaid).join(', ')
      return [
        `${file}:${placeAfterFile(each)}: ${SEVERITY[each.severity]} ${each.code} ${said} [${each.mark}]`,
        ...(arithmetic ? [`    ${arithmetic}`] : []),
        ...(each.places.length > 1 ? [`    ${each.cell ? 'セル' : '行'}: ${others}`] : []),
        `    → ${advice}`,
      ]
    }),
  )
  const count = found.reduce((sum, { remarks }) => sum + remarks.length, 0)
  const quiet = found.reduce((sum, { accepted }) => sum + accepted.length, 0)
  const tail = `${count === 0 ? '確認事項はありません。' : `確認事項 ${count}件`}${quiet > 0 ? `（ほかに承知したもの ${quiet}件）` : ''}`
  return `${[...lines, tail].join('\n')}\n`
}

const asJson = (found: readonly Of[]): string =>
  `${JSON.stringify(
    found.map(({ file, remarks, accepted }) => ({
      file,
      accepted: accepted.map(({ mark, code, page, line, sheet, cell, reason }) => ({
        mark,
        code,
        page,
        line,
        sheet,
        cell,
        reason,
      })),
      remarks: remarks.map((each) => {
        const [said, advice] = sayJa(each)
        const [saidEn, adviceEn] = english[each.code]?.(each.detail ?? {}) ?? [each.code, '']
        return { ...each, message: { ja: said, en: saidEn }, advice: { ja: advice, en: adviceEn } }
      }),
    })),
    null,
    2,
  )}\n`

/** SARIF 2.1.0, so that editors and forges show the remarks beside the text. */
const asSarif = (found: readonly Of[]): string => {
  const codes = [
    ...new Set(found.flatMap(({ remarks, accepted }) => [...remarks, ...accepted].map(({ code }) => code))),
  ].sort()
  return `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'shirube', rules: codes.map((id) => ({ id })) } },
          results: found.flatMap(({ file, remarks, accepted }) =>
            [...remarks, ...accepted].map((each) => ({
              ruleId: each.code,
              level: each.severity,
              partialFingerprints: { shirube: each.mark },
              ...('reason' in each
                ? { suppressions: [{ kind: 'external', justification: each.reason }] }
                : {}),
              message: {
                text: `${sayJa(each).join('。')}${each.detail?.arithmetic ? `（${each.detail.arithmetic}）` : ''}`,
              },
              locations: [
                {
                  physicalLocation: { artifactLocation: { uri: file }, region: { startLine: each.line } },
                  ...(each.cell
                    ? {
                        logicalLocations: [
                          {
                            name: each.cell,
                            fullyQualifiedName: qualified(each.sheet, each.cell),
                            kind: 'cell',
                          },
                        ],
                      }
                    : {}),
                },
              ],
            })),
          ),
        },
      ],
    },
    null,
    2,
  )}\n`
}

const WRITERS: Readonly<Record<string, (found: readonly Of[]) => string>> = {
  text: asText,
  json: asJson,
  sarif: asSarif,
}
