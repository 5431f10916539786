import { afterEach, beforeEach, expect, vi } from 'vitest'

// Unexpected console output fails the test that made it.
beforeEach(() => {
  for (const method of ['log', 'info', 'warn', 'error'] as const) vi.spyOn(console, method)
})

afterEach(() => {
  const said = (['log', 'info', 'warn', 'error'] as const).flatMap((method) =>
    vi.mocked(console[method]).mock.calls.map((words) => `console.${method}: ${words.join(' ')}`),
  )
  vi.restoreAllMocks()
  expect(said, 'console output during the test').toEqual([])
})
