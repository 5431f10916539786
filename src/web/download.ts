/**
 * 受け取る (download): a file as it came, whatever its kind, never shown as a page of ours and sandboxed besides.
 * `name` is what somebody called it; `plain` is for browsers that read no other than ASCII.
 */
export const asDownload = (content: Uint8Array, name: string, plain: string): Response =>
  new Response(Uint8Array.from(content), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded(name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })

/** RFC 8187: what encodeURIComponent leaves alone and a header may not hold. */
const encoded = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  )
