import { businessDate, zones } from '../../domain/time.ts';

/** Today's date where the hub is, `YYYY-MM-DD`. */
export function todayInWib(): string {
  return businessDate(Date.now(), zones.WIB, 0);
}
