import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { standingPayments } from '../../../domain/fees/bank/standing-payments.ts';
import { startOfLine } from '../../../domain/line-of-text.ts';
import {
  SETTLED_BACK_DAYS,
  SETTLED_DAYS,
  SETTLED_ROWS_MAX,
  SETTLED_TEXT_MAX,
  type SettledPayments,
} from '../../../domain/payments/settled.ts';
import { addDays, DAY_MS, type UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../../database/transact.ts';
import { audienceOf } from '../../down/audience.ts';
import {
  endItems,
  endSilently,
  insertItems,
  type KeptItem,
  nextVersion,
} from '../../down/item-store.ts';
import { tellOf } from '../../down/keep-item.ts';
import { stallsOfSeveralTills } from '../../enrolment/device-store.ts';
import { stallsOfMerchants } from '../../organisation/stall-store.ts';
import { contentOf } from './settled-content.ts';
import { type KeptSettled, settledSince } from './statement-store.ts';

/** When something is told. */
interface Telling {
  /** The hub's date. */
  readonly today: string;
  readonly nowMs: UtcMs;
}

type Told = z.input<typeof SettledPayments>;

/**
 * Tells the tills of each stall what new rows of a settlement file say was paid to its merchant id,
 * in the transaction that keeps the rows. Who does it holds the hub's lock.
 */
export async function tellSettled(
  trx: Tx,
  rows: readonly KeptSettled[],
  { today, nowMs }: Telling,
): Promise<void> {
  const oldest = addDays(today, -SETTLED_DAYS);
  const byMerchant = Map.groupBy(
    rows.filter(({ on }) => on >= oldest),
    ({ nmid }) => nmid,
  );
  const payees = await payeesOf(trx, [...byMerchant.keys()]);
  const items = payees.flatMap((payee) => itemsTo(payee, byMerchant.get(payee.nmid) ?? []));
  await keepItems(trx, items, nowMs);
  await endOld(trx, nowMs);
}

/** A stall whose merchant id became another; empty for none. */
export interface MerchantChange {
  readonly stall: string;
  readonly nmid: string;
}

/**
 * Takes back from the tills of each stall what they were told of another merchant, and tells them
 * which it is now and what was paid to it lately; also those of the stall that had it alone before,
 * since its payments may now be another's. Who does it holds the hub's lock.
 */
export async function tellMerchants(
  trx: Tx,
  changes: readonly MerchantChange[],
  { today, nowMs }: Telling,
): Promise<void> {
  const audiences = changes.map(({ stall }) => audienceOf({ kind: 'stall', of: stall }));
  await endItems(trx, 'settled', audiences, NOTHING);
  await endItems(trx, 'merchant', audiences);
  const named = changes.filter(({ nmid }) => nmid !== '');
  let items = named.map(({ stall, nmid }) => itemTo(stall, { kind: 'merchant', nmid }));
  const changed = new Set(changes.map(({ stall }) => stall));
  const payees = await payeesOf(trx, [...new Set(named.map(({ nmid }) => nmid))]);
  for (const [nmid, all] of Map.groupBy(payees, (payee) => payee.nmid)) {
    const before = all.filter(({ stall }) => !changed.has(stall));
    const told = before.length === 1 ? all : all.filter(({ stall }) => changed.has(stall));
    const rows = await settledSince(trx, nmid, addDays(today, -SETTLED_BACK_DAYS));
    items.push(...told.flatMap((payee) => itemsTo(payee, rows)));
    if (items.length < ITEMS_AT_ONCE) continue;
    await keepItems(trx, items, nowMs);
    items = [];
  }
  await keepItems(trx, items, nowMs);
}

/** So many are written at once: some 50 MB. */
const ITEMS_AT_ONCE = 1_000;

/** What is left of an item that has ended: its rows are in the hub's books of the bank. */
const NOTHING = JSON.stringify({ rows: [], isShared: false } satisfies Told);

/** A stall that is told of the payments to a merchant id. */
interface Payee extends MerchantChange {
  /** Whether another till is told of them too, and matches them alone. */
  readonly isShared: boolean;
}

/** The stalls that have these merchant ids. */
async function payeesOf(trx: Tx, nmids: readonly string[]): Promise<Payee[]> {
  const stalls = await stallsOfMerchants(trx, nmids);
  const crowded = await stallsOfSeveralTills(
    trx,
    stalls.map(({ stall }) => stall),
  );
  const byMerchant = Map.groupBy(stalls, ({ nmid }) => nmid);
  return stalls.map(({ stall, nmid }) => {
    const isShared = (byMerchant.get(nmid)?.length ?? 0) > 1 || crowded.has(stall);
    return { stall, nmid, isShared };
  });
}

/** An item whose version is not known yet. */
type NewItem = Pick<KeptItem, 'audience' | 'kind' | 'content'>;

/** What an item says, as its schema takes it. */
type Saying = ({ readonly kind: 'settled' } & Told) | { readonly kind: 'merchant'; nmid: string };

function itemTo(stall: string, { kind, ...content }: Saying): NewItem {
  const audience = audienceOf({ kind: 'stall', of: stall });
  return { audience, kind, content: JSON.stringify(content) };
}

/** What of rows a stall is told, in as many items as that takes. */
function itemsTo({ stall, isShared }: Payee, rows: readonly KeptSettled[]): NewItem[] {
  const payments = standingPayments(rows.map(readSettled)).map(paymentOf);
  return Array.from({ length: Math.ceil(payments.length / SETTLED_ROWS_MAX) }, (_, at) => {
    const some = payments.slice(at * SETTLED_ROWS_MAX, (at + 1) * SETTLED_ROWS_MAX);
    return itemTo(stall, { kind: 'settled', rows: some, isShared });
  });
}

async function keepItems(trx: Tx, made: readonly NewItem[], nowMs: UtcMs): Promise<void> {
  if (made.length === 0) return;
  const first = await nextVersion(trx);
  const items = made.map((item, at): KeptItem => {
    const version = first + at;
    const rest = { version, firstVersion: version, isEnded: false, madeAtMs: nowMs };
    return { ...item, id: randomUUID(), ...rest };
  });
  for (const item of items) tellOf(item); // one that no till could read is not kept
  await insertItems(trx, items);
}

/** A row with all that is told of it. */
function readSettled(kept: KeptSettled) {
  const { row, on, grossSen } = kept;
  return { ...contentOf(kept), row, on, grossSen };
}

/** A payment as tills are told it. */
function paymentOf(paid: ReturnType<typeof readSettled>): Told['rows'][number] {
  const { row, on, provider, reference, issuer, grossSen, paidAtMs, paidOn } = paid;
  return {
    row,
    provider: shortText(provider),
    amountRupiah: grossSen / 100,
    paidAtMs,
    on,
    isPaidDay: paidOn !== null,
    reference: shortText(reference),
    issuer: shortText(issuer),
  };
}

function shortText(text: string): string {
  return startOfLine(text, SETTLED_TEXT_MAX);
}

/** Tills have dropped it by then, and one that comes later need not hear of it. */
async function endOld(trx: Tx, nowMs: UtcMs): Promise<void> {
  await endSilently(trx, 'settled', nowMs - SETTLED_DAYS * DAY_MS, NOTHING);
}
