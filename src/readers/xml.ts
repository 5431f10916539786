import { SaxesParser } from 'saxes'
import { done, type Outcome, refuse } from '#domain/shared/outcome.ts'

export type XmlNode = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlNode | string)[]
}

export type XmlWhy = 'not-xml' | 'xml-dtd' | 'nested-too-deep'

const DEEPEST = 400

type Open = { name: string; attributes: Record<string, string>; children: (XmlNode | string)[] }

/** Reads XML into a tree. A document type is refused before it can name a file or an entity; so is nesting that no office writes. */
export function readXml(text: string): Outcome<XmlNode, XmlWhy> {
  const top: Open = { name: '', attributes: {}, children: [] }
  const stack: Open[] = [top]
  let why: XmlWhy | undefined
  let reason = ''
  const parser = new SaxesParser({})
  const stop = (code: XmlWhy, said = '') => {
    why ??= code
    reason ||= said.slice(0, 120)
  }
  parser.on('doctype', () => stop('xml-dtd'))
  parser.on('error', ({ message }) => stop('not-xml', message))
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length > DEEPEST) stop('nested-too-deep')
    if (why) return
    const node: Open = { name, attributes, children: [] }
    stack.at(-1)?.children.push(node)
    stack.push(node)
  })
  parser.on('closetag', () => {
    if (!why) stack.pop()
  })
  const add = (said: string) => {
    if (!why) stack.at(-1)?.children.push(said)
  }
  parser.on('text', add)
  parser.on('cdata', add)
  const STEP = 1 << 16
  for (let at = 0; at < text.length && !why; at += STEP) parser.write(text.slice(at, at + STEP))
  if (!why) parser.close()
  const root = top.children.find((child): child is XmlNode => typeof child !== 'string')
  if (why || !root) return refuse(why ?? 'not-xml', { reason, most: DEEPEST })
  return done(root)
}

export const elements = (node: XmlNode | undefined, name?: string): readonly XmlNode[] =>
  (node?.children ?? []).filter(
    (child): child is XmlNode => typeof child !== 'string' && (name === undefined || child.name === name),
  )

export const element = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child): child is XmlNode => typeof child !== 'string' && child.name === name)

/** Value of `w:val` and the like of a child, where it is there. */
export const valOf = (node: XmlNode | undefined, name: string): string | undefined =>
  element(node, name)?.attributes['w:val']

export const textOf = (node: XmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
