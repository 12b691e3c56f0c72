import { type Signed, SignatureProof } from '../../domain/audit/signature-proof.ts';
import { prevOf, readHead } from '../../domain/journal/check-head.ts';
import { BATCH_RECORDS_MAX } from '../../domain/sync/contract.ts';
import { publicKeyOf } from '../../node/crypto/keys.ts';
import { isSignedRecord } from '../../node/crypto/signing.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { transact } from '../database/transact.ts';
import type { EnrolledDevice } from '../enrolment/device-store.ts';
import type { Dates } from '../reports/stall-store.ts';
import { type Part, type SignedRow, signedRowsFrom } from './pack-store.ts';

/** Records read at a time. */
const STEP = 500;

/** A device, and how many records it has. */
interface SizedDevice {
  readonly row: EnrolledDevice;
  readonly size: number;
}

/**
 * A part made longer until it proves who signed each of its records: a wrong signature is made good
 * by a record behind it. What a till that lies has proved in another order is proved by all of it.
 * @throws LapakError HUB_BUSY
 */
export async function provedPart(
  database: HubDatabase,
  { row, size }: SizedDevice,
  part: Part,
  { to }: Pick<Dates, 'to'>,
): Promise<Part> {
  const proof = new SignatureProof<Signed>(() => {}); // how many are proved is for who checks
  const last = Math.min(part.end + BATCH_RECORDS_MAX, size);
  for (let { first } = part; first < last; first += STEP) {
    const step = { first, end: Math.min(first + STEP, last) };
    const rows = await transact(database, row, (trx) => signedRowsFrom(trx, row, step));
    for (const { idx, date, isOwn, ...record } of goodOf(rows, row.publicKey)) {
      if (record.reason !== 'not-authentic') proof.take(record);
      const mayEnd = idx + 1 === size || (idx + 1 >= part.end && date > to);
      // One that only a record behind it makes good is no end.
      if (mayEnd && proof.unproved().next().done === true && isOwn()) {
        return { first: part.first, end: idx + 1 };
      }
    }
  }
  return { first: 0, end: size };
}

/** Of each row whether it is signed: the newest signature proves what is linked to it. */
function goodOf(rows: readonly SignedRow[], publicKey: Buffer) {
  const key = publicKeyOf(publicKey);
  let named: string | null = null;
  return rows
    .toReversed()
    .map(({ idx, date, reason, head, signature, ...row }) => {
      const leaf = row.leaf.toString('hex');
      const prev = prevOf(readHead(head.toString('utf8')));
      const isOwn = () => reason === 'not-authentic' || isSignedRecord(key, head, signature);
      const isSigned = reason !== 'not-authentic' && (leaf === named || isOwn());
      named = isSigned ? prev : null;
      return { idx, date, reason, leaf, prev, isSigned, isOwn };
    })
    .toReversed();
}
