import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../../domain/journal/canonical.ts';
import { emptyTip, nextHead } from '../../domain/journal/chain.ts';
import { parseRecord } from '../../domain/journal/record.ts';
import { rupiah } from '../../domain/money.ts';
import type { PrinterSettings } from '../../domain/printing/printer.ts';
import { pcs } from '../../domain/quantity.ts';
import type { Receipt } from '../../domain/sales/receipt.ts';
import { saleDraft } from '../../domain/sales/record.ts';
import type { Tx } from '../../electron/till/database/run.ts';
import { type Book, bookOf } from '../../electron/till/database/book.ts';
import { applyMigrations } from '../../electron/till/database/migrate.ts';
import { openDatabase } from '../../node/sqlite/open-database.ts';
import { write } from '../../electron/till/database/write.ts';
import { openLog } from '../../node/log.ts';
import { queuePaper } from '../../electron/till/printing/print-job-store.ts';
import {
  openPrinterQueue,
  type PrinterQueue,
  type PrinterQueueOptions,
} from '../../electron/till/printing/printer-queue.ts';
import { writePrinterSettings } from '../../electron/till/printing/printer-settings.ts';
import { migrations } from '../../electron/till/database/migrations.ts';
import { insertRecord } from '../../electron/till/journal/record-store.ts';
import { projectRecord } from '../../electron/till/journal/project-record.ts';
import { insertRows } from '../../electron/till/journal/projection-store.ts';
import { readReceipt } from '../../electron/till/sales/read-receipt.ts';
import { hashOf } from '../../node/crypto/signing.ts';
import { plainCart, plainLine, plainReceipt, plainSums } from './plain-sale.ts';

/** 23 November 2026, 12:30 WIB. */
export const NOON_MS = Date.UTC(2026, 10, 23, 5, 30);

/** A sale of two kain batik for 300.000, paid with 350.000. */
export function aReceipt(seq: number, soldAtMs = NOON_MS): Receipt {
  return {
    id: `0b6f3a52-8a9e-4a6e-9f0f-${String(seq).padStart(12, '0')}`,
    number: `A-${String(seq).padStart(6, '0')}`,
    kind: 'sale',
    epoch: 1,
    seq,
    soldAtMs,
    offsetMinutes: 420,
    businessDate: '2026-11-23',
    cashier: 'kasir-1',
    stall: { name: 'Batik Bu Sari', number: 'A-12', mall: 'Thamrin City', phone: '' },
    lines: [
      {
        code: 'KB-01',
        name: 'Kain batik cap',
        unit: 'pcs',
        quantityMilli: pcs(2),
        priceRupiah: rupiah(150_000),
        ...plainLine(rupiah(300_000)),
      },
    ],
    ...plainReceipt,
    subtotalRupiah: rupiah(300_000),
    roundingRupiah: rupiah(0),
    totalRupiah: rupiah(300_000),
    tenders: [{ kind: 'cash', amountRupiah: rupiah(350_000) }],
    changeRupiah: rupiah(50_000),
    source: '',
    original: '',
    reason: '',
  };
}

/** Puts a receipt into the book with a record that nobody signed. @returns its position */
export function insertReceipt(tx: Tx, receipt: Receipt): number {
  const draft = saleDraft({
    ...receipt,
    kind: receipt.kind === 'refund' ? 'refund' : 'sale',
    ...plainCart,
    discount: undefined,
    lines: receipt.lines.map(({ code, name, unit, quantityMilli, priceRupiah, amountRupiah }) => {
      const line = { code, name, unit, quantityMilli, priceRupiah, ...plainSums(amountRupiah) };
      return { ...line, category: '', factorMilli: 1000 };
    }),
    tenders: receipt.tenders.map(({ amountRupiah }) => ({ kind: 'cash', amountRupiah })),
    source: undefined,
    approver: null,
  });
  const salted = { ...draft.body, salt: '0'.repeat(32) };
  const body = Buffer.from(canonicalJson(salted));
  const tip = { ...emptyTip, epoch: receipt.epoch, seq: receipt.seq - 1 };
  const head = nextHead('d'.repeat(32), tip, draft, hashOf(body));
  const record = parseRecord(head, salted);
  if (!record) throw new Error('a receipt of a test has a record');
  const { epoch, seq, type } = head;
  const [leaf, signature] = [Buffer.alloc(32), Buffer.alloc(64)];
  const bytes = Buffer.from(canonicalJson(head));
  const position = insertRecord(tx, { epoch, seq, type, head: bytes, body, leaf, signature });
  insertRows(tx, projectRecord(position, record));
  return position;
}

export type QueueOptions = Partial<
  Pick<PrinterQueueOptions, 'clock' | 'patience' | 'retryFirstMs' | 'readReceipt' | 'readCodes'>
>;

/** For a printer that answers: however busy this computer is, it is waited for. */
export const LONG_PATIENCE = {
  connectMs: 30_000,
  answerMs: 30_000,
  takeMs: 30_000,
  endMs: 30_000,
};

/** For one that never answers, which is given up soon; all else that it does is waited for. */
export const SHORT_PATIENCE = { ...LONG_PATIENCE, answerMs: 100 };

/** A book in a folder of its own, with no till around it. */
export interface PrintBook extends Book {
  /** Books a sale and its print job. */
  sell(receipt: Receipt): void;
  usePrinter(settings: PrinterSettings): void;
  /** The queue of this book, which has not started yet. */
  openQueue(options?: QueueOptions): PrinterQueue;
  close(): void;
}

/** Opens a real database with every migration. */
export async function openPrintBook(): Promise<PrintBook> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-print-'));
  const db = openDatabase(join(dataDir, 'lapak.db'), dataDir);
  applyMigrations(db, migrations);
  const book = bookOf(db, dataDir);
  return {
    ...book,
    sell: (receipt) =>
      write(book, (tx) => {
        queuePaper(tx, insertReceipt(tx, receipt), { copy: false, atMs: receipt.soldAtMs });
      }),
    usePrinter: (settings) => write(book, (tx) => writePrinterSettings(tx, settings)),
    openQueue: ({ clock = () => NOON_MS, ...options } = {}) =>
      openPrinterQueue({
        book,
        clock,
        log: openLog(join(dataDir, 'lapak.log'), clock),
        readReceipt,
        readCodes: () => ({ link: null, vouchers: [] }),
        patience: SHORT_PATIENCE,
        retryFirstMs: 100,
        ...options,
      }),
    close: () => {
      db.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** A network printer that keeps the bytes of each connection that ended cleanly. */
export interface NetworkPrinter {
  readonly port: number;
  readonly papers: Buffer[];
  /** What it read of each connection, also of those that broke. */
  read(): Buffer[];
  close(): Promise<void>;
}

/**
 * Listens on 127.0.0.1; `port` 0 takes a free one. `onSocket` may spoil the connection. It answers
 * no status, as the cheapest printers do.
 */
export async function openNetworkPrinter(
  port = 0,
  onSocket: (socket: Socket) => void = () => undefined,
): Promise<NetworkPrinter> {
  const papers: Buffer[] = [];
  const read: Buffer[][] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const chunks: Buffer[] = [];
    read.push(chunks);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => papers.push(Buffer.concat(chunks)));
    socket.on('error', () => socket.destroy());
    onSocket(socket);
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port, // a TCP server that listens has a port
    papers,
    read: () => read.map((chunks) => Buffer.concat(chunks)),
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** Answers each `DLE EOT n` of a connection with the byte that `answer` gives for n. */
export function answerStatus(socket: Socket, answer: (n: number) => number | undefined): void {
  let tail: number[] = [];
  socket.on('data', (chunk) => {
    for (const byte of chunk) {
      tail = [...tail.slice(-2), byte];
      if (tail.length < 3 || tail[0] !== 0x10 || tail[1] !== 0x04) continue;
      const status = answer(byte);
      if (status !== undefined) socket.write(Buffer.from([status]));
    }
  });
}
