import { join, relative } from 'node:path'
import { defineConfig } from 'vitest/config'
import { reaches, testFiles } from './scripts/test-files.mjs'

const root = import.meta.dirname

/** These watch the program's own threads and processes begin and end, so each has a process to itself. */
const ALONE = ['src/accounts/guessing.test.ts']

/**
 * On PostgreSQL only what reaches a database runs: anything else would say the same again. One process runs all files, so that
 * what they share is loaded once.
 */
const files = testFiles(root).filter(
  (file) => (process.env.TEST_DATABASE ?? 'sqlite') === 'sqlite' || reaches(file, join(root, 'tests/support/databases.ts')),
)
const named = files.map((file) => relative(root, file))

const test = { testTimeout: 60_000, hookTimeout: 60_000 }

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: '#jsx' } },
  test: {
    projects: [
      {
        extends: true,
        test: { ...test, name: 'together', include: named.filter((file) => !ALONE.includes(file)), isolate: false },
      },
      { extends: true, test: { ...test, name: 'alone', include: named.filter((file) => ALONE.includes(file)) } },
    ],
  },
})
