import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Receipt } from '../../domain/sales/receipt.ts';
import type { DayLine } from '../../test/support/plain-rules/day.ts';
import { makeDay } from '../../test/support/plain-rules/make-day.ts';
import { meantOf, toldOf } from '../../test/support/plain-rules/told-record.ts';
import { given, playIn } from '../../test/support/play-file.ts';
import { runLapakHere } from '../../test/support/run-lapak.ts';

/** A day of every kind of act, against a second writing of the rules (test/support/plain-rules). */

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-day-'));
});
afterEach(() => rmSync(dir, { recursive: true }));
const { data, play } = playIn(() => dir);

/** How many acts a day has; `LAPAK_DAY_SEED` makes it another day. */
const ACTS = 300;
const SEED = Number(process.env['LAPAK_DAY_SEED'] ?? 20_261_124);

test('receipts, Z, drawer and stock of 300 mixed acts are what the rules say', async () => {
  const lines = makeDay(SEED, ACTS);
  const { answers } = await play(
    lines.map(({ line }) => line),
    ...given,
  );

  for (const [at, { line, expected }] of lines.entries()) {
    const { answer, error } = answers[at] ?? {};
    const told = { line, answer: toldAs(expected, answer), error: error?.code };
    expect(told).toEqual({ line, ...meantAs(expected) });
  }
  expect(kindsOf(lines)).toMatchObject({ sale: true, refund: true, void: true, training: true });
  const { stdout } = await runLapakHere('verify', ...data(), '--json');
  expect(JSON.parse(stdout)).toMatchObject({ ok: true });
}, 120_000); // the longest that a busy computer may take

type Expected = DayLine['expected'];

/** What an answer says of what is expected of it. */
function toldAs(expected: Expected, answer: unknown): unknown {
  if (expected.is === 'record') {
    const { success, data: receipt } = Receipt.safeParse(answer);
    return success ? toldOf(receipt) : answer;
  }
  return expected.is === 'answer' ? answer : undefined;
}

function meantAs(expected: Expected): { answer: unknown; error: string | undefined } {
  switch (expected.is) {
    case 'record':
      return { answer: meantOf(expected.record), error: undefined };
    case 'refused':
      return { answer: undefined, error: expected.code };
    case 'answer':
      return { answer: partly(expected.answer), error: undefined };
    case 'done':
      return { answer: undefined, error: undefined };
  }
}

/** Has these parts, and maybe others. */
function partly(parts: object): unknown {
  return Array.isArray(parts)
    ? parts.map((one: object) => partly(one))
    : expect.objectContaining(
        Object.fromEntries(
          Object.entries(parts).map(([key, part]: [string, unknown]) => {
            return [key, typeof part === 'object' && part !== null ? partly(part) : part];
          }),
        ),
      );
}

function kindsOf(lines: readonly DayLine[]): Record<string, boolean> {
  const kinds = lines.flatMap(({ expected }) =>
    expected.is === 'record' ? expected.record.kind : [],
  );
  return Object.fromEntries(kinds.map((kind) => [kind, true]));
}
