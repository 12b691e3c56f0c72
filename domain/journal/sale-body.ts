import { z } from 'zod';
import { BusinessDate } from '../time.ts';
import type { SaleType } from './sale-types.ts';
import { ActId, KINDS_MAX, Pseudonym, RecordHash, RecordText, Salt, TaxKind } from './values.ts';

/** A discount as it was told: a share in basis points, or an amount. */
const DiscountBody = z.union([
  z.strictObject({ rate: z.int().min(1).max(10_000) }),
  z.strictObject({ amount: z.int().min(1) }),
]);

/** What is left out is nothing, or as the shelf has it. */
const SaleLineBody = z.strictObject({
  /** Empty of a quick item. */
  code: RecordText,
  name: RecordText,
  category: RecordText,
  unit: RecordText,
  /** Thousandths of the base unit in one unit. */
  factor: z.int().min(1),
  /** Thousandths; negative in a refund. */
  quantity: z.int(),
  /** What one was sold at. */
  price: z.int().min(0),
  /** What one costs on the shelf, where it was sold at another price. */
  shelf: z.int().min(0).optional(),
  /** Price × quantity. */
  amount: z.int(),
  /** Its own discount: what it took off, and what it was told as. */
  discount: z.int().optional(),
  told: DiscountBody.optional(),
  /** Its part of the cart's discount. */
  share: z.int().optional(),
  /** Its part of the tax of its kind. */
  tax: z.strictObject({ kind: TaxKind, added: z.boolean(), tax: z.int() }).optional(),
  note: RecordText.optional(),
  /** Of which line of its sale it comes back, from 0; and false where it is not sold again. */
  of: z.int().min(0).optional(),
  restocked: z.literal(false).optional(),
});

type SaleLineBody = z.output<typeof SaleLineBody>;

/** What is paid for a line of a record: rupiah, negative in a refund. */
export function dueOf({ amount, discount = 0, share = 0, tax }: SaleLineBody): number {
  return amount - discount - share + (tax?.added ? tax.tax : 0);
}

/** Rupiah by kind, negative of what goes back. Change goes back from the cash. */
export function netTenders({
  kind: type,
  tenders,
  change,
}: {
  readonly kind: SaleType;
  readonly tenders: readonly { readonly kind: string; readonly amount: number }[];
  readonly change: number;
}): Record<string, number> {
  const net: Record<string, number> = {};
  for (const { kind, amount } of tenders) net[kind] = (net[kind] ?? 0) + amount;
  if (change !== 0) net['cash'] = (net['cash'] ?? 0) - change;
  if (type === 'sale') return net;
  return Object.fromEntries(Object.entries(net).map(([name, amount]) => [name, 0 - amount]));
}

/** The details of a sale, refund or void. */
export const SaleBody = z.strictObject({
  salt: Salt,
  /** Client-made id of the order. */
  id: ActId,
  /** The head of the receipt as it was that day. */
  stall: z.strictObject({
    name: RecordText,
    number: RecordText,
    mall: RecordText,
    phone: RecordText,
  }),
  lines: z.array(SaleLineBody),
  /** What the cart's discount was told as; its parts are on the lines. */
  discount: DiscountBody.optional(),
  note: RecordText.optional(),
  /** What of it is taxed, by kind; the lines have their parts. */
  taxes: z
    .array(
      z.strictObject({
        kind: TaxKind,
        /** Whether the tax came on top of the prices. */
        added: z.boolean(),
        /** What was paid for it less the tax. */
        base: z.int(),
        tax: z.int(),
      }),
    )
    .max(KINDS_MAX)
    .optional(),
  /** The tax number of who charges PPN. */
  npwp: RecordText.optional(),
  /** What of it somebody else had to allow, and who did. */
  allowed: z.array(z.strictObject({ permission: RecordText, by: Pseudonym })).optional(),
  /** What was handed over, in the order in which it was. */
  tenders: z.array(
    z.strictObject({
      kind: RecordText,
      amount: z.int().min(0),
      /** `claimed` or `verified`, of money that nobody held in the hand. */
      state: RecordText.optional(),
      bank: RecordText.optional(),
      /** The approval code of a terminal, and the last four figures of the card. */
      approval: RecordText.optional(),
      last: RecordText.optional(),
      reference: RecordText.optional(),
      /** SHA-256 of the code of the voucher that was paid with, or that was given out. */
      voucher: RecordHash.optional(),
      /** What that voucher had beyond its amount, and the voucher that was given out for it. */
      rest: z.strictObject({ amount: z.int().min(1), voucher: RecordHash }).optional(),
    }),
  ),
  change: z.int().min(0),
  /** The receipt that a refund or void answers, its business date, and why it came back. */
  original: RecordText.optional(),
  originalOn: BusinessDate.optional(),
  reason: RecordText.optional(),
  /** Who allowed it with a PIN, where somebody had to. */
  approver: Pseudonym.optional(),
});

/** The details of a sale that was practised, and what the head of a sale says of it. */
export const TrainingBody = z.strictObject({
  ...SaleBody.shape,
  /** Of a row of its own: `ABC-LATIHAN-000001`. */
  number: RecordText,
  /** What it would have come to. Rupiah */
  sums: z.strictObject({
    total: z.int().min(0),
    discount: z.int(),
    tax: z.int(),
    rounding: z.int(),
  }),
});
