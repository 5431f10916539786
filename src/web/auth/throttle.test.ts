import { describe, expect, test } from 'vitest'
import { useStore } from '#test/support/store.ts'
import { ATTEMPTS, forgetAttempts, mayTry } from './throttle.ts'

describe('試みの数', () => {
  const store = useStore()
  const at = (minutes: number) =>
    new Date(Date.parse('2026-04-01T00:00:00Z') + minutes * 60_000).toISOString()
  const tries = async (account: string, times: number, minute: number) => {
    const said: boolean[] = []
    for (let each = 0; each < times; each += 1)
      said.push(await mayTry(store.current.authPool, account, at(minute)))
    return said
  }

  test('一つの宛先に続けて10回まで。15分たてば、また試せる。ほかの宛先には及ばない', async () => {
    expect(await tries('umi@city.example', 11, 0)).toEqual([...Array(ATTEMPTS.most).fill(true), false])
    expect(await tries(' UMI@city.example', 1, 14)).toEqual([false])
    expect(await tries('yama@city.example', 1, 14)).toEqual([true])
    expect(await tries('umi@city.example', 1, 15)).toEqual([true])
  })

  test('入れた人は、はじめから数え直す', async () => {
    await tries('sora@city.example', 10, 0)
    await forgetAttempts(store.current.authPool, 'sora@city.example')
    expect(await tries('sora@city.example', 1, 1)).toEqual([true])
  })
})
