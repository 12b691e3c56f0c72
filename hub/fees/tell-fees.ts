import { randomUUID } from 'node:crypto';
import { audienceOf } from '../down/audience.ts';
import { insertItems, type KeptItem, nextVersion } from '../down/item-store.ts';
import { tellOf } from '../down/keep-item.ts';
import type { Tx } from '../database/transact.ts';
import type { HubRecord } from '../journal/journal-store.ts';
import type { PlacedFee } from './effect-rows.ts';

/** Acts of a mall that each of its stalls hears of. */
const ofMall: readonly string[] = ['plan-set', 'account-set', 'closure', 'closure-end'];

/**
 * Tells each stall the records that concern it, as signed: they prove what it was told.
 * @throws ZodError for one that no till could read, as a record too large for it: it is not booked
 */
export async function tellFees(
  trx: Tx,
  records: readonly HubRecord[],
  fees: readonly PlacedFee[],
  nowMs: number,
): Promise<void> {
  const told = fees.flatMap(({ body }, at) => {
    const record = records[at];
    if (!record || (body.stall === undefined && !ofMall.includes(body.act))) return [];
    const to =
      body.stall === undefined
        ? ({ kind: 'mall', of: body.mall } as const)
        : ({ kind: 'stall', of: body.stall } as const);
    return [{ to, record }];
  });
  if (told.length === 0) return;
  const first = await nextVersion(trx);
  const items = told.map(
    ({ to, record }, at): KeptItem => ({
      id: randomUUID(),
      audience: audienceOf(to),
      version: first + at,
      firstVersion: first + at,
      kind: 'fee-record',
      content: JSON.stringify({
        position: record.position,
        head: record.head.toString('utf8'),
        body: record.body.toString('utf8'),
        signature: record.signature.toString('base64'),
      }),
      isEnded: false,
      madeAtMs: nowMs,
    }),
  );
  for (const item of items) tellOf(item);
  await insertItems(trx, items);
}
