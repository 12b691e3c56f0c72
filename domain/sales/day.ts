import { z } from 'zod';
import { RupiahSum } from '../money.ts';
import { BusinessDate } from '../time.ts';
import { Receipt } from './receipt.ts';

/** How many products of a sale a list names; the others are counted. */
export const PRODUCTS_NAMED_MAX = 3;

/** A sale or refund as a list shows it. */
export const SaleSummary = z.strictObject({
  number: Receipt.shape.number,
  kind: Receipt.shape.kind,
  soldAtMs: z.int(),
  offsetMinutes: z.int(),
  businessDate: BusinessDate,
  /** Names of its first products, in the order of the receipt. */
  products: z.array(z.string()).max(PRODUCTS_NAMED_MAX),
  /** Of different products, also those that are not named. */
  productCount: z.int(),
  /** Negative in a refund. */
  totalRupiah: RupiahSum,
  /** Kinds of its tenders, each once. */
  tenders: z.array(z.string()),
  /** The document of another system that it was taken over from; empty for an own sale. */
  source: Receipt.shape.source,
});
export type SaleSummary = z.output<typeof SaleSummary>;

/** Sales and refunds, counted and added up. */
export const Sums = z.strictObject({
  sales: z.int(),
  salesTotalRupiah: z.int(),
  refunds: z.int(),
  /** Positive. */
  refundsTotalRupiah: z.int(),
});
export type Sums = z.output<typeof Sums>;

/** The same, and what it comes to: sales less refunds. */
const NetSums = z.strictObject({ ...Sums.shape, netRupiah: RupiahSum });
export type NetSums = z.output<typeof NetSums>;

/** What a business date came to. */
const DaySums = z.strictObject({
  /** Of the stall itself. */
  own: NetSums,
  /** Of the stall itself, net of change and refunds, largest first. */
  tenders: z.array(z.strictObject({ kind: z.string(), netRupiah: RupiahSum })),
  /** Taken over from another system: never the stall's own turnover. */
  history: NetSums,
});
export type DaySums = z.output<typeof DaySums>;

/** A business date. */
export const Day = z.strictObject({
  businessDate: BusinessDate,
  /** The business date that it is now. */
  today: BusinessDate,
  /** Null for who may read no reports: they would tell what should be in the drawer. */
  sums: DaySums.nullable(),
});
export type Day = z.output<typeof Day>;
