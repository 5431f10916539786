import { Link } from 'react-router'
import type { Role } from '#domain/access/can.ts'
import { nameIn } from '#domain/shared/lang.ts'
import { listGovernments } from '#store/governments.ts'
import { membershipsOf } from '#store/memberships.ts'
import { reading } from '#store/transaction.ts'
import { servingContext } from '../context.ts'
import { mayRegister } from '../may-register.ts'
import { langOf, useHere } from '../paths.ts'
import { governmentNamed, Name } from '../ui/name.tsx'
import { Footer, PlainHeader } from '../ui/shell.tsx'
import { userOf } from '../visit.ts'
import { useWords, wordsOf } from '../words.tsx'
import type { Route } from './+types/welcome'

export async function loader({ request, context }: Route.LoaderArgs) {
  const { store } = context.get(servingContext)
  const user = await userOf(request, context)
  const registers = await mayRegister(context, user)
  return reading(
    store,
    { government: '', actor: 'public', ...(user ? { user: user.id } : {}) },
    async (tx) => {
      const mine = Map.groupBy(user ? await membershipsOf(tx, user.id) : [], ({ government }) => government)
      const all = (await listGovernments(tx)).map((each) => ({
        ...each,
        roles: [...new Set((mine.get(each.code) ?? []).map(({ role }) => role))],
      }))
      return {
        signedIn: user !== undefined,
        registers,
        own: all.filter(({ code, sample }) => mine.has(code) && !sample),
        samples: all
          .filter(({ sample, fictional, code }) => sample && (fictional || mine.has(code)))
          .sort((a, b) => Number(b.fictional) - Number(a.fictional)),
      }
    },
  )
}

export const meta: Route.MetaFunction = ({ location }) => [{ title: wordsOf(langOf(location)).app.title }]

export default function Welcome({ loaderData: { signedIn, registers, own, samples } }: Route.ComponentProps) {
  const w = useWords()
  const { site, lang } = useHere()
  return (
    <>
      <PlainHeader signedIn={signedIn} />
      <main className="main" id="main">
        <h1>{w.welcome.title}</h1>
        <p className="lead">{w.welcome.lead}</p>
        <div className="two mt-8">
          <div>
            <section className="card" aria-labelledby="own">
              <header>
                <h2 id="own">{w.welcome.own}</h2>
              </header>
              {own.length === 0 ? (
                <p>{w.welcome.noneYet}</p>
              ) : (
                <ul className="grid gap-2">
                  {own.map((each) => (
                    <li key={each.code}>
                      <Link to={site(`/g/${each.code}`)}>
                        <Name of={governmentNamed(each)} />
                      </Link>{' '}
                      <span className="faint small">{each.code}</span> <Roles of={each.roles} />
                    </li>
                  ))}
                </ul>
              )}
              <p className="mt-4">
                {registers && (
                  <Link className="button primary" to={site('/register')}>
                    {w.welcome.register}
                  </Link>
                )}
                {!signedIn && (
                  <>
                    <span className="mute small">{w.welcome.signInFirst}</span>{' '}
                    <Link to={site('/sign-in')}>{w.app.signIn}</Link>
                  </>
                )}
              </p>
            </section>
          </div>
          <div>
            <section className="card" aria-labelledby="samples">
              <header>
                <h2 id="samples">{w.welcome.samples}</h2>
              </header>
              <ul className="grid gap-4">
                {samples.map((each) => (
                  <li key={each.code}>
                    <Link className={each.fictional ? 'button' : ''} to={site(`/g/${each.code}`)}>
                      {each.fictional ? (
                        w.welcome.lookAround(nameIn(lang, governmentNamed(each)))
                      ) : (
                        <Name of={governmentNamed(each)} />
                      )}
                    </Link>{' '}
                    <Roles of={each.roles} />
                    <p className="small mute mt-1">
                      {each.fictional ? w.welcome.fictionalNote : w.welcome.realNote}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          </div>
        </div>
      </main>
      <Footer />
    </>
  )
}

/** In which roles one serves a government. */
function Roles({ of }: { readonly of: readonly Role[] }) {
  const { roles } = useWords().people
  return of.map((role) => (
    <span key={role} className="tag">
      {roles[role]}
    </span>
  ))
}
