import type { KeyObject } from 'node:crypto';
import { assert } from '../../domain/assert.ts';
import type { HubAct } from '../../domain/hub-program/acts.ts';
import { canonicalJson } from '../../domain/journal/canonical.ts';
import { type ChainTip, emptyTip, nextHead, tipAfter } from '../../domain/journal/chain.ts';
import { parseRecord, type RecordDraft, RecordHead } from '../../domain/journal/record.ts';
import { HUB_PROGRAM } from '../../domain/journal/values.ts';
import { businessDate, type UtcMs, zones } from '../../domain/time.ts';
import { makeSalt } from '../../node/crypto/salt.ts';
import { hashOf, leafOf, signRecord } from '../../node/crypto/signing.ts';
import type { Tx } from '../database/transact.ts';
import { lockHub } from '../system/hub-store.ts';
import { type HubRecord, insertHubRecords, newestHubRecord } from './journal-store.ts';

/** Who signs the hub's journal. */
export interface JournalSigner {
  /** 32 hex digits of the SHA-256 of its public key. */
  readonly device: string;
  /** Raw Ed25519 public key, 32 bytes. */
  readonly publicKey: Buffer;
  readonly key: KeyObject;
}

/** The program itself, where nobody signed in did it. */
export const THE_PROGRAM = HUB_PROGRAM;

/** Something that was done at the hub. Names of people never go in. */
export interface ActAtHub {
  readonly act: HubAct;
  /** Pseudonym of who did it: `pengelola-1`, or the program. */
  readonly by: string;
  /** What it was done to: a device, the code of a stall. */
  readonly subject: string;
  readonly note?: string;
  readonly changes?: readonly {
    readonly field: string;
    readonly from: string;
    readonly to: string;
  }[];
}

const VERSION_OF_PROGRAM = 'lapak-hub 0.1.0';

/** Begins the journal with the key that signs it, where it has not begun. */
export async function beginJournal(trx: Tx, signer: JournalSigner, nowMs: UtcMs): Promise<void> {
  const head = { ...stampOf(THE_PROGRAM, nowMs), publicKey: signer.publicKey.toString('hex') };
  const body = { software: VERSION_OF_PROGRAM };
  await appendRecords(trx, signer, [{ type: 'start', head, body }]);
}

/** Appends an act to the hub's journal, in the transaction that does it: one process at a time. */
export async function appendAct(
  trx: Tx,
  signer: JournalSigner,
  { act, by, subject, note = '', changes = [] }: ActAtHub,
  nowMs: UtcMs,
): Promise<void> {
  const body = { act, subject, note, changes: [...changes] };
  await appendRecords(trx, signer, [{ type: 'act', head: stampOf(by, nowMs), body }]);
}

/**
 * Appends records in their order, in the transaction that does what they say: one process at a
 * time.
 * @returns each as it was signed
 */
export async function appendRecords(
  trx: Tx,
  signer: JournalSigner,
  drafts: readonly RecordDraft[],
): Promise<HubRecord[]> {
  await lockHub(trx);
  const newest = await newestHubRecord(trx);
  let tip = tipOf(newest);
  const records = drafts.map((draft, at) => {
    const { record, after } = signNext(signer, tip, draft);
    tip = after;
    return { ...record, position: (newest?.position ?? 0) + 1 + at };
  });
  await insertHubRecords(trx, records);
  return records;
}

function signNext(signer: JournalSigner, tip: ChainTip, draft: RecordDraft) {
  const salted = { ...draft.body, salt: makeSalt() };
  const body = Buffer.from(canonicalJson(salted), 'utf8');
  const next = nextHead(signer.device, tip, draft, hashOf(body));
  const parsed = parseRecord(next, salted);
  assert(parsed !== undefined, `a ${draft.type} that cannot be read back is not written`);
  const head = Buffer.from(canonicalJson(next), 'utf8');
  const { epoch, seq, type } = next;
  const leaf = leafOf(head);
  const record = { epoch, seq, type, head, body, leaf, signature: signRecord(signer.key, head) };
  return { record, after: tipAfter(tip, parsed.head, leaf.toString('hex')) };
}

function tipOf(newest: Awaited<ReturnType<typeof newestHubRecord>>): ChainTip {
  if (!newest) return emptyTip;
  const { epoch, seq, counters, at } = RecordHead.parse(JSON.parse(newest.head.toString('utf8')));
  return { epoch, seq, leaf: newest.leaf.toString('hex'), counters, clockMs: at };
}

/** When and by whom an act was done, as its head says: the hub's own days are those of Jakarta. */
export function stampOf(by: string, nowMs: UtcMs) {
  const offset = zones.WIB;
  return {
    at: nowMs,
    offset,
    businessDate: businessDate(nowMs, offset, 0),
    cashier: by,
    total: 0,
  };
}
