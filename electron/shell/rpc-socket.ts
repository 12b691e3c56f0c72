import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { callSocket } from '../../domain/system/carriers.ts';
import type { CallLine, LineCarrier } from './call-line.ts';

/** A catalog file comes over the line in one message, of 32.000.000 characters at most. */
const MESSAGE_BYTES_MAX = 40_000_000;
/** How long a screen whose line is ended has to close it. */
const CLOSE_MS_MAX = 1_000;
/** WebSocket close codes. Source: RFC 6455, 7.4.1. */
const GOING_AWAY = 1001;
const POLICY_VIOLATION = 1008;

/** The open WebSockets of a browser shell: one a screen. */
export interface RpcSockets {
  /** Takes over a request that has been found to be ours. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** How many screens are open now. */
  screens(): number;
  close(): void;
}

export interface RpcSocketOptions {
  /** A screen opened: answers its calls. */
  readonly openLine: (carrier: LineCarrier) => CallLine;
  /** A line that was ended, and why. */
  readonly onFault: (error: unknown) => void;
  /** A screen went; `screens()` no longer counts it. */
  readonly onScreenClosed: () => void;
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
    screens: () => server.clients.size,
    close: () => {
      for (const client of server.clients) client.close(GOING_AWAY, 'till closed');
      server.close();
    },
  };
}

function answerSocket(
  socket: WebSocket,
  { openLine, onFault, onScreenClosed }: RpcSocketOptions,
): void {
  const dropSoon = (): void => {
    const late = setTimeout(() => socket.terminate(), CLOSE_MS_MAX);
    socket.once('close', () => clearTimeout(late));
  };
  const line = openLine({
    // Whether it arrived is told by the socket's own end.
    send: (text) => new Promise((resolve) => socket.send(text, () => resolve())),
    end: (reason) => {
      onFault(`a screen's line was ended: ${reason}`);
      socket.close(POLICY_VIOLATION, reason);
      dropSoon();
    },
  });
  socket.on('message', (data, isBinary) => {
    line.receive(isBinary ? data : (data as Buffer).toString('utf8')); // ws: one Buffer a message
  });
  // A frame that is none, or too large; ws is closing the socket by then.
  socket.on('error', (error) => {
    onFault(error);
    dropSoon();
  });
  socket.on('close', () => {
    line.close();
    onScreenClosed();
  });
}
