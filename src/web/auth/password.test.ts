import { describe, expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

describe('パスワードの控え', () => {
  test('argon2id で、塩は毎回ちがい、正しいパスワードだけが合う', async () => {
    const password = 'しるべの丘で風を読む 2026'
    const [one, two] = [await hashPassword(password), await hashPassword(password)]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[^$]{22}\$[^$]{43}$/)
    expect(one).not.toBe(two)
    expect(await verifyPassword({ hash: one, password })).toBe(true)
    expect(await verifyPassword({ hash: two, password })).toBe(true)
    expect(await verifyPassword({ hash: one, password: `${password}。` })).toBe(false)
  })

  test('全角で打っても半角で打っても同じ', async () => {
    const hash = await hashPassword('ｋａｗａ－１２３４５６７')
    expect(await verifyPassword({ hash, password: 'kawa-1234567' })).toBe(true)
  })

  test.each([
    ['空', ''],
    ['ほかの方式', '$2b$12$abcdefghijklmnopqrstuv'],
    ['切れた控え', '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ'],
  ])('読めない控え（%s）には、何も合わない', async (_, hash) => {
    expect(await verifyPassword({ hash, password: '' })).toBe(false)
  })
})
