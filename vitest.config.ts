// Vitest — the test projects: house (unit), tidy (the style guide's checkable half), and the rest.

import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

const globalSetup = 'test/support/databases.ts'
const slow = {
  testTimeout: 600_000,
  hookTimeout: 300_000,
  fileParallelism: false,
  globalSetup,
} as const

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'house',
          // By itself vitest leaves one of two cores idle.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tools/**/*.test.mjs'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          globalSetup,
        },
      },
      { test: { name: 'tidy', include: ['test/tidy.test.ts'] } },
      { test: { name: 'fuzz', include: ['test/fuzz/**/*.test.ts'], ...slow } },
      { test: { name: 'journey', include: ['test/journey/**/*.test.ts'], ...slow } },
      // Much of their time they wait for what was killed to come back: two wait together.
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          ...{ ...slow, fileParallelism: true, maxWorkers: 2 },
        },
      },
      { test: { name: 'browser', include: ['test/browser/**/*.test.ts'], ...slow } },
      { test: { name: 'prints', include: ['test/prints/**/*.test.ts'], ...slow } },
    ],
  },
})
