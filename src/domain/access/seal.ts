/** 署名する者 (seal): the key pair of one installation. The private half never leaves the closure. */
export type Seal = {
  /** What this installation is called where its bundles arrive. */
  readonly installation: string
  readonly fingerprint: string
  /** Ed25519, SPKI in DER, as base64. */
  readonly publicKey: string
  sign(bytes: Uint8Array): Uint8Array
}

/** Crockford's 32 signs: no I, L, O or U, so that none is taken for another over the phone. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 24 signs carry 120 bits of the hash; the last one is checked when somebody types them. */
const SAID = 24
const GROUP = 5

/** Sum in which every place weighs differently, so that one wrong sign or two swapped neighbours show. */
const checkSign = (signs: string): string =>
  SIGNS[[...signs].reduce((sum, sign, at) => sum + (at + 1) * SIGNS.indexOf(sign), 0) % 31] ?? '0'

const grouped = (signs: string): string => (signs.match(new RegExp(`.{${GROUP}}`, 'g')) ?? []).join('-')

/** 鍵の指紋 (fingerprint): the SHA-256 of a public key as five groups of five signs, to be read over the phone. */
export function writeFingerprint(digest: Uint8Array): string {
  const bits = [...digest].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const signs = Array.from(
    { length: SAID },
    (_, at) => SIGNS[Number.parseInt(bits.slice(at * 5, at * 5 + 5), 2)] ?? '0',
  ).join('')
  return grouped(signs + checkSign(signs))
}

/** A fingerprint as somebody typed it, in any case and width, with or without hyphens; undefined where a sign is wrong. */
export function readFingerprint(typed: string): string | undefined {
  const signs = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}ー]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (signs.length !== SAID + 1 || [...signs].some((sign) => !SIGNS.includes(sign))) return undefined
  return checkSign(signs.slice(0, SAID)) === signs[SAID] ? grouped(signs) : undefined
}
