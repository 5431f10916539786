import { data, Link, useSearchParams } from 'react-router'
import { GIVEN_STAGES, gradesOf, mayGive } from '#domain/cycle/given.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { yearState } from '#store/cycle.ts'
import { listGiven } from '#store/judgements.ts'
import { giveJudgement } from '#usecases/judge-year.ts'
import { viewYear } from '#usecases/year.ts'
import { readForm, statusOf } from '../form.ts'
import { StageForm } from '../judge/stage-form.tsx'
import { langOf, useHere } from '../paths.ts'
import { GivenJudgement } from '../ui/given.tsx'
import { JudgementBadge, WorkingLines } from '../ui/judgement.tsx'
import { forgetWhenDone } from '../ui/kept-form.tsx'
import { Name } from '../ui/name.tsx'
import { Head } from '../ui/shell.tsx'
import { PromiseCells, PromiseHeads } from '../ui/value.tsx'
import { visitOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import { askedScheme, missingOf } from '../year-pages.ts'
import type { Route } from './+types/judge'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const visit = visitOf(context)
  const url = new URL(request.url)
  const of = { plan: params.plan, year: Number(params.year) }
  return visit.read(async (tx) => {
    const viewed = await viewYear(tx, of, askedScheme(url))
    if (!viewed.ok) throw data({ why: viewed.why, value: missingOf(viewed.why, params.plan, url) }, 404)
    const { plan, rows, scheme } = viewed.value
    const state = await yearState(tx, of.plan, of.year)
    const given = await listGiven(tx, of)
    const present = visit.asOf === undefined && visit.user !== undefined && plan.edition.stage !== 'draft'
    return {
      plan: { id: plan.id, title: plan.title, titles: plan.titles, documents: plan.documents },
      ...{ year: of.year, state, grades: gradesOf(scheme) },
      rows: rows.map(({ commitment, indicator, latest, judgement, goal }) => {
        const owner = indicator.department === 'not-stated' ? undefined : indicator.department
        return {
          ...{ commitment, indicator, latest, judgement, goal },
          given: given.filter((each) => each.commitment === commitment.id),
          may: GIVEN_STAGES.filter(
            (stage) => present && state !== 'published' && mayGive(visit.actor, stage, owner),
          ),
        }
      }),
    }
  })
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const visit = visitOf(context)
  const { told } = await readForm(request)
  const stage = GIVEN_STAGES.find((each) => each === told('stage'))
  if (!stage) throw data({ why: 'bad-form' }, 400)
  const asked = {
    ...{ plan: params.plan, year: Number(params.year), commitment: told('commitment'), stage },
    ...{ grade: told('grade'), comment: told('comment'), reason: told('reason'), seen: told('seen') },
    scheme: askedScheme(new URL(request.url)),
  }
  const result = await visit.act('staff:read', (tx, doing) => giveJudgement(tx, doing, asked))
  return result.ok
    ? { ok: true as const, asked }
    : data({ ok: false as const, asked, why: result.why, detail: result.detail }, statusOf(result.why))
}

/** What was typed is forgotten when the server has it. */
export const clientAction = (args: Route.ClientActionArgs) => forgetWhenDone(args)

/** A refused form is answered with the page as it is now. */
export const shouldRevalidate = () => true

export const meta: Route.MetaFunction = ({ loaderData, location }) => {
  const w = wordsOf(langOf(location))
  return [
    {
      title: `${w.judge.title} ${loaderData ? nameIn(langOf(location), loaderData.plan) : ''} | ${w.app.name}`,
    },
  ]
}

/** 判定を書く: the computed judgement and those of people side by side; one promise is opened at a time. */
export default function Judge({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, rows, year, state, grades } = loaderData
  const w = useWords()
  const { of, here, lang } = useHere()
  const [query] = useSearchParams()
  const opened = query.get('open')
  const goals = [...new Map(rows.map(({ goal }) => [goal.id, goal])).values()]
  const counts = GIVEN_STAGES.map(
    (stage) =>
      [
        w.judge.stages[stage],
        rows.filter(({ given }) => given.some((each) => each.stage === stage)).length,
      ] as const,
  )
  const problem = actionData?.ok === false ? actionData : undefined
  const asked = rows.find(({ commitment }) => commitment.id === problem?.asked.commitment)
  const atItsForm = problem && opened === asked?.commitment.id && asked.may.includes(problem.asked.stage)
  const saved = actionData?.ok
    ? rows.find(({ commitment }) => commitment.id === actionData.asked.commitment)
    : undefined
  return (
    <>
      <Head
        crumbs={[
          { to: of(`/plans/${plan.id}`), name: nameIn(lang, plan) },
          { to: of(`/plans/${plan.id}/years/${year}`), name: w.planYear.title(year) },
        ]}
        title={w.judge.title}
        lead={w.judge.lead(counts, rows.length)}
      />
      {state === 'published' && <p className="notice mb-6">{w.judge.publishedNote}</p>}
      {problem && !atItsForm && (
        <p className="notice error mb-6" role="alert">
          {w.refusal(problem.why, problem.detail)}
        </p>
      )}
      {actionData?.ok && saved && (
        <p className="notice done mb-6" role="status">
          {w.judge.saved(nameIn(lang, saved.indicator), w.judge.stagesLong[actionData.asked.stage])}
        </p>
      )}
      {goals.map((goal) => (
        <table className="sheet stack mb-6" key={goal.id}>
          <caption>
            {goal.number} <Name of={goal} />
          </caption>
          <thead>
            <tr>
              <th scope="col">{w.indicator.indicator}</th>
              <PromiseHeads />
              <th scope="col">{w.judge.computed}</th>
              {GIVEN_STAGES.map((stage) => (
                <th scope="col" key={stage}>
                  {w.judge.stages[stage]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows
              .filter((row) => row.goal.id === goal.id)
              .flatMap((row) => {
                const { commitment, indicator, latest, judgement, given, may } = row
                const open = opened === commitment.id && may.length > 0
                return [
                  <tr key={commitment.id} id={commitment.id}>
                    <th scope="row">
                      <Link to={of(`/indicators/${indicator.id}`)}>
                        <Name of={indicator} />
                      </Link>
                      {indicator.unit !== 'not-stated' && <span className="unit">{indicator.unit}</span>}
                      {may.length > 0 && (
                        <Link
                          className="button small no-print block w-fit mt-2"
                          preventScrollReset
                          to={here({ open: open ? undefined : commitment.id })}
                          aria-label={`${open ? w.judge.close : w.judge.write} ${nameIn(lang, indicator)}`}
                        >
                          {open ? w.judge.close : w.judge.write}
                        </Link>
                      )}
                    </th>
                    <PromiseCells commitment={commitment} latest={latest} documents={plan.documents} />
                    <td data-label={w.judge.computed}>
                      <details>
                        <summary>
                          <JudgementBadge judgement={judgement} />
                        </summary>
                        <WorkingLines judgement={judgement} />
                      </details>
                    </td>
                    {GIVEN_STAGES.map((stage) => {
                      const own = given.find((each) => each.stage === stage)
                      return (
                        <td key={stage} data-label={w.judge.stages[stage]}>
                          {own ? <GivenJudgement given={own} /> : <span className="faint">—</span>}
                        </td>
                      )
                    })}
                  </tr>,
                  ...(open
                    ? [
                        <tr key={`${commitment.id} forms`} className="no-print">
                          <td colSpan={5 + GIVEN_STAGES.length}>
                            <div className="grid gap-5 md:grid-cols-3">
                              {may.map((stage) => (
                                <StageForm
                                  key={`${stage} ${given.find((each) => each.stage === stage)?.at ?? ''}`}
                                  {...{ row, stage, grades, year }}
                                  plan={plan.id}
                                  problem={
                                    problem?.asked.stage === stage &&
                                    problem.asked.commitment === commitment.id
                                      ? problem
                                      : undefined
                                  }
                                />
                              ))}
                            </div>
                          </td>
                        </tr>,
                      ]
                    : []),
                ]
              })}
          </tbody>
        </table>
      ))}
    </>
  )
}
