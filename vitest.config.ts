import { defineConfig } from 'vitest/config'

const oxc = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const

/** Four kinds of tests, by file name; the pure ones run alone with `--project pure`. */
export default defineConfig({
  oxc,
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'pure',
          testTimeout: 30_000,
          // Pure files keep nothing between them: they share what they import.
          isolate: false,
          maxWorkers: 2,
          include: ['src/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'tests/*.test.ts'],
          exclude: ['**/*.db.test.*', '**/routes.test.*'],
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['src/**/*.db.test.{ts,tsx}', 'src/**/routes.test.{ts,tsx}', 'tests/db/*.test.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/e2e/*.spec.ts'],
          globalSetup: ['tests/support/database-server.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: 1,
          fileParallelism: false,
        },
      },
    ],
  },
})
