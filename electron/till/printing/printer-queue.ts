import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  PaperReaders,
  PaperStrip,
  PrinterSettings,
  PrinterStatus,
} from '../../../domain/printing/printer.ts';
import { HOUR_MS } from '../../../domain/time.ts';
import type { Log } from '../../../node/log.ts';
import { read, write } from '../database/write.ts';
import { PATIENCE, type Patience } from './channel.ts';
import type { DeliverOptions } from './deliver.ts';
import { loadEncoder } from './escpos-encoder.ts';
import { makeOncePapers } from './once-papers.ts';
import { type JobEnd, type JobTools, lookAt, printJob, settleJob } from './print-job.ts';
import { countJobs, holdJobsBefore, nextJob, type PrintJob } from './print-job-store.ts';
import { setUpPrinter, type SetUpPrinter, type WriteSettings } from './set-up-printer.ts';
import { makeTopic } from '../topic.ts';
import { describeFailure, printerFailure } from './transport-failure.ts';
import { makeWaker } from './waker.ts';

/** A receipt that waited this long at a start would only flood the counter in the morning. */
const LATE_MS = 12 * HOUR_MS;
const RETRY_FIRST_MS = 1_000;
const RETRY_MOST_MS = 30_000;
/** What the paper in hand may still take when the till closes. */
const CLOSE_MS = 2_000;
/** How long a person who has a printer tried waits to hear what came of it. */
const TRY_MS = 5_000;

/** The till's printer and the jobs that wait for it. */
export interface PrinterQueue {
  /** From here on it prints. Before, jobs are kept and nothing is tried: a command only reads. */
  start(): void;
  /** The queue was changed. Returns at once. */
  wake(): void;
  /** Tries the printer now, not when it would by itself. @returns what came of it, within 5 s */
  tryNow(): Promise<PrinterStatus>;
  status(): PrinterStatus;
  /** The state now, then each change. */
  watchStatus(signal?: AbortSignal): AsyncGenerator<PrinterStatus, void, void>;
  /** What the virtual printer drew: the newest strips, then each new one. */
  watchPaper(signal?: AbortSignal): AsyncGenerator<PaperStrip, void, void>;
  /** What the virtual printer drew is for the eyes of this person: for another it begins anew. */
  handPaperTo(staff: string): void;
  settings(): PrinterSettings;
  /**
   * Paper that is kept nowhere, such as a code that nobody else may read: tried once, at once, and
   * never in the middle of a job. `bytes` are made when it is its turn; `readers` see it drawn.
   * @throws LapakError PAPER_NOT_PRINTED within 5 s, also before start()
   */
  printOnce(bytes: () => Buffer, readers?: PaperReaders): Promise<void>;
  /**
   * Keeps the settings and tries the new printer at once. @returns what came of it
   * @throws LapakError PRINTER_ADDRESS_INVALID, and what `write` throws
   */
  configure(settings: PrinterSettings, write?: WriteSettings): Promise<PrinterStatus>;
  /** Done when no job is pending. */
  idle(): Promise<void>;
  /** Stops, within 2 s. Jobs that are pending are printed after the next start. */
  close(): Promise<void>;
}

export interface PrinterQueueOptions
  extends Pick<JobTools, 'book' | 'clock' | 'readReceipt' | 'readCodes'> {
  readonly log: Log;
  readonly patience?: Patience;
  /** What is waited before the first new try; each further one waits twice as long. */
  readonly retryFirstMs?: number;
}

/**
 * Prints the jobs of the book, oldest first, one at a time. A sale neither waits for it nor fails
 * with it. While the printer is away it tries again after 1 s, 2 s … 30 s, and at once when a job
 * comes or the settings change.
 *
 * Of a receipt there is at most one unmarked original: before its first byte the book is told that
 * it is being tried, and from then on its paper is marked SALINAN. What is perhaps printed is tried
 * a few times, then held for a person. Printed is what the printer was seen to take (deliver.ts).
 */
export function openPrinterQueue(options: PrinterQueueOptions): PrinterQueue {
  return new BookPrinterQueue(options);
}

type Why = Pick<PrinterStatus, 'reason' | 'detail'>;

class BookPrinterQueue implements PrinterQueue {
  readonly #options: PrinterQueueOptions;
  readonly #printer: SetUpPrinter;
  #state: PrinterStatus['state'] = 'untried';
  #why: Why = { reason: null, detail: '' };
  /** What the last try that came to an end said of the printer. */
  #last: 'ready' | 'silent' | 'held' = 'ready';
  /** The printer is to be looked at although nothing is pending. */
  #mustTry = true;
  #failures = 0;
  #closed = false;
  #hasHeldLate = false;
  #idlers: (() => void)[] = [];
  /** Those who wait for the next try. */
  #askers: (() => void)[] = [];
  /** How the last job ended, while the book could not be told: it is not to be sent again. */
  #end: JobEnd | undefined;
  readonly #waker = makeWaker();
  readonly #stop = new AbortController();
  readonly #news = makeTopic<PrinterStatus>(1);
  readonly #once = makeOncePapers(() => this.wake());
  readonly handPaperTo = (staff: string): void => this.#printer.handPaperTo(staff);
  #working: Promise<void> | undefined;

  constructor(options: PrinterQueueOptions) {
    this.#options = options;
    this.#printer = setUpPrinter(options.book);
  }

  start(): void {
    if (this.#working) return;
    loadEncoder();
    this.#working = this.#work();
  }

  wake(): void {
    this.#waker.wake();
  }

  async tryNow(): Promise<PrinterStatus> {
    this.#failures = 0;
    if (this.#state === 'waiting') this.#enter('untried'); // what it said before is old
    this.wake();
    if (!this.#working || this.#closed) return this.status();
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#askers.push(resolve); // a try that begins from now on
    const timer = setTimeout(resolve, TRY_MS);
    await promise;
    clearTimeout(timer);
    return this.status();
  }

  status(): PrinterStatus {
    const { pending, held, unconfirmed } = read(this.#options.book, countJobs);
    return {
      state: this.#state,
      ...this.#why,
      pendingJobs: pending,
      heldJobs: held,
      unconfirmedJobs: unconfirmed,
      ...this.settings(),
    };
  }

  watchStatus(signal?: AbortSignal) {
    return this.#news.watch(() => [this.status()], signal);
  }

  watchPaper(signal?: AbortSignal) {
    return this.#printer.watchPaper(signal);
  }

  settings(): PrinterSettings {
    return this.#printer.settings();
  }

  async printOnce(bytes: () => Buffer, readers: PaperReaders = 'printing.read'): Promise<void> {
    const asked = this.#once.ask(bytes, readers);
    if (!this.#working || this.#closed) this.#once.refuseAll();
    return asked;
  }

  async configure(settings: PrinterSettings, write?: WriteSettings): Promise<PrinterStatus> {
    this.#printer.keep(settings, write);
    this.#mustTry = true;
    this.#enter('untried');
    return this.tryNow();
  }

  idle(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#idlers.push(resolve);
    this.wake();
    return promise;
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.wake();
    const late = setTimeout(() => this.#stop.abort(), CLOSE_MS);
    await this.#working;
    clearTimeout(late);
    this.#news.close();
    await this.#printer.close();
  }

  async #work(): Promise<void> {
    while (!this.#closed) {
      await nextTurn(); // the answer to a sale leaves first
      this.#waker.begin();
      const askers = this.#askers.splice(0);
      // One of these a round: a receipt waits for no more than that.
      const isWell = await this.#once.serve(this.#printer.placeFor, this.#deliverOptions());
      this.#mustTry ||= !isWell;
      const restMs = await this.#step().catch((error: unknown) => this.#fail(error));
      for (const done of askers) done();
      if (!this.#closed) await this.#waker.rest(this.#once.waiting > 0 ? 0 : restMs);
    }
    for (const done of this.#askers.splice(0)) done();
    this.#once.refuseAll();
  }

  /**
   * The oldest job; without one, a look at a printer that has to be tried. @returns how long to
   * rest: until woken where it is infinite
   */
  async #step(): Promise<number> {
    const { book } = this.#options;
    this.#holdLate();
    this.#settle();
    const { job, held } = read(book, (tx) => ({
      job: nextJob(tx),
      held: countJobs(tx).held,
    }));
    const mustTry = this.#mustTry || (this.#last === 'held' && held === 0);
    this.#mustTry = false;
    if (job) await this.#print(job);
    else if (mustTry) await this.#look();
    this.#failures = 0;
    this.#enter(job ? 'printing' : this.#last);
    if (job) return 0;
    for (const done of this.#idlers.splice(0)) done();
    return Number.POSITIVE_INFINITY;
  }

  async #print(job: PrintJob): Promise<void> {
    if (this.#state !== 'waiting') this.#enter('printing');
    this.#end = await printJob(job, {
      ...this.#options,
      settings: this.settings(),
      placeFor: this.#printer.placeFor,
      deliverOptions: this.#deliverOptions(),
    });
    this.#settle();
  }

  /** Whether the printer is there, without paper. */
  async #look(): Promise<void> {
    const delivery = await lookAt(this.#printer.placeFor, this.#deliverOptions());
    this.#last = delivery === 'taken' ? 'ready' : 'silent';
  }

  #deliverOptions(): DeliverOptions {
    return { patience: this.#options.patience ?? PATIENCE, signal: this.#stop.signal };
  }

  /** A clock that is wrong at a start drops no paper: what seems old waits for a person. */
  #holdLate(): void {
    if (this.#hasHeldLate) return;
    const { book, clock, log } = this.#options;
    const held = write(book, (tx) => holdJobsBefore(tx, clock() - LATE_MS));
    this.#hasHeldLate = true;
    if (held > 0) log.info(`${held} print jobs older than 12 hours are held for a person`);
  }

  /** Tells the book how the last job ended. @throws what it ended with, where that passes */
  #settle(): void {
    const end = this.#end;
    if (!end) return;
    const { book, clock, log } = this.#options;
    write(book, (tx) => settleJob(tx, end, clock()));
    this.#end = undefined;
    if (end.state === 'pending') throw end.cause;
    if (end.state === 'held') log.error(printerFailure(end.cause, this.settings().address));
    if (end.state !== 'dropped') this.#last = lastOf[end.state];
  }

  /** The printer is away, or the disk full: both pass. @returns how long to rest */
  #fail(error: unknown): number {
    if (this.#closed) return 0;
    const { log, retryFirstMs = RETRY_FIRST_MS } = this.#options;
    if (this.#state !== 'waiting') {
      log.error(printerFailure(error, this.settings().address)); // once each time it goes away
    }
    try {
      this.#enter('waiting', describeFailure(error));
    } catch (unreadable) {
      log.error(unreadable); // the book itself: nobody can be told more than the log
    }
    this.#mustTry = true;
    this.#failures += 1;
    return Math.min(retryFirstMs * 2 ** (this.#failures - 1), RETRY_MOST_MS);
  }

  #enter(state: PrinterStatus['state'], why: Why = { reason: null, detail: '' }): void {
    this.#state = state;
    this.#why = why;
    this.#news.publish(this.status());
  }
}

const lastOf = { printed: 'ready', unconfirmed: 'silent', held: 'held' } as const;
