import type { FeePlan } from '../../../../domain/fees/details.ts';
import { formatRupiah } from '../../../../domain/money.ts';
import { formatQuantity } from '../../../../domain/quantity.ts';
import type { Say } from '../../../ui/use-text.ts';

/** What a mall charges from a month on. */
export type Plan = FeePlan;

/** Hundredths of a per cent, in thousandths of a per cent. */
const MILLI_OF_BP = 10;

/** `2`, `1,5`: per cent of basis points. */
export function percentWords(bp: number): string {
  return formatQuantity(bp * MILLI_OF_BP);
}

/** A plan in a sentence. */
export function planWords(plan: Plan, say: Say): string {
  const { electricity, cleaning, dueDay: day, isProrated, penalty } = plan;
  const line =
    electricity.basis === 'fixed'
      ? say.text('console.fees.plans.line', { electricity: electricity.amount, cleaning, day })
      : say.text('console.fees.plans.lineMetered', {
          rate: rateWords(electricity.rateMilli),
          cleaning,
          day,
        });
  return [
    line,
    ...(isProrated ? [say.text('console.fees.plans.prorated')] : []),
    ...(penalty
      ? [
          say.text('console.fees.plans.penalty', {
            rate: percentWords(penalty.rateBp),
            grace: String(penalty.graceDays),
            cap: percentWords(penalty.capBp),
          }),
        ]
      : []),
  ].join(', ');
}

/** `Rp1.444,7` of thousandths of a rupiah. */
function rateWords(rateMilli: number): string {
  const whole = Math.floor(rateMilli / 1000);
  const [, decimals] = formatQuantity(rateMilli).split(',');
  return decimals === undefined ? formatRupiah(whole) : `${formatRupiah(whole)},${decimals}`;
}
