import { use } from 'react'
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useLocation,
  useRouteError,
} from 'react-router'
import { LANGUAGES } from '#words/languages.ts'
import './app.css'
import { refuseStrangers } from './own-origin.ts'
import { inLang, langOf } from './paths.ts'
import { refuseNul } from './plain-address.ts'
import { NonceContext } from './ui/nonce.ts'
import { Cut, isCut, Trouble } from './ui/trouble.tsx'

export const middleware = [refuseNul, refuseStrangers]

export function Layout({ children }: { readonly children: React.ReactNode }) {
  const nonce = use(NonceContext)
  const location = useLocation()
  const lang = langOf(location)
  return (
    <html lang={lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {LANGUAGES.map((each) => (
          <link key={each.lang} rel="alternate" hrefLang={each.lang} href={inLang(each.lang, location)} />
        ))}
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  if (isCut(error)) return <Cut />
  const told = isRouteErrorResponse(error) ? error : { status: 500, data: undefined }
  return <Trouble status={told.status} detail={told.data} />
}
