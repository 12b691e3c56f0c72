import type { NextPayment } from '../../../domain/fees/reminder.ts';
import { writtenDate } from '../../../domain/time.ts';
import type { Say } from '../../ui/use-text.ts';

/** What will be charged next, and by when it is to be paid; or that it is paid ahead. */
export function nextWords({ amountRupiah: amount, due }: NextPayment, say: Say): string {
  const date = writtenDate(due);
  return amount === 0
    ? say.text('fees.nextCovered', { date })
    : say.text('fees.nextForeseen', { amount, date });
}
