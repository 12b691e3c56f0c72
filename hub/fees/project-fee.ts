import { type Posting, postingsOf } from '../../domain/fees/postings.ts';
import type { Tx } from '../database/transact.ts';
import { takeRows } from './bank/use-store.ts';
import { addBookSums } from './book-sum-store.ts';
import { bookedFor, markReversed } from './booked-store.ts';
import { insertEffects, type PlacedFee } from './effect-rows.ts';
import { saveMatter } from './matter-store.ts';

/**
 * Makes the rows of acts of fees, in the order of the journal. The database refuses what does not
 * fit: more than there is, a closed month, a number that leaves a gap.
 */
export async function projectFees(trx: Tx, fees: readonly PlacedFee[]): Promise<void> {
  for (const together of groupsOf(fees)) await projectTogether(trx, together);
}

/** Acts that have nothing to do with each other are stored at once: of each stall one. */
function groupsOf(fees: readonly PlacedFee[]): PlacedFee[][] {
  const groups: PlacedFee[][] = [];
  let stalls = new Set<string>();
  for (const fee of fees) {
    const { stall = '', details } = fee.body;
    const group = groups.at(-1);
    const isAlone = details !== undefined && details.kind !== 'code';
    if (!group || stalls.has(stall) || isAlone) {
      groups.push([fee]);
      stalls = new Set();
    } else group.push(fee);
    stalls.add(stall);
  }
  return groups;
}

async function projectTogether(trx: Tx, fees: readonly PlacedFee[]): Promise<void> {
  const booked = await bookedFor(
    trx,
    fees.map(({ body }) => body),
  );
  const postings = new Map<string, Posting[]>(
    fees.map(({ body }) => [body.id, postingsOf(body, booked)]),
  );
  await insertEffects(trx, fees, postings);
  await addBookSums(trx, fees, postings);
  for (const fee of fees) {
    const { reverses = [] } = fee.body;
    if (reverses.length > 0) await markReversed(trx, fee.body);
    const given = reverses.flatMap((id) => booked.credits.get(id) ?? []);
    await takeRows(trx, fee, given);
    await saveMatter(trx, fee);
  }
}
