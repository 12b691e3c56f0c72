import type { Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { read } from '../../electron/till/database/write.ts';
import type { Patience } from '../../electron/till/printing/channel.ts';
import { countJobs } from '../../electron/till/printing/print-job-store.ts';
import { TRIES_MAX } from '../../electron/till/printing/print-job.ts';
import {
  answerStatus,
  aReceipt,
  openNetworkPrinter,
  openPrintBook,
  type PrintBook,
  type QueueOptions,
} from '../support/print-book.ts';

const WELL = 0x12;
const PAPER_OUT = 0x72;
/** `GS V`: the cut at the end of a receipt. */
const CUT = Buffer.from([0x1d, 0x56]);

const whenCut = (socket: Socket, act: () => void) =>
  socket.on('data', (chunk) => {
    if (chunk.includes(CUT)) act();
  });

/** What a printer can do to a connection. */
const behaviours: Readonly<Record<string, (socket: Socket) => void>> = {
  'reads and closes': () => undefined,
  'answers and closes': (socket) => answerStatus(socket, () => WELL),
  'answers and never closes': (socket) => {
    socket.allowHalfOpen = true;
    answerStatus(socket, () => WELL);
  },
  'reads and never closes': (socket) => {
    socket.allowHalfOpen = true;
  },
  'never reads': (socket) => void socket.pause(),
  'closes at once': (socket) => void socket.end(),
  'resets at once': (socket) => void socket.resetAndDestroy(),
  'resets in the middle': (socket) => {
    socket.on('data', (chunk) => {
      if (chunk.includes('Batik')) socket.resetAndDestroy();
    });
  },
  'resets behind all bytes': (socket) => whenCut(socket, () => socket.resetAndDestroy()),
  'closes behind all bytes': (socket) => whenCut(socket, () => socket.end()),
  'answers, and resets behind all bytes': (socket) => {
    answerStatus(socket, () => WELL);
    whenCut(socket, () => socket.resetAndDestroy());
  },
  'resets at the end': (socket) => {
    socket.allowHalfOpen = true;
    socket.on('end', () => socket.resetAndDestroy());
  },
  'is out of paper': (socket) => answerStatus(socket, () => PAPER_OUT),
  'runs out of paper': (socket) => {
    let isCut = false;
    whenCut(socket, () => (isCut = true));
    answerStatus(socket, () => (isCut ? PAPER_OUT : WELL));
  },
  'falls silent': (socket) => {
    let isCut = false;
    whenCut(socket, () => (isCut = true));
    answerStatus(socket, () => (isCut ? undefined : WELL));
  },
  'answers nonsense': (socket) => answerStatus(socket, (n) => n * 37),
  'answers without end': (socket) => void socket.write(Buffer.alloc(1_000, WELL)),
};

const RECEIPTS = 3;
/** However busy this computer is, what is not seen in time only makes a job less sure. */
const patience = { connectMs: 3_000, answerMs: 60, takeMs: 300, endMs: 300 };
const hasty: QueueOptions = { patience, retryFirstMs: 10 };
/** For what a printer does sooner or later. */
const LONG_MS = 30_000;

interface Rows {
  readonly state: string;
  readonly tries: number;
  readonly number: string;
}

function rowsOf(book: PrintBook): Rows[] {
  return book.db
    .prepare(
      `SELECT state, tries, number FROM print_job JOIN sale USING (record)
       ORDER BY print_job.id`,
    )
    .all() as Rows[]; // the columns of the query above
}

/** Sells, then prints with a printer whose n-th connection behaves as told, to the end. */
async function printAll(
  behaviourOf: (connection: number) => string,
  { restarts = 0, options = hasty }: { restarts?: number; options?: QueueOptions } = {},
) {
  let connections = 0;
  const printer = await openNetworkPrinter(0, (socket) => {
    behaviours[behaviourOf(connections)]?.(socket);
    connections += 1;
  });
  onTestFinished(() => printer.close());
  const book = await openPrintBook();
  onTestFinished(() => book.close());
  book.usePrinter({ address: `tcp://127.0.0.1:${printer.port}`, columns: 32 });
  for (let seq = 1; seq <= RECEIPTS; seq += 1) book.sell(aReceipt(seq));
  for (let restart = 0; restart < restarts; restart += 1) {
    const before = connections;
    const queue = book.openQueue(options);
    queue.start();
    await vi.waitFor(() => expect(connections).toBeGreaterThan(before), 20_000);
    await queue.close();
  }
  const queue = book.openQueue(options);
  queue.start();
  await vi.waitFor(() => expect(read(book, countJobs).pending).toBe(0), 60_000);
  await queue.close();
  return { rows: rowsOf(book), seen: printer.read().map((bytes) => bytes.toString('latin1')) };
}

function assertRule({ rows, seen }: Awaited<ReturnType<typeof printAll>>): void {
  expect(rows).toHaveLength(RECEIPTS);
  for (const { number, state, tries } of rows) {
    const papers = seen.filter((paper) => paper.includes(number));
    expect(papers.filter((paper) => !paper.includes('SALINAN')).length).toBeLessThanOrEqual(1);
    expect(['printed', 'held', 'unconfirmed']).toContain(state);
    expect(tries).toBeGreaterThanOrEqual(1);
    expect(tries).toBeLessThanOrEqual(TRIES_MAX);
    if (state === 'printed') {
      expect(papers.some((paper) => paper.includes(CUT.toString('latin1')))).toBe(true);
    }
  }
}

/** Behaviours that keep a receipt waiting for as long as they last: nothing was handed over. */
const waiting = new Set(['closes at once', 'resets at once', 'is out of paper']);

/** The end of each receipt, and what the printer does, so that the queue is to wait for it. */
const ends: readonly (readonly [string, string, Partial<Patience>])[] = [
  ['reads and closes', 'printed', { takeMs: LONG_MS, endMs: LONG_MS }],
  ['answers and closes', 'printed', { answerMs: LONG_MS, takeMs: LONG_MS }],
  ['answers and never closes', 'printed', { answerMs: LONG_MS, takeMs: LONG_MS }],
  ['reads and never closes', 'unconfirmed', { takeMs: LONG_MS }],
  ['never reads', 'unconfirmed', {}],
  ['resets in the middle', 'held', { takeMs: LONG_MS, endMs: LONG_MS }],
  ['resets behind all bytes', 'held', { takeMs: LONG_MS, endMs: LONG_MS }],
  ['answers, and resets behind all bytes', 'held', { answerMs: LONG_MS, takeMs: LONG_MS }],
  ['runs out of paper', 'unconfirmed', { answerMs: LONG_MS, takeMs: LONG_MS }],
  ['falls silent', 'unconfirmed', { answerMs: LONG_MS }],
];

test.each(ends)(
  'at a printer that %s every receipt ends %s',
  async (behaviour, state, awaited) => {
    const options = { ...hasty, patience: { ...patience, ...awaited } };
    const end = await printAll(() => behaviour, { options });
    assertRule(end);
    expect(end.rows.map((row) => row.state)).toEqual(Array(RECEIPTS).fill(state));
  },
  120_000,
);

test.each([...waiting])(
  'a printer that %s five times gets each receipt once, unmarked, when it is well',
  async (behaviour) => {
    const well = { ...patience, answerMs: LONG_MS, takeMs: LONG_MS };
    const end = await printAll((n) => (n < 5 ? behaviour : 'answers and closes'), {
      options: { ...hasty, patience: well },
    });
    assertRule(end);
    for (const { number, state, tries } of end.rows) {
      const papers = end.seen.filter((paper) => paper.includes(number));
      expect({ state, tries, papers: papers.length }).toEqual({
        state: 'printed',
        tries: 1,
        papers: 1,
      });
      expect(papers[0]).not.toContain('SALINAN');
    }
  },
  120_000,
);

test.each([1, 2, 3, 4, 5, 6])(
  'whatever a printer does, in any order and over restarts, no receipt is lost or doubled (%i)',
  async (seed) => {
    const names = Object.keys(behaviours);
    let state = seed * 7_919;
    const order = Array.from({ length: 400 }, () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return names[Math.floor((state / 2_147_483_648) * names.length)] ?? 'reads and closes';
    });
    assertRule(await printAll((n) => order[n] ?? 'reads and closes', { restarts: 2 }));
  },
  120_000,
);
