import { expect, test } from 'vitest'
import { roleOf } from './role-of.ts'

test.each([
  ['管理者', 'administrator'],
  ['企画担当', 'planner'],
  ['報告者', 'reporter'],
  ['入力者', 'reporter'],
  [' 承認者　', 'approver'],
  ['Budget officer', 'budget-officer'],
  ['budget_officer', 'budget-officer'],
  ['ＶＩＥＷＥＲ', 'viewer'],
  ['係長', undefined],
  ['', undefined],
])('役割「%s」', (word, role) => expect(roleOf(word)).toBe(role))
