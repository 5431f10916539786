import { ageLabels, type OpenAge } from '#domain/population/population.ts'
import { pyramidSvg, totalSvg } from '../charts/population.ts'
import { Picture } from '../ui/picture.tsx'
import { Scroll } from '../ui/scroll.tsx'
import { useWords } from '../words.tsx'
import type { AskedOfLab } from './asked.ts'
import { type LabGround, PATHS, type Worked } from './work.ts'

type Shown = { readonly ground: LabGround; readonly asked: AskedOfLab; readonly worked: Worked }

/** 答え: one sentence that can be read aloud, then the chance, the band and the gap. */
export function Answer({ asked, worked }: Omit<Shown, 'ground'>) {
  const w = useWords().population
  const last = worked.years.at(-1)
  const band = worked.bands.at(-1)
  const { promise } = worked
  if (!last || !band) return null
  const published = worked.published.at(-1)?.total ?? 0
  return (
    <div className="answer" aria-live="polite">
      <p className="font-bold text-xl">
        {w.answer(w.choices[asked.choice.kind], last.year, last.total)}
        {promise && ` ${w.keeps(promise.year, promise.people, promise.reached - promise.people)}`}
      </p>
      {promise && worked.chance !== undefined && (
        <div>
          <span className="small mute block">{w.chance(promise.year, promise.people)}</span>
          <span className="big">{w.percent(worked.chance)}</span>
        </div>
      )}
      <div>
        <span className="small mute block">{w.band(last.year)}</span>
        <b>{w.range(band.low80, band.high80)}</b>
      </div>
      <div>
        <span className="small mute block">{w.gap}</span>
        <b>{w.signed(last.total - published)}</b>
      </div>
    </div>
  )
}

/** 総人口と年齢の形. A chart is drawn anew for a narrow page, not shrunk. */
export function Charts({ ground, asked, worked }: Shown) {
  const words = useWords()
  const w = words.population
  const points = (years: readonly { readonly year: number; readonly total: number }[]) =>
    years.map(({ year, total }) => [year, Math.round(total)] as const)
  const chart = {
    censuses: ground.censuses.map(({ year, people }) => [year, people] as const),
    published: points(worked.published),
    chosen: points(worked.years),
    bands: worked.bands,
    promises: worked.promise ? [{ ...worked.promise, printed: w.people(worked.promise.people) }] : [],
    shelfLife: worked.shelfLife,
    words: {
      label: w.total,
      census: w.census,
      published: w.published,
      chosen: w.choices[asked.choice.kind],
      promise: w.promise,
      shelfLife: w.within10,
    },
  }
  const at = worked.years.findIndex(({ year }) => year === asked.year)
  const people = worked.years[at]?.people ?? ground.outset.base
  const outline = outlineAt(ground, worked, at)
  const pyramid = {
    ages: ageLabels(((people.male.length - 1) * 5) as OpenAge),
    ...people,
    outline,
    words: { label: w.pyramid(asked.year), male: w.male, female: w.female },
  }
  return (
    <div className="charts">
      <figure className="card">
        <figcaption>
          <b>{w.total}</b> <span className="small mute">{w.totalNote}</span>
        </figcaption>
        <Picture className="wide-only" svg={totalSvg(chart, 720, 380)} />
        <Picture className="narrow-only" svg={totalSvg(chart, 340, 320)} />
      </figure>
      <figure className="card">
        <figcaption>
          <b>{w.pyramid(asked.year)}</b> <span className="small mute">{w.pyramidNote}</span>
        </figcaption>
        <Picture svg={pyramidSvg(pyramid, 360, 400)} />
      </figure>
    </div>
  )
}

const outlineAt = (ground: LabGround, worked: Worked, at: number) =>
  worked.publishedPeople[at] ?? ground.outset.base

/** 何が何人ぶんか, and what would keep the promise. */
export function Contributions({ worked }: Pick<Shown, 'worked'>) {
  const w = useWords().population
  const { contributions, promise } = worked
  const [first, last] = [worked.published.at(-1), worked.years.at(-1)]
  if (!first || !last) return null
  const rows = [
    [w.from.published, w.people(first.total)],
    [w.from.fertility, w.signed(contributions.fertility)],
    [w.from.migration, w.signed(contributions.migration)],
    [w.from.chosen, w.people(last.total)],
  ] as const
  return (
    <section className="card" aria-labelledby="contributions">
      <header>
        <h2 id="contributions">{w.contributions}</h2>
        <span className="small mute">{w.contributionsNote(last.year)}</span>
      </header>
      <table className="sheet">
        <tbody>
          {rows.map(([name, value], at) => (
            <tr key={name} className={at === 3 ? 'total' : ''}>
              <th scope="row">{name}</th>
              <td className="num">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {promise && (
        <>
          <h3 className="mt-4">{w.toKeep(promise.people, promise.year)}</h3>
          <dl className="facts mt-2">
            <dt>{w.keepFertility}</dt>
            <dd>
              {promise.fertility.ok ? (
                <b>{promise.fertility.value.value.toFixed(2)}</b>
              ) : (
                w.impossible[promise.fertility.why]
              )}
            </dd>
            <dt>{w.keepMigration}</dt>
            <dd>
              {promise.netMigration.ok ? (
                <b>{w.signed(promise.netMigration.value.value)}</b>
              ) : (
                w.impossible[promise.netMigration.why]
              )}
            </dd>
          </dl>
        </>
      )}
    </section>
  )
}

/** 影響度と使える期間. */
export function Side({ worked }: Pick<Shown, 'worked'>) {
  const w = useWords().population
  const { influence } = worked
  const degree = (name: string, of: number) => (
    <p className="flex gap-3 items-center small">
      <span>{name}</span>
      {[1, 2, 3, 4, 5].map((each) => (
        <span key={each} className={`degree${each === of ? ' on' : ''}`} aria-hidden={each !== of}>
          {each}
        </span>
      ))}
    </p>
  )
  return (
    <>
      <section className="card grid gap-2" aria-labelledby="influence">
        <h2 id="influence">
          {w.influence} <span className="slot">{w.year(worked.years.at(-1)?.year ?? 0)}</span>
        </h2>
        {degree(w.natural, influence.natural)}
        {degree(w.social, influence.social)}
        <p className="small mute">{w.influenceNote(influence.naturalPercent, influence.socialPercent)}</p>
      </section>
      <section className="card" aria-labelledby="shelf">
        <h2 id="shelf">{w.shelf}</h2>
        <p className="small">{w.shelfSaid(worked.shelfLife)}</p>
        <details className="small mt-2">
          <summary>{w.method}</summary>
          <p>{w.methodText}</p>
        </details>
      </section>
    </>
  )
}

type Row = 'total' | 'young' | 'working' | 'old' | 'over75'

/** 80%の幅: of the total by its formula, of an age group by the shocked paths. The base year is known and has none. */
function rangeOf({ bands, fan }: Worked, row: Row, at: number): readonly [number, number] | undefined {
  if (at === 0 || row === 'over75') return undefined
  const band = bands[at]
  if (row === 'total') return band && [band.low80, band.high80]
  const quantiles = fan.years[at]?.[row]
  return quantiles && [quantiles[0], quantiles[4]]
}

function Within({ range }: { readonly range: readonly [number, number] | undefined }) {
  const w = useWords().population
  return range ? <span className="block small mute">{w.within80(range[0], range[1])}</span> : null
}

/** 年齢3区分の表, with the gap to the published projection beside each year. */
export function Groups({ worked }: Pick<Shown, 'worked'>) {
  const w = useWords().population
  const shown = worked.years.map((year, at) => ({ year, at, published: worked.published[at] }))
  const rows: readonly Row[] = ['total', 'young', 'working', 'old', 'over75']
  return (
    <section className="card" aria-labelledby="groups">
      <h2 id="groups">{w.table}</h2>
      <Scroll label={w.table}>
        <table className="sheet">
          <thead>
            <tr>
              <td />
              {shown.map(({ year: { year, held }, at }) => (
                <th key={year} scope="col" className="num">
                  {w.year(year)}
                  {held && '＊'}
                  {worked.bands[at]?.extrapolated && '†'}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row} className={row === 'total' ? 'font-bold' : ''}>
                <th scope="row">{w.rows[row]}</th>
                {shown.map(({ year, at, published }) => (
                  <td key={year.year} className="num">
                    {Math.round(year[row]).toLocaleString('ja-JP')}
                    <span className="block small faint">{w.signed(year[row] - (published?.[row] ?? 0))}</span>
                    <Within range={rangeOf(worked, row, at)} />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{w.rows.oldShare}</th>
              {shown.map(({ year }) => (
                <td key={year.year} className="num">
                  {year.oldShare.toFixed(1)}%
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">
                {w.index} <span className="slot">{w.indexNote(shown[0]?.year.year ?? 0)}</span>
              </th>
              {shown.map(({ year }) => (
                <td key={year.year} className="num">
                  {year.index.total.toFixed(1)}
                </td>
              ))}
            </tr>
            <tr>
              <th scope="row">{w.stage}</th>
              {shown.map(({ year }) => (
                <td key={year.year} className="small">
                  {w.stages[year.stage]}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </Scroll>
      <p className="small mute">{w.groupsNote(PATHS.paths)}</p>
      {worked.years.some(({ held }) => held) && <p className="small mute">{w.held}</p>}
      {worked.bands.some(({ extrapolated }) => extrapolated) && (
        <p className="small mute">{w.extrapolated}</p>
      )}
    </section>
  )
}
