/** The loader of an address that only takes forms: whoever opens it is told so, and nothing is logged. */
export const postOnly = (): Response => new Response(null, { status: 405, headers: { allow: 'POST' } })
