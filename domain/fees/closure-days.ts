import { daysBetween, isDate } from '../time.ts';
import { CLOSURE_DAYS_MAX } from './message-bounds.ts';

/** Why days without trade cannot be told as they are typed; null where they can. */
export function closureFault(from: string, to: string): 'wrong' | 'too-many' | null {
  if (!isDate(from) || !isDate(to) || to < from) return 'wrong';
  return daysBetween(from, to) >= CLOSURE_DAYS_MAX ? 'too-many' : null;
}
