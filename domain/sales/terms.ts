import { z } from 'zod';
import { BusinessDate, businessDate, type UtcMs, zones } from '../time.ts';
import { isOfPkp, TaxTerms, untaxed } from './tax.ts';

/** What a stall prices a cart by, beside the prices themselves. */
export const Terms = z.strictObject({
  /** Cash goes to the nearest multiple; 1 leaves it as it is. Rupiah */
  cashRoundingRupiah: z.int().min(1),
  /** Of what has no tax of its own. */
  tax: TaxTerms,
  /** Whether the stall is registered for PPN (a PKP): who is not charges none. */
  isPkp: z.boolean(),
  /** The rates of taxes are those of this date. */
  businessDate: BusinessDate,
});
export type Terms = z.output<typeof Terms>;

/** What of a stall's settings decides how it prices. */
interface PricingSettings extends Pick<Terms, 'cashRoundingRupiah' | 'tax'> {
  readonly npwp: string;
  readonly zone: keyof typeof zones;
  readonly cutOffHour: number;
}

/** What a stall with these settings prices by at this time. */
export function termsAt(settings: PricingSettings, nowMs: UtcMs): Terms {
  const { cashRoundingRupiah, tax, npwp, zone, cutOffHour } = settings;
  const date = businessDate(nowMs, zones[zone], cutOffHour);
  return { cashRoundingRupiah, tax, isPkp: npwp !== '', businessDate: date };
}

/** How a line is taxed: as its product says, else as the stall does. */
export function taxOfLine(
  own: TaxTerms | null | undefined,
  { tax, isPkp }: Pick<Terms, 'tax' | 'isPkp'>,
): TaxTerms {
  const terms = own ?? tax;
  return isPkp || !isOfPkp(terms.kind) ? terms : untaxed;
}
