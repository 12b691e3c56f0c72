import type { FeeDetails, FeeDetailsOf } from '../../domain/fees/details.ts';
import { usedBetween } from '../../domain/fees/reading.ts';
import type { Tx } from '../database/transact.ts';
import type { PlacedFee } from './effect-rows.ts';
import { endMatter, saveClosure, saveInstalments } from './closure-store.ts';
import { saveRelief } from './relief-store.ts';
import { saveDelivery, saveDispute, saveNotice, settleDispute } from './letter-store.ts';
import { ofStall } from './of-stall.ts';

type Save<K extends FeeDetails['kind']> = (
  trx: Tx,
  body: PlacedFee['body'],
  details: FeeDetailsOf<K>,
) => Promise<void>;

/** What the act itself says is all of it. */
const nothing = async () => {};

const savers: { readonly [K in FeeDetails['kind']]: Save<K> } = {
  plan: savePlan,
  code: saveCode,
  account: saveAccount,
  reading: saveReading,
  'meter-bill': saveMeterBill,
  notice: saveNotice,
  delivery: saveDelivery,
  dispute: saveDispute,
  'dispute-settle': settleDispute,
  closure: saveClosure,
  end: endMatter,
  instalments: saveInstalments,
  month: saveMonth,
  explain: takeRow,
  claim: answerClaim,
  relief: saveRelief,
  import: nothing,
  count: nothing,
  'sign-off': nothing,
};

/** What the details of an act leave in the tables, beside what it does to what a stall owes. */
export async function saveMatter(trx: Tx, { body }: PlacedFee): Promise<void> {
  const { details } = body;
  if (!details) return;
  const save = savers[details.kind] as Save<FeeDetails['kind']>; // of this very kind
  await save(trx, body, details);
}

async function savePlan(
  trx: Tx,
  { id: act, mall }: PlacedFee['body'],
  plan: FeeDetailsOf<'plan'>,
): Promise<void> {
  const row = { details: JSON.stringify(plan), act };
  await trx
    .insertInto('fee_plan')
    .values({ mall, from_period: plan.from, ...row })
    .onConflict((met) => met.columns(['mall', 'from_period']).doUpdateSet(row))
    .execute();
}

async function saveCode(
  trx: Tx,
  body: PlacedFee['body'],
  { code }: FeeDetailsOf<'code'>,
): Promise<void> {
  await trx
    .insertInto('fee_code')
    .values({ ...ofStall(body), code })
    .execute();
}

async function saveAccount(
  trx: Tx,
  { id: act, mall }: PlacedFee['body'],
  { account, holds, label, qris = '', profile, isClosed }: FeeDetailsOf<'account'>,
): Promise<void> {
  const row = { act, mall, holds, label, qris, profile, is_closed: isClosed ? 1 : 0 };
  await trx
    .insertInto('fee_account')
    .values({ code: account, ...row })
    .onConflict((met) => met.column('code').doUpdateSet(row))
    .execute();
}

async function saveReading(
  trx: Tx,
  body: PlacedFee['body'],
  reading: FeeDetailsOf<'reading'>,
): Promise<void> {
  const { period, meter, from, to, isEstimate, photo = null } = reading;
  const counted = { from_milli: from, to_milli: to, used_milli: usedBetween(reading) };
  const row = { period, meter, ...counted, is_estimate: isEstimate ? 1 : 0, photo };
  await trx
    .insertInto('fee_reading')
    .values({ ...ofStall(body), ...row })
    .execute();
}

async function saveMeterBill(
  trx: Tx,
  { id: act, mall }: PlacedFee['body'],
  { period, usedMilli, amount }: FeeDetailsOf<'meter-bill'>,
): Promise<void> {
  const row = { used_milli: usedMilli, amount, act };
  await trx
    .insertInto('fee_meter_bill')
    .values({ mall, period, ...row })
    .onConflict((met) => met.columns(['mall', 'period']).doUpdateSet(row))
    .execute();
}

async function saveMonth(
  trx: Tx,
  { id: act, act: what, mall }: PlacedFee['body'],
  { month }: FeeDetailsOf<'month'>,
): Promise<void> {
  const row = { is_closed: what === 'month-close' ? 1 : 0, act };
  await trx
    .insertInto('fee_month')
    .values({ mall, month, ...row })
    .onConflict((met) => met.columns(['mall', 'month']).doUpdateSet(row))
    .execute();
}

async function takeRow(
  trx: Tx,
  { id: act }: PlacedFee['body'],
  { row: bank_row, amount, of }: FeeDetailsOf<'explain'>,
): Promise<void> {
  const row = { act, line: 1, bank_row, amount, of_act: of ?? null, undoes: null };
  await trx.insertInto('bank_use').values(row).execute();
}

async function answerClaim(
  trx: Tx,
  { id: act }: PlacedFee['body'],
  { of }: FeeDetailsOf<'claim'>,
): Promise<void> {
  await trx.updateTable('fee_message').set({ answered_by: act }).where('id', '=', of).execute();
}
