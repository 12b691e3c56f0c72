import { sql } from 'kysely';
import { build } from '../database/build.ts';
import { all, first, prepare, run, type Tx } from '../database/run.ts';
import type { PrintJobTable } from './print-job-tables.ts';

/** Paper that is still to come out. */
export interface PrintJob {
  readonly id: number;
  readonly kind: PrintJobTable['kind'];
  /** Position of the journal record of a receipt; null of a test page. */
  readonly record: number | null;
  readonly copy: boolean;
  readonly atMs: number;
}

/** Queues a receipt, in the transaction of its sale. @returns print_job.id */
export function queueReceiptJob(
  tx: Tx,
  record: number,
  { copy, atMs }: { readonly copy: boolean; readonly atMs: number },
): number {
  return insertJob.run(tx, { kind: 'receipt', record, isCopy: copy ? 1 : 0, atMs });
}

/** Queues a test page. @returns print_job.id */
export function queueTestJob(tx: Tx, atMs: number): number {
  return insertJob.run(tx, { kind: 'test', record: null, isCopy: 0, atMs });
}

/** How many jobs wait. */
export function pendingJobs(tx: Tx): number {
  return countPending.first(tx, {})?.jobs ?? 0;
}

/** The oldest job that waits. */
export function nextJob(tx: Tx): PrintJob | undefined {
  const row = findOldest.first(tx, {});
  return (
    row && {
      id: row.id,
      kind: row.kind,
      record: row.record,
      copy: row.is_copy === 1,
      atMs: row.created_at_ms,
    }
  );
}

/** The printer has taken it. */
export function markPrinted(tx: Tx, id: number, atMs: number): void {
  updatePrinted.run(tx, { id, atMs });
}

/** It is not printed any more: its record stays, and a person can reprint it. */
export function skipJob(tx: Tx, id: number): void {
  run(tx, build.updateTable('print_job').set({ state: 'skipped' }).where('id', '=', id));
}

/** Skips what has waited since before `beforeMs`. @returns how many jobs that were */
export function skipJobsBefore(tx: Tx, beforeMs: number): number {
  const skipped = build
    .updateTable('print_job')
    .set({ state: 'skipped' })
    .where('state', '=', 'pending')
    .where('created_at_ms', '<', beforeMs)
    .returning('id');
  return all(tx, skipped).length;
}

/** Id of a receipt's job whose record is not in the journal; undefined if none. */
export function findStrayJob(tx: Tx): number | undefined {
  return first(tx, strayJob)?.id;
}

const strayJob = build
  .selectFrom('print_job as j')
  .leftJoin('journal_record as r', 'r.position', 'j.record')
  .select('j.id')
  .where('j.record', 'is not', null)
  .where('r.position', 'is', null)
  .orderBy('j.id')
  .limit(1);

interface NewJob {
  readonly kind: PrintJobTable['kind'];
  readonly record: number | null;
  readonly isCopy: number;
  readonly atMs: number;
}

const insertJob = prepare<NewJob>((given) =>
  build.insertInto('print_job').values({
    kind: given('kind'),
    record: given('record'),
    is_copy: given('isCopy'),
    state: 'pending',
    created_at_ms: given('atMs'),
    printed_at_ms: null,
  }),
);

const countPending = prepare<object, { jobs: number }>(
  () =>
    build
      .selectFrom('print_job')
      .select((e) => e.fn.countAll<number>().as('jobs'))
      .where(sql<boolean>`state = 'pending'`), // spelled out: the partial index needs the literal
);

const findOldest = prepare<
  object,
  Pick<PrintJobTable, 'kind' | 'record' | 'is_copy' | 'created_at_ms'> & { id: number }
>(() =>
  build
    .selectFrom('print_job')
    .select(['id', 'kind', 'record', 'is_copy', 'created_at_ms'])
    .where(sql<boolean>`state = 'pending'`) // as above
    .orderBy('id')
    .limit(1),
);

const updatePrinted = prepare<{ id: number; atMs: number }>((given) =>
  build
    .updateTable('print_job')
    .set({ state: 'printed', printed_at_ms: given('atMs') })
    .where('id', '=', given('id')),
);
