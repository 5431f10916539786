import { ROLES, type Role } from '#domain/access/can.ts'
import { people as en } from './en/people.ts'
import { people as ja } from './ja/people.ts'
import { people as zhHant } from './zh-Hant/people.ts'

const plain = (word: string): string =>
  word
    .normalize('NFKC')
    .replace(/[\s_-]+/g, '')
    .toLowerCase()

/** 役割を言葉から: a role by its code, its name in any of our languages, or another word that offices use for it. */
export function roleOf(word: string): Role | undefined {
  const asked = plain(word)
  if (asked === '') return undefined
  return ROLES.find((role) =>
    [role, ...[ja, en, zhHant].flatMap((words) => [words.roles[role], ...words.alsoCalled[role].split(' ')])]
      .map(plain)
      .includes(asked),
  )
}
