import type { DownItemOf } from '../../../domain/down/item.ts';
import { type Rupiah, rupiah } from '../../../domain/money.ts';
import { SETTLED_DAYS, SETTLED_KEPT_MAX } from '../../../domain/payments/settled.ts';
import { addDays, type UtcMs } from '../../../domain/time.ts';
import { build } from '../database/build.ts';
import { all, first, prepare, run, type Tx } from '../database/run.ts';
import type { SettledPaymentTable } from './settled-tables.ts';

/** A payment that the hub tells of, as it is kept. */
export interface KeptPayment {
  readonly id: number;
  readonly hash: string;
  readonly provider: string;
  readonly amountRupiah: Rupiah;
  readonly paidAtMs: UtcMs | null;
  readonly on: string;
  /** Whether that is the day of payment. */
  readonly isPaidDay: boolean;
  readonly reference: string;
  readonly issuer: string;
  /** Whether other tills are told of it too. */
  readonly isShared: boolean;
}

/** Keeps what an item tells; a row that is here already is of the newest that told it. */
export function keepSettled(tx: Tx, { id, rows, isShared }: DownItemOf<'settled'>): void {
  for (const { row, amountRupiah, paidAtMs, on, isPaidDay, ...said } of rows) {
    keepOne.run(tx, {
      ...said,
      item: id,
      row_hash: row,
      amount_rupiah: amountRupiah,
      paid_at_ms: paidAtMs,
      on_date: on,
      is_paid_day: Number(isPaidDay),
      is_shared: Number(isShared),
    });
  }
}

/** Takes away what an item told: it is not this stall's. */
export function dropSettled(tx: Tx, item: string): void {
  run(tx, build.deleteFrom('settled_payment').where('item', '=', item));
}

/** Another hub, or this one of another stall, tells other things. */
export function forgetSettled(tx: Tx): void {
  run(tx, build.deleteFrom('settled_payment'));
}

/**
 * Takes away what is older than SETTLED_DAYS, counted from the newest: no clock has a say in it.
 * And what is more than a till keeps, the oldest first.
 * @returns how many were more than it keeps
 */
export function trimSettled(tx: Tx): number {
  const newest = newestSettled(tx);
  if (newest === null) return 0;
  const old = build.deleteFrom('settled_payment');
  run(tx, old.where('on_date', '<', addDays(newest, -SETTLED_DAYS)));
  const beyond = all(
    tx,
    build
      .selectFrom('settled_payment')
      .select('id')
      .orderBy('on_date', 'desc')
      .orderBy('id', 'desc')
      .limit(SETTLED_KEPT_MAX)
      .offset(SETTLED_KEPT_MAX),
  );
  for (const { id } of beyond) dropOne.run(tx, { id });
  return beyond.length;
}

/** The newest day of which the hub told a payment; null where it told of none. */
export function newestSettled(tx: Tx): string | null {
  const query = build.selectFrom('settled_payment').select((e) => e.fn.max('on_date').as('on'));
  return first(tx, query)?.on ?? null;
}

/** Payments from a day on that the hub told, the oldest first. */
export function listSettled(tx: Tx, from: string): KeptPayment[] {
  return paymentsFrom.all(tx, { from }).map(({ amount, is_paid_day, is_shared, ...payment }) => {
    const facts = { isPaidDay: is_paid_day === 1, isShared: is_shared === 1 };
    return { ...payment, amountRupiah: rupiah(amount), ...facts };
  });
}

const keepOne = prepare<Omit<SettledPaymentTable, 'id'>>((given) =>
  build
    .insertInto('settled_payment')
    .values({
      item: given('item'),
      row_hash: given('row_hash'),
      provider: given('provider'),
      amount_rupiah: given('amount_rupiah'),
      paid_at_ms: given('paid_at_ms'),
      on_date: given('on_date'),
      is_paid_day: given('is_paid_day'),
      reference: given('reference'),
      issuer: given('issuer'),
      is_shared: given('is_shared'),
    })
    .onConflict((conflict) =>
      conflict
        .column('row_hash')
        .doUpdateSet({ item: given('item'), is_shared: given('is_shared') }),
    ),
);

const dropOne = prepare<{ id: number }>((given) =>
  build.deleteFrom('settled_payment').where('id', '=', given('id')),
);

const paymentsFrom = prepare<
  { from: string },
  Omit<KeptPayment, 'amountRupiah' | 'isPaidDay' | 'isShared'> & {
    readonly amount: number;
    readonly is_paid_day: number;
    readonly is_shared: number;
  }
>((given) =>
  build
    .selectFrom('settled_payment')
    .select(['id', 'row_hash as hash', 'provider', 'amount_rupiah as amount'])
    .select(['paid_at_ms as paidAtMs', 'on_date as on', 'reference', 'issuer'])
    .select(['is_paid_day', 'is_shared'])
    .where('on_date', '>=', given('from'))
    .orderBy('on_date')
    .orderBy('id')
    .limit(SETTLED_KEPT_MAX),
);
