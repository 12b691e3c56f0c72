import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { callSocket } from '../../domain/system/carriers.ts';

/** A catalog file comes over the line in one message; a product row is about 100 bytes. */
const MESSAGE_BYTES_MAX = 40_000_000;

/** The open WebSockets of a browser shell: one a screen. */
export interface RpcSockets {
  /** Takes over a request that has been found to be ours. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** How many screens are open now. */
  screens(): number;
  close(): void;
}

export interface RpcSocketOptions {
  /** Answers the calls that arrive on the socket. */
  readonly serve: (socket: WebSocket) => void;
  /** A socket that broke or a message that was no message; the socket is closed by then. */
  readonly onFault: (error: Error) => void;
  /** A screen went; `screens()` no longer counts it. */
  readonly onScreenClosed: () => void;
}

/** Carries oRPC over WebSockets. No compression: on loopback it would only cost time. */
export function openRpcSockets(options: RpcSocketOptions): RpcSockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
    handleProtocols: () => callSocket.protocol, // the other one offered is a key
  });
  server.on('connection', (socket: WebSocket) => {
    socket.on('error', options.onFault);
    socket.on('close', options.onScreenClosed);
    options.serve(socket);
  });
  return {
    upgrade: (request, socket, head) => {
      server.handleUpgrade(request, socket, head, (open) => server.emit('connection', open));
    },
    screens: () => server.clients.size,
    close: () => {
      for (const client of server.clients) client.close(1001, 'till closed');
      server.close();
    },
  };
}
