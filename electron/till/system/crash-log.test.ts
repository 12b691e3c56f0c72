import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Crash } from '../../../domain/system/contract.ts';
import { openLog } from '../../../node/log.ts';
import { type CrashLog, openCrashLog } from './crash-log.ts';

let dir: string;
let now: number;
let crashes: CrashLog;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-crash-log-'));
  now = Date.UTC(2026, 10, 23, 3, 0);
  const clock = () => now;
  crashes = openCrashLog(openLog(join(dir, 'lapak.log'), clock), clock);
});
afterEach(() => rmSync(dir, { recursive: true }));

const crash: Crash = {
  kind: 'render',
  message: 'cannot read price\n2026-11-23T03:00:00.000Z INFO forged',
  stack: 'at CartTable\nat CartPanel',
};

function lines(): string[] {
  return readFileSync(join(dir, 'lapak.log'), 'utf8').split('\n').slice(0, -1);
}

test('a crash is one line of the log', () => {
  expect(crashes.write(crash)).toBe(true);

  expect(lines()).toEqual([
    '2026-11-23T03:00:00.000Z ERROR the screen crashed (render): cannot read price | ' +
      '2026-11-23T03:00:00.000Z INFO forged | at CartTable | at CartPanel',
  ]);
});

test('of crashes without end ten a minute are written', () => {
  const written = Array.from({ length: 30 }, () => crashes.write(crash));
  expect(written.filter(Boolean)).toHaveLength(10);

  now += 59_999;
  expect(crashes.write(crash)).toBe(false);
  now += 1;
  expect(crashes.write(crash)).toBe(true);
  now -= 3_600_000; // somebody set the clock back
  expect(crashes.write(crash)).toBe(true);
  expect(lines()).toHaveLength(12);
});

test('the longest crash is a line of 8.000 letters at most', () => {
  crashes.write({ kind: 'error', message: 'm'.repeat(3_500), stack: 's'.repeat(3_500) });

  expect(lines()[0]).toMatch(/m{3500} \| s{3500}$/);
  expect(lines()[0]?.length).toBeLessThan(8_100);
});
