import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { lineOfText } from '../../../domain/line-of-text.ts';
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
  endSilently,
  insertItems,
  type KeptItem,
  nextVersion,
  openItems,
} from '../../down/item-store.ts';
import { keepEnded, keepNew, tellOf } from '../../down/keep-item.ts';
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
  const stalls = await stallsOfMerchants(trx, [...byMerchant.keys()]);
  for (const { stall, nmid } of stalls) {
    await tellStall(trx, stall, byMerchant.get(nmid) ?? [], nowMs);
  }
  await endOld(trx, nowMs);
}

/** A stall whose merchant id became another; empty for none. */
export interface MerchantChange {
  readonly stall: string;
  readonly nmid: string;
}

/**
 * Takes back from the tills of each stall what they were told of another merchant, and tells them
 * which it is now and what was paid to it lately. Who does it holds the hub's lock.
 */
export async function tellMerchants(
  trx: Tx,
  changes: readonly MerchantChange[],
  { today, nowMs }: Telling,
): Promise<void> {
  const since = addDays(today, -SETTLED_BACK_DAYS);
  for (const { stall, nmid } of changes) {
    const audience = audienceOf({ kind: 'stall', of: stall });
    for (const item of await openItems(trx, 'settled', audience, OPEN_MAX)) {
      await keepEnded(trx, { ...item, content: NOTHING });
    }
    for (const item of await openItems(trx, 'merchant', audience, 1)) await keepEnded(trx, item);
    if (nmid === '') continue;
    await keepNew(trx, { kind: 'stall', of: stall }, { kind: 'merchant', nmid }, nowMs);
    await tellStall(trx, stall, await settledSince(trx, nmid, since), nowMs);
  }
}

/** More than a stall is told of in SETTLED_DAYS. */
const OPEN_MAX = 10_000;

/** What is left of an item that has ended: its rows are in the hub's books of the bank. */
const NOTHING = JSON.stringify({ rows: [] } satisfies Told);

async function tellStall(
  trx: Tx,
  stall: string,
  rows: readonly KeptSettled[],
  nowMs: UtcMs,
): Promise<void> {
  const payments = rows.flatMap(paymentsOf);
  if (payments.length === 0) return;
  const first = await nextVersion(trx);
  const chunks = Array.from({ length: Math.ceil(payments.length / SETTLED_ROWS_MAX) }, (_, at) =>
    payments.slice(at * SETTLED_ROWS_MAX, (at + 1) * SETTLED_ROWS_MAX),
  );
  const items = chunks.map((chunk, at): KeptItem => {
    return {
      id: randomUUID(),
      audience: audienceOf({ kind: 'stall', of: stall }),
      version: first + at,
      firstVersion: first + at,
      kind: 'settled',
      content: JSON.stringify({ rows: chunk } satisfies Told),
      isEnded: false,
      madeAtMs: nowMs,
    };
  });
  for (const item of items) tellOf(item); // one that no till could read is not kept
  await insertItems(trx, items);
}

/** A row as tills are told it; nothing for what is no payment of whole rupiah. */
function paymentsOf(row: KeptSettled): Told['rows'] {
  const { kind, provider, reference, issuer, paidAtMs } = contentOf(row);
  const { grossSen, on } = row;
  if (kind !== 'payment' || grossSen <= 0 || grossSen % 100 !== 0) return [];
  return [
    {
      row: row.row,
      provider: shortText(provider),
      amountRupiah: grossSen / 100,
      paidAtMs,
      on,
      reference: shortText(reference),
      issuer: shortText(issuer),
    },
  ];
}

/** Longer than any cell that is read. */
const Line = lineOfText(0, 1_000);

function shortText(text: string): string {
  return Line.parse(text).slice(0, SETTLED_TEXT_MAX).toWellFormed();
}

/** Tills have dropped it by then, and one that comes later need not hear of it. */
async function endOld(trx: Tx, nowMs: UtcMs): Promise<void> {
  await endSilently(trx, 'settled', nowMs - SETTLED_DAYS * DAY_MS, NOTHING);
}
