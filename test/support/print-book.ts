import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rupiah } from '../../domain/money.ts';
import type { PrinterSettings } from '../../domain/printing/printer.ts';
import { pcs } from '../../domain/quantity.ts';
import type { Receipt } from '../../domain/sales/receipt.ts';
import { type Connection, connectionTo } from '../../electron/till/database/connection.ts';
import { applyMigrations } from '../../electron/till/database/migrate.ts';
import { openDatabase } from '../../node/sqlite/open-database.ts';
import { write } from '../../electron/till/database/write.ts';
import { openLog } from '../../node/log.ts';
import { queueReceiptJob } from '../../electron/till/printing/print-job-store.ts';
import { openPrinterQueue, type PrinterQueue } from '../../electron/till/printing/printer-queue.ts';
import { writePrinterSettings } from '../../electron/till/printing/printer-settings.ts';
import { migrations } from '../../electron/till/database/migrations.ts';
import { insertRecord } from '../../electron/till/journal/record-store.ts';

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
    source: '',
    stall: { name: 'Batik Bu Sari', number: 'A-12', mall: 'Thamrin City', phone: '' },
    lines: [
      {
        code: 'KB-01',
        name: 'Kain batik cap',
        unit: 'pcs',
        quantityMilli: pcs(2),
        priceRupiah: rupiah(150_000),
        amountRupiah: rupiah(300_000),
      },
    ],
    subtotalRupiah: rupiah(300_000),
    roundingRupiah: rupiah(0),
    totalRupiah: rupiah(300_000),
    tenders: [{ kind: 'cash', amountRupiah: rupiah(350_000) }],
    changeRupiah: rupiah(50_000),
  };
}

/** A book in a folder of its own, with no till around it. */
export interface PrintBook extends Connection {
  /** Books a sale and its print job. */
  sell(receipt: Receipt): void;
  /** Queues a receipt whose record nobody can read. */
  queueUnreadable(): void;
  usePrinter(settings: PrinterSettings): void;
  openQueue(clock?: () => number): PrinterQueue;
  close(): void;
}

/** Opens a real database with every migration. */
export async function openPrintBook(): Promise<PrintBook> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-print-'));
  const db = openDatabase(join(dataDir, 'lapak.db'), dataDir);
  applyMigrations(db, migrations);
  const connection = connectionTo(db, dataDir);
  const receipts = new Map<number, Receipt>();
  return {
    ...connection,
    sell: (receipt) =>
      write(connection, (tx) => {
        const record = insertRecord(tx, unsigned(receipt));
        receipts.set(record, receipt);
        queueReceiptJob(tx, record, { copy: false, atMs: receipt.soldAtMs });
      }),
    queueUnreadable: () =>
      write(connection, (tx) => {
        const record = insertRecord(tx, unsigned(aReceipt(7)));
        queueReceiptJob(tx, record, { copy: false, atMs: NOON_MS });
      }),
    usePrinter: (settings) => write(connection, (tx) => writePrinterSettings(tx, settings)),
    openQueue: (clock = () => NOON_MS) =>
      openPrinterQueue({
        connection,
        clock,
        log: openLog(join(dataDir, 'lapak.log'), clock),
        readReceipt: (_, record) => receipts.get(record) ?? missing(record),
      }),
    close: () => {
      db.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** A place in the journal for a receipt that nobody checks. */
function unsigned({ epoch, seq }: Receipt) {
  const nothing = Buffer.alloc(0);
  const [leaf, signature] = [Buffer.alloc(32), Buffer.alloc(64)];
  return { epoch, seq, type: 'sale', head: nothing, body: nothing, leaf, signature };
}

function missing(record: number): never {
  throw new Error(`no receipt of record ${record}`);
}

/** A network printer that keeps the bytes of each connection that ended cleanly. */
export interface NetworkPrinter {
  readonly port: number;
  readonly papers: Buffer[];
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; `port` 0 takes a free one. `onSocket` may spoil the connection. */
export async function openNetworkPrinter(
  port = 0,
  onSocket: (socket: Socket) => void = () => undefined,
): Promise<NetworkPrinter> {
  const papers: Buffer[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    const chunks: Buffer[] = [];
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
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
