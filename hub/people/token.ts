import { createHash } from 'node:crypto';
import { LinkToken } from '../../domain/people/contract.ts';
import type { Hub } from '../hub.ts';

const TOKEN_BYTES = 32;

/** 256 bits that nobody can guess, as base64url. */
export function makeToken({ random }: Pick<Hub, 'random'>): string {
  return random(TOKEN_BYTES).toString('base64url');
}

/** What the database has of a token: of 256 random bits no salt is needed. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** By which the hub's journal tells the link of a sign-in: nobody comes from it to the token. */
export function nameOfLink(hash: Buffer): string {
  return hash.toString('hex', 0, 8);
}

/** Whether a text has the form of a token. */
export function isToken(text: string): boolean {
  return LinkToken.safeParse(text).success;
}
