/**
 * 全国地方公共団体コード: two digits of prefecture, three of municipality, one check digit.
 * Source: 総務省「全国地方公共団体コード仕様」. 検査数字 = 11 − (Σ digit × weight 6…2) mod 11, its last digit.
 */
export function checkDigit(firstFive: string): number {
  const digits = [...firstFive].map(Number)
  const sum = digits.reduce((total, digit, at) => total + digit * (6 - at), 0)
  return sum < 11 ? (11 - sum) % 10 : (11 - (sum % 11)) % 10
}

export const isGovernmentCode = (code: string): boolean =>
  /^\d{6}$/.test(code) && checkDigit(code.slice(0, 5)) === Number(code[5])

/** Makes 431001 of 43100 or 431001; undefined where the digits cannot be a code. */
export function completeCode(written: string): string | undefined {
  if (/^\d{5}$/.test(written)) return `${written}${checkDigit(written)}`
  return isGovernmentCode(written) ? written : undefined
}
