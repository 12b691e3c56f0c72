import { theProgram } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { ChainTip } from '../../../domain/journal/chain.ts';
import type { RecordDraft } from '../../../domain/journal/record.ts';
import {
  businessDate,
  HOUR_MS,
  MINUTE_MS,
  TIME_MAX_MS,
  type UtcMs,
  zones,
} from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { appendRecord } from './append-record.ts';
import type { Device } from './device.ts';

/** What signed a record: the record format's program, not its version. */
export const SOFTWARE = 'lapak/1';
/** A computer that sets its clock by the network takes it back by less than this. */
export const SETBACK_MS = 2 * MINUTE_MS;
/** A stall that was shut writes nothing for days; after more of them the clock is to be doubted. */
const AHEAD_MS = 7 * 24 * HOUR_MS;

/** When, where and by whom a record is made in which nothing is sold. */
export interface Stamp {
  readonly at: UtcMs;
  readonly offset: number;
  readonly businessDate: string;
  readonly cashier: string;
  readonly total: 0;
}

/** The stamp of a record that the program makes by itself. @throws LapakError CLOCK_WRONG */
export function programStamp(tx: Tx, atMs: UtcMs): Stamp {
  return stampOf(tx, theProgram.cashier, atMs);
}

/** The stamp of a record in which nothing is sold. @throws LapakError CLOCK_WRONG */
export function stampOf(tx: Tx, cashier: string, atMs: UtcMs): Stamp {
  const { zone, cutOffHour } = readSettings(tx);
  const at = validTime(atMs);
  const offset = zones[zone];
  const date = businessDate(at, offset, cutOffHour);
  return { at, offset, businessDate: date, cashier, total: 0 };
}

/** The business date that it is now at the stall. @throws LapakError CLOCK_WRONG */
export function todayOf(tx: Tx, { clock }: { readonly clock: () => UtcMs }): string {
  return programStamp(tx, clock()).businessDate;
}

/**
 * Notices a clock that went back by more than two minutes since the newest record, or more than
 * seven days ahead of it, and says so in the journal before anything else is written there.
 * @returns the tip after it, and from what time the clock jumped, or null
 * @throws LapakError CLOCK_WRONG
 */
export function noticeClock(
  tx: Tx,
  device: Device,
  tip: ChainTip,
  atMs: UtcMs,
): { readonly tip: ChainTip; readonly clockFromMs: UtcMs | null } {
  const from = tip.clockMs;
  const isBack = validTime(atMs) < from - SETBACK_MS;
  const isAhead = tip.seq > 0 && atMs > from + AHEAD_MS;
  if (!isBack && !isAhead) return { tip, clockFromMs: null };
  const draft: RecordDraft = {
    type: 'clock-change',
    head: { ...programStamp(tx, atMs), from },
    body: { software: SOFTWARE },
  };
  return { tip: appendRecord(tx, device, tip, draft).tip, clockFromMs: from };
}

/** A time that a record can have. @throws LapakError CLOCK_WRONG */
export function validTime(atMs: UtcMs): UtcMs {
  if (Number.isSafeInteger(atMs) && atMs >= 0 && atMs <= TIME_MAX_MS) return atMs;
  throw new LapakError('CLOCK_WRONG', { year: new Date(atMs).getUTCFullYear() || 0 });
}
