import { join } from 'node:path';
import { isSaleRecord, type SaleRecord } from '../../domain/journal/record.ts';
import type { Receipt } from '../../domain/sales/receipt.ts';
import { read } from '../../electron/till/database/write.ts';
import { verifyBook } from '../../electron/till/journal/verify.ts';
import { closeTill } from '../../electron/till/open-till.ts';
import { findReceiptByUuid } from '../../electron/till/sales/read-receipt.ts';
import { readJournal } from './added-up.ts';
import { bundleScript } from './bundle-script.ts';
import { delaysFrom, sellAndKill } from './kill-sellers.ts';
import { book as send, type SentOrder } from './sent-order.ts';
import { aUnit, openTestTill, stockProduct, type TestTill } from './test-till.ts';

/** What a round left whose seller was killed. */
export interface KilledRound {
  /** Orders that were answered, and those of them that the book has not. */
  readonly answered: number;
  readonly lost: readonly string[];
  /** The order that was sent and not answered; null where the kill fell between two. */
  readonly pending: { readonly what: string; readonly wasBooked: boolean } | null;
  /** Whether that order, sent twice more, was booked once and answered alike. */
  readonly isOnce: boolean;
  /** What verify says, and what is wrong with the records beside it. */
  readonly reason: string;
  readonly faults: readonly string[];
}

/** Bundles test/faults/back-seller.ts. @returns the file for killBackSellers() */
export function bundleBackSeller(): Promise<string> {
  return bundleScript(join(import.meta.dirname, '..', 'faults', 'back-seller.ts'));
}

/** Kills `rounds` sellers of one book, and looks at the book after each. */
export async function killBackSellers(
  seller: string,
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
): Promise<KilledRound[]> {
  const book = await openTestTill(Date.now()); // as the sellers have it
  try {
    stockProduct(book.till, { code: 'KOPI-01', name: 'Kopi', units: [aUnit('pcs', 1, 45_000)] });
    stockProduct(book.till, { code: 'TEH-01', name: 'Teh', units: [aUnit('pcs', 1, 12_033)] });
    await closeTill(book.till);
    const done: KilledRound[] = [];
    for (const delayMs of delaysFrom(seed, rounds, 100)) {
      const lines = await sellAndKill(seller, book.dataDir, delayMs);
      book.clock.now = Date.now();
      done.push(await lookAt(book, lines.map(parseLine)));
    }
    return done;
  } finally {
    await book.close();
  }
}

type Said = SentOrder | { readonly answered: string };

function parseLine(text: string): Said {
  return JSON.parse(text) as Said; // test/faults/back-seller.ts wrote it
}

async function lookAt(book: TestTill, said: readonly Said[]): Promise<KilledRound> {
  const till = await book.reopen();
  const has = (id: string) => read(till, (tx) => findReceiptByUuid(tx, id)) !== undefined;
  const answered = said.flatMap((one) => ('answered' in one ? one.answered : []));
  const sent = said.flatMap((one) => ('order' in one ? one : []));
  const last = sent.find(({ order }) => !answered.includes(order.id));
  const pending = last ? { what: whatOf(last), wasBooked: has(last.order.id) } : null;
  const again = last ? [send(till, last), send(till, last)] : [];
  const isOnce = isBookedOnce(book, again);
  const { reason } = await verifyBook(till);
  const faults = faultsOf(readJournal(book).filter(isSaleRecord));
  const lost = answered.filter((id) => !has(id));
  await closeTill(till);
  return { answered: answered.length, lost, pending, isOnce, reason, faults };
}

/** `refund`, or by which means a sale is paid: `exchange+card+cash`. */
function whatOf({ call, order }: SentOrder): string {
  if (call === 'refund') return call;
  const tenders = order['tenders'] as readonly { readonly kind: string }[]; // of the seller
  return tenders.map(({ kind }) => kind).join('+');
}

function isBookedOnce(book: TestTill, again: readonly Receipt[]): boolean {
  const [first, second] = again;
  if (!first) return true;
  const booked = readJournal(book).filter((one) => isSaleRecord(one) && one.body.id === first.id);
  return booked.length === 1 && JSON.stringify(first) === JSON.stringify(second);
}

/** What no book may have, whatever was killed, in words. */
function faultsOf(records: readonly SaleRecord[]): string[] {
  return [...halfExchanges(records), ...linesAboveSold(records), ...vouchersTwice(records)];
}

/** A sale that was paid with goods whose refund is not there, or a refund whose sale is not. */
function halfExchanges(records: readonly SaleRecord[]): string[] {
  const swaps = (type: SaleRecord['type']) =>
    records.filter((one) => one.type === type && 'exchange' in one.head.tenders);
  const paidWith = swaps('sale').flatMap(({ body }) =>
    body.tenders.flatMap(({ kind, reference }) => (kind === 'exchange' ? [reference ?? ''] : [])),
  );
  const backs = swaps('refund').map(({ head }) => head.number);
  return [
    ...paidWith.filter((number) => !backs.includes(number)).map((one) => `sale without ${one}`),
    ...backs.filter((number) => !paidWith.includes(number)).map((one) => `${one} without a sale`),
  ];
}

function linesAboveSold(records: readonly SaleRecord[]): string[] {
  return records.flatMap(({ type, head, body }) => {
    if (type !== 'sale') return [];
    const backs = records.filter((one) => one.head.ref === `${head.epoch}.${head.seq}`);
    const paidOut = backs.reduce((sum, one) => sum - one.head.total, 0);
    const above = body.lines.filter(({ quantity }, at) => {
      const lines = backs.flatMap((one) => one.body.lines.filter(({ of }) => of === at));
      return lines.reduce((sum, line) => sum - line.quantity, 0) > quantity;
    });
    return above.length > 0 || paidOut > head.total ? [`above sold: ${head.number}`] : [];
  });
}

/** A voucher that paid twice, was never given out, or paid more than it was worth. */
function vouchersTwice(records: readonly SaleRecord[]): string[] {
  const open = new Map<string, number>();
  return records.flatMap(({ type, head, body }) =>
    body.tenders.flatMap(({ voucher, amount, rest }) => {
      if (voucher === undefined) return [];
      if (type !== 'sale') {
        open.set(voucher, amount);
        return [];
      }
      const isPaid = open.get(voucher) === amount + (rest?.amount ?? 0);
      open.delete(voucher);
      if (rest) open.set(rest.voucher, rest.amount);
      return isPaid ? [] : [`voucher: ${head.number}`];
    }),
  );
}
