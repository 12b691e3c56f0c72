import { createHash, createPrivateKey, type KeyObject } from 'node:crypto';
import { canonicalJson } from '../../domain/journal/canonical.ts';
import { type ChainTip, emptyTip, nextHead, tipAfter } from '../../domain/journal/chain.ts';
import type { RecordBody, RecordDraft, RecordHead } from '../../domain/journal/record.ts';
import type { WireRecord } from '../../domain/sync/contract.ts';
import { deviceName, rawPublicKey } from '../../node/crypto/keys.ts';
import { hashOf, leafOf, signRecord } from '../../node/crypto/signing.ts';

/** 24 November 2026, 09:00 in Jakarta. */
export const NINE_MS = Date.UTC(2026, 10, 24, 2, 0);

/** A record as a till sends it, with what a test needs to know of it. */
export interface ChainRecord {
  readonly wire: WireRecord;
  readonly leaf: string;
  readonly tip: ChainTip;
}

/** The journal of a till without the till: records are chained and signed as it does. */
export interface SignedChain {
  readonly device: string;
  /** Raw, 32 bytes. */
  readonly publicKey: Buffer;
  readonly key: KeyObject;
  readonly records: ChainRecord[];
  add(draft: RecordDraft): ChainRecord;
  /** A record of which the head says something else; the next ones do not count on that. */
  addForged(draft: RecordDraft, change: Readonly<Record<string, unknown>>): ChainRecord;
  /** A record of a program that does not exist yet: version 2, with fields of its own. */
  addNewer(fields: Readonly<Record<string, unknown>>): ChainRecord;
  /** Another chain of the same key that goes on from a record of this one. */
  branch(at: number): SignedChain;
}

/** A key that is the same in each run. @param seed which one */
export function seededKey(seed: string): KeyObject {
  const secret = createHash('sha256').update(`test key ${seed}`).digest('hex');
  const der = Buffer.from(`302e020100300506032b657004220420${secret}`, 'hex'); // RFC 8410
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

/** A chain that begins with its `start`. */
export function makeChain(seed = 'one'): SignedChain {
  const key = seededKey(seed);
  const chain = chainOf(key, []);
  chain.add(startDraft(chain.publicKey));
  return chain;
}

function chainOf(key: KeyObject, before: readonly ChainRecord[]): SignedChain {
  const publicKey = rawPublicKey(key);
  const device = deviceName(publicKey);
  const records = [...before];
  const push = (head: string, body: string, next: RecordHead): ChainRecord => {
    const bytes = Buffer.from(head);
    const leaf = leafOf(bytes).toString('hex');
    const signature = signRecord(key, bytes).toString('base64');
    const wire = { epoch: next.epoch, seq: next.seq, head, signature, body };
    const tip = tipAfter(records.at(-1)?.tip ?? emptyTip, next, leaf);
    const record = { wire, leaf, tip };
    records.push(record);
    return record;
  };
  const nextOf = (draft: RecordDraft) => {
    const salt = hashOf(Buffer.from(`${records.length}`)).slice(0, 32);
    const body = canonicalJson({ ...draft.body, salt });
    const tip = records.at(-1)?.tip ?? emptyTip;
    return { body, next: nextHead(device, tip, draft, hashOf(Buffer.from(body))) };
  };
  const addForged: SignedChain['addForged'] = (draft, change) => {
    const { body, next } = nextOf(draft);
    return push(canonicalJson({ ...next, ...change }), body, next);
  };
  return {
    device,
    publicKey,
    key,
    records,
    add: (draft) => {
      const { body, next } = nextOf(draft);
      return push(canonicalJson(next), body, next);
    },
    addForged,
    addNewer: (fields) => addForged(saleDraft(0), { v: 2, ...fields }),
    branch: (at) => chainOf(key, records.slice(0, at)),
  };
}

const stamp = { at: NINE_MS, offset: 420, businessDate: '2026-11-24', cashier: 'kasir-1' };

function startDraft(publicKey: Buffer): RecordDraft {
  const head = { ...stamp, cashier: 'lapak', total: 0, publicKey: publicKey.toString('hex') };
  return { type: 'start', head, body: { software: 'lapak 0.1.0' } };
}

const stall = { name: 'Kopi Gayo', number: 'A12', mall: 'Thamrin City', phone: '' };

interface SaleOptions {
  readonly tenders?: Readonly<Record<string, number>>;
  readonly shift?: number;
  readonly date?: string;
  /** UTC ms */
  readonly at?: number;
  readonly number?: string;
  readonly ref?: string;
  /** What gives back is a refund unless it says that it is a void. */
  readonly isVoid?: boolean;
  readonly source?: string;
  /** What was sold, what was handed over for it, and what went back. */
  readonly details?: Pick<RecordBody<'sale'>, 'lines' | 'tenders' | 'change'>;
}

/** The draft of a sale; of a refund where the total is below nothing. Rupiah */
export function saleDraft(total: number, options: SaleOptions = {}): RecordDraft {
  const { tenders = { cash: total }, shift = 1, date = stamp.businessDate, ref, source } = options;
  const { at = NINE_MS, number = 'ABC-000001' } = options;
  const { details = { lines: [], tenders: [], change: 0 } } = options;
  const head = {
    ...stamp,
    at,
    businessDate: date,
    total,
    number,
    tenders: { ...tenders },
    discount: 0,
    tax: 0,
    rounding: 0,
    ...(source === undefined ? { shift } : { source }),
    ...(ref !== undefined && { ref }),
  };
  const id = '0193f1f0-0000-7000-8000-000000000001';
  return {
    type: total >= 0 ? 'sale' : options.isVoid === true ? 'void' : 'refund',
    head,
    body: { id, stall, ...details },
  };
}

/** The draft of the Z of a shift that took this in cash and other tenders. Rupiah */
export function zDraft(
  number: number,
  sums: { readonly sales: readonly number[]; readonly tenders?: Record<string, number> },
  date: string = stamp.businessDate,
): RecordDraft {
  const total = sums.sales.reduce((sum, one) => sum + one, 0);
  const tenders = sums.tenders ?? (total === 0 ? {} : { cash: total });
  const head = {
    ...stamp,
    businessDate: date,
    total: 0,
    number,
    shift: number,
    drawer: 1,
    opened: date,
    sales: { count: sums.sales.length, total },
    refunds: { count: 0, total: 0 },
    discount: 0,
    tax: 0,
    rounding: 0,
    tenders,
    taxes: [{ kind: 'none', base: total, tax: 0 }],
    categories: total === 0 ? [] : [{ name: 'Kopi', total }],
    unsent: 0,
  };
  const cash = tenders['cash'] ?? 0;
  const flows = { float: 0, taken: cash, change: 0, refunds: 0, in: 0, out: 0, expected: cash };
  const body = {
    id: '0193f1f0-0000-7000-8000-000000000002',
    cash: flows,
    counted: cash === 0 ? [] : [{ value: cash, pieces: 1 }],
    counts: 1,
    difference: 0,
    reason: '',
    note: '',
    voids: { count: 0, total: 0 },
    noSales: 0,
  };
  return { type: 'z', head, body };
}

/** The draft of a recovery that names what was lost. */
export function recoveryDraft(lost: string): RecordDraft {
  const head = { ...stamp, cashier: 'lapak', total: 0, lost };
  return { type: 'recovery', head, body: { software: 'lapak 0.1.0' } };
}
