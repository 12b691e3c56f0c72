import { LapakError } from '../../../domain/errors.ts';
import type { ChainTip } from '../../../domain/journal/chain.ts';
import { isSaleRecord, type RecordDraft } from '../../../domain/journal/record.ts';
import type { Rupiah } from '../../../domain/money.ts';
import { assert } from '../../../domain/assert.ts';
import type { BookedTender } from '../../../domain/payments/tender.ts';
import type { Discount } from '../../../domain/sales/discount.ts';
import { type Allowed, saleDraft } from '../../../domain/sales/record.ts';
import { anyReceiptOf, trainingDraft } from '../../../domain/sales/training.ts';
import type { Receipt, ReceiptStall } from '../../../domain/sales/receipt.ts';
import {
  type ClosedSale,
  closeSale,
  type ShownSale,
  type SoldLine,
} from '../../../domain/sales/sale.ts';
import { isOfPkp } from '../../../domain/sales/tax.ts';
import type { Terms } from '../../../domain/sales/terms.ts';
import { BOOKED_MAX } from '../../../domain/sync/plausible.ts';
import { type OffsetMinutes, type UtcMs, zones } from '../../../domain/time.ts';
import type { TillNews } from '../news.ts';
import type { Book } from '../database/book.ts';
import { publishClaims } from '../payments/claim-news.ts';
import type { Tx } from '../database/run.ts';
import { appendRecord, readTip } from '../journal/append-record.ts';
import type { Device } from '../journal/device.ts';
import { noticeClock } from '../journal/notice-clock.ts';
import { type AfterCommit, afterCommit } from '../journal/write-journal.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { countTraining } from './training-store.ts';

export interface SaleOrder {
  readonly id: string;
  /** `training`: booked so that it adds to nothing. */
  readonly kind: 'sale' | 'refund' | 'training';
  /** Pseudonym of who sells; people's names never enter the book. */
  readonly cashier: string;
  /** Who allowed it with a PIN, where somebody had to. */
  readonly approver?: string | null;
  /** The open shift that it belongs to; undefined for a sale of another system and for training. */
  readonly shift?: number;
  readonly lines: readonly SoldLine[];
  /** Of the cart as a whole. */
  readonly discount?: Discount | undefined;
  readonly note?: string | undefined;
  readonly tenders: readonly BookedTender[];
  /** Whether a person has said that cash goes back for what was paid without. */
  readonly givesCashBack?: boolean | undefined;
  readonly terms: Terms;
  /** Says what of it somebody else has allowed, or refuses it; nothing when left out. */
  readonly allow?: (closed: ClosedSale) => readonly Allowed[];
  /** What its screen showed; undefined where there was none. */
  readonly shown?: ShownSale;
  readonly soldAtMs: UtcMs;
  /** The document of another system that it is taken over from; undefined for an own sale. */
  readonly source?: string;
}

export interface BookedSale {
  readonly receipt: Receipt;
  /** Position of its record in the journal. */
  readonly position: number;
  /** Where the journal stands after it. */
  readonly tip: ChainTip;
  /** The time from which the clock was found to have jumped, or null. */
  readonly clockFromMs: UtcMs | null;
}

/**
 * Books a sale, or a refund of another system: the signed record and what it projects to. The one
 * way into the book, for the screen and for history.
 * @throws LapakError as closeSale() and `allow`, STOCK_TOO_LARGE, CLOCK_WRONG
 */
export function bookSale(tx: Tx, device: Device, order: SaleOrder): BookedSale {
  const { source, soldAtMs, shift, kind } = order;
  const hasPlace = (source === undefined) === (shift !== undefined);
  assert(hasPlace || kind === 'training', 'a sale has a shift or a source');
  assert(kind !== 'refund' || source !== undefined, 'what comes back answers a sale');
  const closed = closeSale(order);
  const { discount, note, terms } = order;
  const row = source === undefined ? (kind === 'training' ? 'training' : 'own') : 'history';
  const totalRupiah = closed.totalRupiah;
  return bookNumbered(tx, device, { row, atMs: soldAtMs, totalRupiah }, (to) => {
    const sale = {
      ...closed,
      id: order.id,
      number: to.number,
      soldAtMs,
      offsetMinutes: to.offsetMinutes,
      businessDate: terms.businessDate,
      cashier: order.cashier,
      approver: order.approver ?? null,
      stall: to.stall,
      discount,
      note,
      npwp: closed.taxes.some((tax) => isOfPkp(tax.kind)) ? to.npwp : '',
      allowed: order.allow?.(closed) ?? [],
    };
    return kind === 'training' ? trainingDraft(sale) : saleDraft({ ...sale, kind, shift, source });
  });
}

/** Which row of numbers a receipt is of: the stall's own, training, or another system's. */
type NumberRow = 'own' | 'training' | 'history';

/** What every receipt has of the stall and of its place in the book. */
interface Numbered {
  readonly number: string;
  readonly offsetMinutes: OffsetMinutes;
  readonly stall: ReceiptStall;
  readonly npwp: string;
}

/**
 * Appends the record of a sale, refund or void, or of training, under the next number of its row.
 * @throws LapakError BOOK_FULL where a hub would not count it any more, CLOCK_WRONG
 */
export function bookNumbered(
  tx: Tx,
  device: Device,
  about: { readonly row: NumberRow; readonly atMs: UtcMs; readonly totalRupiah: Rupiah },
  draftOf: (to: Numbered) => RecordDraft,
): BookedSale {
  const { row, atMs, totalRupiah } = about;
  const newest = readTip(tx);
  const { tip, clockFromMs } =
    row === 'history' ? { tip: newest, clockFromMs: null } : noticeClock(tx, device, newest, atMs);
  const { sales, refunds } = tip.counters;
  if (row === 'own' && sales + refunds + Math.abs(totalRupiah) > BOOKED_MAX) {
    throw new LapakError('BOOK_FULL', { mostRupiah: BOOKED_MAX });
  }
  const { zone, stall, npwp } = readSettings(tx);
  const number = numberOf(tx, device, tip, row);
  const draft = draftOf({ number, offsetMinutes: zones[zone], stall, npwp });
  const appended = appendRecord(tx, device, tip, draft);
  const { record, position } = appended;
  assert(isSaleRecord(record) || record.type === 'training', 'what was sold has a receipt');
  return { receipt: anyReceiptOf(record), position, tip: appended.tip, clockFromMs };
}

/** What follows the commit of a sale. */
export interface AfterSale extends AfterCommit, Book {
  readonly printer: { wake(): void };
  readonly news: Pick<TillNews, 'sales' | 'claims'> & {
    readonly catalog: Pick<TillNews['catalog'], 'stockChanged'>;
  };
}

/**
 * Does what follows the commit of a sale. Nothing here can take the sale back. Training changes
 * nothing that a page would have to be told.
 */
export function afterSale(parts: AfterSale, sale: BookedSale): void {
  const { tip, position, clockFromMs, receipt } = sale;
  const wake = () => parts.printer.wake();
  if (receipt.kind === 'training') return afterCommit(parts, { tip, clockFromMs }, [wake]);
  afterCommit(parts, { tip, clockFromMs }, [
    wake,
    () => parts.news.sales.publish({ newest: position }),
    () => parts.news.catalog.stockChanged(),
    () => publishClaims(parts),
  ]);
}

function numberOf(tx: Tx, device: Device, tip: ChainTip, row: NumberRow): string {
  if (row === 'training') return trainingNumber(device, tip, countTraining(tx) + 1);
  return row === 'own' ? ownNumber(device, tip) : historyNumber(device, tip);
}

/** `ABC-000124`; after a recovery `ABC2-000124`, since numbers that were lost are on paper. */
function ownNumber({ prefix }: Device, { epoch, counters }: ChainTip): string {
  return `${inEpoch(prefix, epoch)}-${sixFigures(counters.count + 1)}`;
}

/** Of a row of its own: `ABC-LATIHAN-000001`. */
function trainingNumber({ prefix }: Device, { epoch }: ChainTip, count: number): string {
  return `${inEpoch(prefix, epoch)}-LATIHAN-${sixFigures(count)}`;
}

function inEpoch(prefix: string, epoch: number): string {
  return `${prefix}${epoch === 1 ? '' : epoch}`;
}

function sixFigures(count: number): string {
  return String(count).padStart(6, '0');
}

/** Not of the stall's own row of numbers: `ABC-H1.000124`, by the record's place. */
function historyNumber({ prefix }: Device, { epoch, seq }: ChainTip): string {
  return `${prefix}-H${epoch}.${sixFigures(seq + 1)}`;
}
