import { sql } from 'kysely';
import type { PrintOutcome, PrintReason, QueuedJob } from '../../../domain/printing/printer.ts';
import { build } from '../database/build.ts';
import { all, first, prepare, run, type Tx } from '../database/run.ts';

/** A printer that never gives a sign would fill the queue: the newest of its jobs stay in it. */
export const UNCONFIRMED_KEPT = 50;

/** Paper that is still to come out. */
export interface PrintJob {
  readonly id: number;
  /** Position of the journal record of a receipt or a Z; null of a test page. */
  readonly record: number | null;
  /** Marked SALINAN. */
  readonly copy: boolean;
  /** How often bytes of it were handed to a printer. */
  readonly tries: number;
}

/** How many jobs are in the queue, by state. */
export type JobCounts = Readonly<Record<QueuedJob['state'], number>>;

/**
 * Queues the paper of a record, in the transaction that appends it: the receipt of a sale or
 * refund, the report of a Z. @returns print_job.id
 */
export function queuePaper(
  tx: Tx,
  record: number,
  { copy, atMs }: { readonly copy: boolean; readonly atMs: number },
): number {
  return insertJob.run(tx, { record, isCopy: copy ? 1 : 0, isAsked: copy ? 1 : 0, atMs });
}

/** Queues a test page. @returns print_job.id */
export function queueTestJob(tx: Tx, atMs: number): number {
  return insertJob.run(tx, { record: null, isCopy: 0, isAsked: 1, atMs });
}

/** A key or button pressed twice or three times by a quick hand asks for one paper. */
const ASKED_ONCE_MS = 1_500;

/**
 * Queues what a person asks for: the copy of a receipt or a Z, or the test page (no record). One
 * that was just asked for is not queued twice. @returns print_job.id
 */
export function queueAsked(
  tx: Tx,
  record: number | null,
  { copy = true, atMs }: { readonly copy?: boolean; readonly atMs: number },
): number {
  const queued = findJustAsked(tx, record, atMs);
  if (queued !== undefined) return queued;
  if (record === null) return queueTestJob(tx, atMs);
  return insertJob.run(tx, { record, isCopy: copy ? 1 : 0, isAsked: 1, atMs });
}

/** Whether a paper of this record was ever queued. */
export function hasJob(tx: Tx, record: number): boolean {
  // The newest first: nearly always it is one of today.
  const job = build.selectFrom('print_job').select('id').where('record', '=', record);
  return first(tx, job.orderBy('id', 'desc').limit(1)) !== undefined;
}

/** What queueAsked() does not queue anew: it was not tried yet, or was queued a moment ago. */
export function findJustAsked(tx: Tx, record: number | null, atMs: number): number | undefined {
  const asked = build
    .selectFrom('print_job')
    .select('id')
    .where(sql<boolean>`is_asked = 1`) // in the words of its index
    .where('record', 'is', record)
    .where('state', '<>', 'dropped')
    .where(({ or, and, eb }) =>
      or([
        and([eb('state', '=', 'pending'), eb('tries', '=', 0)]),
        eb(sql<number>`abs(created_at_ms - ${atMs})`, '<', ASKED_ONCE_MS),
      ]),
    )
    .orderBy('id', 'desc')
    .limit(1);
  return first(tx, asked)?.id;
}

/** How many jobs are pending, held and unconfirmed. */
export function countJobs(tx: Tx): JobCounts {
  const rows = countByState.all(tx, {});
  return { pending: 0, held: 0, unconfirmed: 0, ...Object.fromEntries(rows.map(asEntry)) };
}

/** The oldest job that is printed by itself. */
export function nextJob(tx: Tx): PrintJob | undefined {
  const row = findOldest.first(tx, {});
  return row && { id: row.id, record: row.record, copy: row.is_copy === 1, tries: row.tries };
}

/**
 * Before the first byte of it: whatever happens to this computer from here on, its next paper is
 * marked SALINAN. @returns false when it is not pending any more
 */
export function markTried(tx: Tx, id: number): boolean {
  return updateTried.first(tx, { id }) !== undefined;
}

/** Not one byte of it reached the printer: as before markTried(). */
export function unmarkTried(tx: Tx, { id, copy, tries }: PrintJob): void {
  const before = { is_copy: copy ? 1 : 0, tries };
  run(tx, build.updateTable('print_job').set(before).where('id', '=', id));
}

/** The printer was seen to take it. */
export function markPrinted(tx: Tx, id: number, atMs: number): void {
  updatePrinted.run(tx, { id, atMs });
}

/** The printer has it and gave no sign. Of very many of these the oldest leave the queue. */
export function markUnconfirmed(tx: Tx, id: number, reason: PrintReason, atMs: number): void {
  const state = 'unconfirmed' as const;
  const unsure = build.updateTable('print_job').set({ state, reason });
  run(tx, unsure.where('id', '=', id).where('state', '=', 'pending'));
  const kept = build
    .selectFrom('print_job')
    .select('id')
    .where('settled_at_ms', 'is', null)
    .where('state', '=', state)
    .orderBy('id', 'desc')
    .limit(UNCONFIRMED_KEPT);
  const older = build
    .updateTable('print_job')
    .set({ settled_at_ms: atMs })
    .where('settled_at_ms', 'is', null)
    .where('state', '=', state)
    .where('id', 'not in', kept);
  run(tx, older);
}

/** A person decides on it, unless one has already. */
export function holdJob(tx: Tx, id: number, reason: PrintReason): void {
  const held = build.updateTable('print_job').set({ state: 'held', reason });
  run(tx, held.where('id', '=', id).where('state', '=', 'pending'));
}

/** A person decides on what has been pending since before `beforeMs`. @returns how many jobs */
export function holdJobsBefore(tx: Tx, beforeMs: number): number {
  const held = build
    .updateTable('print_job')
    .set({ state: 'held', reason: 'late' })
    .where('settled_at_ms', 'is', null)
    .where('state', '=', 'pending')
    .where('created_at_ms', '<', beforeMs)
    .returning('id');
  return all(tx, held).length;
}

/** Takes a job, or every job, out of the queue unprinted. @returns how many jobs */
export function dropJobs(tx: Tx, id: number | 'all', atMs: number): number {
  const dropped = build
    .updateTable('print_job')
    .set({ state: 'dropped', settled_at_ms: atMs })
    .where('settled_at_ms', 'is', null)
    .$if(id !== 'all', (query) => query.where('id', '=', Number(id)))
    .returning('id');
  return all(tx, dropped).length;
}

/**
 * A job, or every job, that is held or unconfirmed is printed after all; one that is pending stays
 * as it is. @returns how many of them are pending now
 */
export function releaseJobs(tx: Tx, id: number | 'all'): number {
  const released = build
    .updateTable('print_job')
    .set({ state: 'pending', tries: 0, reason: null })
    .where('settled_at_ms', 'is', null)
    .where('state', 'in', ['held', 'unconfirmed'])
    .$if(id !== 'all', (query) => query.where('id', '=', Number(id)));
  run(tx, released);
  const pending = build
    .selectFrom('print_job')
    .select((e) => e.fn.countAll<number>().as('jobs'))
    .where('settled_at_ms', 'is', null)
    .where('state', '=', 'pending')
    .$if(id !== 'all', (query) => query.where('id', '=', Number(id)));
  return first(tx, pending)?.jobs ?? 0;
}

/** How many of a job, or of every job, wait for a person: held or unconfirmed. */
export function countStopped(tx: Tx, id: number | 'all'): number {
  const stopped = build
    .selectFrom('print_job')
    .select((e) => e.fn.countAll<number>().as('jobs'))
    .where('settled_at_ms', 'is', null)
    .where('state', 'in', ['held', 'unconfirmed'])
    .$if(id !== 'all', (query) => query.where('id', '=', Number(id)));
  return first(tx, stopped)?.jobs ?? 0;
}

/** What has become of a job, in the queue or out of it; undefined of none. */
export function findOutcome(tx: Tx, id: number): PrintOutcome | undefined {
  const job = build.selectFrom('print_job').select(['state', 'reason']).where('id', '=', id);
  return first(tx, job);
}

/** Id of a job whose record is not in the journal; undefined if none. */
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

function asEntry({ state, jobs }: { state: string; jobs: number }): [string, number] {
  return [state, jobs];
}

const insertJob = prepare<{
  record: number | null;
  isCopy: number;
  isAsked: number;
  atMs: number;
}>((given) =>
  build.insertInto('print_job').values({
    record: given('record'),
    is_copy: given('isCopy'),
    is_asked: given('isAsked'),
    state: 'pending',
    tries: 0,
    reason: null,
    created_at_ms: given('atMs'),
    settled_at_ms: null,
  }),
);

const countByState = prepare<object, { state: string; jobs: number }>(() =>
  build
    .selectFrom('print_job')
    .select((e) => ['state', e.fn.countAll<number>().as('jobs')])
    .where('settled_at_ms', 'is', null)
    .groupBy('state'),
);

const findOldest = prepare<
  object,
  { id: number; record: number | null; is_copy: number; tries: number }
>(() =>
  build
    .selectFrom('print_job')
    .select(['id', 'record', 'is_copy', 'tries'])
    .where('settled_at_ms', 'is', null)
    .where('state', '=', 'pending')
    .orderBy('id')
    .limit(1),
);

const updateTried = prepare<{ id: number }>((given) =>
  build
    .updateTable('print_job')
    .set((e) => ({ is_copy: 1, tries: e('tries', '+', 1) }))
    .where('id', '=', given('id'))
    .where('state', '=', 'pending')
    .returning('id'),
);

const updatePrinted = prepare<{ id: number; atMs: number }>((given) =>
  build
    .updateTable('print_job')
    .set({ state: 'printed', reason: null, settled_at_ms: given('atMs') })
    .where('id', '=', given('id')),
);
