import { expect, test } from 'vitest'
import { type GroupRule, groupsIn, hatsByGroups } from './groups.ts'

const rules: readonly GroupRule[] = [
  { group: 'kikaku', government: '992011', role: 'planner' },
  { group: 'shoko', government: '992011', role: 'reporter', department: 'commerce' },
  { group: 'shoko-kacho', government: '992011', role: 'approver', department: 'commerce' },
  { group: 'kacho', government: '992011', role: 'approver', department: 'commerce' },
  { group: 'kikaku', government: '431001', role: 'viewer' },
]

test.each([
  ['どのグループでもない', [], { '992011': [], '431001': [] }],
  ['二つの団体', ['kikaku'], { '992011': [{ role: 'planner' }], '431001': [{ role: 'viewer' }] }],
  [
    '兼務',
    ['shoko', 'shoko-kacho'],
    {
      '992011': [
        { role: 'reporter', department: 'commerce' },
        { role: 'approver', department: 'commerce' },
      ],
      '431001': [],
    },
  ],
  [
    '同じ役割に二つのグループ',
    ['kacho', 'shoko-kacho'],
    { '992011': [{ role: 'approver', department: 'commerce' }], '431001': [] },
  ],
] as const)('グループと役割: %s', (_, groups, hats) =>
  expect(Object.fromEntries(hatsByGroups(rules, groups))).toEqual(hats),
)

test.each([
  [
    ['a', 1, 'b'],
    ['a', 'b'],
  ],
  ['a', ['a']],
  [undefined, []],
  [{ a: 1 }, []],
])('グループの書き方 %j', (claim, groups) => expect(groupsIn(claim)).toEqual(groups))
