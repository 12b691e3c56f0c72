import type { IncomingMessage } from 'node:http';
import { callSocket } from '../../domain/system/carriers.ts';

const HOSTS = ['127.0.0.1', 'localhost'] as const;

/**
 * Whether a request names this shell as its host. A page that points its own domain at 127.0.0.1
 * (DNS rebinding) names that domain instead.
 */
export function isOwnHost(request: IncomingMessage, port: number): boolean {
  return HOSTS.some((host) => request.headers.host === `${host}:${port}`);
}

/** Whether the page that sent the request is ours: of this host and this port. */
export function isOwnOrigin(request: IncomingMessage): boolean {
  return request.headers.origin === `http://${request.headers.host}`;
}

/** @returns a header's value; empty where it is missing. */
export function readHeader({ headers }: IncomingMessage, name: string): string {
  return String(headers[name] ?? '');
}

/** @returns the key that a WebSocket's page offered beside our protocol; empty without one. */
export function readOfferedKey(request: IncomingMessage): string {
  const offered = readHeader(request, 'sec-websocket-protocol').split(',');
  const [protocol, key = ''] = offered.map((name) => name.trim());
  return protocol === callSocket.protocol ? key : '';
}
