import type { ChainTip } from '../../../domain/journal/chain.ts';
import type { JournalRecord } from '../../../domain/journal/record.ts';
import { CUT_OFF_HOUR_MAX } from '../../../domain/settings/settings.ts';
import { businessDate } from '../../../domain/time.ts';
import { SETBACK_MS } from './notice-clock.ts';

/**
 * What a record says of its time as no till does: that the clock went back without a record of it,
 * so that something would come back before it was sold, or a business date that is not of its time.
 * A record of another system has the time of its own. English, for the log and the auditor.
 * @param before the tip that the record follows
 */
export function findClockFault(before: ChainTip, { head }: JournalRecord): string | undefined {
  const { type, at, offset, businessDate: date } = head;
  if ('source' in head) return undefined;
  const tells = type === 'clock-change' || type === 'recovery'; // of a clock that may be another
  if (!tells && at < before.clockMs - SETBACK_MS) return 'its clock went back without a record';
  const isOfTime =
    date <= businessDate(at, offset, 0) && date >= businessDate(at, offset, CUT_OFF_HOUR_MAX);
  return isOfTime ? undefined : 'its business date is not of its time';
}
