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
    delivered_photo: null,
  };
  await trx
    .insertInto('fee_notice')
    .values({ ...ofStall(body), ...numbered, owed, ...dates })
    .execute();
}

/** That a letter, or a plan, was handed over: the first time counts. */
export async function saveDelivery(
  trx: Tx,
  body: FeeBody,
  { of, how, photo }: FeeDetailsOf<'delivery'>,
): Promise<void> {
  const { on } = body;
  await trx
    .updateTable('fee_notice')
    .set({ delivered_on: on, delivered_how: how, delivered_photo: photo ?? null })
    .where('act', '=', of)
    .where('delivered_on', 'is', null)
    .execute();
  if (how !== 'till') return;
  const { act, stall } = ofStall(body);
  await trx
    .insertInto('fee_seen')
    .values({ of_act: of, stall, act, on_date: on })
    .onConflict((met) => met.doNothing())
    .execute();
}

/** That a stall disputes a charge or a reading. */
export async function saveDispute(
  trx: Tx,
  body: FeeBody,
  { about, photo }: FeeDetailsOf<'dispute'>,
): Promise<void> {
  const row = { ...ofStall(body), about, opened_on: body.on, photo: photo ?? null };
  await trx
    .insertInto('fee_dispute')
    .values({ ...row, outcome: null, settled_by: null })
    .execute();
}

/** What became of a dispute. */
export async function settleDispute(
  trx: Tx,
  { id }: FeeBody,
  { of, outcome }: FeeDetailsOf<'dispute-settle'>,
): Promise<void> {
  const settled = { outcome, settled_by: id };
  await trx.updateTable('fee_dispute').set(settled).where('act', '=', of).execute();
}
