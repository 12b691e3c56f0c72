import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** The open connections of a server, also those that it forgets once they are upgraded. */
export interface Connections {
  /**
   * Closes the server: its requests at once, a WebSocket when its page has answered its closing
   * or CLOSE_MS_MAX have passed. A frozen page never answers, and a slow reader never takes its
   * last byte.
   */
  close(): Promise<void>;
}

const CLOSE_MS_MAX = 1_000;
/** How long a refused client has to take its refusal. */
const REFUSAL_MS_MAX = 1_000;

/** Keeps count of a server's connections; call before it listens. */
export function keepConnections(server: Server): Connections {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return {
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      const late = setTimeout(() => {
        for (const socket of open) socket.destroy();
      }, CLOSE_MS_MAX);
      await closed;
      clearTimeout(late);
    },
  };
}

/** Refuses an upgrade and drops the connection, though the client may never close its half. */
export function refuse(socket: Duplex): void {
  const late = setTimeout(() => socket.destroy(), REFUSAL_MS_MAX);
  socket.once('close', () => clearTimeout(late));
  socket.on('error', () => socket.destroy()); // it may be gone before the answer
  const answer = 'HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n';
  socket.end(answer, () => socket.destroy());
}
