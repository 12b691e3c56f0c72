import { createHash, randomBytes } from 'node:crypto';

const LINKS_MAX = 8;
const SESSIONS_MAX = 64;
/** A page makes its key of at least 122 random bits (a UUID). */
const KEY = /^[\w-]{36,64}$/;

/** Who may speak to the browser shell: a link's token makes the key of one page good, once. */
export interface Sessions {
  /** @returns a token for one link; the newest eight unused ones are good. */
  newToken(): string;
  /** Uses a token up. @returns whether the key is good now: not by a used or unknown token */
  redeem(token: string, key: string): boolean;
  has(key: string): boolean;
}

/** 256 random bits, as 43 letters that need no escaping in a URL. */
export function randomKey(): string {
  return randomBytes(32).toString('base64url');
}

/** Sessions live as long as the shell; nothing of them is written to disk. */
export function openSessions(): Sessions {
  const tokens = new Set<string>();
  const keys = new Set<string>();
  return {
    newToken: () => {
      const token = randomKey();
      add(tokens, token, LINKS_MAX);
      return token;
    },
    redeem: (token, key) => {
      if (!KEY.test(key) || !tokens.delete(digest(token))) return false;
      add(keys, key, SESSIONS_MAX);
      return true;
    },
    has: (key) => keys.has(digest(key)),
  };
}

// Kept and compared as digests, so the time of a look-up says nothing about the key itself.
function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64');
}

function add(digests: Set<string>, key: string, max: number): void {
  digests.add(digest(key));
  const [oldest] = digests; // a Set keeps the order of arrival
  if (digests.size > max && oldest) digests.delete(oldest);
}
