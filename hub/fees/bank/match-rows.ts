import type { Kysely } from 'kysely';
import type { Suggestion } from '../../../domain/fees/bank/bank-row.ts';
import { suggestStalls } from '../../../domain/fees/match.ts';
import { indexStalls } from '../../../domain/fees/match-index.ts';
import { addDays } from '../../../domain/time.ts';
import type { HubTables } from '../../database/tables.ts';
import { matchStalls } from './match-store.ts';
import type { KeptRow } from './row-store.ts';
import { findSenders } from './sender-store.ts';

/** A member pays for some time after the contract has ended. Days */
const MEMBER_KNOWN_DAYS = 400;

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
  for (const row of asked) {
    const { on, description, sender, used } = row;
    const clues = { on, amount: leftOf(row), description, sender, isWhole: used === 0 };
    found.set(row.row, suggestStalls(index, clues));
  }
  return found;
}
