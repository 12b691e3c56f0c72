import { defineConfig } from 'vitest/config';
import { countReporter } from './test/support/count-reporter.ts';

const countsFile = process.env.LAPAK_TEST_COUNTS; // set by test/run.ts

export default defineConfig({
  test: {
    include: ['{domain,node,electron,hub,renderer}/**/*.test.ts', 'test/**/*.test.ts'],
    // What hangs ends: the longest that a computer may take which is busy with three other things.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Real databases, sockets and child processes: two files at a time on two cores.
    maxWorkers: 2,
    pool: 'forks',
    // A file begins in the process of the one before: half of the time went into loading anew what
    // all of them import. No part of Lapak keeps state that outlives its till.
    isolate: false,
    reporters: countsFile ? ['default', countReporter(countsFile)] : ['default'],
  },
});
