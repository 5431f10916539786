import { defineConfig } from 'vitest/config'

/** Browser journeys, each against a server of its own that is started as `npm start` starts it. */
export default defineConfig({
  test: {
    include: ['test/journeys/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    passWithNoTests: false,
  },
})
