import { element, elements, valOf, type XmlNode } from '../xml.ts'

/** What a paragraph style says that matters here. */
export type Style = {
  /** 見出しの深さ, from 1. */
  readonly heading?: number
  /** 表題: the title of the whole document. */
  readonly title?: boolean
  readonly numbering?: { readonly id: string; readonly level: number }
}

const TITLED = /^(?:title|表題)$/iu
const NAMED = /^(?:heading|見出し)\s*([1-9１-９])$/iu

export function numberingOf(properties: XmlNode | undefined): Style['numbering'] {
  const node = element(properties, 'w:numPr')
  const id = valOf(node, 'w:numId')
  return id === undefined ? undefined : { id, level: Number(valOf(node, 'w:ilvl') ?? 0) }
}

/** 0–8 are the levels of an outline, 9 is running text. */
export function outlineOf(properties: XmlNode | undefined): number | undefined {
  const level = valOf(properties, 'w:outlineLvl')
  return level === undefined ? undefined : Number(level)
}

/** Styles by id, each with what it inherits. */
export function readStyles(root: XmlNode | undefined): ReadonlyMap<string, Style> {
  const nodes = new Map(elements(root, 'w:style').map((node) => [node.attributes['w:styleId'] ?? '', node]))
  const styleOf = (id: string, depth = 0): Style => {
    const node = nodes.get(id)
    if (!node || depth > 20) return {}
    const base = styleOf(valOf(node, 'w:basedOn') ?? '', depth + 1)
    const properties = element(node, 'w:pPr')
    const name = valOf(node, 'w:name') ?? ''
    const named = NAMED.exec(name)?.[1]?.normalize('NFKC')
    const outline = outlineOf(properties) ?? (named ? Number(named) - 1 : undefined)
    const numbering = numberingOf(properties)
    return {
      ...base,
      ...(TITLED.test(name) ? { title: true } : {}),
      ...(outline === undefined ? {} : outline < 9 ? { heading: outline + 1 } : {}),
      ...(numbering
        ? {
            numbering: {
              ...numbering,
              level: outline !== undefined && outline < 9 ? outline : numbering.level,
            },
          }
        : {}),
    }
  }
  return new Map([...nodes.keys()].map((id) => [id, styleOf(id)]))
}
