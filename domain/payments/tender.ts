import { z } from 'zod';
import { lineOfText } from '../line-of-text.ts';
import { Returned } from '../sales/returned.ts';
import { type Rupiah, RupiahPositive } from '../money.ts';
import { VoucherCode } from './voucher.ts';

/** Most tenders in one sale. */
export const TENDERS_MAX = 10;

/** Longest name of a bank or reference of a payment. Letters */
export const TENDER_TEXT_MAX = 40;

const amountRupiah = RupiahPositive;
const text = lineOfText(1, TENDER_TEXT_MAX);

/**
 * How sure it is that money which nobody held in the hand has come: `claimed` by who pays, or
 * `verified` by who was paid, in the bank's or the acquirer's own app. A QR that was only shown is
 * no payment at all.
 */
export const TenderState = z.enum(['claimed', 'verified']);
export type TenderState = z.output<typeof TenderState>;

/** What the terminal printed. */
const lastFour = z.string().regex(/^\d{4}$/);
/** ISO 8583, field 38: six letters or digits; some terminals print more. */
const approval = z.string().regex(/^[0-9A-Za-z]{4,12}$/);

/** One means of payment of a sale. Cash is what the customer handed over, before change. */
export const Tender = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), amountRupiah }),
  z.strictObject({
    kind: z.literal('qris'),
    amountRupiah,
    state: TenderState,
    /** What the payer's app calls the payment (RRN). */
    reference: text.optional(),
  }),
  /** A card on a terminal of its own: the amount is what the terminal took. */
  z.strictObject({
    kind: z.literal('card'),
    amountRupiah,
    bank: text,
    approval,
    last: lastFour,
  }),
  z.strictObject({
    kind: z.literal('transfer'),
    amountRupiah,
    state: TenderState,
    bank: text.optional(),
    reference: text.optional(),
  }),
  /** Goods that come back in the same act: what they come to, without cash. */
  z.strictObject({ kind: z.literal('exchange'), amountRupiah, ...Returned.shape }),
  /** A voucher of the stall's own: what of it is used here. */
  z.strictObject({ kind: z.literal('credit'), amountRupiah, code: VoucherCode }),
]);
export type Tender = z.output<typeof Tender>;
export type TenderKind = Tender['kind'];

/** A tender as it is booked: of any kind, with what was told of it. */
export interface BookedTender {
  readonly kind: string;
  readonly amountRupiah: Rupiah;
  readonly state?: string | undefined;
  readonly bank?: string | undefined;
  readonly approval?: string | undefined;
  readonly last?: string | undefined;
  readonly reference?: string | undefined;
  /** SHA-256 of the voucher that it is, hex. */
  readonly voucher?: string | undefined;
  /** What that voucher had beyond it, and the hash of the voucher that was given out for it. */
  readonly rest?: { readonly amount: number; readonly voucher: string } | undefined;
}

/** A voucher and an exchange: nothing was handed over that would have to go back. */
const moneyless: readonly string[] = ['credit', 'exchange'];

/** Whether money moves by this means. */
export function isOfMoney(kind: string): boolean {
  return !moneyless.includes(kind);
}

/** Those that a stall can take without cash, in the order in which they are offered. */
export const cashlessKinds = ['qris', 'card', 'transfer', 'credit'] as const satisfies TenderKind[];
export type CashlessKind = (typeof cashlessKinds)[number];

/** Those that a stall takes which has set so; vouchers of its own it always takes. */
export function kindsInUse(
  taken: Readonly<Record<Exclude<CashlessKind, 'credit'>, boolean>>,
): CashlessKind[] {
  return cashlessKinds.filter((kind) => kind === 'credit' || taken[kind]);
}
