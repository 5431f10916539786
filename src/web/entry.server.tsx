import { randomBytes } from 'node:crypto'
import { isbot } from 'isbot'
import { renderToReadableStream } from 'react-dom/server.edge'
import { type EntryContext, ServerRouter } from 'react-router'
import { en } from '#words/en.ts'
import { ja } from '#words/ja.ts'
import { zhHant } from '#words/zh-Hant.ts'
import { NonceContext } from './ui/nonce.ts'
import { tellWords } from './words.tsx'

export { makeContext } from './context.ts'

for (const words of [ja, en, zhHant]) tellWords(words)

/** What a page may load: our own files, and the scripts that carry this response's nonce. Nothing inline, nothing from elsewhere. */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  routing: EntryContext,
) {
  const nonce = randomBytes(16).toString('base64')
  let failed = false
  const body = await renderToReadableStream(
    <NonceContext value={nonce}>
      <ServerRouter context={routing} url={request.url} nonce={nonce} />
    </NonceContext>,
    {
      nonce,
      signal: request.signal,
      onError() {
        failed = true
      },
    },
  )
  if (isbot(request.headers.get('user-agent')) || routing.isSpaMode) await body.allReady
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('cache-control', 'no-store')
  headers.set('content-security-policy', policy(nonce))
  return new Response(body, { headers, status: failed ? 500 : status })
}
