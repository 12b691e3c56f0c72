import { rupiah } from '../money.ts';
import { milli, timesQuantity } from '../quantity.ts';
import { canonicalJson } from './canonical.ts';
import { type ChainTip, tipAfter } from './chain.ts';
import { hasItsCounters, sumOf, unbalancedHead } from './check-head.ts';
import {
  isSaleRecord,
  type JournalRecord,
  parseRecord,
  type RecordHead,
  type SaleRecord,
  type ZRecord,
} from './record.ts';
import { dueOf, netTenders } from './sale-body.ts';

/** A record as it lies in a database or came over the wire. */
export interface StoredRecord {
  readonly epoch: number;
  readonly seq: number;
  readonly type: string;
  /** The exact bytes, never rebuilt. */
  readonly head: Uint8Array;
  readonly body: Uint8Array;
  readonly leaf: Uint8Array;
  readonly signature: Uint8Array;
}

/** The functions that differ between Node and a browser. */
export interface ChainCrypto {
  /** SHA-256(0x00 ‖ head), lower-case hex. Source: RFC 6962 §2.1. */
  leafOf(head: Uint8Array): string;
  /** SHA-256, lower-case hex. */
  hashOf(body: Uint8Array): string;
  hex(bytes: Uint8Array): string;
  /** Undefined for bytes that are no UTF-8. */
  decode(bytes: Uint8Array): string | undefined;
  /** Whether the signature of these head bytes is the device's. */
  isSigned(head: Uint8Array, signature: Uint8Array): boolean;
}

/** What a record is held against. */
export interface ChainCheck {
  readonly device: string;
  /** The record before it; null when that one was not read. */
  readonly before: ChainTip | null;
  /**
   * False leaves the signature out: each head names the leaf before it, so that one valid signature
   * proves everything below it.
   */
  readonly isSignatureChecked: boolean;
}

/** Either the tip after a whole record, or why it is not whole. */
export type RecordCheck =
  | { readonly tip: ChainTip; readonly record: JournalRecord }
  | { readonly reason: string };

/**
 * Checks one record: leaf, signature, hash of the body, canonical bytes, strict schema, place in
 * the chain, counters, tenders. English reason for the log and the auditor.
 */
export function checkRecord(
  stored: StoredRecord,
  chain: ChainCheck,
  crypto: ChainCrypto,
): RecordCheck {
  const leaf = crypto.leafOf(stored.head);
  if (leaf !== crypto.hex(stored.leaf)) return { reason: 'the leaf is not of these bytes' };
  if (chain.isSignatureChecked && !crypto.isSigned(stored.head, stored.signature)) {
    return { reason: "the signature is not this device's" };
  }
  const head = parseJson(stored.head, crypto);
  const body = parseJson(stored.body, crypto);
  const record = head && body && parseRecord(head.value, body.value);
  if (!record) return { reason: 'the bytes are no record of a known form' };
  if (canonicalJson(head.value) !== head.text || canonicalJson(body.value) !== body.text) {
    return { reason: 'the bytes are not canonical' };
  }
  if (crypto.hashOf(stored.body) !== record.head.body) {
    return { reason: 'the body is not the one that its head names' };
  }
  const reason = misplaced(stored, record.head, chain) ?? unbalanced(record);
  if (reason) return { reason };
  return { tip: tipAfter(chain.before, record.head, leaf), record };
}

function misplaced(
  stored: StoredRecord,
  head: RecordHead,
  { device, before }: ChainCheck,
): string | undefined {
  if (head.device !== device) return 'it names another device';
  if (head.epoch !== stored.epoch || head.seq !== stored.seq || head.type !== stored.type) {
    return 'it stands in the place of another record';
  }
  if (!before) return undefined;
  const isNewEpoch = head.type === 'recovery';
  const follows = isNewEpoch
    ? head.epoch > before.epoch && head.seq === 1
    : head.epoch === before.epoch && head.seq === before.seq + 1;
  if (!follows) return `it does not follow record ${before.epoch}.${before.seq}`;
  if ((head.type === 'start') !== (before.seq === 0)) return 'only the first record is a start';
  if (head.prev !== before.leaf) return 'it does not point to the record before it';
  return hasItsCounters(head, before) ? undefined : 'its counters do not add up';
}

/** What a record says of itself: what does not add up in it. */
function unbalanced(record: JournalRecord): string | undefined {
  const reason = unbalancedHead(record.head);
  if (reason) return reason;
  if (isSaleRecord(record)) return unbalancedSale(record);
  if (record.type === 'training') return unbalancedLines(record.body.sums, record.body);
  return record.type === 'z' ? unbalancedDrawer(record) : undefined;
}

/** What the head of a sale says is what its body says. */
function unbalancedSale({ head, body }: SaleRecord): string | undefined {
  const { type: kind } = head;
  const { tenders, change, lines } = body;
  if (canonicalJson(netTenders({ kind, tenders, change })) !== canonicalJson(head.tenders)) {
    return 'its payments are not those of its head';
  }
  const isPriced = lines.every(({ price, quantity, amount }) => {
    return amount === timesQuantity(rupiah(price), milli(quantity));
  });
  if (kind === 'sale' && !isPriced) return 'a line of it is not its price times its quantity';
  return unbalancedLines(head, body);
}

/** The lines of a sale are what it says that it came to. */
function unbalancedLines(
  told: Pick<SaleRecord['head'], 'total' | 'discount' | 'tax' | 'rounding'>,
  { lines, taxes: ofKinds = [] }: Pick<SaleRecord['body'], 'lines' | 'taxes'>,
): string | undefined {
  if (sumOf(lines.map(dueOf)) + told.rounding !== told.total) return 'its lines are not its total';
  const discounts = lines.map(({ discount = 0, share = 0 }) => discount + share);
  if (sumOf(discounts) !== told.discount) return 'its discounts are not those of its lines';
  const taxes = sumOf(lines.map(({ tax }) => tax?.tax ?? 0));
  if (taxes !== told.tax) return 'its tax is not that of its lines';
  const isOfLines = ofKinds.every(({ kind, added, tax }) => {
    const ofKind = lines.filter((line) => line.tax?.kind === kind && line.tax.added === added);
    return sumOf(ofKind.map((line) => line.tax?.tax ?? 0)) === tax;
  });
  return isOfLines ? undefined : 'its taxes are not those of its lines';
}

function unbalancedDrawer({ head: { tenders }, body }: ZRecord): string | undefined {
  const { float, taken, change, refunds: paidOut, in: into, out, expected } = body.cash;
  if (float + taken - change - paidOut + into - out !== expected) {
    return 'its drawer does not add up';
  }
  if (taken - change - paidOut !== (tenders['cash'] ?? 0)) return 'its cash is not its tenders';
  const counted = sumOf(body.counted.map(({ value, pieces }) => value * pieces));
  return counted - expected === body.difference ? undefined : 'its difference is not the count';
}

function parseJson(
  bytes: Uint8Array,
  crypto: ChainCrypto,
): { readonly text: string; readonly value: unknown } | undefined {
  const text = crypto.decode(bytes);
  if (text === undefined) return undefined;
  try {
    return { text, value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
