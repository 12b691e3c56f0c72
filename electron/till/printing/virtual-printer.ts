import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { type Columns, PaperReaders, type PaperStrip } from '../../../domain/printing/printer.ts';
import { type DrawnStrip, makeEscposReader } from './escpos-reader.ts';
import { STATUS_BITS } from './printer-condition.ts';

/** Strips kept; older ones are thrown away. */
export const STRIPS_KEPT = 50;

/** Connections that have not shown the password yet, at most; the oldest makes room. */
const STRANGERS_MAX = 8;
const PASSWORD_BYTES = 32;
const PASSWORD_MS = 2_000;
const SILENCE_MS = 30_000;
/** Far above any receipt; what sends more is not printing one. */
const CONNECTION_BYTES_MAX = 4_000_000;

/** A printer made of pixels: takes bytes on a port as a network printer does, and draws them. */
export interface VirtualPrinter {
  /**
   * Where paper of these readers goes, and the password that its connection begins with. That is
   * known to this process alone: no other program and no web page makes paper here.
   */
  placeFor(readers: PaperReaders): VirtualPlace;
  /** The newest strips, oldest first. */
  strips(): readonly PaperStrip[];
  /** Throws away what was drawn. */
  tearOff(): void;
  /** Calls `seen` for each new strip. @returns what ends that. */
  onStrip(seen: (strip: PaperStrip) => void): () => void;
  /** The width of the paper from now on. */
  setColumns(columns: Columns): void;
  close(): Promise<void>;
}

interface VirtualPlace {
  readonly host: string;
  readonly port: number;
  readonly password: Buffer;
}

/** Listens on a free port of 127.0.0.1, so that only this computer reaches it. */
export async function openVirtualPrinter(columns: Columns = 32): Promise<VirtualPrinter> {
  const watchers = new Set<(strip: PaperStrip) => void>();
  const sockets = new Set<Socket>();
  const strangers = new Set<Socket>();
  const passwords = makePasswords();
  let width = columns;
  let strips: PaperStrip[] = [];
  let count = 0;

  const draw = (readers: PaperReaders, drawn: DrawnStrip) => {
    count += 1;
    const strip = { id: count, readers, ...drawn };
    strips = [...strips, strip].slice(-STRIPS_KEPT);
    for (const seen of watchers) seen(strip);
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    if (strangers.size >= STRANGERS_MAX) [...strangers][0]?.destroy();
    strangers.add(socket);
    socket.on('error', () => socket.destroy()); // a sender that vanished; 'close' follows
    socket.on('close', () => {
      sockets.delete(socket);
      strangers.delete(socket);
    });
    letIn(socket, passwords, (readers, first) => {
      strangers.delete(socket);
      takePaper(
        socket,
        first,
        () => width,
        (drawn) => draw(readers, drawn),
      );
    });
  });
  server.on('error', () => undefined); // no handle for one connection: its sender sees it closed
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const { port } = server.address() as AddressInfo; // a TCP server that listens has a port
  return {
    placeFor: (readers) => ({ host: '127.0.0.1', port, password: passwords[readers] }),
    strips: () => strips,
    tearOff: () => {
      strips = [];
    },
    onStrip: (seen) => {
      watchers.add(seen);
      return () => void watchers.delete(seen);
    },
    setColumns: (wanted) => {
      width = wanted;
    },
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

type Passwords = Readonly<Record<PaperReaders, Buffer>>;

function makePasswords(): Passwords {
  const make = () => randomBytes(PASSWORD_BYTES);
  return {
    'printing.read': make(),
    'shift.report': make(),
    'shift.see-expected': make(),
    'fees.read': make(),
  };
}

/**
 * Calls `then` with whose the password is and what follows it. It is compared whole, so that nobody
 * finds it byte by byte; a connection that begins with anything else is closed.
 */
function letIn(
  socket: Socket,
  passwords: Passwords,
  then: (readers: PaperReaders, first: Buffer) => void,
): void {
  let begun = Buffer.alloc(0);
  const tooLate = setTimeout(() => socket.destroy(), PASSWORD_MS);
  socket.on('close', () => clearTimeout(tooLate));
  const look = (chunk: Buffer) => {
    begun = Buffer.concat([begun, chunk]);
    if (begun.length < PASSWORD_BYTES) return;
    clearTimeout(tooLate);
    socket.off('data', look);
    const shown = begun.subarray(0, PASSWORD_BYTES);
    const found = PaperReaders.options.find((one) => timingSafeEqual(shown, passwords[one]));
    if (found) then(found, begun.subarray(PASSWORD_BYTES));
    else socket.destroy();
  };
  socket.on('data', look);
}

function takePaper(
  socket: Socket,
  first: Buffer,
  columns: () => Columns,
  draw: (strip: DrawnStrip) => void,
): void {
  const reader = makeEscposReader(columns, draw, () => socket.write(Buffer.from([STATUS_BITS])));
  let received = 0;
  const take = (chunk: Buffer) => {
    received += chunk.length;
    if (received > CONNECTION_BYTES_MAX) socket.destroy();
    else reader.write(chunk);
  };
  socket.setTimeout(SILENCE_MS, () => socket.destroy());
  socket.on('data', take);
  socket.on('end', () => reader.end()); // before our own end: the sender finds it drawn
  take(first);
}
