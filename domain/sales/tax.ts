import { z } from 'zod';
import { assert } from '../assert.ts';
import { mulDivRound, type Rupiah, rupiah } from '../money.ts';

/**
 * What a sale may be taxed with: `ppn` value-added tax of a PKP, `ppn-luxury` of luxury goods,
 * `pbjt` the regional tax on food and drink.
 */
export const taxKinds = ['none', 'ppn', 'ppn-luxury', 'pbjt'] as const;
export const TaxKind = z.enum(taxKinds);
export type TaxKind = z.output<typeof TaxKind>;

/** How something is taxed: with what, and whether it comes on top of the price or is in it. */
export const TaxTerms = z.strictObject({ kind: TaxKind, isAdded: z.boolean() });
export type TaxTerms = z.output<typeof TaxTerms>;

/** Whether only a stall that is registered for PPN (a PKP) charges it. */
export function isOfPkp(kind: string): boolean {
  return kind === 'ppn' || kind === 'ppn-luxury';
}

export const untaxed: TaxTerms = { kind: 'none', isAdded: false };

/** A rate and since when it holds. The tax is `rateBp` of `baseTimes`/`baseOver` of the base. */
export interface TaxRate {
  /** The first business date: `2025-01-01`. */
  readonly from: string;
  /** Basis points. */
  readonly rateBp: number;
  readonly baseTimes: number;
  readonly baseOver: number;
}

/** A rate of the whole base. */
const whole = (from: string, rateBp: number): TaxRate => {
  return { from, rateBp, baseTimes: 1, baseOver: 1 };
};

/** From the oldest on; the first of a kind holds before its date as well. */
const taxRates: Readonly<Record<Exclude<TaxKind, 'none'>, readonly [TaxRate, ...TaxRate[]]>> = {
  ppn: [
    whole('1985-04-01', 1_000), // UU 8/1983, article 7
    whole('2022-04-01', 1_100), // UU 7/2021 (HPP), article 4
    // PMK 131/2024, article 3: 12 % of a "DPP nilai lain" of 11/12.
    { from: '2025-01-01', rateBp: 1_200, baseTimes: 11, baseOver: 12 },
  ],
  'ppn-luxury': [
    whole('1985-04-01', 1_000),
    whole('2022-04-01', 1_100),
    whole('2025-01-01', 1_200), // PMK 131/2024, article 2: all of the price
  ],
  pbjt: [whole('1998-01-01', 1_000)], // UU 28/2009, article 40; UU 1/2022, article 58
};

const nothing: TaxRate = whole('0001-01-01', 0);

/** The rate of a tax on a business date: a sale keeps the rate of its day. */
export function taxRateOn(kind: TaxKind, businessDate: string): TaxRate {
  if (kind === 'none') return nothing;
  const rates = taxRates[kind];
  return rates.findLast(({ from }) => from <= businessDate) ?? rates[0];
}

/** What is taxed and its tax. Rupiah. */
export interface Taxed {
  /** The price without the tax. */
  readonly baseRupiah: Rupiah;
  readonly taxRupiah: Rupiah;
}

/**
 * The tax of an amount at a rate: on top of it (`isAdded`), or the part of it that it is. Rounded
 * half away from zero, from the base as it is before rounding.
 * Source: PMK 131/2024; of Rp111.000 with PPN in it Rp11.000 are tax.
 */
export function taxOf(amount: Rupiah, rate: TaxRate, isAdded: boolean): Taxed {
  const times = rate.rateBp * rate.baseTimes;
  const over = 10_000 * rate.baseOver;
  assert(times >= 0 && over > 0, 'a rate is not negative');
  const taxRupiah = rupiah(mulDivRound(amount, times, isAdded ? over : over + times));
  return { taxRupiah, baseRupiah: isAdded ? amount : rupiah(amount - taxRupiah) };
}

/**
 * What the law calls the base (DPP) of a tax: of PPN 11/12 of the price without it. Rupiah, from
 * the price before rounding: of Rp111.000 with PPN in it Rp91.667.
 */
export function statedBase(amount: Rupiah, rate: TaxRate, isAdded: boolean): Rupiah {
  const times = 10_000 * rate.baseTimes;
  const over = 10_000 * rate.baseOver;
  const whole = isAdded ? over : over + rate.rateBp * rate.baseTimes;
  return rupiah(mulDivRound(amount, times, whole));
}
