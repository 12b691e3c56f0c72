import { createHash, randomBytes } from 'node:crypto';

const LINKS_MAX = 8;
const SESSIONS_MAX = 64;

/** Who may speak to the browser shell: a link's token opens a session, once. */
export interface Sessions {
  /** @returns a token for one link; the newest eight unused ones are good. */
  newToken(): string;
  /** Uses a token up. @returns the session that it opened, or null for a used or unknown token. */
  redeem(token: string): string | null;
  has(session: string): boolean;
}

/** 256 random bits, as 43 letters that need no escaping in a URL or a cookie. */
export function randomKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Sessions live as long as the shell; nothing of them is written to disk. */
export function openSessions(): Sessions {
  const tokens = new Set<string>();
  const sessions = new Set<string>();
  return {
    newToken: () => add(tokens, LINKS_MAX),
    redeem: (token) => (tokens.delete(digest(token)) ? add(sessions, SESSIONS_MAX) : null),
    has: (session) => sessions.has(digest(session)),
  };
}

// Kept and compared as digests, so the time of a look-up says nothing about the key itself.
function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64');
}

function add(digests: Set<string>, max: number): string {
  const key = randomKey();
  digests.add(digest(key));
  const [oldest] = digests; // a Set keeps the order of arrival
  if (digests.size > max && oldest) digests.delete(oldest);
  return key;
}
