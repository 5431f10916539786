import { data } from 'react-router'
import { nameIn } from '#domain/shared/lang.ts'
import { dayInJapan } from '#usecases/today.ts'
import { plansToDecide, viewFollowUps } from '#usecases/view-follow-ups.ts'
import { followUpDocument } from '#writers/follow-up-paper.ts'
import { PAPER_FORMATS, type PaperFormatName } from '#writers/paper-formats.ts'
import { langOf } from '../paths.ts'
import { governmentNamed } from '../ui/name.tsx'
import { visitOf } from '../visit.ts'
import { wordsOf } from '../words.tsx'
import type { Route } from './+types/follow-up-paper'

/** 起案に添える資料: what is decided for a plan's year, as Word, PDF or a workbook. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const url = new URL(request.url)
  const words = wordsOf(langOf(url))
  const asked = url.searchParams.get('plan')
  const viewed = await visit.read(async (tx) => {
    const plans = await plansToDecide(tx, visit.year)
    const plan = plans.find(({ id }) => id === asked) ?? plans[0]
    return plan && viewFollowUps(tx, { plan: plan.id, year: visit.year, today: dayInJapan(visit.now) })
  })
  if (!viewed?.ok) throw data({ why: viewed?.why ?? 'no-such-plan', value: asked ?? '' }, 404)
  const { plan, rows, departments } = viewed.value
  const document = followUpDocument(
    {
      ...{ plan, rows, year: visit.year, at: visit.asOf ?? visit.now },
      government: nameIn(words.lang, governmentNamed(visit.government)),
      departments: new Map(departments.map((each) => [each.id, nameIn(words.lang, each)])),
    },
    words,
  )
  const name = (url.pathname.split('.').at(-1) ?? '') as PaperFormatName
  const { type, write } = PAPER_FORMATS[name]
  return new Response(Uint8Array.from(await write(document, words)), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="follow-up-${plan.id}-${visit.year}.${name}"`,
    },
  })
}
