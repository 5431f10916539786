import { isAbsolute, sep } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Finding } from '#domain/shared/finding.ts'
import type { Marked } from '#readers/check/check-document.ts'
import type { Spot } from '#readers/check/places.ts'
import { finding as findingInEnglish } from '#words/en/refusals.ts'
import { remarks as english } from '#words/en/remarks.ts'
import { remarks as japanese } from '#words/ja/remarks.ts'
import { ja } from '#words/ja.ts'

const SEVERITY: Readonly<Record<Finding['severity'], string>> = {
  error: 'エラー',
  warning: '警告',
  note: '注意',
}

/** What was noticed in one file, and what of it somebody has accepted with a reason; or why it could not be read. */
export type CheckedFile = {
  readonly file: string
  readonly remarks: readonly Marked[]
  readonly accepted: readonly (Marked & { readonly reason: string })[]
  readonly unreadable?: Finding
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

function asText(found: readonly CheckedFile[]): string {
  const lines = found.flatMap(({ file, remarks, unreadable }) => [
    ...(unreadable ? [`${file}: ${SEVERITY.error} ${unreadable.code} ${ja.finding(unreadable)}`] : []),
    ...remarks.flatMap((each) => {
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
  ])
  const count = found.reduce((sum, { remarks }) => sum + remarks.length, 0)
  const quiet = found.reduce((sum, { accepted }) => sum + accepted.length, 0)
  const unread = found.filter(({ unreadable }) => unreadable).length
  const clean = unread === 0 ? '確認事項はありません。' : '確認事項 0件'
  const tail = `${count === 0 ? clean : `確認事項 ${count}件`}${unread > 0 ? `、読めないファイル ${unread}件` : ''}${quiet > 0 ? `（ほかに承知したもの ${quiet}件）` : ''}`
  return `${[...lines, tail].join('\n')}\n`
}

const asJson = (found: readonly CheckedFile[]): string =>
  `${JSON.stringify(
    found.map(({ file, remarks, accepted, unreadable }) => ({
      file,
      ...(unreadable
        ? {
            unreadable: {
              ...unreadable,
              message: { ja: ja.finding(unreadable), en: findingInEnglish(unreadable) },
            },
          }
        : {}),
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

/** A relative path stays relative to where the command ran; what a URI may not hold is percent-encoded. */
const uriOf = (file: string): string =>
  isAbsolute(file) ? pathToFileURL(file).href : file.split(sep).map(encodeURIComponent).join('/')

/** SARIF 2.1.0, so that editors and forges show the remarks beside the text. */
const asSarif = (found: readonly CheckedFile[]): string => {
  const codes = [
    ...new Set(
      found.flatMap(({ remarks, accepted, unreadable }) =>
        [...remarks, ...accepted, ...(unreadable ? [unreadable] : [])].map(({ code }) => code),
      ),
    ),
  ].sort()
  return `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name: 'shirube', rules: codes.map((id) => ({ id })) } },
          results: found.flatMap(({ file, remarks, accepted, unreadable }) => [
            ...(unreadable
              ? [
                  {
                    ruleId: unreadable.code,
                    level: unreadable.severity,
                    message: { text: ja.finding(unreadable) },
                    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }],
                  },
                ]
              : []),
            ...[...remarks, ...accepted].map((each) => ({
              ruleId: each.code,
              level: each.severity,
              partialFingerprints: { shirube: each.mark },
              ...('reason' in each
                ? { suppressions: [{ kind: 'external', justification: each.reason }] }
                : {}),
              ...(each.page === undefined ? {} : { properties: { page: each.page } }),
              message: {
                text: `${each.page === undefined ? '' : `${each.page}頁: `}${sayJa(each).join('。')}${each.detail?.arithmetic ? `（${each.detail.arithmetic}）` : ''}`,
              },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: uriOf(file) },
                    region: { startLine: each.line },
                  },
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
          ]),
        },
      ],
    },
    null,
    2,
  )}\n`
}

type Writer = (found: readonly CheckedFile[]) => string

export const WRITERS: Readonly<Record<string, Writer>> & { readonly text: Writer } = {
  text: asText,
  json: asJson,
  sarif: asSarif,
}
