import type { Actor } from '../../../domain/actor.ts';
import type { HistoryDocument, HistoryPlan } from '../../../domain/history/documents.ts';
import type { HistoryRejection } from '../../../domain/history/history-row.ts';
import { countOf } from '../../../domain/journal/trail.ts';
import type { Language } from '../../../domain/settings/settings.ts';
import { BOOKED_MAX } from '../../../domain/sync/plausible.ts';
import { reasonsByRow } from '../../../domain/tables/row-reasons.ts';
import { translator } from '../../../domain/translator.ts';
import { zones } from '../../../domain/time.ts';
import { writeRejected } from '../../../node/tables/write-table.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { type JournalTill, writeAct } from '../journal/write-journal.ts';
import { type AfterSale, afterSale, type BookedSale } from '../sales/book-sale.ts';
import { sumHistory } from '../sales/sale-store.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { bookDocument, findBooked, totalOf, unknownCodes } from './book-document.ts';
import { type HistorySource, readHistory } from './read-history.ts';

/** An invoice that the book has with other lines, quantities or prices: it stays as booked. */
export interface HistoryDifference {
  readonly document: string;
  /** Its local date. */
  readonly date: string;
  /** Negative in a refund; 0 where only stock moved. */
  readonly bookedRupiah: number;
  readonly fileRupiah: number;
}

/** What a replay added, or would add; what was there before is only counted. Refunds positive. */
export interface ReplayReport {
  readonly sales: number;
  readonly salesTotalRupiah: number;
  readonly refunds: number;
  readonly refundsTotalRupiah: number;
  /** Invoices without value, which only move stock. */
  readonly stockOnly: number;
  /** Products that were new to the catalog. */
  readonly products: number;
  readonly alreadyThere: number;
  /** Those of `alreadyThere` that are not the same. */
  readonly differs: readonly HistoryDifference[];
  readonly rejected: readonly HistoryRejection[];
  /** The rejected rows as a CSV file with their reasons, to mend and replay; empty for none. */
  readonly rejectedFile: string;
}

export interface ReplayJob extends HistorySource {
  /** Tells what a replay would add, and writes nothing. */
  readonly dryRun?: boolean;
  /** Of the reasons in the file of rejected rows; Indonesian when left out. */
  readonly language?: Language;
  readonly onProgress: (doneInvoices: number, totalInvoices: number) => void;
}

/** What a replay uses of the till. */
export type ReplayParts = JournalTill & AfterSale;

/** Invoices in one transaction: few syncs, and the till answers others between two. */
const BATCH = 50;

/**
 * Rings up the sales history of another system, dated as it was, through the same code as the
 * screen: paid exactly in cash, nothing printed. An invoice that is in the book already is left as
 * it is, so that a replay that stopped half-way is finished by running it once more. The journal
 * says at the end, also of one that stopped, how much came in.
 * @throws LapakError CSV_BROKEN, CSV_EMPTY, CSV_COLUMN_MISSING, CSV_COLUMN_TWICE,
 *   NUMBER_STYLE_DOUBTFUL, CLOCK_WRONG, and what write() throws; the invoices reported by
 *   `onProgress` until then stay
 */
export async function replayHistory(
  till: ReplayParts,
  actor: Actor,
  job: ReplayJob,
): Promise<ReplayReport> {
  const offset = zones[read(till, readSettings).zone];
  const { table, plan } = await readHistory(job, { offset, nowMs: till.clock() });
  const { documents } = plan;
  const tally = nothing(read(till, sumHistory));
  try {
    for (let done = 0; done < documents.length; done += BATCH) {
      const batch = documents.slice(done, done + BATCH);
      if (job.dryRun) read(till, (tx) => batch.map((document) => count(tally, tx, document)));
      else bookBatch(till, batch, plan, tally);
      job.onProgress(done + batch.length, documents.length);
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    if (!job.dryRun) tellReplay(till, actor, tally);
  }
  const rejected = [...plan.rejected, ...tally.tooLarge].sort((a, b) => a.row - b.row);
  const speaker = translator(job.language ?? 'id');
  const reasons = rejected.map(({ row, column, reason }) => {
    return { row, column, sentence: speaker.text(`history.reason.${reason}`) };
  });
  const rejectedFile = rejected.length > 0 ? await writeRejected(table, reasonsByRow(reasons)) : '';
  const { newCodes, worthRupiah: _, tooLarge: __, ...told } = tally;
  return { ...told, products: newCodes.size, rejected, rejectedFile };
}

/** The report while it grows. */
interface Tally {
  sales: number;
  salesTotalRupiah: number;
  refunds: number;
  refundsTotalRupiah: number;
  stockOnly: number;
  readonly newCodes: Set<string>;
  /** What the book has from other systems, with what was counted so far. */
  worthRupiah: number;
  /** Rows of invoices with which sums would stop being exact. */
  readonly tooLarge: HistoryRejection[];
  alreadyThere: number;
  readonly differs: HistoryDifference[];
}

function nothing(worthRupiah: number): Tally {
  return {
    sales: 0,
    salesTotalRupiah: 0,
    refunds: 0,
    refundsTotalRupiah: 0,
    stockOnly: 0,
    newCodes: new Set(),
    worthRupiah,
    tooLarge: [],
    alreadyThere: 0,
    differs: [],
  };
}

/** Nothing is said of a replay that found all of it there. */
function tellReplay(till: ReplayParts, actor: Actor, tally: Tally): void {
  const { sales, refunds, stockOnly, newCodes } = tally;
  if (sales + refunds + stockOnly === 0) return;
  const counts = { sales, refunds, stockOnly, products: newCodes.size };
  const changes = Object.entries(counts).map(([field, count]) => countOf(field, count));
  const act = { act: 'history-replay', changes: changes.filter(({ to }) => to !== '0') } as const;
  writeAct(till, actor, (_, tell) => tell(act));
}

function bookBatch(
  till: ReplayParts,
  batch: readonly HistoryDocument[],
  plan: HistoryPlan,
  tally: Tally,
): void {
  const sale = write(till, (tx) => {
    let newest: BookedSale | null = null;
    for (const document of batch) {
      const isNew = count(tally, tx, document);
      const how = { plan, nowMs: till.clock() };
      if (isNew) newest = bookDocument(tx, till.device, document, how) ?? newest;
    }
    return newest;
  });
  if (sale) afterSale(till, sale);
  else till.checkpointer.wrote();
}

/** Counts a document as what it is or would be. @returns whether it is new and can be booked */
function count(tally: Tally, tx: Tx, document: HistoryDocument): boolean {
  const total = totalOf(document);
  const booked = findBooked(tx, document);
  if (booked) {
    tally.alreadyThere += 1;
    if (!booked.isSame) {
      const { number, date } = document;
      const sums = { bookedRupiah: booked.totalRupiah, fileRupiah: total };
      tally.differs.push({ document: number, date, ...sums });
    }
    return false;
  }
  if (tally.worthRupiah + Math.abs(total) > BOOKED_MAX) {
    const reason = 'tooLarge';
    tally.tooLarge.push(...document.lines.map(({ row }) => ({ row, column: '', reason }) as const));
    return false;
  }
  tally.worthRupiah += Math.abs(total);
  for (const code of unknownCodes(tx, document)) tally.newCodes.add(code);
  switch (document.kind) {
    case 'sale':
      tally.sales += 1;
      tally.salesTotalRupiah += total;
      return true;
    case 'refund':
      tally.refunds += 1;
      tally.refundsTotalRupiah -= total;
      return true;
    case 'stock':
      tally.stockOnly += 1;
      return true;
  }
}
