import { type ChainTip, emptyTip } from '../../domain/journal/chain.ts';
import { checkRecord } from '../../domain/journal/check-record.ts';
import { publicKeyOf } from '../../node/crypto/keys.ts';
import { chainCrypto } from '../../node/crypto/signing.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact } from '../database/transact.ts';
import type { JournalSigner } from './append-act.ts';
import { hubRecordsFrom } from './journal-store.ts';

/** Records read at a time. */
const STEP = 500;

/** Whether the hub's own journal is as it was signed. */
export interface JournalCheck {
  readonly ok: boolean;
  readonly records: number;
  /** Position of the first bad record; null when none of them is bad. */
  readonly firstBad: number | null;
  /** English; empty when all is whole. */
  readonly reason: string;
}

/** Checks every record of the hub's journal as a till's are checked. @throws LapakError HUB_BUSY */
export async function verifyJournal(
  database: HubDatabase,
  { device, publicKey }: Pick<JournalSigner, 'device' | 'publicKey'>,
): Promise<JournalCheck> {
  const crypto = chainCrypto(publicKeyOf(publicKey));
  let before: ChainTip = emptyTip;
  let records = 0;
  const bad = (reason: string) => ({ ok: false, records, firstBad: records + 1, reason });
  for (;;) {
    const from = records + 1;
    const step = await transact(database, 'no-stall', (trx) => hubRecordsFrom(trx, from, STEP));
    for (const stored of step) {
      if (stored.position !== records + 1) return bad('a record is missing before it');
      const check = checkRecord(stored, { device, before, isSignatureChecked: true }, crypto);
      if ('reason' in check) return bad(check.reason);
      before = check.tip;
      records += 1;
    }
    if (step.length < STEP) break;
  }
  return records === 0
    ? bad('it has not begun')
    : { ok: true, records, firstBad: null, reason: '' };
}
