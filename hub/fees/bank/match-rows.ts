import type { Kysely } from 'kysely';
import type { Suggestion } from '../../../domain/fees/bank/bank-row.ts';
import { suggestStalls } from '../../../domain/fees/match.ts';
import { indexStalls } from '../../../domain/fees/match-index.ts';
import { addDays, daysBetween } from '../../../domain/time.ts';
import type { HubTables } from '../../database/tables.ts';
import { matchStalls } from './match-store.ts';
import type { KeptRow } from './row-store.ts';
import { findSenders } from './sender-store.ts';
import { type BookedAhead, bookedAhead } from './unpaired-store.ts';

/** A member pays for some time after the contract has ended. Days */
const MEMBER_KNOWN_DAYS = 400;
/** So far apart are the date of a row and that under which it was booked by hand. Days */
const BOOKED_APART_DAYS = 20;

/** What of a row was not said yet. Rupiah, whichever way it goes */
export function leftOf({ amount, used }: Pick<KeptRow, 'amount' | 'used'>): number {
  return Math.abs(amount) - used;
}

/**
 * The stalls that rows of a mall's account may be of, by row: none for what went out, or of which
 * nothing is left. What is known of the stalls is read once for all of them.
 */
export async function matchRows(
  db: Kysely<HubTables>,
  mall: string,
  rows: readonly KeptRow[],
  today: string,
): Promise<Map<string, Suggestion[]>> {
  const asked = rows.filter((row) => row.amount > 0 && leftOf(row) > 0);
  const found = new Map<string, Suggestion[]>();
  if (asked.length === 0) return found;
  const stalls = await matchStalls(db, mall, addDays(today, -MEMBER_KNOWN_DAYS));
  const senders = await findSenders(
    db,
    mall,
    asked.map(({ sender }) => sender),
  );
  const index = indexStalls(stalls, senders);
  const byHand = await bookedByHand(db, asked);
  for (const row of asked) {
    const { on, description, sender, used } = row;
    const booked = byHand(row);
    const clues = { on, amount: leftOf(row), description, sender, isWhole: used === 0, booked };
    found.set(row.row, suggestStalls(index, clues));
  }
  return found;
}

/** Tells by row, which are of one account, what was booked by hand that it may be: act by stall. */
async function bookedByHand(
  db: Kysely<HubTables>,
  rows: readonly KeptRow[],
): Promise<(row: KeptRow) => ReadonlyMap<string, string>> {
  const days = rows.map(({ on }) => on).sort();
  const from = addDays(days[0] ?? '', -BOOKED_APART_DAYS);
  const to = addDays(days.at(-1) ?? '', BOOKED_APART_DAYS);
  const all = await bookedAhead(db, rows[0]?.account ?? '', { from, to });
  const byAmount: ReadonlyMap<number, BookedAhead[]> = Map.groupBy(all, ({ amount }) => amount);
  return (row) => {
    const near = (byAmount.get(leftOf(row)) ?? []).filter(
      ({ on }) => Math.abs(daysBetween(on, row.on)) <= BOOKED_APART_DAYS,
    );
    return new Map(near.map(({ stall, act }) => [stall, act]));
  };
}
