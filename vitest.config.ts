import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{domain,electron,renderer,hub}/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Real databases, sockets and child processes: two files at a time on two cores.
    maxWorkers: 2,
    pool: 'forks',
  },
});
