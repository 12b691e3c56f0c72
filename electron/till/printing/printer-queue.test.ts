import { execFileSync } from 'node:child_process';
import {
  closeSync,
  constants,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { LapakError } from '../../../domain/errors.ts';
import type { PrinterSettings } from '../../../domain/printing/printer.ts';
import {
  answerStatus,
  LONG_PATIENCE,
  type QueueOptions,
  aReceipt,
  NOON_MS,
  openNetworkPrinter,
  openPrintBook,
} from '../../../test/support/print-book.ts';
import { read, write } from '../database/write.ts';
import { readReceipt } from '../sales/read-receipt.ts';
import { changeSettings } from '../settings/stall-settings.ts';
import { makeEscposReader } from './escpos-reader.ts';
import {
  countJobs,
  dropJobs,
  markUnconfirmed,
  queuePaper,
  queueTestJob,
  releaseJobs,
  UNCONFIRMED_KEPT,
} from './print-job-store.ts';
import { readQueue } from './print-queue-store.ts';

async function openBook(printer: PrinterSettings = { address: 'virtual', columns: 32 }) {
  const book = await openPrintBook();
  onTestFinished(() => book.close());
  book.usePrinter(printer);
  return book;
}

async function openBookAndQueue(printer?: PrinterSettings, options: QueueOptions = {}) {
  const book = await openBook(printer);
  const queue = book.openQueue(options);
  onTestFinished(() => queue.close());
  queue.start();
  return { book, queue };
}

/** A port of this computer that nobody listens on, until the test does. */
async function freePort(): Promise<number> {
  const printer = await openNetworkPrinter();
  await printer.close();
  return printer.port;
}

const at = (port: number, columns: 32 | 42 | 48 = 32) =>
  ({ address: `tcp://127.0.0.1:${port}`, columns }) as const;

function textOf(paper: Buffer | undefined): string {
  const lines: string[] = [];
  const reader = makeEscposReader(
    () => 48,
    (strip) => lines.push(...strip.lines.map((l) => l.runs.map((run) => run.text).join(''))),
  );
  reader.write(paper ?? Buffer.alloc(0));
  reader.end();
  return lines.join('\n');
}

const numberOn = (paper: Buffer) => /A-\d{6}/.exec(textOf(paper))?.[0];

test('lesson 28: receipts of a printer that was off come out in order, each once', async () => {
  const port = await freePort();
  const { book, queue } = await openBookAndQueue(at(port));
  for (const seq of [1, 2, 3]) book.sell(aReceipt(seq));
  queue.wake();
  await vi.waitFor(() => {
    expect(queue.status()).toEqual({
      state: 'waiting',
      reason: 'unreachable',
      detail: 'ECONNREFUSED',
      pendingJobs: 3,
      heldJobs: 0,
      unconfirmedJobs: 0,
      ...at(port),
    });
  });

  const printer = await openNetworkPrinter(port);
  onTestFinished(() => printer.close());
  book.sell(aReceipt(4));
  queue.wake();
  await queue.idle();
  await queue.idle();

  expect(printer.papers.map(numberOn)).toEqual(['A-000001', 'A-000002', 'A-000003', 'A-000004']);
  expect(printer.papers.map(textOf).join()).not.toContain('SALINAN');
  expect(queue.status()).toMatchObject({
    state: 'ready',
    reason: null,
    pendingJobs: 0,
    detail: '',
  });
});

test('a printer that is back is found by itself', async () => {
  const port = await freePort();
  const { book, queue } = await openBookAndQueue(at(port));
  book.sell(aReceipt(1));
  queue.wake();
  await vi.waitFor(() => expect(queue.status().state).toBe('waiting'));
  const printer = await openNetworkPrinter(port);
  onTestFinished(() => printer.close());
  await vi.waitFor(() => expect(printer.papers.map(numberOn)).toEqual(['A-000001']), {
    timeout: 4_000,
  });
});

test('before it is started the queue keeps what comes, and prints nothing', async () => {
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  const book = await openBook(at(printer.port));
  const queue = book.openQueue();
  book.sell(aReceipt(1));
  queue.wake();
  expect(await queue.configure(at(printer.port))).toMatchObject({
    state: 'untried',
    pendingJobs: 1,
  });
  await queue.close();
  expect(printer.read()).toEqual([]);
});

test('a receipt whose printer dies in the middle is printed whole, as a copy', async () => {
  const printer = await openNetworkPrinter(0, (socket) => {
    socket.on('data', (chunk) => {
      if (printer.read().length === 2 && chunk.includes('Batik')) socket.resetAndDestroy();
    });
  });
  onTestFinished(() => printer.close());
  const { book, queue } = await openBookAndQueue(at(printer.port));
  await queue.idle(); // the look at the printer
  book.sell(aReceipt(1));
  await queue.idle();
  const papers = printer.papers.map(textOf).filter((paper) => paper !== '');
  expect(papers).toHaveLength(1);
  expect(papers[0]).toMatch(/^SALINAN/);
  expect(papers[0]).toContain('Catatan 1.1');
});

test('what waited when the till closed is printed after the next start', async () => {
  const port = await freePort();
  const book = await openBook(at(port));
  const before = book.openQueue();
  before.start();
  book.sell(aReceipt(1));
  book.sell(aReceipt(2));
  before.wake();
  await vi.waitFor(() => expect(before.status().state).toBe('waiting'));
  await before.close();

  const printer = await openNetworkPrinter(port);
  onTestFinished(() => printer.close());
  const after = book.openQueue();
  onTestFinished(() => after.close());
  after.start();
  await after.idle();
  expect(printer.papers.map(numberOn)).toEqual(['A-000001', 'A-000002']);
  expect(printer.papers.map(textOf).join()).not.toContain('SALINAN');
});

test('lesson 29: what waited for twelve hours at a start is held until it is wanted', async () => {
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  const book = await openBook(at(printer.port));
  book.sell(aReceipt(1, NOON_MS - 13 * 3_600_000));
  book.sell(aReceipt(2, NOON_MS - 11 * 3_600_000));
  const queue = book.openQueue();
  onTestFinished(() => queue.close());
  queue.start();
  await queue.idle();
  expect(printer.papers.map(numberOn)).toEqual(['A-000002']);
  expect(queue.status()).toMatchObject({ state: 'ready', heldJobs: 1 });
  expect(readFileSync(join(book.dataDir, 'lapak.log'), 'utf8')).toContain(
    '1 print jobs older than 12 hours are held for a person',
  );

  expect(write(book, (tx) => releaseJobs(tx, 'all'))).toBe(1);
  await queue.idle();
  expect(printer.papers.map(numberOn)).toEqual(['A-000002', 'A-000001']);
  expect(printer.papers.map(textOf).join()).not.toContain('SALINAN');
});

test.each([400, -3, -20_000])(
  'a clock that is %i days off at a start drops no paper',
  async (days) => {
    const book = await openBook();
    for (const seq of [1, 2, 3]) book.sell(aReceipt(seq));
    const queue = book.openQueue({ clock: () => NOON_MS + days * 86_400_000 });
    onTestFinished(() => queue.close());
    queue.start();
    await queue.idle();
    write(book, (tx) => releaseJobs(tx, 'all'));
    await queue.idle();
    const seen = [];
    for await (const strip of queue.watchPaper()) {
      seen.push(/A-\d{6}/.exec(JSON.stringify(strip))?.[0]);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual(['A-000001', 'A-000002', 'A-000003']);
  },
);

test.each([32, 42, 48] as const)(
  'lesson 25: paper of %i columns is filled to its edge',
  async (columns) => {
    const printer = await openNetworkPrinter();
    onTestFinished(() => printer.close());
    const { book, queue } = await openBookAndQueue(at(printer.port, columns));
    book.sell(aReceipt(1));
    await queue.idle();
    const paper = textOf(printer.papers[0]).split('\n');
    expect(paper).toContain(`TOTAL${'Rp300.000'.padStart(columns - 5)}`);
    expect(paper).toContain(`KEMBALIAN${'50.000'.padStart(columns - 9)}`);
  },
);

test('a pipe is a printer too, and one that gives no sign', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lapak-device-'));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const pipe = join(dir, 'lp0');
  execFileSync('mkfifo', [pipe]);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  onTestFinished(() => closeSync(reader));
  const { book, queue } = await openBookAndQueue({ address: `file://${pipe}`, columns: 32 });
  book.sell(aReceipt(1));
  await queue.idle();
  const bytes = Buffer.alloc(10_000);
  expect(textOf(bytes.subarray(0, readSync(reader, bytes)))).toContain('Kain batik cap');
  expect(queue.status()).toMatchObject({ state: 'silent', pendingJobs: 0, unconfirmedJobs: 1 });
});

test('sale, copy and test page are drawn, and only the sale opens the drawer', async () => {
  const { book, queue } = await openBookAndQueue();
  book.sell(aReceipt(1));
  write(book, (tx) => queuePaper(tx, 1, { copy: true, atMs: NOON_MS }));
  write(book, (tx) => queueTestJob(tx, NOON_MS));
  await queue.idle();

  const strips = [];
  for await (const strip of queue.watchPaper()) {
    strips.push(strip);
    if (strips.length === 3) break;
  }
  expect(strips.map((strip) => strip.drawerOpened)).toEqual([true, false, false]);
  expect(strips.map((strip) => strip.lines[0]?.runs[0]?.text)).toEqual([
    'Batik Bu Sari',
    'SALINAN',
    'UJI CETAK',
  ]);
});

test('the drawer stays shut when the receipt comes out long after its sale', async () => {
  const { book, queue } = await openBookAndQueue();
  book.sell(aReceipt(1, NOON_MS - 10 * 60_000));
  await queue.idle();
  const { value: strip } = await queue.watchPaper().next();
  expect(strip).toMatchObject({ drawerOpened: false, cut: true });
});

test('the paper speaks the language of receipts, whatever the screen speaks', async () => {
  const { book, queue } = await openBookAndQueue();
  write(book, (tx) => changeSettings(tx, { language: 'id', receiptLanguage: 'en' }));
  book.sell(aReceipt(1));
  await queue.idle();
  const { value: strip } = await queue.watchPaper().next();
  expect(JSON.stringify(strip)).toContain('Thank you for your visit.');
});

test('a printer that is chosen anew gets at once what waited for the old one', async () => {
  const { book, queue } = await openBookAndQueue(at(await freePort()));
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  book.sell(aReceipt(1));
  queue.wake();
  await vi.waitFor(() => expect(queue.status().state).toBe('waiting'));
  await queue.configure(at(printer.port, 48));
  await queue.idle();
  expect(printer.papers.map(numberOn)).toEqual(['A-000001']);
  expect(queue.settings()).toEqual(at(printer.port, 48));
});

test('a printer that is chosen is tried at once, and the answer says what came of it', async () => {
  const { queue } = await openBookAndQueue();
  expect(queue.status().state).toBe('untried');
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  const off = await freePort();
  expect(await queue.configure(at(off))).toMatchObject({
    state: 'waiting',
    reason: 'unreachable',
    detail: 'ECONNREFUSED',
  });
  expect(await queue.configure(at(printer.port))).toMatchObject({ state: 'ready', reason: null });
});

test('a printer that says itself why it does not print is believed, until it can', async () => {
  let paper = 0x72;
  const printer = await openNetworkPrinter(0, (socket) =>
    answerStatus(socket, (n) => (n === 4 ? paper : 0x12)),
  );
  onTestFinished(() => printer.close());
  const options = { patience: LONG_PATIENCE };
  const { book, queue } = await openBookAndQueue(at(printer.port), options);
  book.sell(aReceipt(1));
  queue.wake();
  await vi.waitFor(() =>
    expect(queue.status()).toMatchObject({ state: 'waiting', reason: 'paperOut', pendingJobs: 1 }),
  );
  paper = 0x12;
  await queue.idle();
  const papers = printer.papers.map(textOf).filter((text) => text !== '');
  expect(papers).toHaveLength(1);
  expect(papers[0]).not.toContain('SALINAN');
  expect(queue.status()).toMatchObject({ state: 'ready', reason: null });
});

test('an address as it stands on the page of a printer is kept in full', async () => {
  const { queue } = await openBookAndQueue();
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  await queue.configure({ address: `127.0.0.1:${printer.port}`, columns: 32 });
  expect(queue.settings()).toEqual(at(printer.port));
});

test('an address that is none changes nothing', async () => {
  const { queue } = await openBookAndQueue();
  const wrong = { address: 'http://printer', columns: 32 } as const;
  await expect(queue.configure(wrong)).rejects.toThrow(
    new LapakError('PRINTER_ADDRESS_INVALID', { address: 'http://printer' }),
  );
  expect(queue.settings()).toEqual({ address: 'virtual', columns: 32 });
});

test.each([
  ['of a length that none is kept with', JSON.stringify(kept(`file:///${'x'.repeat(300)}`))],
  ['that is none', JSON.stringify(kept('file:////dev/usb/lp0'))],
  ['that is no text', JSON.stringify(kept(9100))],
  ['in a text that broke off', '{"address":"tcp://192.1'],
])('with a kept address %s paper waits, and is not printed on the screen', async (_, text) => {
  const book = await openBook();
  write(book, ({ db }) => db.prepare('UPDATE setting SET value = ?').run(text));
  book.sell(aReceipt(1));
  const queue = book.openQueue();
  onTestFinished(() => queue.close());
  queue.start();

  expect(await queue.tryNow()).toMatchObject({
    state: 'waiting',
    reason: 'noAddress',
    detail: 'PRINTER_ADDRESS_INVALID',
    pendingJobs: 1,
  });
  expect(read(book, readQueue)).toMatchObject([{ state: 'pending', tries: 0, copy: false }]);
  await queue.configure({ address: 'virtual', columns: 32 });
  await queue.idle();
  expect(queue.status()).toMatchObject({ state: 'ready', pendingJobs: 0 });
});

/** The printer's settings as another program, or a hand, would have kept them. */
function kept(address: unknown) {
  return { address, columns: 32 };
}

test('a sale that cannot be read is held, and does not hold up the next one', async () => {
  const book = await openBook();
  const queue = book.openQueue({
    readReceipt: (tx, record) => {
      const receipt = readReceipt(tx, record);
      if (receipt.seq === 7) throw new SyntaxError('not a stall');
      return receipt;
    },
  });
  onTestFinished(() => queue.close());
  book.sell(aReceipt(7));
  book.sell(aReceipt(8));
  queue.start();
  await queue.idle();
  const { value: strip } = await queue.watchPaper().next();
  expect(JSON.stringify(strip)).toContain('A-000008');
  expect(read(book, readQueue)).toMatchObject([
    {
      paper: { kind: 'receipt', number: 'A-000007' },
      state: 'held',
      reason: 'unreadable',
      tries: 0,
    },
  ]);
});

test.each([
  ['EMFILE', 'EMFILE'],
  ['SQLITE_BUSY', 'FOLDER_IN_USE'],
])(
  'a receipt that cannot be read for %s is read again, and none is put aside',
  async (code, detail) => {
    const book = await openBook();
    let fails = 2;
    const queue = book.openQueue({
      readReceipt: (tx, record) => {
        if (fails-- > 0) throw Object.assign(new Error('no'), { code });
        return readReceipt(tx, record);
      },
    });
    onTestFinished(() => queue.close());
    book.sell(aReceipt(1));
    queue.start();
    await vi.waitFor(() =>
      expect(queue.status()).toMatchObject({ state: 'waiting', reason: 'computer', detail }),
    );
    await queue.idle();
    expect(queue.status()).toMatchObject({ state: 'ready', pendingJobs: 0, heldJobs: 0 });
  },
);

test('a receipt is not sent again when the book could not be told of it', async () => {
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  const { book, queue } = await openBookAndQueue(at(printer.port));
  await queue.idle();
  book.sell(aReceipt(1));
  book.db.exec(`CREATE TRIGGER full BEFORE UPDATE OF settled_at_ms ON print_job
    BEGIN SELECT RAISE(ABORT, 'no room'); END`);
  queue.wake();
  await vi.waitFor(() => expect(queue.status()).toMatchObject({ reason: 'computer' }));
  book.db.exec('DROP TRIGGER full');
  await queue.idle();
  expect(queue.status()).toMatchObject({ state: 'ready', pendingJobs: 0 });
  expect(printer.papers.map(numberOn).filter(Boolean)).toEqual(['A-000001']);
});

test('a job that a person drops while the printer is away is never printed', async () => {
  const port = await freePort();
  const { book, queue } = await openBookAndQueue(at(port));
  book.sell(aReceipt(1));
  book.sell(aReceipt(2));
  queue.wake();
  await vi.waitFor(() => expect(queue.status()).toMatchObject({ state: 'waiting' }));
  const [first] = read(book, readQueue);
  expect(write(book, (tx) => dropJobs(tx, first?.id ?? 0, NOON_MS))).toBe(1);
  const printer = await openNetworkPrinter(port);
  onTestFinished(() => printer.close());
  await queue.idle();
  expect(printer.papers.map(numberOn).filter(Boolean)).toEqual(['A-000002']);
});

test('a job that is dropped while the printer is asked gets no paper', async () => {
  const book = await openBook();
  const printer = await openNetworkPrinter(0, (socket) =>
    answerStatus(socket, () => {
      write(book, (tx) => dropJobs(tx, 'all', NOON_MS));
      return 0x12;
    }),
  );
  onTestFinished(() => printer.close());
  book.usePrinter(at(printer.port));
  book.sell(aReceipt(1));
  const queue = book.openQueue({ patience: LONG_PATIENCE });
  onTestFinished(() => queue.close());
  queue.start();
  await queue.idle();
  expect(Buffer.concat(printer.read()).includes('A-000001')).toBe(false);
  expect(queue.status()).toMatchObject({ pendingJobs: 0, heldJobs: 0, unconfirmedJobs: 0 });
});

test('of very many jobs without a sign the newest stay in the queue', async () => {
  const book = await openBook();
  write(book, (tx) => {
    for (let n = 0; n < UNCONFIRMED_KEPT + 5; n += 1) {
      markUnconfirmed(tx, queueTestJob(tx, NOON_MS), 'silent', NOON_MS);
    }
    queueTestJob(tx, NOON_MS);
  });
  expect(read(book, countJobs)).toEqual({ pending: 1, held: 0, unconfirmed: UNCONFIRMED_KEPT });
  expect(read(book, readQueue)[0]?.id).toBe(6);
});

test('the queue is found by its index, however many jobs were printed', async () => {
  const book = await openBook();
  const plan = book.db
    .prepare(
      `EXPLAIN QUERY PLAN SELECT id FROM print_job WHERE settled_at_ms IS NULL AND state = ?
       ORDER BY id LIMIT 1`,
    )
    .all('pending');
  expect(JSON.stringify(plan)).toContain('USING INDEX print_job_queue (state=?)');
});

test('the till closes within its time, however long the printer takes', async () => {
  const printer = await openNetworkPrinter(0, (socket) => socket.pause());
  onTestFinished(() => printer.close());
  const book = await openBook(at(printer.port));
  const queue = book.openQueue({
    patience: { connectMs: 60_000, answerMs: 60_000, takeMs: 60_000, endMs: 60_000 },
  });
  book.sell(aReceipt(1));
  queue.start();
  await vi.waitFor(() => expect(printer.read()).toHaveLength(1));
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const closed = queue.close();
  await vi.advanceTimersByTimeAsync(2_000);
  await closed; // its patience of a minute never comes
  expect(read(book, readQueue)).toMatchObject([{ state: 'pending', copy: false, tries: 0 }]);
});

test('a watcher sees the state now and each change, until it stops', async () => {
  const { book, queue } = await openBookAndQueue(at(await freePort()));
  const stop = new AbortController();
  const seen: string[] = [];
  const watching = (async () => {
    for await (const { state } of queue.watchStatus(stop.signal)) seen.push(state);
  })();
  await vi.waitFor(() => expect(seen.at(-1)).toBe('waiting')); // it was looked at
  expect(seen[0]).toBe('untried');
  book.sell(aReceipt(1));
  const printer = await openNetworkPrinter();
  onTestFinished(() => printer.close());
  await queue.configure(at(printer.port));
  await vi.waitFor(() => expect(seen.at(-1)).toBe('ready'));
  expect(seen).toContain('printing');
  stop.abort();
  await watching;
});

test('the end of the till ends every watch', async () => {
  const book = await openBook();
  const queue = book.openQueue();
  const watching = (async () => {
    for await (const strip of queue.watchPaper()) expect(strip).toBe('no paper was printed');
  })();
  await queue.close();
  await watching;
});
