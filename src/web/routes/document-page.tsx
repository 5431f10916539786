import { data, Link } from 'react-router'
import { findDocument } from '#store/documents.ts'
import { findPage } from '#store/readings.ts'
import { langOf, useHere } from '../paths.ts'
import { markedPage } from '../review/marks.ts'
import { partsOf, partWith } from '../review/parts.ts'
import { SourcePane } from '../review/source-pane.tsx'
import { Head } from '../ui/shell.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/document-page'

const number = (text: string | null): number => (text && /^\d{1,7}$/.test(text) ? Number(text) : 0)

/** 出どころ: one page of a document as read, with the lines that a value came from. `?line=` and `?to=` name them. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams
  const page = number(asked.get('page')) || 1
  const found = await visitOf(context).read(async (tx) => ({
    document: await findDocument(tx, params.document),
    read: await findPage(tx, params.document, page),
  }))
  if (!found.document || !found.read?.page)
    throw data({ why: 'no-such-document', value: params.document }, 404)
  const line = number(asked.get('line'))
  const parts = partsOf([found.read.page])
  const at = partWith(parts, { line })
  return {
    document: found.document,
    page: {
      number: page,
      of: found.read.of,
      name: found.read.page.name,
      blocks: markedPage(parts[at] ?? found.read.page, { entries: [], remarks: [], onlyPage: true }),
    },
    lines: { from: line, to: Math.max(line, number(asked.get('to'))) },
  }
}

export const meta: Route.MetaFunction = ({ loaderData, location }) => {
  const w = wordsOf(langOf(location))
  return [{ title: `${w.intake.pageTitle(loaderData?.document.name ?? '')} | ${w.app.name}` }]
}

export default function DocumentPage({ loaderData: { document, page, lines } }: Route.ComponentProps) {
  const words = useWords()
  const w = words.intake
  const { of } = useHere()
  return (
    <>
      <Head
        crumbs={[{ to: of('/documents'), name: w.title }]}
        title={w.pageTitle(document.name)}
        lead={`${w.page(page.number, page.of)} ${lines.from > 0 ? words.origin.place(undefined, lines.from, lines.to > lines.from ? lines.to : undefined) : ''}`}
      >
        <Link className="button" to={of(`/documents/${document.id}`)}>
          {w.toReview}
        </Link>
        <a className="button" href={of(`/documents/${document.id}/file`)} download>
          {w.original}
        </a>
      </Head>
      <SourcePane page={page} lines={lines} />
    </>
  )
}
