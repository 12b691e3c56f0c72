import { z } from 'zod';
import { foldText } from '../catalog/search-text.ts';
import { BusinessDate } from '../time.ts';
import { SaleSummary } from './day.ts';
import { typedAmount } from './typed-amount.ts';

/** Most sales that one page of a list shows. */
const PAGE_MAX = 100;

/** Longest text that is searched for. Letters */
export const SEARCHED_MAX = 60;

/** Business dates, both included; null is without end. */
export const DaySpan = z.strictObject({
  from: BusinessDate.nullable(),
  to: BusinessDate.nullable(),
});
export type DaySpan = z.output<typeof DaySpan>;

/** One business date. */
export function daySpan(date: string): DaySpan {
  return { from: date, to: date };
}

/** Which sales and refunds, and how many. */
export const SalesChoice = z.strictObject({
  /** Null is the day that it is now. */
  days: DaySpan.nullable().default(null),
  text: z.string().max(SEARCHED_MAX).default(''),
  /** `nextCursor` of the page before; empty for the first. */
  cursor: z.string().max(20).default(''),
  limit: z.int().min(1).max(PAGE_MAX),
});
export type SalesChoice = z.output<typeof SalesChoice>;

/** Some of them, and where the next page begins; empty on the last. */
export const SalesPage = z.strictObject({
  sales: z.array(SaleSummary).max(PAGE_MAX),
  nextCursor: z.string(),
});
export type SalesPage = z.output<typeof SalesPage>;

/** What a text may stand for; a sale is found by any of them. */
export interface Sought {
  /** A part of a receipt number, in capitals; empty where it can be none. */
  readonly number: string;
  /** A total, or cash that was handed over. Rupiah, without a sign */
  readonly amountRupiah: number | undefined;
  /** Parts of the name or code of one product, folded: it has each of them. */
  readonly words: readonly string[];
}

/** Reads what was typed. */
export function soughtIn(text: string): Sought {
  const typed = text.trim();
  const folded = foldText(typed);
  return {
    number: isOfNumber(typed) ? typed.toUpperCase() : '',
    amountRupiah: typedAmount(typed),
    words: folded === '' ? [] : folded.split(' '),
  };
}

/** Every number has figures and no blank, and none ends in three of them behind a dot. */
function isOfNumber(typed: string): boolean {
  return /^[a-z0-9.-]*\d[a-z0-9.-]*$/i.test(typed) && !/\.\d{3}$/.test(typed);
}

/** What a product that was sold is found by: its name and code, folded. */
export function soldWords({
  code,
  name,
}: {
  readonly code: string;
  readonly name: string;
}): string {
  return foldText(`${name} ${code}`);
}
