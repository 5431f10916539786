import { Form, Link, NavLink } from 'react-router'
import { LANGUAGES } from '#words/languages.ts'
import { inLang, useHere } from '../paths.ts'
import { useWords } from '../words.tsx'
import { governmentNamed, Name } from './name.tsx'

/** Language links of a page: the same page in the other languages, each named in its own script. */
export function Languages() {
  const { lang, location } = useHere()
  return LANGUAGES.filter((each) => each.lang !== lang).map((each) => (
    <a
      className="no-print"
      key={each.lang}
      href={inLang(each.lang, location)}
      lang={each.lang}
      hrefLang={each.lang}
    >
      {each.name}
    </a>
  ))
}

/** Header of pages outside any government. */
export function PlainHeader({ signedIn }: { readonly signedIn: boolean }) {
  const w = useWords()
  const { site } = useHere()
  return (
    <header>
      <a className="skip" href="#main">
        {w.app.skip}
      </a>
      <div className="bar border-b border-solid-gray-420">
        <Link className="brand" to={site('/')}>
          {w.app.name}
        </Link>
        <span className="ml-auto flex gap-4 items-center small">
          <Languages />
          {signedIn ? (
            <>
              <Link to={site('/account')}>{w.app.account}</Link>
              <SignOut />
            </>
          ) : (
            <Link to={site('/sign-in')}>{w.app.signIn}</Link>
          )}
        </span>
      </div>
    </header>
  )
}

export function SignOut() {
  const w = useWords()
  return (
    <Form method="post" action="/sign-out" reloadDocument className="no-print">
      <button className="button quiet small" type="submit">
        {w.app.signOut}
      </button>
    </Form>
  )
}

export type ShellProps = {
  readonly government: { readonly name: string; readonly nameEn?: string; readonly fictional: boolean }
  readonly year: number
  readonly asOf: string | undefined
  readonly userName: string | undefined
  readonly now: string
  /** Whether the staff pages are theirs; a reviewer has the rooms only. */
  readonly reads: boolean
  /** May enter the panel's rooms. */
  readonly room: boolean
  /** The page of people or departments that this person may work on. */
  readonly staff: 'members' | 'departments' | undefined
}

/** Header and menu of a government's staff pages: whose it is, which year, which moment, who is signed in. */
export function GovernmentHeader({ government, year, asOf, userName, now, room, reads, staff }: ShellProps) {
  const w = useWords()
  const { of, here, site, location } = useHere()
  const rooms = room ? ([['/reviews', w.menu.reviews]] as const) : []
  // In the order of a year; what is looked up now and then stands apart at the end.
  const tabs = reads
    ? ([
        ['', w.menu.home],
        ['/plans', w.menu.plans],
        ['/indicators', w.menu.indicators],
        ['/cycle', w.menu.cycle],
        ['/reports', w.menu.reports],
        ...rooms,
        ['/follow-up', w.followUp.title],
        ['/projects', w.menu.projects],
        ['/population', w.menu.population],
        ['/documents', w.menu.documents],
        ['/comments', w.consult.title],
        ['/publications', w.menu.publications],
      ] as const)
    : rooms
  const apart = reads
    ? ([
        ['/search', w.menu.search],
        ['/history', w.menu.history],
        ...(staff ? [[`/${staff}`, w.menu[staff]] as const] : []),
      ] as const)
    : []
  return (
    <header>
      <a className="skip" href="#main">
        {w.app.skip}
      </a>
      <div className="bar">
        <Link className="brand" to={site('/')}>
          {w.app.name}
        </Link>
        <b className="pl-4 border-l border-solid-gray-200">
          <Name of={governmentNamed(government)} />
        </b>
        {government.fictional && <span className="tag">{w.app.fictional}</span>}
        <nav className="flex items-center gap-1 no-print" aria-label={w.app.fiscalYear}>
          <Link
            className="button quiet small"
            to={here({ year: String(year - 1) })}
            aria-label={w.app.yearBefore(year)}
          >
            ‹
          </Link>
          <b>{w.year(year)}</b>
          <Link
            className="button quiet small"
            to={here({ year: String(year + 1) })}
            aria-label={w.app.yearAfter(year)}
          >
            ›
          </Link>
        </nav>
        <AsOf asOf={asOf} />
        <span className="ml-auto flex gap-4 items-center small">
          <Languages />
          {userName ? (
            <>
              <Link to={site('/account')}>{userName}</Link>
              <SignOut />
            </>
          ) : (
            <Link to={site('/sign-in')}>{w.app.signIn}</Link>
          )}
        </span>
      </div>
      <p className="only-print small">{w.app.printed(w.moment(now), location.pathname + location.search)}</p>
      <nav className="menu" aria-label={w.app.menu}>
        {tabs.map(([to, name]) => (
          <NavLink key={to} to={of(to)} end={to === ''}>
            {name}
          </NavLink>
        ))}
        {apart.length > 0 && (
          <span className="menu-end">
            {apart.map(([to, name]) => (
              <NavLink key={to} to={of(to)}>
                {name}
              </NavLink>
            ))}
          </span>
        )}
      </nav>
      {asOf && (
        <div className="past">
          <span>{w.app.knownAt(w.moment(asOf))}</span>
          <Link to={here({ asOf: undefined })}>{w.app.backToNow}</Link>
        </div>
      )}
    </header>
  )
}

/** 時点: look at any page as it was known on a day. */
function AsOf({ asOf }: { readonly asOf: string | undefined }) {
  const w = useWords()
  const { location } = useHere()
  const kept = [...new URLSearchParams(location.search)].filter(([key]) => key !== 'asOf')
  return (
    <details className="small no-print relative">
      <summary>
        {w.app.moment} <b>{asOf ? w.moment(asOf) : w.app.now}</b>
      </summary>
      <form method="get" className="flex gap-2 items-end py-2">
        {kept.map(([key, value]) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        <label>
          {w.app.day}{' '}
          <input className="input dense" type="date" name="asOf" defaultValue={asOf?.slice(0, 10)} required />
        </label>
        <button className="button small" type="submit">
          {w.app.seeMoment}
        </button>
      </form>
    </details>
  )
}

export function Footer() {
  const w = useWords()
  return (
    <footer className="foot">
      <span>{w.app.footer}</span>
    </footer>
  )
}

/** Title, one sentence that says what matters, and the actions of a page. */
export function Head({
  crumbs = [],
  title,
  lead,
  children,
}: {
  readonly crumbs?: readonly { readonly to: string; readonly name: string }[]
  readonly title: React.ReactNode
  readonly lead?: React.ReactNode
  readonly children?: React.ReactNode
}) {
  const w = useWords()
  return (
    <>
      {crumbs.length > 0 && (
        <nav aria-label={w.app.crumbs}>
          <ol className="crumbs">
            {crumbs.map(({ to, name }) => (
              <li key={to}>
                <Link to={to}>{name}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {children && <div className="actions flex gap-2 flex-wrap">{children}</div>}
      </div>
    </>
  )
}
