import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { RecordDraft } from '../../../domain/journal/record.ts';
import {
  type CashCount,
  normalizeCount,
  recordedPieces,
} from '../../../domain/shifts/cash-count.ts';
import type { OpenShift } from '../../../domain/shifts/contract.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { stampOf } from '../journal/notice-clock.ts';
import { approverOf, writeJournal } from '../journal/write-journal.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { publishDrawers } from './drawers.ts';
import { countedAtOpening } from './read-report.ts';
import type { ShiftTable } from './shift-tables.ts';
import { findOpenShift, findShiftByUuid, newestNumbers, asOpenShift } from './shift-store.ts';
import type { ShiftsTill } from './shifts-till.ts';

export interface OpenOrder {
  readonly id: string;
  readonly drawer: number;
  readonly float: CashCount;
}

/**
 * Opens a shift at a drawer with what was counted in it. The same order again answers the shift
 * that it opened.
 * @throws LapakError SHIFT_OPEN, DRAWER_UNKNOWN, ACT_ID_REUSED, CLOCK_WRONG
 */
export function openShift(till: ShiftsTill, actor: Actor, order: OpenOrder): OpenShift {
  const { id, drawer, float } = order;
  const opened = writeJournal(till, (tx, append) => {
    const first = findShiftByUuid(tx, id);
    if (first) return sameOpening(tx, first, order);
    if (drawer > readSettings(tx).drawers) throw new LapakError('DRAWER_UNKNOWN', { drawer });
    const open = findOpenShift(tx, drawer);
    if (open) throw new LapakError('SHIFT_OPEN', { shift: open.number, drawer });
    append(openingDraft(tx, actor, { id, drawer, float, atMs: till.clock() }));
    return findShiftByUuid(tx, id);
  });
  publishDrawers(till);
  if (!opened) throw new Error('a shift that was opened is there');
  return asOpenShift(opened);
}

/** The draft of an opening: the next number at this till. */
export function openingDraft(
  tx: Tx,
  actor: Actor,
  { id, drawer, float, atMs }: OpenOrder & { readonly atMs: UtcMs },
): RecordDraft {
  const shift = newestNumbers(tx).shift + 1;
  const pieces = recordedPieces(float);
  return {
    type: 'shift-open',
    head: { ...stampOf(tx, actor.cashier, atMs), shift, drawer },
    body: { id, float: pieces, ...approverOf(actor) },
  };
}

/** @throws LapakError ACT_ID_REUSED */
function sameOpening(tx: Tx, first: ShiftTable, { drawer, float }: OpenOrder): ShiftTable {
  const counted = JSON.stringify(normalizeCount(countedAtOpening(tx, first.record)));
  const isSame = first.drawer === drawer && counted === JSON.stringify(normalizeCount(float));
  if (!isSame) throw new LapakError('ACT_ID_REUSED', {});
  return first;
}
