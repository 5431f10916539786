import { describe, expect, test } from 'vitest'
import { fiscalYear } from '../shared/year.ts'
import { type Department, heirsOf, nameAt } from './department.ts'
import { departmentLines, ended, registered, renamed } from './register.ts'

const year = fiscalYear(2026)
const fish: Department = { id: 'fish', name: '水産課', names: { en: 'Fisheries' } }

describe('課を登録する', () => {
  test.each([
    ['名前だけ', '水産課\n\n林務課', [{ name: '水産課' }, { name: '林務課' }]],
    ['符号と名前', 'fish\t水産課', [{ id: 'fish', name: '水産課' }]],
    ['符号・名前・英語', 'fish,水産課,Fisheries', [{ id: 'fish', name: '水産課', nameEn: 'Fisheries' }]],
    ['名前と英語', '水産課\tFisheries', [{ name: '水産課', nameEn: 'Fisheries' }]],
    ['空の符号', '\t水産課\tFisheries', [{ name: '水産課', nameEn: 'Fisheries' }]],
  ] as const)('一覧の行: %s', (_, text, lines) => expect(departmentLines(text)).toEqual(lines))

  test('新しい課だけが後ろにつき、符号のないものには空いている符号がつく', () => {
    const known = [fish, { id: 'department-3', name: '財政課' }]
    expect(registered(known, departmentLines('水産課\n林務課\nland\t農地課'), year)).toEqual({
      ok: true,
      value: [
        ...known,
        { id: 'department-4', name: '林務課', from: 2026 },
        { id: 'land', name: '農地課', from: 2026 },
      ],
    })
  })

  test.each([
    ['同じ符号で別の名前', 'fish\t漁業課', 'department-twice'],
    ['同じ名前で別の符号', 'gyogyo\t水産課', 'department-twice'],
    ['名前がない', 'wood\t', 'department-name-missing'],
    ['すべて登録ずみ', '水産課', 'nothing-registered'],
  ])('断る: %s', (_, text, why) =>
    expect(registered([fish], departmentLines(text), year)).toMatchObject({ why }),
  )

  test('名前を変えると、前の年度には旧称で出る。その年のうちに二度変えても、旧称は一つ', () => {
    const once = renamed(fish, { name: '海の課', nameEn: 'Sea' }, year)
    const twice = renamed(once, { name: '海洋課' }, year)
    expect(nameAt(twice, 2025)).toEqual({ name: '水産課', names: { en: 'Fisheries' } })
    expect(nameAt(twice, 2026)).toEqual({ name: '海洋課' })
    expect(twice.former).toHaveLength(1)
  })

  test('できた年のうちに変えた名前に、旧称はない', () =>
    expect(renamed({ ...fish, from: year }, { name: '海洋課' }, year)).toEqual({
      id: 'fish',
      name: '海洋課',
      from: 2026,
    }))

  test('終えた課は、今年度からあとを継いだ課になる。できた年には終えられない', () => {
    const over = ended(fish, ['sea'], year)
    if (!over.ok) throw new Error(over.why)
    const all = [over.value, { id: 'sea', name: '海洋課' }]
    expect(heirsOf(all, 'fish', 2025).map(({ id }) => id)).toEqual(['fish'])
    expect(heirsOf(all, 'fish', 2026).map(({ id }) => id)).toEqual(['sea'])
    expect(ended({ ...fish, from: year }, ['sea'], year)).toMatchObject({ why: 'department-too-young' })
  })
})
