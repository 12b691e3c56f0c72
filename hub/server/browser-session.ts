import type { FastifyReply, FastifyRequest } from 'fastify';
import { LapakError } from '../../domain/errors.ts';
import { SESSION_LIFE_MS } from '../../domain/people/contract.ts';
import type { Hub } from '../hub.ts';
import { seeSession } from '../people/sessions.ts';
import { isToken } from '../people/token.ts';

/** Of the cookies of that name so many are looked at. */
const TOKENS_MAX = 5;

/** Stands for a session in a browser. */
export const SESSION_COOKIE = 'lapak-session';

/** What a call has to do with the browser that makes it. */
export interface CallingBrowser {
  /** Whether a page of this hub asks, or no page at all. */
  readonly isOwnPage: boolean;
  /** What its cookies carry that may stand for a session. */
  readonly tokens: readonly string[];
  /** Gives it the token of a session to keep; null takes it away. */
  keep(token: string | null): void;
}

/** The browser that makes a request to the hub at `origin`. */
export function browserOf(
  request: FastifyRequest,
  reply: FastifyReply,
  origin: string,
): CallingBrowser {
  return {
    isOwnPage: !isForeign(request, origin),
    tokens: tokensIn(request.headers.cookie ?? ''),
    keep: (token) => void reply.header('set-cookie', cookieOf(token, origin)),
  };
}

/**
 * Who is signed in in a browser, before the body of its call is read. A page of another origin
 * makes no call, and one that changes something says that it comes from a page of this hub.
 * Source: OWASP, Cross-Site Request Forgery Prevention, "Fetch Metadata" and "Verifying Origin".
 * @throws LapakError SIGN_IN_NEEDED
 */
export async function findAdministrator(
  hub: Pick<Hub, 'database' | 'clock'>,
  request: FastifyRequest,
  browser: CallingBrowser,
): Promise<string> {
  const isRead = request.method === 'GET';
  const isAllowed = browser.isOwnPage && (isRead || isByPage(request));
  for (const token of isAllowed ? browser.tokens : []) {
    const seen = await seeSession(hub, token);
    if (seen?.isProlonged) browser.keep(token);
    if (seen) return seen.administrator;
  }
  throw new LapakError('SIGN_IN_NEEDED', {});
}

/** Whether the headers that a browser sets itself tell of a page of another origin. */
function isForeign({ headers }: FastifyRequest, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'; // typed by a person
  return headers.origin !== undefined && headers.origin !== origin;
}

/** Whether a page asks at all; which one, isForeign() has seen. */
function isByPage({ headers }: FastifyRequest): boolean {
  return headers['sec-fetch-site'] === 'same-origin' || headers.origin !== undefined;
}

/** Another page of the domain can put one of the same name before it. Source: RFC 6265 §8.6. */
function tokensIn(cookies: string): string[] {
  const pairs = cookies.split(';').map((pair) => pair.trim().split('=', 2));
  const own = pairs.flatMap(([name, value = '']) => (name === SESSION_COOKIE ? [value] : []));
  return own.filter(isToken).slice(0, TOKENS_MAX);
}

/** Source: RFC 6265 §4.1. */
function cookieOf(token: string | null, origin: string): string {
  const lifeSeconds = token === null ? 0 : SESSION_LIFE_MS / 1_000;
  const secure = origin.startsWith('https:') ? '; Secure' : '';
  const fixed = `Path=/; HttpOnly; SameSite=Strict${secure}`;
  return `${SESSION_COOKIE}=${token ?? ''}; Max-Age=${lifeSeconds}; ${fixed}`;
}
