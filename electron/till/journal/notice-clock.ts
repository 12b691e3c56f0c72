import { theProgram } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { ChainTip } from '../../../domain/journal/chain.ts';
import type { RecordDraft } from '../../../domain/journal/record.ts';
import { businessDate, MINUTE_MS, TIME_MAX_MS, type UtcMs, zones } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { appendRecord } from './append-record.ts';
import type { Device } from './device.ts';

/** What signed a record: the record format's program, not its version. */
export const SOFTWARE = 'lapak/1';
/** A computer that sets its clock by the network takes it back by less than this. */
const SETBACK_MS = 2 * MINUTE_MS;

/** When and where a record of the program itself is made. */
export interface Stamp {
  readonly at: UtcMs;
  readonly offset: number;
  readonly businessDate: string;
  readonly cashier: string;
  readonly total: 0;
}

/** The stamp of a record that the program makes by itself. @throws LapakError CLOCK_WRONG */
export function programStamp(tx: Tx, atMs: UtcMs): Stamp {
  const { zone, cutOffHour } = readSettings(tx);
  const at = validTime(atMs);
  const offset = zones[zone];
  const date = businessDate(at, offset, cutOffHour);
  return { at, offset, businessDate: date, cashier: theProgram.cashier, total: 0 };
}

/**
 * Notices a clock that went back by more than two minutes since the newest record, and says so in
 * the journal before anything else is written there.
 * @returns the tip after it, and from what time the clock went back, or null
 * @throws LapakError CLOCK_WRONG
 */
export function noticeClock(
  tx: Tx,
  device: Device,
  tip: ChainTip,
  atMs: UtcMs,
): { readonly tip: ChainTip; readonly clockFromMs: UtcMs | null } {
  const from = tip.clockMs;
  if (validTime(atMs) >= from - SETBACK_MS) return { tip, clockFromMs: null };
  const draft: RecordDraft = {
    type: 'clock-change',
    head: { ...programStamp(tx, atMs), from },
    body: { software: SOFTWARE },
  };
  return { tip: appendRecord(tx, device, tip, draft).tip, clockFromMs: from };
}

/** A time that a record can have. @throws LapakError CLOCK_WRONG */
function validTime(atMs: UtcMs): UtcMs {
  if (Number.isSafeInteger(atMs) && atMs >= 0 && atMs <= TIME_MAX_MS) return atMs;
  throw new LapakError('CLOCK_WRONG', { year: new Date(atMs).getUTCFullYear() || 0 });
}
