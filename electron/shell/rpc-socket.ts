import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { callSocket } from '../../domain/system/carriers.ts';
import type { PageConnection, Carrier } from './page-connection.ts';

/** A catalog file comes over the connection in one message, of 32.000.000 characters at most. */
const MESSAGE_BYTES_MAX = 40_000_000;
/** How long a page whose connection is ended has to close it. */
const CLOSE_MS_MAX = 1_000;
/** WebSocket close codes. Source: RFC 6455, 7.4.1. */
const GOING_AWAY = 1001;
const POLICY_VIOLATION = 1008;

/** The open WebSockets of a browser shell: one a page. */
export interface RpcSockets {
  /** Takes over a request that has been found to be ours. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** How many pages are connected now. */
  pages(): number;
  close(): void;
}

export interface RpcSocketOptions {
  /** A page opened: answers its calls. */
  readonly openConnection: (carrier: Carrier) => PageConnection;
  /** A connection that was ended, and why. */
  readonly onFault: (error: unknown) => void;
  /** A page went; `pages()` no longer counts it. */
  readonly onPageClosed: () => void;
}

/** Carries calls over WebSockets. No compression: on loopback it would only cost time. */
export function openRpcSockets(options: RpcSocketOptions): RpcSockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
    handleProtocols: () => callSocket.protocol, // the other one offered is a key
  });
  server.on('connection', (socket: WebSocket) => answerSocket(socket, options));
  return {
    upgrade: (request, socket, head) => {
      server.handleUpgrade(request, socket, head, (open) => server.emit('connection', open));
    },
    pages: () => server.clients.size,
    close: () => {
      for (const client of server.clients) client.close(GOING_AWAY, 'till closed');
      server.close();
    },
  };
}

function answerSocket(
  socket: WebSocket,
  { openConnection, onFault, onPageClosed }: RpcSocketOptions,
): void {
  const dropSoon = (): void => {
    const late = setTimeout(() => socket.terminate(), CLOSE_MS_MAX);
    socket.once('close', () => clearTimeout(late));
  };
  const connection = openConnection({
    // Whether it arrived is told by the socket's own end.
    send: (text) => new Promise((resolve) => socket.send(text, () => resolve())),
    end: (reason) => {
      onFault(`a page's connection was ended: ${reason}`);
      socket.close(POLICY_VIOLATION, reason);
      dropSoon();
    },
  });
  socket.on('message', (data, isBinary) => {
    // ws gives a message as one Buffer.
    connection.receive(isBinary ? data : (data as Buffer).toString('utf8'));
  });
  // A frame that is none, or too large; ws is closing the socket by then.
  socket.on('error', (error) => {
    onFault(error);
    dropSoon();
  });
  socket.on('close', () => {
    connection.close();
    onPageClosed();
  });
}
