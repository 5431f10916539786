import { useWords } from '../words.tsx'
import type { IntakeView } from './view.ts'

type Problem = {
  readonly why: string
  readonly detail?: Readonly<Record<string, string | number>> | undefined
}

const KINDS = [
  ...([
    'comprehensive-strategy',
    'comprehensive-plan',
    'action-plan',
    'regional-revitalization-plan',
  ] as const),
  ...(['basic-policy', 'population-vision', 'manifesto', 'other'] as const),
]

/** 計画として: what plan and edition it becomes, and the period where the document does not print it. */
export function AboutFields({
  view: { about, kind, title, period, plans, base },
  problem,
}: {
  readonly view: Pick<IntakeView, 'about' | 'kind' | 'title' | 'period' | 'plans' | 'base'>
  readonly problem: Problem | undefined
}) {
  const words = useWords()
  const w = words.intake
  const wrong = String(problem?.detail?.field ?? '')
  return (
    <div className="grid grid-cols-1 gap-3 mt-3">
      <p className="small mute">{w.aboutHelp}</p>
      <label className="field">
        <span className="label">{w.planTitle}</span>
        <input className="input dense w-full" name="title" defaultValue={title} />
      </label>
      <div className="flex gap-3 flex-wrap">
        <label className="field">
          <span className="label">{w.becomes}</span>
          <select className="input dense" name="plan" defaultValue={about.plan ?? base?.id ?? 'new'}>
            <option value="new">{w.newPlan}</option>
            {plans.map(({ id, title: of }) => (
              <option key={id} value={id}>
                {w.editionOf(of)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="label">{w.planKind}</span>
          <select className="input dense" name="kind" defaultValue={kind}>
            {KINDS.map((each) => (
              <option key={each} value={each}>
                {words.plans.kinds[each]}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="label">{w.editionLabel}</span>
          <input className="input dense" name="edition" defaultValue={about.edition ?? ''} />
        </label>
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="field">
            <span className="label">
              {w.period} {w.fields[end]}
            </span>
            <input
              className="input dense w-28"
              name={end}
              defaultValue={about[end] ?? period?.[end] ?? ''}
              aria-invalid={wrong === end || undefined}
            />
          </label>
        ))}
      </div>
      {problem && (
        <p className="problem" role="alert">
          {words.refusal(problem.why, problem.detail)}
        </p>
      )}
      <p>
        <button className="button small" type="submit" name="do" value="describe">
          {w.keepAbout}
        </button>
      </p>
    </div>
  )
}
