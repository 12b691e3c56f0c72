import { LapakError } from '../../domain/errors.ts';
import { SESSION_LIFE_MS } from '../../domain/people/contract.ts';
import { transact } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { appendAct } from '../journal/append-act.ts';
import { ADMINISTRATOR } from './administrator.ts';
import { takeLink } from './link-store.ts';
import {
  deleteEndedSessions,
  deleteSession,
  findSession,
  insertSession,
  prolongSession,
} from './session-store.ts';
import { hashOfToken, isToken, makeToken, nameOfLink } from './token.ts';

/** A session is written on at most so often, however much is asked in it. ms */
const PROLONG_MS = 60_000;

type Parts = Pick<Hub, 'database' | 'clock'>;

/** To sign somebody in or out, which the hub's journal has. */
type Signing = Parts & Pick<Hub, 'identity'>;

/** What a browser is known by after a call. */
export interface Seen {
  readonly administrator: string;
  /** Whether its session lasts on from this call, and its cookie has to. */
  readonly isProlonged: boolean;
}

/**
 * Opens a session by the token of a link, which is used up by it.
 * @returns the token of the session, which only the browser keeps
 * @throws LapakError LINK_WRONG
 */
export function signIn(hub: Signing & Pick<Hub, 'random'>, linkToken: string): Promise<string> {
  const nowMs = hub.clock();
  const token = makeToken(hub);
  const link = hashOfToken(linkToken);
  return transact(hub.database, 'no-stall', async (trx) => {
    if (!(await takeLink(trx, link, nowMs))) {
      throw new LapakError('LINK_WRONG', {});
    }
    await deleteEndedSessions(trx, nowMs);
    const expiresAtMs = nowMs + SESSION_LIFE_MS;
    const session = { administrator: ADMINISTRATOR, expiresAtMs };
    await insertSession(trx, hashOfToken(token), session, nowMs);
    const act = { act: 'sign-in', by: ADMINISTRATOR, subject: ADMINISTRATOR } as const;
    await appendAct(trx, hub.identity, { ...act, note: nameOfLink(link) }, nowMs);
    return token;
  });
}

/** Who is signed in by this token, which lets the session last on; undefined for nobody. */
export async function seeSession(hub: Parts, token: string): Promise<Seen | undefined> {
  if (!isToken(token)) return undefined;
  const nowMs = hub.clock();
  const hash = hashOfToken(token);
  const found = await findSession(hub.database.db, hash, nowMs);
  if (!found) return undefined;
  const { administrator, seenAtMs } = found;
  const isProlonged = nowMs - seenAtMs >= PROLONG_MS;
  if (isProlonged) {
    const expiresAtMs = nowMs + SESSION_LIFE_MS;
    await transact(hub.database, 'no-stall', (trx) =>
      prolongSession(trx, hash, { nowMs, expiresAtMs }),
    );
  }
  return { administrator, isProlonged };
}

/** Ends the session of this token, where there is one. */
export function signOut(hub: Signing, token: string): Promise<void> {
  const nowMs = hub.clock();
  return transact(hub.database, 'no-stall', async (trx) => {
    if (!(await deleteSession(trx, hashOfToken(token)))) return;
    const act = { act: 'sign-out', by: ADMINISTRATOR, subject: ADMINISTRATOR } as const;
    await appendAct(trx, hub.identity, act, nowMs);
  });
}
