import { Form, Link } from 'react-router'
import type { AdoptedVision, SavedScenario } from '#domain/population/vision.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import { type AskedOfLab, queryOf } from './asked.ts'

type Problem = {
  readonly do: string
  readonly why: string
  readonly detail?: Readonly<Record<string, string | number>> | undefined
  readonly typed: { readonly name: string; readonly reason: string }
}

/** 残した想定と人口ビジョン: keep the present scenario, open one again, adopt one into a plan, take an adoption back. */
export function Saved({
  scenarios,
  visions,
  plans,
  asked,
  dataset,
  mayKeep,
  problem,
}: {
  readonly scenarios: readonly SavedScenario[]
  readonly visions: readonly AdoptedVision[]
  readonly plans: readonly { readonly id: string; readonly title: string }[]
  readonly asked: AskedOfLab
  readonly dataset: string
  readonly mayKeep: boolean
  readonly problem: Problem | undefined
}) {
  const words = useWords()
  const w = words.population
  const { here, of } = useHere()
  const titleOf = (plan: string) => plans.find(({ id }) => id === plan)?.title ?? plan
  const said = (what: string) =>
    problem?.do === what && (
      <p className="problem" role="alert">
        {words.refusal(problem.why, problem.detail)}
      </p>
    )
  return (
    <section className="card grid gap-4 no-print" aria-labelledby="saved">
      <h2 id="saved">{w.saved}</h2>
      {visions.map(({ plan, scenario, reason, adoptedAt, adoptedBy }) => (
        <div key={plan} className="notice done">
          <p>
            <Link to={of(`/plans/${plan}`)}>{w.visionOf(titleOf(plan))}</Link>: <b>{scenario.name}</b>{' '}
            {w.savedLine(scenario.to, scenario.totals.at(-1)?.people ?? 0)}
          </p>
          <p className="small mute">
            {w.adopted(words.moment(adoptedAt), adoptedBy)} {reason}
          </p>
          {mayKeep && (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="plan" value={plan} />
              <button className="button quiet small" type="submit" name="do" value="undo">
                {w.undo}
              </button>
            </Form>
          )}
        </div>
      ))}
      {said('undo')}
      {scenarios.length === 0 ? (
        <p className="small mute">{w.savedNone}</p>
      ) : (
        <ul className="grid gap-3">
          {scenarios.map((scenario) => (
            <li key={scenario.id} className="border-t border-solid-gray-200 pt-3">
              <p>
                <b>{scenario.name}</b> {w.savedLine(scenario.to, scenario.totals.at(-1)?.people ?? 0)}{' '}
                <Link
                  to={here(
                    queryOf({
                      choice: scenario.choice,
                      plan: scenario.plan ?? asked.plan,
                      to: scenario.to,
                      year: scenario.to,
                    }),
                  )}
                  preventScrollReset
                >
                  {w.open}
                </Link>
              </p>
              <p className="small mute">
                {scenario.reason} — {words.moment(scenario.savedAt)} {scenario.savedBy}
              </p>
              {mayKeep && (
                <details className="small mt-1">
                  <summary>{w.adopt}</summary>
                  <Form method="post" preventScrollReset className="flex gap-3 items-end flex-wrap mt-2">
                    <input type="hidden" name="scenario" value={scenario.id} />
                    <label className="field">
                      <span className="label">{w.adoptTo}</span>
                      <select className="input dense" name="plan">
                        {plans.map(({ id, title }) => (
                          <option key={id} value={id}>
                            {title}
                          </option>
                        ))}
                      </select>
                    </label>
                    <label className="field">
                      <span className="label">{w.reason}</span>
                      <input className="input dense" name="reason" required />
                    </label>
                    <button className="button small" type="submit" name="do" value="adopt">
                      {w.adopt}
                    </button>
                    <button
                      className="button quiet small"
                      type="submit"
                      name="do"
                      value="remove"
                      formNoValidate
                    >
                      {w.remove}
                    </button>
                  </Form>
                </details>
              )}
            </li>
          ))}
        </ul>
      )}
      {said('adopt')}
      {said('remove')}
      {mayKeep && (
        <Form method="post" preventScrollReset className="grid gap-3 border-t border-solid-gray-200 pt-3">
          <h3>{w.save}</h3>
          {Object.entries({ ...queryOf(asked), dataset }).map(([name, value]) => (
            <input key={name} type="hidden" name={`q-${name}`} value={value} />
          ))}
          <label className="field">
            <span className="label">{w.name}</span>
            <input className="input dense w-full" name="name" required defaultValue={problem?.typed.name} />
          </label>
          <label className="field">
            <span className="label">{w.reason}</span>
            <input
              className="input dense w-full"
              name="reason"
              required
              defaultValue={problem?.typed.reason}
            />
          </label>
          {said('save')}
          <p>
            <button className="button primary" type="submit" name="do" value="save">
              {w.save}
            </button>
          </p>
        </Form>
      )}
    </section>
  )
}
