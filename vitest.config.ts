import { defineConfig } from 'vitest/config';
import { countReporter } from './test/support/count-reporter.ts';

const countsFile = process.env.LAPAK_TEST_COUNTS; // set by test/run.ts

export default defineConfig({
  test: {
    include: ['{domain,node,electron,hub,renderer}/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Real databases, sockets and child processes: two files at a time on two cores.
    maxWorkers: 2,
    pool: 'forks',
    reporters: countsFile ? ['default', countReporter(countsFile)] : ['default'],
  },
});
