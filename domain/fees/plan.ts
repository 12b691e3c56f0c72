import type { FeePlan } from './details.ts';

/** What of a month's tariff is for cleaning where no plan says it. Rupiah */
const USUAL_CLEANING = 300_000;
/** What a stall pays a month where nothing else is agreed: no rent. Rupiah */
const USUAL_TARIFF = 1_000_000;

/** What a mall charges that has set no plan: the tariff of each contract, due on the 10th. */
export const usualPlan: FeePlan = {
  from: '1000-01',
  electricity: { basis: 'fixed', amount: USUAL_TARIFF - USUAL_CLEANING },
  cleaning: USUAL_CLEANING,
  dueDay: 10,
  isProrated: false,
};

/** The plan that counts in a month: the newest that begins no later; undefined before the first. */
export function planIn(plans: readonly FeePlan[], period: string): FeePlan | undefined {
  return plans
    .filter(({ from }) => from <= period)
    .toSorted((one, other) => one.from.localeCompare(other.from))
    .at(-1);
}
