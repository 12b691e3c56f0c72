import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { Columns, PaperStrip } from '../../../domain/printing/printer.ts';
import { makeEscposReader, type DrawnStrip } from './escpos-reader.ts';

/** Strips kept; older ones are thrown away. */
export const STRIPS_KEPT = 50;

const CONNECTIONS_MAX = 8;
const SILENCE_MS = 30_000;
/** Far above any receipt; what sends more is not printing one. */
const CONNECTION_BYTES_MAX = 4_000_000;

/** A printer made of pixels: takes bytes on a port as a network printer does, and draws them. */
export interface VirtualPrinter {
  readonly port: number;
  /** The newest strips, oldest first. */
  strips(): readonly PaperStrip[];
  /** Calls `seen` for each new strip. @returns what ends that. */
  onStrip(seen: (strip: PaperStrip) => void): () => void;
  /** The width of the paper from now on. */
  setColumns(columns: Columns): void;
  close(): Promise<void>;
}

/** Listens on a free port of 127.0.0.1, so that only this computer reaches it. */
export async function openVirtualPrinter(columns: Columns = 32): Promise<VirtualPrinter> {
  const watchers = new Set<(strip: PaperStrip) => void>();
  const sockets = new Set<Socket>();
  let width = columns;
  let strips: PaperStrip[] = [];
  let count = 0;

  const draw = (drawn: DrawnStrip) => {
    count += 1;
    const strip = { id: count, ...drawn };
    strips = [...strips, strip].slice(-STRIPS_KEPT);
    for (const seen of watchers) seen(strip);
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    takePaper(socket, () => width, draw);
    socket.on('close', () => sockets.delete(socket));
  });
  server.maxConnections = CONNECTIONS_MAX;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    port: (server.address() as AddressInfo).port, // a TCP server that listens has a port
    strips: () => strips,
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

function takePaper(
  socket: Socket,
  columns: () => Columns,
  draw: (strip: DrawnStrip) => void,
): void {
  const reader = makeEscposReader(columns, draw);
  let received = 0;
  socket.setTimeout(SILENCE_MS, () => socket.destroy());
  socket.on('data', (chunk) => {
    received += chunk.length;
    if (received > CONNECTION_BYTES_MAX) socket.destroy();
    else reader.write(chunk);
  });
  socket.on('error', () => socket.destroy()); // a sender that vanished; 'close' follows
  socket.on('end', () => reader.end()); // before our own end: the sender finds it drawn
}
