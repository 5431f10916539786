/** Full-width digits, thousands commas and the minus signs that people type become one plain decimal. 「▲１，２００」 → "-1200". */
export const plainNumber = (typed: string): string =>
  typed
    .normalize('NFKC')
    .trim()
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/^[−‐–―ー▲△]/, '-')
    .replace(/^\+/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
