import { useParams } from 'react-router'
import type { Grade } from '#domain/cycle/given.ts'
import { finalTarget } from '#domain/indicator/target-kind.ts'
import { writeMoney } from '#domain/shared/money.ts'
import { useHere } from '../paths.ts'
import { GradeBadge, JudgementBadge, WorkingLines } from '../ui/judgement.tsx'
import { Grade as Badge } from '../ui/mark.tsx'
import { Name } from '../ui/name.tsx'
import { Origin } from '../ui/origin.tsx'
import { Picture } from '../ui/picture.tsx'
import { ActualFigure, BaselineFigure, TargetFigure } from '../ui/value.tsx'
import { useWords } from '../words.tsx'
import { CommitteeForm, type JudgeProblem } from './committee-form.tsx'
import type { ShownIndicator, ShownStop } from './show-stop.ts'

/** 根拠: one place of the plan, its indicators with all that speaks for and against them, drawn from the pack. */
export function Evidence({
  stop,
  mayJudge,
  problem,
}: {
  readonly stop: ShownStop
  readonly mayJudge: boolean
  readonly problem: JudgeProblem | undefined
}) {
  const words = useWords()
  const w = words.room
  const counts = [
    stop.indicators.length > 0 && w.indicators(stop.indicators.length),
    stop.earlier.here.length > 0 && w.earlierCount(stop.earlier.here.length),
  ].filter(Boolean)
  return (
    <section className="card evidence" aria-labelledby="stop">
      <header>
        <div>
          {stop.above.length > 0 && <p className="small mute">{stop.above.join('　')}</p>}
          <h2 id="stop">{stop.name}</h2>
          {stop.direction && <p className="small">{stop.direction}</p>}
          <p className="small mute">
            {counts.join('　')}{' '}
            {stop.earlier.here.length > 0 && (
              <a className="no-print" href="#earlier">
                {w.lastYear(stop.earlier.year)}
              </a>
            )}
          </p>
        </div>
      </header>
      {stop.isWhole ? (
        <div className="part">
          <h3>{w.paperOverview}</h3>
          <ul className="flex flex-wrap gap-x-6 gap-y-2 mt-2">
            {stop.counts?.grades.map(({ count, ...grade }) => (
              <li key={grade.grade}>
                <GradeBadge {...grade} /> <b>{count}</b>
              </li>
            ))}
            {stop.counts !== undefined && stop.counts.ungraded > 0 && (
              <li>
                <Badge tone="none">{words.sitePage.ungraded}</Badge> <b>{stop.counts.ungraded}</b>
              </li>
            )}
          </ul>
        </div>
      ) : (
        stop.indicators.length === 0 && <p className="small mute">{w.nothingHere}</p>
      )}
      {stop.indicators.map((each) => (
        <IndicatorEvidence key={each.commitment.id} {...{ stop, mayJudge, problem }} indicator={each} />
      ))}
      {stop.measures.length > 0 && (
        <div className="part">
          <h3>{w.measures}</h3>
          <ul className="small">
            {stop.measures.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </div>
      )}
      {stop.projects.length > 0 && <Projects projects={stop.projects} />}
    </section>
  )
}

function IndicatorEvidence({
  stop,
  indicator: shown,
  mayJudge,
  problem,
}: {
  readonly stop: ShownStop
  readonly indicator: ShownIndicator
  readonly mayJudge: boolean
  readonly problem: JudgeProblem | undefined
}) {
  const words = useWords()
  const w = words.room
  const { commitment, indicator, judgement, committee } = shown
  const { of, location } = useHere()
  const { review = '' } = useParams()
  const pack = new URLSearchParams(location.search).get('pack') ?? undefined
  const fileAt = (id: string) => of(`/reviews/${review}/evidence/${id}`, { pack })
  return (
    <article className="part" id={commitment.id} aria-label={indicator.name}>
      <h3>
        <Name of={indicator} />
        {indicator.unit !== 'not-stated' && <span className="unit">{indicator.unit}</span>}{' '}
        {shown.again && <span className="tag">{w.relisted}</span>}
      </h3>
      <div className="evidence-two">
        {shown.wide && (
          <div>
            <Picture svg={shown.wide} className="hidden md:block" />
            <Picture svg={shown.narrow} className="md:hidden" />
          </div>
        )}
        <div>
          <dl className="figures">
            <Line name={words.indicator.baseline}>
              <BaselineFigure baseline={commitment.baseline} />
            </Line>
            <Line name={words.indicator.target}>
              <TargetFigure target={finalTarget(commitment)} />
            </Line>
            <Line name={words.indicator.latest}>
              <ActualFigure actual={shown.latest ?? shown.ofYear} />
              {shown.latest && shown.ofYear?.kind !== 'known' && (
                <span className="block">
                  <ActualFigure actual={shown.ofYear} />
                </span>
              )}
            </Line>
            {shown.expected && <Line name={w.pathNow}>{shown.expected}</Line>}
            {shown.since && <Line name={w.since}>{shown.since}</Line>}
            {!shown.isOver && (
              <Line name={w.outlook}>
                {shown.chance === undefined ? (
                  <span className="small faint">{shown.noChance ?? '—'}</span>
                ) : (
                  words.forecast.chance(shown.chance)
                )}
              </Line>
            )}
          </dl>
          <div className="graded">
            <JudgementBadge judgement={judgement} />
            {shown.first && (
              <Stage name={words.judge.stages.first} grade={shown.first} text={shown.first.comment} />
            )}
            {shown.second && (
              <Stage name={words.judge.stages.second} grade={shown.second} text={shown.second.comment} />
            )}
            {committee && (
              <Stage
                name={w.committee}
                grade={committee}
                text={[committee.comment, committee.reason].filter(Boolean).join(' ')}
              />
            )}
          </div>
        </div>
      </div>
      <details className="small">
        <summary>{w.working}</summary>
        <WorkingLines judgement={judgement} />
        <p className="mt-2">
          <Origin source={commitment.source} documents={stop.documents} />
        </p>
      </details>
      <h4>
        {w.evaluation}{' '}
        <span className="small mute font-normal">
          {shown.department} {shown.recordedAt && words.moment(shown.recordedAt)}
        </span>
      </h4>
      {shown.note || shown.source ? (
        <dl className="facts">
          {shown.note && (
            <>
              <dt>{w.cause}</dt>
              <dd className="whitespace-pre-line">{shown.note}</dd>
            </>
          )}
          {shown.source && (
            <>
              <dt>{w.source}</dt>
              <dd>{shown.source}</dd>
            </>
          )}
        </dl>
      ) : (
        <p className="small mute">{w.noNote}</p>
      )}
      {shown.evidence.length > 0 && (
        <>
          <h4>{w.evidence}</h4>
          <ul className="small">
            {shown.evidence.map(({ id, name, shows }) => (
              <li key={id}>
                <a href={fileAt(id)} download>
                  {name}
                </a>{' '}
                <span className="mute">{shows}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {mayJudge && (
        <CommitteeForm
          plan={stop.plan}
          indicator={shown}
          grades={stop.grades}
          problem={problem?.asked.commitment === commitment.id ? problem : undefined}
        />
      )}
    </article>
  )
}

const Line = ({ name, children }: { readonly name: string; readonly children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

function Stage({
  name,
  grade,
  text,
}: {
  readonly name: string
  readonly grade: Grade
  readonly text: string
}) {
  return (
    <div className="small mt-2">
      <span className="mute">{name}</span>{' '}
      <GradeBadge grade={grade.grade} label={grade.label} tone={grade.tone} />
      {text && <p className="mt-1 wrap-anywhere">{text}</p>}
    </div>
  )
}

function Projects({ projects }: Pick<ShownStop, 'projects'>) {
  const w = useWords().room
  const none = <span className="faint small">{w.notRecorded}</span>
  return (
    <div className="part">
      <table className="sheet stack">
        <caption>{w.projects}</caption>
        <thead>
          <tr>
            <th scope="col">{w.project}</th>
            <th scope="col" className="num">
              {w.printed}
            </th>
            <th scope="col" className="num">
              {w.initial}
            </th>
            <th scope="col" className="num">
              {w.outturn}
            </th>
          </tr>
        </thead>
        <tbody>
          {projects.map((each) => (
            <tr key={`${each.on} ${each.id}`}>
              <th scope="row">
                <Name of={each} />
                {each.summary && <span className="block small mute">{each.summary}</span>}
              </th>
              <td className="num" data-label={w.printed}>
                {each.printed ? writeMoney(each.printed) : none}
              </td>
              <td className="num" data-label={w.initial}>
                {each.initial ? writeMoney(each.initial) : none}
              </td>
              <td className="num" data-label={w.outturn}>
                {each.outturn ? writeMoney(each.outturn) : none}
                {each.outturnBefore && (
                  <span className="block small mute">
                    {w.before} {writeMoney(each.outturnBefore)}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
