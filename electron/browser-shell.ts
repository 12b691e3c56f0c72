import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { LapakError } from '../domain/errors.ts';
import type { PlainTextKey } from '../domain/text.ts';
import { isSameProof, proveAnswer, proveRequest } from './shell/link-proof.ts';
import { plainPage } from './shell/plain-page.ts';
import { isOwnHost, isOwnOrigin, readCookie } from './shell/request-guard.ts';
import { openRpcSockets, type RpcSockets } from './shell/rpc-socket.ts';
import { securityHeaders } from './shell/security-headers.ts';
import { openSessions, randomKey, type Sessions } from './shell/session.ts';
import {
  cacheControl,
  findStaticFile,
  listStaticFiles,
  type StaticFiles,
} from './shell/static-files.ts';

export interface BrowserShellOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the bundled screen. */
  readonly rendererDir: string;
  /** Answers the calls of one screen. */
  readonly serve: (socket: WebSocket) => void;
  readonly onFault: (error: unknown) => void;
  readonly onScreenClosed: () => void;
}

/** The till as a web page on loopback. */
export interface BrowserShell {
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  /** What a second start on the same folder proves to know (shell/running-shell.ts). */
  readonly linkKey: string;
  /** @returns a link that opens one session, once. */
  newLink(): string;
  /** How many screens are open now. */
  screens(): number;
  close(): Promise<void>;
}

interface Shell {
  readonly port: number;
  readonly origin: string;
  readonly files: StaticFiles;
  readonly sessions: Sessions;
  readonly sockets: RpcSockets;
  readonly linkKey: string;
  readonly newLink: () => string;
}

/**
 * Serves the screen and its calls on 127.0.0.1 only. A one-time link opens a session; everything
 * else needs the cookie of a session, the shell's own Host and, to change anything, its own Origin.
 * @throws LapakError PORT_IN_USE
 */
export async function openBrowserShell(options: BrowserShellOptions): Promise<BrowserShell> {
  const files = listStaticFiles(options.rendererDir);
  const server = createServer();
  const port = await listen(server, options.port);
  const origin = `http://127.0.0.1:${port}`;
  const sessions = openSessions();
  const sockets = openRpcSockets(options);
  const newLink = () => `${origin}/?token=${sessions.newToken()}`;
  const shell: Shell = { port, origin, files, sessions, sockets, newLink, linkKey: randomKey() };
  server.on('request', (request, response) => {
    answer(shell, request, response).catch((error: unknown) => {
      options.onFault(error);
      response.destroy();
    });
  });
  server.on('upgrade', (request, socket, head) => upgrade(shell, request, socket, head));
  return {
    origin,
    linkKey: shell.linkKey,
    newLink,
    screens: sockets.screens,
    close: () => {
      sockets.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new LapakError('PORT_IN_USE', { port }) : error);
    });
    // A TCP server that listens has an AddressInfo; only pipes have a string.
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

async function answer(shell: Shell, request: IncomingMessage, response: ServerResponse) {
  request.resume(); // no request has a body that is read
  if (!isOwnHost(request, shell.port)) return respond(response, 403, 'shell.foreign');
  if (request.headers.origin && !isOwnOrigin(request))
    return respond(response, 403, 'shell.foreign');
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  if (request.method === 'POST' && path === '/links') {
    return sendLinks(shell, request, response);
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return respond(response, 405, 'shell.notFound');
  }
  const token = new URLSearchParams(query).get('token');
  if (token !== null) return redeem(shell, token, response);
  if (!hasSession(shell, request)) return respond(response, 403, 'shell.linkNeeded');
  return sendFile(shell, path, request.method, response);
}

function redeem(shell: Shell, token: string, response: ServerResponse) {
  const session = shell.sessions.redeem(token);
  if (session === null) return respond(response, 403, 'shell.linkUsed');
  response.writeHead(303, {
    ...securityHeaders,
    location: '/',
    'cache-control': 'no-store',
    'set-cookie': `${cookieName(shell)}=${session}; HttpOnly; SameSite=Strict; Path=/`,
  });
  response.end();
}

async function sendFile(shell: Shell, path: string, method: string, response: ServerResponse) {
  const file = findStaticFile(shell.files, path);
  if (!file) return respond(response, 404, 'shell.notFound');
  const body = await readFile(file.path);
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': file.contentType,
    'content-length': body.length,
    'cache-control': cacheControl(file),
  });
  response.end(method === 'HEAD' ? undefined : body);
}

// For `npm start` on a folder whose till already runs.
function sendLinks(shell: Shell, { headers }: IncomingMessage, response: ServerResponse) {
  const request = { origin: shell.origin, nonce: String(headers['lapak-nonce']) };
  const proof = String(headers['lapak-proof']);
  if (!isSameProof(proof, proveRequest(shell.linkKey, request))) {
    return respond(response, 403, 'shell.foreign');
  }
  const links = [shell.newLink(), shell.newLink()];
  response.writeHead(200, { ...securityHeaders, 'content-type': 'application/json' });
  response.end(JSON.stringify({ links, proof: proveAnswer(shell.linkKey, request, links) }));
}

function upgrade(shell: Shell, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const allowed =
    request.url === '/rpc' &&
    isOwnHost(request, shell.port) &&
    isOwnOrigin(request) &&
    hasSession(shell, request);
  if (allowed) return shell.sockets.upgrade(request, socket, head);
  socket.on('error', () => socket.destroy()); // the other side may be gone before the answer
  socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
}

function hasSession(shell: Shell, request: IncomingMessage): boolean {
  const session = readCookie(request, cookieName(shell));
  return session !== null && shell.sessions.has(session);
}

// Cookies do not tell ports apart: with the port in its name, two tills do not sign each other out.
function cookieName(shell: Shell): string {
  return `lapak-session-${shell.port}`;
}

function respond(response: ServerResponse, status: number, key: PlainTextKey): void {
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(plainPage(key));
}
