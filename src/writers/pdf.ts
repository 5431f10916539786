import { type Document, printable } from './document.ts'
import { toPdf } from './typst.ts'

/**
 * The page, once for all documents: it draws the tree that comes as an input, so that no text of a plan is ever read as markup.
 * A row stays together on a page as long as it is short; one of many lines goes on over the pages, for nothing may be lost.
 * Rules, sizes and order of a table: 0.9 pt above, 0.5 pt under the head, 0.25 pt between rows.
 */
const PAGE = `
#let doc = json(bytes(sys.inputs.document))
#let ink = luma(10%)
#let hair = luma(70%)
#let chinese = doc.lang == "zh-Hant"
#let gothic = if chinese { ("Noto Sans TC", "Noto Sans JP") } else { ("Noto Sans JP",) }
#let mincho = if chinese { gothic } else { ("BIZ UDMincho", "Noto Sans JP") }
#set document(title: doc.title, date: none)
#set page(
  paper: "a4",
  margin: (x: 20mm, top: 20mm, bottom: 18mm),
  header: context if counter(page).get().first() > 1 { text(size: 7.5pt, fill: luma(32%), doc.title) },
  footer: context align(center, text(size: 8pt, counter(page).display("1 / 1", both: true))),
)
#set text(font: mincho, size: 10.5pt, fill: ink, lang: if chinese { "zh" } else { doc.lang }, region: if chinese { "TW" } else { none }, top-edge: 0.88em, bottom-edge: -0.12em)
#set par(leading: 0.7em, spacing: 0.9em, justify: true)
#show heading: it => block(above: 1.5em, below: 0.8em, sticky: true, text(font: gothic, weight: "bold", size: (16pt, 14.5pt, 13pt, 12pt, 11.5pt, 11pt).at(calc.min(it.level, 6) - 1), it.body))
#set table.cell(breakable: false)
#let lines(s) = s.split("\\n").join(linebreak())
#let notes(items) = {
  set text(font: gothic, size: 7.5pt, fill: luma(20%))
  set par(leading: 0.5em, justify: false)
  for item in items { block(above: 0.5em, below: 0.5em, pad(left: 1.2em, { h(-1.2em); [※ ]; lines(item) })) }
}
#let entries(items) = for item in items {
  block(above: 0.55em, below: 0.55em, pad(left: 1.2em + item.level * 1.4em, { h(-1.2em); text(item.mark); lines(item.text) }))
}
#let sheet(t) = {
  set text(font: gothic, size: 8.5pt)
  set par(leading: 0.4em, justify: false)
  let caption = t.at("caption", default: none)
  let unit = t.at("unit", default: none)
  if caption != none or unit != none {
    block(above: 1.1em, below: 0.5em, width: 100%, sticky: true, grid(
      columns: (1fr, auto),
      align: (left + bottom, right + bottom),
      if caption != none { text(weight: "bold", caption) },
      if unit != none { text(size: 0.88em)[（#doc.at("unitWord", default: "単位")：#unit）] },
    ))
  }
  let whole = t.columns.map(c => c.width).sum(default: 1)
  let lengthy(s, width) = s.split("\\n").map(line => calc.ceil(line.clusters().len() / calc.max(1, calc.floor(55 * width / whole) - 1))).sum(default: 0) > 30
  let sides = t.columns.map(c => if c.align == "right" { right } else if c.align == "centre" { center } else { left })
  block(above: 0.6em, below: 0.8em, table(
    columns: t.columns.map(c => c.width * 1fr),
    align: (x, y) => if y == 0 { center + horizon } else { sides.at(x) + horizon },
    inset: (x: 1.4mm, y: 1.2mm),
    fill: (x, y) => if y == 0 { luma(93%) },
    stroke: (x, y) => (x: 0.25pt + hair, bottom: if y == 0 { 0.5pt + ink } else { 0.25pt + hair }, top: if y == 0 { 0.9pt + ink } else { 0.25pt + hair }),
    table.header(repeat: true, ..t.columns.map(c => text(size: 7.5pt, weight: "medium", lines(c.heading)))),
    ..for row in t.rows {
      if row.kind == "group" {
        (table.cell(colspan: t.columns.len(), breakable: lengthy(row.text, whole), align: left + horizon, fill: if row.level > 1 { luma(97%) }, inset: (left: row.level * 1.6mm, y: 1.1mm), text(weight: if row.level == 1 { "bold" } else { "regular" }, lines(row.text))),)
      } else {
        let total = row.at("total", default: false)
        let goes-on = row.cells.zip(t.columns).any(((c, column)) => lengthy(c, column.width))
        row.cells.map(c => table.cell(breakable: goes-on, fill: if total { luma(93%) }, text(weight: if total { "bold" } else { "regular" }, lines(c))))
      }
    },
  ))
  notes(t.at("notes", default: ()))
}
#block(below: 0.8em, text(font: gothic, size: 19pt, weight: "bold", title()))
#for line in doc.at("subtitle", default: ()) { block(above: 0.5em, below: 0.5em, line) }
#for b in doc.blocks {
  if b.kind == "heading" { heading(level: b.level, lines(b.text)) }
  else if b.kind == "paragraph" { par(lines(b.text)) }
  else if b.kind == "list" { entries(b.entries) }
  else if b.kind == "notes" { notes(b.texts) }
  else if b.kind == "page-break" { pagebreak(weak: true) }
  else if b.kind == "table" { sheet(b) }
}
`

/** PDF by Typst: tagged, with title and language, subset fonts inside. Same document, same bytes. */
export const writePdf = (document: Document): Promise<Uint8Array> =>
  toPdf(
    PAGE,
    { document: printable(JSON.stringify(document)) },
    document.lang === 'zh-Hant' ? 'traditional' : 'japanese',
  )
