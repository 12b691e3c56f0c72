import type { AtDrawer } from '../../../domain/actor.ts';
import { planSmallChange, type SmallChange } from '../../../domain/shifts/small-change.ts';
import { addDays, beginOfDate, businessDate, type UtcMs, zones } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import { read } from '../database/write.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { findNewestCount } from './count-store.ts';
import { chosenShift } from './procedures.ts';
import type { ShiftChoice } from './shifts-till.ts';
import { countedAtOpening } from './read-report.ts';
import { spanSoFar } from './shift-sums-store.ts';
import { listCashDays, listCashSince, listMovesSince } from './small-change-store.ts';

/** Four weeks: each day of the week is in them as often as any other. */
const PAST_DAYS = 28;
/** A stall that sells more in cash is foreseen from fewer days: it is busy on each of them. */
const ROWS_MAX = 15_000;

/**
 * Which coins of a drawer run out before the close, and the float to prepare for tomorrow: from its
 * newest count, what was sold since, and the sales of the last four weeks at that drawer.
 * @throws LapakError SHIFT_CLOSED, SHIFT_ENDED
 */
export function readSmallChange(
  till: Book & { readonly clock: () => UtcMs },
  at: AtDrawer,
  choice: ShiftChoice,
): SmallChange {
  const nowMs = till.clock();
  return read(till, (tx) => {
    const chosen = chosenShift(tx, at, choice);
    const { number: shift, record, drawer } = chosen;
    const { zone, cutOffHour } = readSettings(tx);
    const today = businessDate(nowMs, zones[zone], cutOffHour);
    const count = findNewestCount(tx, spanSoFar(chosen));
    const since = { shift, position: count?.record ?? record };
    const past = { drawer, from: addDays(today, -PAST_DAYS), before: today };
    return planSmallChange({
      counted: count?.count ?? countedAtOpening(tx, record),
      sales: listCashSince(tx, { ...since, cutOffHour, rowsMax: ROWS_MAX }),
      moves: listMovesSince(tx, since),
      days: listCashDays(tx, { ...past, cutOffHour, rowsMax: ROWS_MAX }).map(({ sales }) => sales),
      dayBeganAtMs: beginOfDate(today, zones[zone], cutOffHour),
      nowMs,
    });
  });
}
