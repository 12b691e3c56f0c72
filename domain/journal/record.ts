import { z } from 'zod';
import { assert } from '../assert.ts';
import { BusinessDate } from '../time.ts';
import type { Receipt } from '../sales/receipt.ts';

/** Version of the record's format. */
const RECORD_VERSION = 1;

const Leaf = z.string().regex(/^[0-9a-f]{64}$/);
const Text = z.string().refine((text) => text === text.normalize('NFC') && text.isWellFormed());

/** Sums since the first record; they only grow. Rupiah, positive. */
export const Counters = z.strictObject({
  sales: z.int().min(0),
  refunds: z.int().min(0),
  /** Sales and refunds together. */
  count: z.int().min(0),
});
export type Counters = z.output<typeof Counters>;

const StartBody = z.strictObject({
  /** Raw Ed25519 public key, lower-case hex. */
  publicKey: Leaf,
  software: Text,
});

const SaleBody = z.strictObject({
  number: Text,
  lines: z.array(
    z.strictObject({
      code: Text,
      name: Text,
      unit: Text,
      quantity: z.int(),
      price: z.int().min(0),
      amount: z.int(),
    }),
  ),
  rounding: z.int(),
  tenders: z.array(z.strictObject({ kind: z.literal('cash'), amount: z.int().min(0) })),
  change: z.int().min(0),
  /** Where a sale came from that was rung up on another system. */
  source: z.strictObject({ document: Text }).optional(),
});

const common = {
  v: z.literal(RECORD_VERSION),
  device: z.string().min(1),
  epoch: z.int().min(1),
  seq: z.int().min(1),
  /** The leaf before it; of the first record 64 zeros. */
  prev: Leaf,
  /** UTC ms */
  at: z.int(),
  /** Minutes ahead of UTC. */
  offset: z.int().min(-720).max(840),
  businessDate: BusinessDate,
  /** A pseudonym; never a name. */
  cashier: Text,
  /** Rupiah; negative in a refund, 0 where nothing was sold. */
  total: z.int(),
  counters: Counters,
};

/**
 * One entry of the journal, as it is signed: canonical JSON (RFC 8785), strict, no floats, no
 * nulls, NFC text, no personal data, no database ids.
 */
export const JournalRecord = z.discriminatedUnion('type', [
  z.strictObject({ ...common, type: z.literal('start'), body: StartBody }),
  z.strictObject({ ...common, type: z.literal('sale'), body: SaleBody }),
  z.strictObject({ ...common, type: z.literal('refund'), body: SaleBody }),
]);
export type JournalRecord = z.output<typeof JournalRecord>;

/** What a capability gives the journal; place in the chain and counters are added there. */
export type RecordDraft = JournalRecord extends infer R
  ? R extends JournalRecord
    ? Pick<R, 'type' | 'at' | 'offset' | 'businessDate' | 'cashier' | 'total' | 'body'>
    : never
  : never;

/** Where the chain stands: the newest record's place, leaf and counters. */
export interface ChainHead {
  readonly epoch: number;
  readonly seq: number;
  /** Lower-case hex of 32 bytes. */
  readonly leaf: string;
  readonly counters: Counters;
}

/** The head of an empty journal. */
export const emptyHead: ChainHead = {
  epoch: 1,
  seq: 0,
  leaf: '0'.repeat(64),
  counters: { sales: 0, refunds: 0, count: 0 },
};

/** The record that follows `head`. Counters grow by the draft's total. */
export function nextRecord(device: string, head: ChainHead, draft: RecordDraft): JournalRecord {
  return {
    ...draft,
    v: RECORD_VERSION,
    device,
    epoch: head.epoch,
    seq: head.seq + 1,
    prev: head.leaf,
    counters: countersAfter(head.counters, draft.type, draft.total),
  };
}

/** Counters after a record of this type and total. */
export function countersAfter(
  before: Counters,
  type: JournalRecord['type'],
  total: number,
): Counters {
  switch (type) {
    case 'start':
      return before;
    case 'sale':
      assert(total >= 0, 'a sale is not negative');
      return { ...before, sales: before.sales + total, count: before.count + 1 };
    case 'refund':
      assert(total <= 0, 'a refund is not positive');
      return { ...before, refunds: before.refunds - total, count: before.count + 1 };
  }
}

/** The draft of a sale's or refund's record. */
export function saleDraft(sale: Omit<Receipt, 'epoch' | 'seq'>, document?: string): RecordDraft {
  return {
    type: sale.kind,
    at: sale.soldAtMs,
    offset: sale.offsetMinutes,
    businessDate: sale.businessDate,
    cashier: sale.cashier,
    total: sale.totalRupiah,
    body: {
      number: sale.number,
      lines: sale.lines.map((line) => ({
        code: line.code.normalize('NFC'),
        name: line.name.normalize('NFC'),
        unit: line.unit.normalize('NFC'),
        quantity: line.quantityMilli,
        price: line.priceRupiah,
        amount: line.amountRupiah,
      })),
      rounding: sale.roundingRupiah,
      tenders: sale.tenders.map((tender) => ({ kind: tender.kind, amount: tender.amountRupiah })),
      change: sale.changeRupiah,
      ...(document === undefined ? {} : { source: { document } }),
    },
  };
}
