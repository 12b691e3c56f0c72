import { allocateOldest, takenOffFirst } from '../../domain/fees/allocate.ts';
import type { Allocated } from '../../domain/fees/body.ts';
import type { FeeOutcome } from '../../domain/fees/manage/shapes.ts';
import { LapakError } from '../../domain/errors.ts';
import { actOfStall, type Asked, type Doing, type Making } from './act-of-stall.ts';
import { chargesWith, creditsWith } from './booked-store.ts';
import { allocatedBetween } from './bound-store.ts';
import { openChargesOf, unusedCredits } from './open-store.ts';

/**
 * Allocates credits of a stall as a manager says, or all its advances to what is due first.
 * @param asked lines of less than nothing take off again
 * @throws LapakError as actOfStall(), CHARGE_UNKNOWN, CREDIT_UNKNOWN, CHARGE_EXCEEDED,
 *   CREDIT_EXCEEDED, ALLOCATION_EXCEEDED, ALLOCATION_BOUND
 */
export function allocate(
  doing: Doing,
  asked: Asked & { readonly lines: readonly Allocated[] | null },
): Promise<FeeOutcome> {
  return actOfStall(doing, 'allocate', asked, async (making) => {
    const { trx, stall, draft } = making;
    const lines =
      asked.lines === null
        ? allocateOldest(await openChargesOf(trx, [stall]), await unusedCredits(trx, stall))
        : await checkedLines(making, takenOffFirst(asked.lines));
    return lines.length > 0 ? [draft({ act: 'allocate', allocations: [...lines] })] : [];
  });
}

async function checkedLines(
  { trx, stall }: Making,
  lines: readonly Allocated[],
): Promise<readonly Allocated[]> {
  const ids = (name: 'charge' | 'credit') => [...new Set(lines.map((line) => line[name]))];
  const own = <T extends { readonly stall: string; readonly isReversed: boolean }>(rows: T[]) =>
    rows.filter((row) => row.stall === stall && !row.isReversed);
  const charges = own(await chargesWith(trx, ids('charge')));
  const credits = own(await creditsWith(trx, ids('credit')));
  const open = new Map(charges.map(({ id, amount, settled }) => [id, amount - settled]));
  const unused = new Map(credits.map(({ id, amount, used }) => [id, amount - used]));
  for (const { charge, credit, amount } of lines) {
    const owed = open.get(charge);
    const left = unused.get(credit);
    if (owed === undefined) throw new LapakError('CHARGE_UNKNOWN', {});
    if (left === undefined) throw new LapakError('CREDIT_UNKNOWN', {});
    if (amount > owed) throw new LapakError('CHARGE_EXCEEDED', { left: owed });
    if (amount > left) throw new LapakError('CREDIT_EXCEEDED', { left });
    open.set(charge, owed - amount);
    unused.set(credit, left - amount);
  }
  for (const { charge, credit, amount } of takenOff(lines)) {
    const isWaiver = credits.some(({ id, kind }) => id === credit && kind === 'waiver');
    if (isWaiver) throw new LapakError('ALLOCATION_BOUND', {});
    const allocated = await allocatedBetween(trx, credit, charge);
    if (-amount > allocated) throw new LapakError('ALLOCATION_EXCEEDED', { allocated });
  }
  return lines;
}

/** What lines take off between a credit and a charge, each pair once. */
function takenOff(lines: readonly Allocated[]): readonly Allocated[] {
  const off = lines.filter(({ amount }) => amount < 0);
  const pairs = Map.groupBy(off, ({ credit, charge }) => `${credit} ${charge}`);
  return [...pairs.values()].flatMap((of) => {
    const [first] = of;
    const amount = of.reduce((sum, line) => sum + line.amount, 0);
    return first ? [{ ...first, amount }] : [];
  });
}
