import { LINK_LIFE_MS } from '../../domain/people/contract.ts';
import { transact } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { appendAct, THE_PROGRAM } from '../journal/append-act.ts';
import { ADMINISTRATOR } from './administrator.ts';
import { deleteUnusedLinks, insertLink } from './link-store.ts';
import { hashOfToken, makeToken, nameOfLink } from './token.ts';

/** What a link carries: it is told once, and kept nowhere. */
export interface MadeLink {
  readonly token: string;
  readonly expiresAtMs: number;
}

/** A link by which an administrator signs in: once, and within fifteen minutes. */
export function makeLink(
  hub: Pick<Hub, 'database' | 'identity' | 'clock' | 'random'>,
): Promise<MadeLink> {
  const nowMs = hub.clock();
  const token = makeToken(hub);
  const hash = hashOfToken(token);
  const expiresAtMs = nowMs + LINK_LIFE_MS;
  return transact(hub.database, 'no-stall', async (trx) => {
    await deleteUnusedLinks(trx, nowMs);
    await insertLink(trx, hash, expiresAtMs);
    const act = { act: 'link-make', by: THE_PROGRAM, subject: ADMINISTRATOR } as const;
    await appendAct(trx, hub.identity, { ...act, note: nameOfLink(hash) }, nowMs);
    return { token, expiresAtMs };
  });
}

/** Where a browser is led: what stands behind # goes over no wire. */
export function linkTo(url: string, { token }: MadeLink): string {
  return `${url}/#token=${token}`;
}
