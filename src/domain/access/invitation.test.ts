import { describe, expect, test } from 'vitest'
import type { Department } from '../government/department.ts'
import { fiscalYear } from '../shared/year.ts'
import { type AskedPerson, checkInvitations, departmentBy, emailOf } from './invitation.ts'

const departments: readonly Department[] = [
  {
    id: 'fish',
    name: '水産課',
    names: { en: 'Fisheries' },
    former: [{ name: '漁港課', until: fiscalYear(2019) }],
  },
  { id: 'wood', name: '林務課', to: fiscalYear(2024), successors: ['land'] },
  { id: 'land', name: '農林課', from: fiscalYear(2025) },
]
const known = {
  roleOf: (word: string) => (({ 報告者: 'reporter', 監査: 'auditor', planner: 'planner' }) as const)[word],
  departments,
  year: 2026,
  serving: [{ email: 'old@city.example', role: 'reporter', department: 'fish' }] as const,
}
const row = (at: number, name: string, email: string, role: string, department = ''): AskedPerson => ({
  row: at,
  ...{ name, email, role, department },
})

describe('招待の表', () => {
  test('言葉で書いた役割と課がわかり、全角のアドレスは半角になる', () =>
    expect(
      checkInvitations(
        [
          row(2, '海野 渚', 'Umino@City.example', '報告者', '水産課'),
          row(3, '大山 岳', 'ｏｙａｍａ@city.example', '監査'),
        ],
        known,
      ),
    ).toEqual({
      problems: [],
      invitations: [
        { name: '海野 渚', email: 'umino@city.example', role: 'reporter', department: 'fish' },
        { name: '大山 岳', email: 'oyama@city.example', role: 'auditor' },
      ],
    }))

  test.each([
    ['氏名がない', row(2, ' ', 'a@city.example', '監査'), 'person-name-missing'],
    ['アドレスがない', row(2, '人', '', '監査'), 'email-missing'],
    ['アドレスでない', row(2, '人', 'city.example', '監査'), 'email-not-understood'],
    ['役割がない', row(2, '人', 'a@city.example', ''), 'role-missing'],
    ['知らない役割', row(2, '人', 'a@city.example', '係長'), 'role-unknown'],
    ['報告者に課がない', row(2, '人', 'a@city.example', '報告者'), 'department-missing'],
    ['知らない課', row(2, '人', 'a@city.example', '報告者', '宇宙課'), 'department-unknown'],
    ['なくなった課', row(2, '人', 'a@city.example', '報告者', '林務課'), 'department-ended'],
    ['もう所属している', row(2, '人', 'old@city.example', '報告者', '水産課'), 'already-member'],
  ] as const)('%s', (_, asked, why) => {
    const { invitations, problems } = checkInvitations([asked], known)
    expect(invitations).toEqual([])
    expect(problems).toMatchObject([{ row: 2, why }])
  })

  test('一つの行の誤りは、すべて言う。なくなった課は、あとを継いだ課を言う', () => {
    expect(
      checkInvitations([row(5, '', 'x', '係長', '宇宙課')], known).problems.map(({ why }) => why),
    ).toEqual([...['person-name-missing', 'email-not-understood', 'role-unknown', 'department-unknown']])
    expect(
      checkInvitations([row(5, '人', 'a@b.example', '報告者', '林務課')], known).problems[0]?.detail,
    ).toEqual({
      value: '林務課',
      successors: '農林課',
    })
  })

  test('同じ人・役割・課が二度あれば、あとの行を指す。別の課なら兼務', () => {
    const { invitations, problems } = checkInvitations(
      [
        row(2, '人', 'a@b.example', '報告者', '水産課'),
        row(3, '人', 'A@b.example', '報告者', 'fish'),
        row(4, '人', 'a@b.example', '報告者', '農林課'),
      ],
      known,
    )
    expect(problems).toEqual([{ row: 3, why: 'row-twice', detail: { row: 2 } }])
    expect(invitations.map(({ department }) => department)).toEqual(['fish', 'land'])
  })

  test.each([
    ['a.b+c@example.jp', 'a.b+c@example.jp'],
    [' A@EXAMPLE.JP ', 'a@example.jp'],
    ['a@localhost', undefined],
    ['a b@example.jp', undefined],
    ['山田 <a@example.jp>', undefined],
    ['a@example..jp', undefined],
    [`${'a'.repeat(250)}@example.jp`, undefined],
  ])('アドレス %s', (written, email) => expect(emailOf(written)).toBe(email))

  test('課は、符号・名前・英語の名前・旧称で見つかる', () =>
    expect(
      ['fish', '水産課', ' 水 産 課', 'Fisheries', '漁港課', '山林課'].map(
        (word) => departmentBy(departments, word)?.id,
      ),
    ).toEqual(['fish', 'fish', 'fish', 'fish', 'fish', undefined]))
})
