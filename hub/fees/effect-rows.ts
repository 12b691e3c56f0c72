import type { Insertable } from 'kysely';
import { assert } from '../../domain/assert.ts';
import type { FeeBody } from '../../domain/fees/body.ts';
import { parseNumber } from '../../domain/fees/number.ts';
import { periodOf } from '../../domain/fees/period.ts';
import type { Posting } from '../../domain/fees/postings.ts';
import { insertRows, type Rows } from '../database/insert-rows.ts';
import type { HubTables } from '../database/tables.ts';
import type { Tx } from '../database/transact.ts';

type Row<T extends keyof HubTables> = Insertable<HubTables[T]>;

/** An act of fees with its place in the hub's journal. */
export interface PlacedFee {
  readonly position: number;
  readonly atMs: number;
  readonly by: string;
  readonly body: FeeBody;
}

/** Rows of what acts do to what stalls owe, by table. */
export interface EffectRows {
  readonly fee_act: Row<'fee_act'>[];
  readonly fee_charge: Row<'fee_charge'>[];
  readonly fee_credit: Row<'fee_credit'>[];
  readonly fee_allocation: Row<'fee_allocation'>[];
  readonly fee_refund: Row<'fee_refund'>[];
  readonly fee_deposit: Row<'fee_deposit'>[];
  readonly fee_posting: Row<'fee_posting'>[];
}

/** The rows of acts, in their order: those that are stored, and that verify holds against them. */
export function effectRows(
  fees: readonly PlacedFee[],
  postings: ReadonlyMap<string, readonly Posting[]>,
): EffectRows {
  return {
    fee_act: fees.map(actOf),
    fee_charge: fees.flatMap(chargesOf),
    fee_credit: fees.flatMap(creditsOf),
    fee_allocation: fees.flatMap(allocationsOf),
    fee_refund: fees.flatMap(refundsOf),
    fee_deposit: fees.flatMap(depositsOf),
    fee_posting: fees.flatMap((fee) => postedBy(fee, postings.get(fee.body.id) ?? [])),
  };
}

/** Stores what acts do to what stalls owe, in the order of the acts. */
export async function insertEffects(
  trx: Tx,
  fees: readonly PlacedFee[],
  postings: ReadonlyMap<string, readonly Posting[]>,
): Promise<void> {
  const rows = effectRows(fees, postings);
  await insertRows(trx, effectTables.fee_act, rows.fee_act);
  await insertRows(trx, effectTables.fee_charge, rows.fee_charge);
  await insertRows(trx, effectTables.fee_credit, rows.fee_credit);
  await insertRows(trx, effectTables.fee_allocation, rows.fee_allocation);
  await insertRows(trx, effectTables.fee_refund, rows.fee_refund);
  await insertRows(trx, effectTables.fee_deposit, rows.fee_deposit);
  await insertRows(trx, effectTables.fee_posting, rows.fee_posting);
}

function actOf({ position, atMs, by, body }: PlacedFee): Row<'fee_act'> {
  const { id, act, mall, stall = null, on, note, details } = body;
  return {
    id,
    position,
    act,
    mall,
    stall,
    on_date: on,
    at_ms: atMs,
    by_whom: by,
    note,
    details: details ? JSON.stringify(details) : null,
  };
}

function chargesOf({ body }: PlacedFee): Row<'fee_charge'>[] {
  const { id: act, mall, on } = body;
  return (body.charges ?? []).map(({ id, period, kind, amount, due, basis }) => ({
    id,
    act,
    mall,
    stall: stallOf(body),
    period,
    kind,
    amount,
    due_on: due,
    on_date: on,
    basis,
    settled: 0,
    is_reversed: 0,
    reversed_by: null,
    changed_on: on,
    settled_from: null,
  }));
}

function creditsOf({ body }: PlacedFee): Row<'fee_credit'>[] {
  const { id: act, mall, on } = body;
  return (body.credits ?? []).map((credit) => {
    const number = credit.kuitansi === undefined ? undefined : parseNumber(credit.kuitansi);
    return {
      id: credit.id,
      act,
      mall,
      stall: stallOf(body),
      kind: credit.kind,
      amount: credit.amount,
      on_date: on,
      account: credit.account ?? null,
      kuitansi_year: number?.year ?? null,
      kuitansi_number: number?.number ?? null,
      bank_row: credit.row ?? null,
      of_charge: credit.of ?? null,
      withheld: credit.withheld ?? 0,
      used: 0,
      is_reversed: 0,
      reversed_by: null,
    };
  });
}

function allocationsOf({ body }: PlacedFee): Row<'fee_allocation'>[] {
  const { id: act, on: on_date } = body;
  return (body.allocations ?? []).map(({ credit, charge, amount }, at) => {
    return { act, line: at + 1, credit, charge, stall: stallOf(body), amount, on_date };
  });
}

function refundsOf({ body }: PlacedFee): Row<'fee_refund'>[] {
  return (body.refunds ?? []).map(({ id, credit, amount, account, undoes = null }) => {
    const row = { id, act: body.id, credit, stall: stallOf(body), amount, account, undoes };
    return { ...row, on_date: body.on };
  });
}

function depositsOf({ body }: PlacedFee): Row<'fee_deposit'>[] {
  const { id: act, mall, on } = body;
  return (body.deposits ?? []).map(({ id, amount, account = null, undoes = null }) => {
    return { id, act, mall, stall: stallOf(body), amount, account, on_date: on, undoes };
  });
}

function postedBy({ body }: PlacedFee, postings: readonly Posting[]): Row<'fee_posting'>[] {
  const { id: act, mall, on, stall = null } = body;
  const of = { act, mall, month: periodOf(on), on_date: on, stall };
  return postings.map((posting, at) => ({ ...of, line: at + 1, ...posting }));
}

function stallOf({ stall }: FeeBody): string {
  assert(stall !== undefined, 'what is owed is owed by a stall');
  return stall;
}

const id = 'text';
const act = 'text';
const mall = 'text';
const stall = 'text';
const amount = 'bigint';
const on_date = 'text';

const actRows: Rows<'fee_act'> = {
  table: 'fee_act',
  columns: {
    id,
    position: 'bigint',
    act,
    mall,
    stall,
    on_date,
    at_ms: 'bigint',
    by_whom: 'text',
    note: 'text',
    details: 'text',
  },
};

const chargeRows: Rows<'fee_charge'> = {
  table: 'fee_charge',
  columns: {
    id,
    act,
    mall,
    stall,
    period: 'text',
    kind: 'text',
    amount,
    due_on: 'text',
    on_date,
    basis: 'text',
    settled: 'bigint',
    is_reversed: 'bigint',
    reversed_by: 'text',
    changed_on: 'text',
    settled_from: 'text',
  },
};

const creditRows: Rows<'fee_credit'> = {
  table: 'fee_credit',
  columns: {
    id,
    act,
    mall,
    stall,
    kind: 'text',
    amount,
    on_date,
    account: 'text',
    kuitansi_year: 'bigint',
    kuitansi_number: 'bigint',
    bank_row: 'text',
    of_charge: 'text',
    withheld: 'bigint',
    used: 'bigint',
    is_reversed: 'bigint',
    reversed_by: 'text',
  },
};

const allocationRows: Rows<'fee_allocation'> = {
  table: 'fee_allocation',
  columns: { act, line: 'bigint', credit: 'text', charge: 'text', stall, amount, on_date },
};

const refundRows: Rows<'fee_refund'> = {
  table: 'fee_refund',
  columns: { id, act, credit: 'text', stall, amount, account: 'text', on_date, undoes: 'text' },
};

const depositRows: Rows<'fee_deposit'> = {
  table: 'fee_deposit',
  columns: { id, act, mall, stall, amount, account: 'text', on_date, undoes: 'text' },
};

const postingRows: Rows<'fee_posting'> = {
  table: 'fee_posting',
  columns: {
    act,
    line: 'bigint',
    mall,
    month: 'text',
    on_date,
    debit: 'text',
    credit: 'text',
    stall,
    amount,
  },
};

/** Each table of effects with its columns. */
export const effectTables: { readonly [T in keyof EffectRows]: Rows<T> } = {
  fee_act: actRows,
  fee_charge: chargeRows,
  fee_credit: creditRows,
  fee_allocation: allocationRows,
  fee_refund: refundRows,
  fee_deposit: depositRows,
  fee_posting: postingRows,
};
