import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LapakError } from '../domain/errors.ts';
import { browserSession, callSocket } from '../domain/system/carriers.ts';
import { keepConnections, refuse } from './shell/connections.ts';
import { answerRequest, type RouteParts } from './shell/http-routes.ts';
import { isOwnHost, isOwnOrigin, readOfferedKey } from './shell/request-guard.ts';
import { openRpcSockets, type RpcSocketOptions } from './shell/rpc-socket.ts';
import { openSessions, randomKey } from './shell/session.ts';
import { listStaticFiles } from '../node/page/static-files.ts';

export interface BrowserShellOptions extends RpcSocketOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the bundled screen. */
  readonly rendererDir: string;
}

/** The till as a web page on loopback. */
export interface BrowserShell {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** What a second start on the same folder proves to know (shell/running-shell.ts). */
  readonly linkKey: string;
  /** @returns a link that opens one session, once. */
  newLink(): string;
  /** How many pages are connected now. */
  pages(): number;
  /** Takes at most two seconds, whoever holds on to a connection. */
  close(): Promise<void>;
}

/** Tabs that show this till at once. */
const PAGES_MAX = 16;
/** Whoever sends or takes nothing for so long is cut off; not a page, which may be idle. */
const IDLE_MS_MAX = 30_000;
/** Of all kinds; the book and the printer need file handles too. */
const CONNECTIONS_MAX = 256;
/**
 * Cookies that other servers of this computer gave the browser come along with each request: 180
 * of 4 KB at most, in Chromium. None is read.
 */
const HEADER_BYTES_MAX = 1_000_000;

/**
 * Serves the screen and its calls on 127.0.0.1 only. The screen's files are the program, which
 * anybody may have; its calls need a session, which the token of a one-time link opens for one
 * page, and the shell's own Host and Origin.
 * @throws LapakError PORT_IN_USE
 */
export async function openBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const files = listStaticFiles(options.rendererDir);
  const server = createServer({ maxHeaderSize: HEADER_BYTES_MAX, requestTimeout: IDLE_MS_MAX });
  server.setTimeout(IDLE_MS_MAX);
  server.maxConnections = CONNECTIONS_MAX;
  const connections = keepConnections(server);
  const port = await listen(server, options.port);
  const origin = `http://127.0.0.1:${port}`;
  const sessions = openSessions();
  const sockets = openRpcSockets(options);
  const newLink = () => `${origin}/#${browserSession.tokenName}=${sessions.newToken()}`;
  const parts: RouteParts = { port, origin, files, sessions, newLink, linkKey: randomKey() };
  server.on('request', (request, response) => {
    answerRequest(parts, request, response).catch((error: unknown) => {
      options.onFault(error);
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => {
    const isFull = sockets.pages() >= PAGES_MAX;
    if (!isFull && mayCall(parts, request)) sockets.upgrade(request, socket, head);
    else refuse(socket);
  });
  return {
    origin,
    linkKey: parts.linkKey,
    newLink,
    pages: sockets.pages,
    close: () => {
      sockets.close();
      return connections.close();
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    // It stays: a later one (no handle for a connection) would otherwise end the till.
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new LapakError('PORT_IN_USE', { port }) : error);
    });
    // A TCP server that listens has an AddressInfo; only pipes have a string.
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function mayCall({ port, sessions }: RouteParts, request: IncomingMessage): boolean {
  return (
    request.url === callSocket.path &&
    isOwnHost(request, port) &&
    isOwnOrigin(request) &&
    sessions.has(readOfferedKey(request))
  );
}
