import type { SourceDocument } from '#domain/document/source-document.ts'
import type { Finding } from '#domain/shared/finding.ts'
import { element, elements, readXml, textOf, type XmlNode } from '../xml.ts'
import { openZip, type Zip } from '../zip.ts'
import { Body } from './body.ts'
import { readNumbering } from './numbering.ts'
import { readStyles } from './styles.ts'

/** Word (.docx, .docm) → lines, headings by style, lists with their numbers, tables with merged cells, footnotes at the end. */
export function readWord(bytes: Uint8Array, name: string): SourceDocument {
  const findings: Finding[] = []
  const say = (severity: Finding['severity'], code: string, detail?: Finding['detail']) =>
    findings.push({ code, severity, ...(detail ? { detail } : {}) })
  const refused = (code: string, detail?: Finding['detail']): SourceDocument => {
    say('error', code, detail)
    return { name, format: 'word', pages: [], findings }
  }
  const zip = openZip(bytes)
  if (!zip.ok)
    return refused(zip.why === 'not-a-zip' ? 'not-readable' : zip.why, { format: 'Word', ...zip.detail })
  const part = (path: string): XmlNode | undefined => {
    const found = zip.value.read(path)
    if (!found) return undefined
    const xml = readXml(new TextDecoder().decode(found))
    if (xml.ok) return xml.value
    say('error', xml.why, { part: path, ...xml.detail })
    return undefined
  }
  const root = part(mainPart(zip.value, part))
  const content = element(root, 'w:body')
  if (!content)
    return findings.length > 0
      ? { name, format: 'word', pages: [], findings }
      : refused('not-readable', { format: 'Word' })

  const styles = readStyles(part('word/styles.xml'))
  const numbering = readNumbering(part('word/numbering.xml'))
  const body = new Body({ styles, numbering }, has(content, 'w:lastRenderedPageBreak'))
  body.read(content)
  const notes = new Map<string, XmlNode>([
    ...elements(part('word/footnotes.xml'), 'w:footnote').map(
      (node) => [`f${node.attributes['w:id']}`, node] as const,
    ),
    ...elements(part('word/endnotes.xml'), 'w:endnote').map(
      (node) => [`e${node.attributes['w:id']}`, node] as const,
    ),
  ])
  body.notes.forEach((id, at) => {
    const note = notes.get(id)
    if (note) body.add(`（注${at + 1}）${noteText(note)}`)
  })
  asides(body, zip.value, part, say)
  const pages = body.pages.map((blocks, at) => ({ number: at + 1, blocks }))
  if (pages.every(({ blocks }) => blocks.length === 0)) say('error', 'nothing-read')
  return { name, ...(body.title ? { title: body.title } : {}), format: 'word', pages, findings }
}

/** The part that the package names as its document; by custom `word/document.xml`. */
function mainPart(zip: Zip, part: (path: string) => XmlNode | undefined): string {
  if (zip.names.has('word/document.xml')) return 'word/document.xml'
  const target = elements(part('_rels/.rels'), 'Relationship').find(({ attributes }) =>
    attributes.Type?.endsWith('/officeDocument'),
  )?.attributes.Target
  return (target ?? '').replace(/^\//, '')
}

const has = (node: XmlNode, name: string): boolean =>
  elements(node).some((child) => child.name === name || has(child, name))

const noteText = (node: XmlNode): string =>
  elements(node, 'w:p')
    .map((paragraph) => saidIn(paragraph).trim())
    .filter((text) => text !== '')
    .join('\n')

/** Texts only, without the names of fields such as PAGE. */
const saidIn = (node: XmlNode): string =>
  elements(node)
    .map((child) => (child.name === 'w:t' ? textOf(child) : saidIn(child)))
    .join('')

function asides(
  body: Body,
  zip: Zip,
  part: (path: string) => XmlNode | undefined,
  say: (severity: Finding['severity'], code: string, detail?: Finding['detail']) => void,
): void {
  const { hidden, deleted, ruby } = body.aside
  if (hidden > 0) say('note', 'hidden-text-left-out', { count: hidden })
  if (deleted > 0) say('note', 'deleted-text-left-out', { count: deleted })
  if (ruby > 0) say('note', 'ruby-left-out', { count: ruby })
  if (zip.names.has('word/vbaProject.bin')) say('warning', 'macros-ignored')
  if (zip.names.has('word/comments.xml')) {
    const count = elements(part('word/comments.xml'), 'w:comment').length
    if (count > 0) say('note', 'comments-left-out', { count })
  }
  const external = elements(part('word/_rels/document.xml.rels'), 'Relationship').filter(
    ({ attributes }) => attributes.TargetMode === 'External' && !attributes.Type?.endsWith('/hyperlink'),
  )
  if (external.length > 0) say('note', 'external-ignored', { count: external.length })
  const edge = [...zip.names].filter((each) => /^word\/(?:header|footer)\d*\.xml$/.test(each)).sort()
  const said = new Set(
    edge.flatMap((path) => {
      const node = part(path)
      const text = node ? saidIn(node).trim() : ''
      return /[\p{L}]/u.test(text) ? [text.slice(0, 80)] : []
    }),
  )
  for (const text of said) say('note', 'repeated-line-left-out', { text })
}
