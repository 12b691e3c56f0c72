import { addMonths, dateIn, periodOf } from './period.ts';

/** The day of the month from which a stall is reminded of what is due next. */
const REMIND_DAY = 25;

/** What a stall has to pay next. */
export interface NextPayment {
  readonly amountRupiah: number;
  /** `YYYY-MM-DD` */
  readonly due: string;
  /** False of one that will only be charged. */
  readonly isCharged: boolean;
}

/** The newest 25th that is not after a date. `YYYY-MM-DD` */
export function remindFrom(due: string): string {
  const ofMonth = dateIn(periodOf(due), REMIND_DAY);
  return ofMonth <= due ? ofMonth : dateIn(addMonths(periodOf(due), -1), REMIND_DAY);
}

/** Whether a stall is reminded on a date: from the 25th before it is due, and when overdue. */
export function reminderOn(
  next: NextPayment | null,
  today: string,
): { readonly kind: 'soon' | 'overdue'; readonly due: string } | null {
  if (!next || next.amountRupiah <= 0) return null;
  const { due, isCharged } = next;
  if (isCharged && due < today) return { kind: 'overdue', due };
  return due >= today && remindFrom(due) <= today ? { kind: 'soon', due } : null;
}
