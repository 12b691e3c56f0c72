import { assert } from '../../domain/assert.ts';
import type { FeeBody } from '../../domain/fees/body.ts';
import type { FeeDetailsOf } from '../../domain/fees/details.ts';
import { parseNumber } from '../../domain/fees/number.ts';
import type { Tx } from '../database/transact.ts';
import { ofStall } from './of-stall.ts';

/** A letter to a stall that is late. */
export async function saveNotice(
  trx: Tx,
  body: FeeBody,
  { level, owed, until, number }: FeeDetailsOf<'notice'>,
): Promise<void> {
  const parts = parseNumber(number);
  assert(parts !== undefined, 'a notice has a number');
  const numbered = { level, year: parts.year, number: parts.number };
  const dates = {
    on_date: body.on,
    until_date: until,
    delivered_on: null,
    delivered_how: null,
  };
  await trx
    .insertInto('fee_notice')
    .values({ ...ofStall(body), ...numbered, owed, ...dates })
    .execute();
}

/** That a letter was handed over: the first time counts. */
export async function saveDelivery(
  trx: Tx,
  { on }: FeeBody,
  { of, how }: FeeDetailsOf<'delivery'>,
): Promise<void> {
  await trx
    .updateTable('fee_notice')
    .set({ delivered_on: on, delivered_how: how })
    .where('act', '=', of)
    .where('delivered_on', 'is', null)
    .execute();
}

/** That a stall disputes a charge or a reading. */
export async function saveDispute(
  trx: Tx,
  body: FeeBody,
  { about, photo }: FeeDetailsOf<'dispute'>,
): Promise<void> {
  const row = { ...ofStall(body), about, opened_on: body.on, photo: photo ?? null, outcome: null };
  await trx.insertInto('fee_dispute').values(row).execute();
}

/** What became of a dispute. */
export async function settleDispute(
  trx: Tx,
  _: FeeBody,
  { of, outcome }: FeeDetailsOf<'dispute-settle'>,
): Promise<void> {
  await trx.updateTable('fee_dispute').set({ outcome }).where('act', '=', of).execute();
}
