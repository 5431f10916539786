import type { PlanDocument } from '#domain/plan/plan.ts'
import type { Source } from '#domain/shared/source.ts'
import { useWords } from '../words.tsx'

/** どこから来たか: document, section, page and line of a value. */
export function Origin({
  source,
  documents,
}: {
  readonly source: Source | undefined
  readonly documents: readonly PlanDocument[]
}) {
  const w = useWords()
  if (!source) return <span className="faint">{w.origin.none}</span>
  const document = documents.find(({ id }) => id === source.document) ?? documents[0]
  return (
    <span className="small">
      {document?.title} {source.section ? `${source.section} ` : ''}
      {w.origin.place(source.page, source.line, source.to)}
    </span>
  )
}
