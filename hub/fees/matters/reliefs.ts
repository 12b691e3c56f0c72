import type { Kysely } from 'kysely';
import { assert } from '../../../domain/assert.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { FeeClosure, StallRelief } from '../../../domain/fees/matters/closure-contract.ts';
import {
  closedDays,
  periodsOf,
  reliefOf,
  relievedKinds,
} from '../../../domain/fees/matters/relief.ts';
import { MATTERS_PAGE_MAX } from '../../../domain/fees/matters/values.ts';
import { daysIn } from '../../../domain/fees/period.ts';
import type { HubTables } from '../../database/tables.ts';
import { readAs } from '../../database/transact.ts';
import { hubToday } from '../../reports/read-day.ts';
import { type FeeParts, writeFees } from '../write-fee.ts';
import { closureWith } from './closures.ts';
import { creditNote } from './credit-note.ts';
import { chargesOfPeriods } from './late-store.ts';
import type { FeeReader } from './notices.ts';
import { type StallOfMall, stallOfMall, stallsAfter } from './place-store.ts';
import { creditedOf, creditsOfRelief, daysGranted } from './relief-look-store.ts';

/** What credit notes of a closure would be, by stall. @throws LapakError FEE_MATTER_UNKNOWN */
export async function offerRelief(
  hub: FeeReader,
  { closure: of, cursor }: { readonly closure: string; readonly cursor: string },
): Promise<{ stalls: StallRelief[]; nextCursor: string }> {
  const limit = MATTERS_PAGE_MAX;
  return readAs(hub.database.db, 'every-stall', async (db) => {
    const closure = await closureWith(db, of);
    const { mall, stall } = closure;
    const stalls =
      stall === null
        ? await stallsAfter(db, mall, cursor, limit)
        : [await stallOfMall(db, stall.stall)];
    const last = stall !== null || stalls.length < limit ? undefined : stalls.at(-1);
    return { stalls: await reliefsOf(db, closure, stalls), nextCursor: last?.stall ?? '' };
  });
}

/** Credit notes to make of a closure, each under an id of its own. */
export interface ReliefOrder {
  readonly closure: string;
  readonly stalls: readonly { readonly id: string; readonly stall: string }[];
  readonly note: string;
}

/**
 * Makes the credit notes of a closure, once for each id and each stall.
 * @throws LapakError FEE_MATTER_UNKNOWN, FEE_MATTER_DONE, STALL_UNKNOWN, MONTH_CLOSED,
 *   ACT_ID_REUSED
 */
export function grantRelief(
  hub: FeeParts,
  by: string,
  { closure: of, stalls: orders, note }: ReliefOrder,
): Promise<{
  granted: StallRelief[];
  refused: { stall: string; reason: 'granted' | 'nothing' }[];
}> {
  const on = hubToday(hub);
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    const closure = await closureWith(trx, of);
    const { mall } = closure;
    const stalls = await stallsOf(trx, closure, orders);
    const before = new Map(
      (await reliefsOf(trx, closure, stalls)).map((relief) => [relief.stall, relief]),
    );
    const refused: { stall: string; reason: 'granted' | 'nothing' }[] = [];
    const made = new Set<string>();
    for (const { id, stall } of orders) {
      if (await isDone(id, 'relief', { closure: of, stall, note })) {
        made.add(stall);
        continue;
      }
      if (closure.isEnded) throw new LapakError('FEE_MATTER_DONE', {});
      const relief = before.get(stall);
      assert(relief !== undefined, 'each stall was looked at');
      const isGranted = relief.isGranted || made.has(stall);
      if (isGranted || relief.total === 0) {
        refused.push({ stall, reason: isGranted ? 'granted' : 'nothing' });
        continue;
      }
      const { parts } = relief;
      await append([creditNote({ id, mall, stall, on, note, of, parts })]);
      made.add(stall);
    }
    const granted = stalls.filter(({ stall }) => made.has(stall));
    return { granted: await reliefsOf(trx, closure, granted), refused };
  });
}

/** @throws LapakError STALL_UNKNOWN where the closure is of another stall or mall */
async function stallsOf(
  db: Kysely<HubTables>,
  { mall, stall: only }: FeeClosure,
  orders: ReliefOrder['stalls'],
): Promise<StallOfMall[]> {
  const stalls: StallOfMall[] = [];
  for (const stall of new Set(orders.map((order) => order.stall))) {
    if (only !== null && only.stall !== stall) throw new LapakError('STALL_UNKNOWN', { stall });
    stalls.push(await stallOfMall(db, stall, mall));
  }
  return stalls;
}

/** What a closure comes to for each of these stalls; of one that was granted what was credited. */
async function reliefsOf(
  db: Kysely<HubTables>,
  closure: FeeClosure,
  stalls: readonly StallOfMall[],
): Promise<StallRelief[]> {
  const codes = stalls.map(({ stall }) => stall);
  const charges = await chargesOfPeriods(db, codes, periodsOf(closure), relievedKinds);
  const ids = charges.map(({ charge }) => charge);
  const [taken, others] = [
    await creditedOf(db, codes, ids),
    await daysGranted(db, codes, closure.id),
  ];
  const given = Map.groupBy(await creditsOfRelief(db, closure.id, codes), ({ stall }) => stall);
  return stalls.map(({ stall, name, number }) => {
    const credits = given.get(stall);
    const parts = charges
      .filter((charge) => charge.stall === stall)
      .map((of) => {
        const { stall: _, ...charge } = of;
        const { period } = charge;
        const days = closedDays(closure, period, others.get(stall) ?? []);
        const credited = taken.get(charge.charge) ?? 0;
        const credit = credits
          ? (credits.find((one) => one.charge === charge.charge)?.amount ?? 0)
          : reliefOf({ ...charge, credited }, days);
        return { ...charge, days, ofDays: daysIn(period), credit };
      })
      .filter(({ credit }) => credit > 0);
    const total = parts.reduce((sum, { credit }) => sum + credit, 0);
    return { stall, name, number, parts, total, isGranted: credits !== undefined };
  });
}
