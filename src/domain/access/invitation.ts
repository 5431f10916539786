import { type Department, heirsOf } from '../government/department.ts'
import { type Role, wantsDepartment } from './can.ts'

/** 招待の行: one person as written in a table, with the row it stood in. Texts, nothing understood yet. */
export type AskedPerson = {
  readonly row: number
  readonly name: string
  readonly email: string
  readonly role: string
  readonly department: string
}

/** 招待 (invitation): who is to serve, in which role and department. */
export type Invitation = {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly department?: string
}

export const INVITATION_WRONG = [
  ...([
    'person-name-missing',
    'email-missing',
    'email-not-understood',
    'role-missing',
    'role-unknown',
  ] as const),
  ...([
    'department-missing',
    'department-unknown',
    'department-ended',
    'row-twice',
    'already-member',
  ] as const),
] as const
export type InvitationWrong = (typeof INVITATION_WRONG)[number]

export type RowProblem = {
  readonly row: number
  readonly why: InvitationWrong
  readonly detail?: Readonly<Record<string, string | number>>
}

/** What is known when rows are checked. */
export type Known = {
  /** A role by any word for it. */
  readonly roleOf: (word: string) => Role | undefined
  readonly departments: readonly Department[]
  /** The fiscal year that runs, in which departments must exist. */
  readonly year: number
  /** Who serves already: e-mail, role, department. */
  readonly serving: readonly { readonly email: string; readonly role: Role; readonly department?: string }[]
}

/** メールアドレス: one spelling of an address, or undefined for what is none. */
export function emailOf(written: string): string | undefined {
  const email = written.normalize('NFKC').trim().toLowerCase()
  return /^[^\s@<>(),;:"[\]\\]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/.test(
    email,
  ) && email.length <= 254
    ? email
    : undefined
}

const same = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** A department by its id, its name or an English name; one that ended is found too, so that the reason can say so. */
export function departmentBy(departments: readonly Department[], word: string): Department | undefined {
  const asked = same(word)
  const called = ({ id, name, names }: Department) => [id, name, names?.en ?? name].map(same)
  return (
    departments.find((each) => each.to === undefined && called(each).includes(asked)) ??
    departments.find((each) => called(each).includes(asked)) ??
    departments.find(({ former = [] }) => former.some(({ name }) => same(name) === asked))
  )
}

/** 招待を確かめる: what can be invited, and every row that is wrong, with all its reasons. */
export function checkInvitations(
  asked: readonly AskedPerson[],
  { roleOf, departments, year, serving }: Known,
): { readonly invitations: readonly Invitation[]; readonly problems: readonly RowProblem[] } {
  const problems: RowProblem[] = []
  const invitations: Invitation[] = []
  const keyOf = ({ email, role, department = '' }: { email: string; role: Role; department?: string }) =>
    `${email} ${role} ${department}`
  const already = new Set(serving.map(keyOf))
  const rows = new Map<string, number>()
  for (const { row, ...person } of asked) {
    const before = problems.length
    const wrong = (why: InvitationWrong, detail?: RowProblem['detail']) =>
      problems.push({ row, why, ...(detail ? { detail } : {}) })
    const name = person.name.normalize('NFC').trim()
    if (name === '') wrong('person-name-missing')
    const email = emailOf(person.email)
    if (person.email.trim() === '') wrong('email-missing')
    else if (!email) wrong('email-not-understood', { value: person.email })
    const role = roleOf(person.role)
    if (person.role.trim() === '') wrong('role-missing')
    else if (!role) wrong('role-unknown', { value: person.role })
    const department =
      person.department.trim() === '' ? undefined : departmentBy(departments, person.department)
    if (person.department.trim() !== '' && !department)
      wrong('department-unknown', { value: person.department })
    if (department?.to !== undefined && department.to < year)
      wrong('department-ended', {
        value: department.name,
        successors: heirsOf(departments, department.id, year)
          .map((each) => each.name)
          .join('、'),
      })
    if (role && person.department.trim() === '' && wantsDepartment(role)) wrong('department-missing')
    if (!email || !role || problems.length > before) continue
    const invitation = { name, email, role, ...(department ? { department: department.id } : {}) }
    const key = keyOf(invitation)
    const earlier = rows.get(key)
    if (earlier !== undefined) wrong('row-twice', { row: earlier })
    else if (already.has(key)) wrong('already-member')
    else invitations.push(invitation)
    rows.set(key, earlier ?? row)
  }
  return { invitations, problems }
}
