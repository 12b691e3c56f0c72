import { expect } from 'vitest';
import { sumJournal } from '../../hub/fees/matters/journals.ts';
import { verifyFees } from '../../hub/fees/verify/verify-fees.ts';
import { eachDatabase } from '../support/hub-databases.ts';
import { figuresBy, isWrong, ofKind, signsOf, twinsIn } from '../support/season/figures.ts';
import { playSeason, type SeasonSeen } from '../support/season/play-season.ts';

/**
 * Months of a mall by its bank files, with a truth that the matcher never sees: who paid what. What
 * nobody could tell is not in it: a sum for three stalls with the digits of one, or the digits of
 * another stall, from a sender whom nobody knows, by name or before, or whose name the bank tells
 * only the day after; and a sum for three stalls that is just what the one owes whose digits it
 * has. domain/fees/match.test.ts says what becomes of these.
 */

/** `LAPAK_SEASON=200x24`: stalls and months; a test run has fewer, always the same. */
const [STALLS = 32, MONTHS = 7] = (process.env['LAPAK_SEASON'] ?? '32x7').split('x').map(Number);
const SEED = 2_611;
const TIMEOUT_MS = 60_000 + STALLS * MONTHS * 1_000;

eachDatabase(
  'a season of bank files: nothing is ticked wrongly, and the books agree after each step',
  async ({ open }) => {
    const database = await open();
    const seen = await playSeason(database, { stalls: STALLS, months: MONTHS, seed: SEED });
    print(seen);
    const { judged, imports, charged, months, office } = seen;

    expect(charged).toEqual(months.map(() => [STALLS, 0]));
    for (const { added, due, again, balanced, gaps, ...one } of imports) {
      expect({ ...one, added, again, balanced, gaps }).toEqual({
        ...one,
        added: due,
        again: 0,
        balanced: true,
        gaps: 0,
        pending: one.pendingDue,
      });
    }
    expect(seen.steps).toBeGreaterThan(judged.length / 4);
    expect(Object.fromEntries(seen.owes.hub)).toEqual(Object.fromEntries(seen.owes.truth));

    expect(judged.filter(isWrong)).toEqual([]);
    const { both, code, neither } = figuresBy(judged, signsOf);
    for (const { payments = 0, right = 0 } of [both ?? {}, code ?? {}]) {
      expect(right / payments).toBeGreaterThanOrEqual(0.95);
    }
    expect(neither?.payments).toBeGreaterThan(0);
    expect(neither?.ticked).toBe(0);
    for (const kind of ['lump', 'code-of-nobody', 'code-of-another', 'double', 'ahead'] as const) {
      expect(ofKind(judged, kind).length, kind).toBeGreaterThan(0);
    }
    expect(twinsIn(judged)).toBeGreaterThan(0);

    for (const month of months) {
      const { debit, credit } = await sumJournal(office.hub, { mall: 'TC', month });
      expect(debit).toBe(credit);
      expect(debit).toBeGreaterThan(0);
    }
    expect(await verifyFees(database)).toMatchObject({ ok: true, difference: null });
  },
  { timeoutMs: TIMEOUT_MS },
);

/** The figures of the season, as a run of its long form is read. */
function print({ judged, imports, steps }: SeasonSeen): void {
  const lines = [figuresBy(judged, signsOf), figuresBy(judged, ({ transfer }) => transfer.kind)]
    .flatMap((figures) => Object.entries(figures))
    .map(([name, { payments, right, ticked, wrong }]) => {
      const shares = `${share(right, payments)} right first, ${share(ticked, payments)} ticked`;
      return `${name.padEnd(16)} ${payments} payments, ${shares}, ${wrong} wrong`;
    });
  const files = `${imports.length} files twice, ${steps} steps`;
  process.stdout.write(`\n${[files, ...lines].join('\n')}\n`);
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
