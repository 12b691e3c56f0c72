import { createHash } from 'node:crypto';
import {
  CODE_LIFE_MS,
  codeOf,
  type EnrolmentCode,
  type HubKeyName,
} from '../../domain/enrolment/code.ts';
import { LapakError } from '../../domain/errors.ts';
import type { StallName } from '../../domain/sync/place.ts';
import { hubKeyName } from '../../node/crypto/keys.ts';
import { transact } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { appendAct } from '../journal/append-act.ts';
import { findStall } from '../organisation/stall-store.ts';
import { deleteUnusedCodes, insertCode } from './code-store.ts';

/** 80 bits. */
const CODE_BYTES = 10;

/** A code that was just made: it is told once, and kept nowhere. */
export interface MadeCode {
  readonly code: EnrolmentCode;
  /** Of this hub, by which the till knows that it has met it. */
  readonly keyName: HubKeyName;
  readonly expiresAtMs: number;
  readonly stall: StallName;
}

/**
 * A one-time code by which one till of a stall enrols.
 * @param by pseudonym of who makes it
 * @throws LapakError STALL_UNKNOWN
 */
export function makeEnrolmentCode(
  hub: Pick<Hub, 'database' | 'clock' | 'random' | 'identity'>,
  stallCode: string,
  by: string,
): Promise<MadeCode> {
  const nowMs = hub.clock();
  const code = codeOf(hub.random(CODE_BYTES));
  const expiresAtMs = nowMs + CODE_LIFE_MS;
  return transact(hub.database, 'every-stall', async (trx) => {
    const stall = await findStall(trx, stallCode);
    if (!stall) throw new LapakError('STALL_UNKNOWN', { stall: stallCode });
    await deleteUnusedCodes(trx, nowMs);
    await insertCode(trx, hashOfCode(code), { stall: stall.code, expiresAtMs }, nowMs);
    const act = { act: 'code-make', by, subject: stall.code } as const;
    await appendAct(trx, hub.identity, act, nowMs);
    return { code, keyName: hubKeyName(hub.identity.publicKey), expiresAtMs, stall };
  });
}

/** What the database has of a code: of 80 random bits no salt is needed. */
export function hashOfCode(code: EnrolmentCode): Buffer {
  return createHash('sha256').update(code).digest();
}
