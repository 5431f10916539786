import { Link } from 'react-router'
import { ownNetMigration, usedDrivers } from '#domain/population/drivers.ts'
import { TFR_ERROR } from '#domain/population/fertility.ts'
import { FERTILITY_RANGE, MIGRATION_SHARE } from '#domain/population/lab.ts'
import { totalOf } from '#domain/population/population.ts'
import { ownFertility } from '#domain/population/scenario.ts'
import { useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import { type AskedOfLab, yearsOf } from './asked.ts'
import type { LabGround } from './work.ts'

/** 想定 (controls): a form that asks by its parameters, and sliders that answer at once where there is JavaScript. */
export function Controls({
  ground,
  asked,
  change,
}: {
  readonly ground: LabGround
  readonly asked: AskedOfLab
  readonly change: (next: Partial<AskedOfLab>) => void
}) {
  const w = useWords().population
  const { outset, plans } = ground
  const plan = plans.find(({ id }) => id === asked.plan)
  const own = ownFertility(outset)
  const { choice } = asked
  const years = yearsOf({
    base: outset.year,
    last: ground.published.at(-1)?.year ?? outset.year,
    fertility: own,
    plans,
  })
  const fertility =
    choice.kind === 'own'
      ? choice.fertility
      : Math.round((targetOf(plan, 'fertility-rate') ?? own) * 100) / 100
  const more = choice.kind === 'own' ? choice.more : Math.round(moreOf(plan, outset))
  const by = choice.kind === 'own' ? choice.by : Math.max(plan?.to ?? 0, outset.year + 10)
  const most = Math.round(totalOf(outset.base) * MIGRATION_SHARE)
  const turn = (next: { fertility?: number; more?: number; by?: number }) =>
    change({ choice: { kind: 'own', fertility, more, by, ...next } })
  return (
    <form method="get" className="card grid gap-4 no-print" aria-label={w.choice}>
      <fieldset className="grid gap-2">
        <legend className="font-bold">{w.choice}</legend>
        {(['published', 'plan', 'own'] as const).map((kind) => (
          <label key={kind} className={`option${choice.kind === kind ? ' on' : ''}`}>
            <input
              type="radio"
              name="choice"
              value={kind}
              checked={choice.kind === kind}
              disabled={kind === 'plan' && (plan?.targets.length ?? 0) === 0}
              onChange={() => (kind === 'own' ? turn({}) : change({ choice: { kind } }))}
            />{' '}
            {w.choices[kind]}
          </label>
        ))}
      </fieldset>
      {plans.length > 0 && (
        <label className="field">
          <span className="label">{w.plan}</span>
          <select
            className="input dense"
            name="plan"
            value={asked.plan}
            onChange={({ target }) => change({ plan: target.value })}
          >
            {plans.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        </label>
      )}
      <Slider
        label={w.fertility}
        name="tfr"
        value={fertility}
        least={FERTILITY_RANGE.least}
        most={FERTILITY_RANGE.most}
        step={0.01}
        turn={(value) => turn({ fertility: value })}
        notes={[w.now(own.toFixed(2)), ...targetNotes(plan, ['fertility-rate'], w.target)]}
      />
      <p className="small mute">{w.fertilityNote(TFR_ERROR)}</p>
      <Slider
        label={`${w.more}（${w.perYear}）`}
        name="more"
        value={more}
        least={-most}
        most={most}
        step={1}
        turn={(value) => turn({ more: value })}
        notes={[
          w.now(w.signed(ownNetMigration(outset))),
          ...targetNotes(plan, ['net-migration', 'arrivals'], w.target),
        ]}
      />
      <div className="flex gap-3 flex-wrap">
        <Years label={w.by} name="by" years={years} value={by} pick={(value) => turn({ by: value })} />
        <Years
          label={w.to}
          name="to"
          years={years}
          value={asked.to}
          pick={(to) => change({ to, year: to })}
        />
        <Years
          label={w.shown}
          name="shown"
          years={[outset.year, ...years].filter((year) => year <= asked.to)}
          value={asked.year}
          pick={(year) => change({ year })}
        />
      </div>
      <Drivers plan={plan} />
      <p>
        <button className="button small" type="submit">
          {w.show}
        </button>
      </p>
    </form>
  )
}

type Plan = LabGround['plans'][number] | undefined

const targetOf = (plan: Plan, driver: string): number | undefined =>
  plan?.targets.find((each) => each.driver === driver)?.points.at(-1)?.value

/** What the plan's target of net migration is on top of the published one. */
function moreOf(plan: Plan, outset: LabGround['outset']): number {
  const net = targetOf(plan, 'net-migration')
  return net === undefined ? 0 : net - ownNetMigration(outset)
}

function targetNotes(
  plan: Plan,
  drivers: readonly string[],
  say: (value: string, by: number) => string,
): readonly string[] {
  return (plan?.targets ?? [])
    .filter(({ driver }) => drivers.includes(driver))
    .flatMap(({ points }) => points.slice(-1).map(({ year, value }) => say(String(value), year)))
}

function Slider({
  label,
  name,
  value,
  least,
  most,
  step,
  turn,
  notes,
}: {
  readonly label: string
  readonly name: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly step: number
  readonly turn: (value: number) => void
  readonly notes: readonly string[]
}) {
  const turned = ({ target }: { target: { value: string } }) => {
    const next = Number(target.value)
    if (target.value !== '' && Number.isFinite(next)) turn(next)
  }
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <div className="flex gap-3 items-center">
        <input
          type="range"
          className="grow min-w-0"
          aria-label={label}
          min={least}
          max={most}
          step={step}
          value={value}
          onChange={turned}
        />
        <input
          className="input dense number w-28"
          id={name}
          name={name}
          type="number"
          min={least}
          max={most}
          step={step}
          value={value}
          onChange={turned}
        />
      </div>
      <p className="small mute flex gap-x-4 flex-wrap">
        {notes.map((note) => (
          <span key={note}>{note}</span>
        ))}
      </p>
    </div>
  )
}

function Years({
  label,
  name,
  years,
  value,
  pick,
}: {
  readonly label: string
  readonly name: string
  readonly years: readonly number[]
  readonly value: number
  readonly pick: (year: number) => void
}) {
  const w = useWords().population
  const all = years.includes(value) ? years : [...years, value].toSorted((a, b) => a - b)
  return (
    <label className="field">
      <span className="label">{label}</span>
      <select
        className="input dense"
        name={name}
        value={value}
        onChange={({ target }) => pick(Number(target.value))}
      >
        {all.map((year) => (
          <option key={year} value={year}>
            {w.year(year)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** 計画の目標で人口を動かすもの, each a door to its indicator; those that are not used say why. */
function Drivers({ plan }: { readonly plan: Plan }) {
  const w = useWords().population
  const { of } = useHere()
  if (!plan || plan.targets.length === 0) return <p className="small mute">{w.noTargets}</p>
  const { unused } = usedDrivers(plan.targets)
  return (
    <div className="small">
      <h2 className="small">{w.targets}</h2>
      <ul>
        {plan.targets.map((target) => {
          const why = unused.find((each) => each.target === target)?.why
          return (
            <li key={target.indicator}>
              <Link to={of(`/indicators/${target.indicator}`)}>{target.name}</Link>{' '}
              {target.points.map(({ year, value }) => `${value}（${year}）`).join(' ')}
              {why && <span className="faint"> {w.unused[why]}</span>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
