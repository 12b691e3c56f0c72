import { setImmediate as nextTurn } from 'node:timers/promises';
import { LapakError } from '../../../domain/errors.ts';
import { parsePrinterAddress } from '../../../domain/printing/address.ts';
import type {
  PaperStrip,
  PrinterSettings,
  PrinterStatus,
} from '../../../domain/printing/printer.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { HOUR_MS, type UtcMs } from '../../../domain/time.ts';
import type { Connection } from '../database/connection.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import type { Log } from '../../../node/log.ts';
import { readSettings } from '../settings/stall-settings.ts';
import { receiptBytes, testPageBytes } from './paper-job.ts';
import {
  markPrinted,
  nextJob,
  pendingJobs,
  type PrintJob,
  skipJob,
  skipJobsBefore,
} from './print-job-store.ts';
import { readPrinterSettings, writePrinterSettings } from './printer-settings.ts';
import { makeTopic } from './topic.ts';
import { errorCode } from './transport-failure.ts';
import { type RealPrinter, send } from './transports.ts';
import { openVirtualPrinter, STRIPS_KEPT, type VirtualPrinter } from './virtual-printer.ts';

/** A receipt that waited this long at a start would only flood the counter in the morning. */
const STALE_MS = 12 * HOUR_MS;
const RETRY_FIRST_MS = 1_000;
const RETRY_MOST_MS = 30_000;
/** What the paper in hand may still take when the till closes. */
const CLOSE_MS = 2_000;

/** The till's printer and the jobs that wait for it. */
export interface PrinterQueue {
  /** A job was queued. Returns at once. */
  wake(): void;
  status(): PrinterStatus;
  /** The state now, then each change. */
  watchStatus(signal?: AbortSignal): AsyncGenerator<PrinterStatus, void, void>;
  /** What the virtual printer drew: the newest strips, then each new one. */
  watchPaper(signal?: AbortSignal): AsyncGenerator<PaperStrip, void, void>;
  settings(): PrinterSettings;
  /**
   * Keeps the settings and tries the new printer at once. @throws LapakError
   * PRINTER_ADDRESS_INVALID
   */
  configure(settings: PrinterSettings): PrinterSettings;
  /** Done when no job waits. */
  idle(): Promise<void>;
  /** Stops. Jobs that wait are printed after the next start. */
  close(): Promise<void>;
}

export interface PrinterQueueOptions {
  readonly connection: Connection;
  readonly clock: () => UtcMs;
  readonly log: Log;
  readonly readReceipt: (tx: Tx, record: number) => Receipt;
}

/**
 * Prints the jobs of the book, oldest first, one at a time. A sale neither waits for it nor fails
 * with it. While the printer is away it tries again after 1 s, 2 s … 30 s, and at once when a job
 * comes or the settings change. A crash between the printer's last byte and the mark in the book
 * prints that one job a second time after the start: better than never. Jobs older than 12 hours at
 * the start are skipped; they can be reprinted.
 */
export function openPrinterQueue(options: PrinterQueueOptions): PrinterQueue {
  const { connection, clock, log } = options;
  const skipped = write(connection, (tx) => skipJobsBefore(tx, clock() - STALE_MS));
  if (skipped > 0) log.info(`${skipped} print jobs older than 12 hours skipped; reprint if wanted`);
  return new BookPrinterQueue(options);
}

class BookPrinterQueue implements PrinterQueue {
  readonly #options: PrinterQueueOptions;
  #settings: PrinterSettings;
  #state: PrinterStatus['state'] = 'ready';
  #detail = '';
  #failures = 0;
  #woken = false;
  #closed = false;
  #rouse: () => void = () => undefined;
  #idlers: (() => void)[] = [];
  #virtual: VirtualPrinter | undefined;
  /** On paper, but the book could not be told yet: not to be sent again. */
  readonly #printed = new Set<number>();
  readonly #stop = new AbortController();
  readonly #news = makeTopic<PrinterStatus>(1);
  readonly #paper = makeTopic<PaperStrip>(STRIPS_KEPT);
  readonly #working: Promise<void>;

  constructor(options: PrinterQueueOptions) {
    this.#options = options;
    this.#settings = read(options.connection, readPrinterSettings);
    this.#working = this.#work();
  }

  wake(): void {
    this.#woken = true;
    this.#rouse();
  }

  status(): PrinterStatus {
    const waiting = read(this.#options.connection, pendingJobs);
    return {
      state: this.#state,
      pendingJobs: waiting,
      ...this.#settings,
      detail: this.#detail,
    };
  }

  watchStatus(signal?: AbortSignal) {
    return this.#news.watch(() => [this.status()], signal);
  }

  watchPaper(signal?: AbortSignal) {
    return this.#paper.watch(() => this.#virtual?.strips() ?? [], signal);
  }

  settings(): PrinterSettings {
    return this.#settings;
  }

  configure(settings: PrinterSettings): PrinterSettings {
    parsePrinterAddress(settings.address);
    write(this.#options.connection, (tx) => writePrinterSettings(tx, settings));
    this.#settings = settings;
    this.#virtual?.setColumns(settings.columns);
    this.#failures = 0;
    this.#news.publish(this.status());
    this.wake();
    return settings;
  }

  idle(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#idlers.push(resolve);
    this.wake();
    return promise;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#rouse();
    const late = setTimeout(() => this.#stop.abort(), CLOSE_MS);
    await this.#working;
    clearTimeout(late);
    this.#news.close();
    this.#paper.close();
    await this.#virtual?.close();
  }

  async #work(): Promise<void> {
    while (!this.#closed) {
      await nextTurn(); // the answer to a sale leaves first
      this.#woken = false;
      try {
        await this.#workOnce();
      } catch (error) {
        await this.#wait(error);
      }
    }
  }

  /** The oldest job; without one, rest until woken. */
  async #workOnce(): Promise<void> {
    const { connection, clock } = this.#options;
    const job = read(connection, nextJob);
    if (!job) {
      this.#enter('ready');
      for (const done of this.#idlers.splice(0)) done();
      return this.#rest();
    }
    if (this.#state === 'ready') this.#enter('printing');
    if (!this.#printed.has(job.id) && !(await this.#print(job))) return;
    write(connection, (tx) => markPrinted(tx, job.id, clock()));
    this.#printed.delete(job.id);
    this.#failures = 0;
    this.#enter('printing');
  }

  /**
   * @returns whether it is on paper. @throws what passes: the printer is away, the book not
   * readable
   */
  async #print(job: PrintJob): Promise<boolean> {
    const bytes = this.#bytesOf(job);
    if (!bytes) return false;
    await send(bytes, await this.#printer(), this.#stop.signal);
    this.#printed.add(job.id);
    return true;
  }

  /**
   * Nothing when the job can never be built: it is skipped, so that it does not hold up the others.
   */
  #bytesOf(job: PrintJob): Buffer | undefined {
    const { connection, clock, readReceipt, log } = this.#options;
    const { columns } = this.#settings;
    const { record, copy } = job;
    try {
      return read(connection, (tx) => {
        const till = readSettings(tx);
        if (record === null) return testPageBytes(this.#settings, till, clock());
        const how = { columns, copy, language: till.language, nowMs: clock() };
        return receiptBytes(readReceipt(tx, record), how);
      });
    } catch (error) {
      if (error instanceof LapakError) throw error;
      log.error(error);
      write(connection, (tx) => skipJob(tx, job.id));
      return undefined;
    }
  }

  async #printer(): Promise<RealPrinter> {
    const address = parsePrinterAddress(this.#settings.address);
    if (address.kind !== 'virtual') return address;
    if (!this.#virtual) {
      this.#virtual = await openVirtualPrinter(this.#settings.columns);
      this.#virtual.onStrip((strip) => this.#paper.publish(strip));
    }
    return { kind: 'tcp', host: '127.0.0.1', port: this.#virtual.port };
  }

  /** The printer is away, or the disk full: both pass. */
  async #wait(error: unknown): Promise<void> {
    if (this.#closed) return;
    if (this.#state !== 'waiting') this.#options.log.error(error); // once each time it goes away
    try {
      this.#enter('waiting', shortReason(error));
    } catch (unreadable) {
      this.#options.log.error(unreadable); // the book itself: nobody can be told more than the log
    }
    await this.#rest(Math.min(RETRY_FIRST_MS * 2 ** this.#failures, RETRY_MOST_MS));
    this.#failures += 1;
  }

  #enter(state: PrinterStatus['state'], detail = ''): void {
    this.#state = state;
    this.#detail = detail;
    this.#news.publish(this.status());
  }

  /** Waits for wake(), at most `mostMs`. */
  async #rest(mostMs?: number): Promise<void> {
    if (this.#woken || this.#closed) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = mostMs === undefined ? undefined : setTimeout(resolve, mostMs);
    this.#rouse = resolve;
    await promise;
    clearTimeout(timer);
  }
}

function shortReason(error: unknown): string {
  if (!(error instanceof LapakError)) return errorCode(error);
  return 'detail' in error.data ? error.data.detail : error.code;
}
