import type { IncomingMessage } from 'node:http';

const HOSTS = ['127.0.0.1', 'localhost'] as const;

/**
 * Whether a request names this shell as its host. A page that points its own domain at 127.0.0.1
 * (DNS rebinding) names that domain instead.
 */
export function isOwnHost(request: IncomingMessage, port: number): boolean {
  return HOSTS.some((host) => request.headers.host === `${host}:${port}`);
}

/**
 * Whether the page that sent the request is ours. Cookies do not tell ports apart, so a page of
 * another local server would carry our cookie; its origin gives it away.
 */
export function isOwnOrigin(request: IncomingMessage): boolean {
  return request.headers.origin === `http://${request.headers.host}`;
}

/** @returns the value of a cookie, or null. */
export function readCookie(request: IncomingMessage, name: string): string | null {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  const found = pairs.find((pair) => pair.startsWith(`${name}=`));
  return found?.slice(name.length + 1) ?? null;
}
