import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ChainHead } from '../../../domain/journal/record.ts';
import { assertNotRolledBack, openHeadFile } from './head-file.ts';

let dataDir: string;
let file: string;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'lapak-head-'));
  file = join(dataDir, 'journal-head.json');
});
afterEach(() => rmSync(dataDir, { recursive: true }));

/** Where a journal stands; its leaf is of one hex digit. */
function aHead(epoch: number, seq: number, digit = 'a'): ChainHead {
  const counters = { sales: 0, refunds: 0, count: 0 };
  return { epoch, seq, leaf: digit.repeat(64), counters };
}

/** Leaves the file as a till leaves it whose newest record this is. */
function leave(head: ChainHead): void {
  openHeadFile(dataDir, head).close();
}

function kept(): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

test('a new folder gets a file that nobody else may read', () => {
  leave(aHead(1, 1));

  expect(kept()).toEqual({ epoch: 1, seq: 1, leaf: 'a'.repeat(64) });
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('each head takes the place of the one before, also a shorter one', () => {
  const most = Number.MAX_SAFE_INTEGER;
  const head = openHeadFile(dataDir, aHead(1, 1));

  for (const next of [aHead(1, 2), aHead(1, most), aHead(most, most), aHead(2, 1, 'b')]) {
    head.keep(next);
    expect(kept()).toEqual({ epoch: next.epoch, seq: next.seq, leaf: next.leaf });
  }
  head.close();
});

test.each([
  ['stands at an earlier record', aHead(1, 6, 'b')],
  ['stands at the same record', aHead(1, 7)],
  ['stands in an earlier epoch, however far that came', aHead(0, 900, 'b')],
])('a file that %s is brought up to the book', (_, before) => {
  leave(before);
  const { epoch, seq, leaf } = before;

  expect(assertNotRolledBack(dataDir, aHead(1, 7))).toEqual({ epoch, seq, leaf });
  leave(aHead(1, 7));

  expect(kept()).toEqual({ epoch: 1, seq: 7, leaf: 'a'.repeat(64) });
});

test.each([
  ['a later record', aHead(1, 8, 'b')],
  ['another record at the same place', aHead(1, 7, 'b')],
  ['a later epoch', aHead(2, 1)],
])('a file that knows %s proves the book rolled back, and goes on proving it', (_, later) => {
  leave(later);
  const before = readFileSync(file);
  const opening = () => openHeadFile(dataDir, aHead(1, 7));
  const rolledBack = {
    code: 'DATABASE_ROLLED_BACK',
    data: { databaseSeq: 7, headSeq: later.seq },
  };

  expect(opening).toThrow(expect.objectContaining(rolledBack));
  expect(opening).toThrow(expect.objectContaining(rolledBack));
  expect(readFileSync(file)).toEqual(before);
});

test.each([
  ['empty', ''],
  ['torn', '{"epoch":1,"seq":9,"leaf":"aa'],
  ['no JSON', 'a head'],
  ['nothing', 'null'],
  ['a list', '[1,9]'],
  ['of zero bytes', '\0'.repeat(160)],
  ['of another form', JSON.stringify({ epoch: 1, seq: 9, leaf: 'a'.repeat(64), more: 1 })],
  ['of a leaf too short', JSON.stringify({ epoch: 1, seq: 9, leaf: 'a'.repeat(63) })],
  ['of a place that is no number', JSON.stringify({ epoch: 1, seq: '9', leaf: 'a'.repeat(64) })],
])('a file that is %s proves nothing and is written anew', (_, content) => {
  writeFileSync(file, content);

  expect(assertNotRolledBack(dataDir, aHead(1, 7))).toBeUndefined();
  leave(aHead(1, 7));

  expect(kept()).toEqual({ epoch: 1, seq: 7, leaf: 'a'.repeat(64) });
});
