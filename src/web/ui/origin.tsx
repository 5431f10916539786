import { Link, useRouteLoaderData } from 'react-router'
import type { PlanDocument } from '#domain/plan/plan.ts'
import type { Source } from '#domain/shared/source.ts'
import { useHere } from '../paths.ts'
import { idIn } from '../route-id.ts'
import { useWords } from '../words.tsx'

type Sourced = { readonly source: Source | undefined; readonly documents: readonly PlanDocument[] }

const documentOf = ({ source, documents }: Sourced): PlanDocument | undefined =>
  documents.find(({ id }) => id === source?.document) ?? documents[0]

/** The page of the document with the lines of a source, where the government holds that very file. */
function useSourcePage(sourced: Sourced): string | undefined {
  const { of, lang } = useHere()
  const government = useRouteLoaderData(idIn(lang, 'routes/government'))
  const held = (government as { readonly held?: readonly string[] } | undefined)?.held
  const id = documentOf(sourced)?.sha256?.slice(0, 16)
  const { source } = sourced
  if (!source || id === undefined || !held?.includes(id)) return undefined
  const lines = { line: String(source.line), ...(source.to === undefined ? {} : { to: String(source.to) }) }
  return of(`/documents/${id}/page`, { page: String(source.page ?? 1), ...lines })
}

/** どこから来たか: document, section, page and line of a value; a link to the text itself where we hold the document. */
export function Origin(sourced: Sourced) {
  const w = useWords()
  const page = useSourcePage(sourced)
  const { source } = sourced
  if (!source) return <span className="faint">{w.origin.none}</span>
  const said = `${documentOf(sourced)?.title ?? ''} ${source.section ? `${source.section} ` : ''}${w.origin.place(source.page, source.line, source.to)}`
  return <span className="small">{page ? <Link to={page}>{said}</Link> : said}</span>
}

/** 値の扉: a figure that opens the line it was read from. */
export function FromSource({ children, ...sourced }: Sourced & { readonly children: React.ReactNode }) {
  const page = useSourcePage(sourced)
  return page ? (
    <Link className="q" to={page}>
      {children}
    </Link>
  ) : (
    children
  )
}
