import { type Envelope, readItem } from '../../../domain/down/item.ts';
import { type JournalRecord, RecordHead } from '../../../domain/journal/record.ts';
import { checkRecord } from '../../../domain/journal/check-record.ts';
import { deviceName, publicKeyOf } from '../../../node/crypto/keys.ts';
import { chainCrypto, leafOf } from '../../../node/crypto/signing.ts';
import type { Tx } from '../database/run.ts';
import type { EnrolledHub } from '../sync/hub-store.ts';
import { bodyAt, findTold, keepTold, toldMall } from './told-store.ts';

/** Why a record of fees is not counted. Its words are `fees.doubt.*`. */
type ToldFault =
  /** Signature, hash, form: it is not what the hub of this till signed. */
  | 'unproven'
  /** Of another stall or mall. */
  | 'elsewhere'
  /** Another record stands in its place of the hub's journal. */
  | 'place-taken';

/** Whether the record of fees that this item brought was proven before. */
export function isProven(tx: Tx, item: string): boolean {
  return findTold(tx, item)?.fault === null;
}

/**
 * Looks at a record of fees as it comes, and keeps what that came to: signed by the hub that this
 * till is enrolled at, its body the one that the head names, of this stall or of its mall.
 * @returns why it is not counted; null where it is
 */
export function takeToldFee(tx: Tx, hub: EnrolledHub, item: Envelope): ToldFault | null {
  const given = readItem('fee-record', item);
  const position = given?.position ?? 0;
  const record = given && provenRecord(hub, given);
  const doubted = { item: item.id, position, epoch: null, seq: null, by: '', at_ms: 0, body: '' };
  const fault = record?.type === 'fee' ? faultOf(tx, hub, record) : 'unproven';
  if (fault !== null || record?.type !== 'fee') {
    keepTold(tx, { ...doubted, fault });
    return fault;
  }
  const { epoch, seq, cashier: by, at } = record.head;
  const body = JSON.stringify(record.body);
  const there = bodyAt(tx, epoch, seq);
  if (there === body) return null; // told again by another item
  if (there !== undefined) {
    keepTold(tx, { ...doubted, fault: 'place-taken' });
    return 'place-taken';
  }
  keepTold(tx, { item: item.id, position, epoch, seq, by, at_ms: at, body, fault: null });
  return null;
}

function faultOf(
  tx: Tx,
  { stall: { code } }: EnrolledHub,
  { body: { mall, stall } }: Extract<JournalRecord, { type: 'fee' }>,
): ToldFault | null {
  if (stall !== undefined && stall !== code) return 'elsewhere';
  const known = toldMall(tx, code);
  return known !== undefined && known !== mall ? 'elsewhere' : null;
}

/** The record, where it is one that the hub signed as it stands here. */
function provenRecord(
  { publicKey }: EnrolledHub,
  { head, body, signature }: { readonly head: string; readonly body: string; signature: string },
): JournalRecord | undefined {
  const bytes = { head: Buffer.from(head, 'utf8'), body: Buffer.from(body, 'utf8') };
  const parsed = RecordHead.safeParse(parseJson(head)).data;
  if (!parsed) return undefined;
  const { epoch, seq, type } = parsed;
  const signed = { leaf: leafOf(bytes.head), signature: Buffer.from(signature, 'base64') };
  const checked = checkRecord(
    { epoch, seq, type, ...bytes, ...signed },
    { device: deviceName(publicKey), before: null, isSignatureChecked: true },
    chainCrypto(publicKeyOf(publicKey)),
  );
  return 'record' in checked ? checked.record : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
