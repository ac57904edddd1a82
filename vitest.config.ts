import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { olderPostgresql, olderProject } from './test/support/older-postgresql.ts'

/** What is stored and what is asked of it, once more on the oldest PostgreSQL we promise; the bundled one has tests of its own. */
const onOlder: TestProjectInlineConfiguration = {
  extends: true,
  test: {
    name: olderProject,
    include: ['test/db/**/*.test.ts', 'test/schema/**/*.test.ts'],
    exclude: [...configDefaults.exclude, 'test/db/embedded*.test.ts', 'test/schema/contract.test.ts'],
  },
}

export default defineConfig({
  resolve: { alias: { graphql: 'graphql/index.js' } },
  test: {
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'bundled PostgreSQL', include: ['test/**/*.test.ts'] } },
      ...(olderPostgresql() === null ? [] : [onOlder]),
    ],
  },
})
