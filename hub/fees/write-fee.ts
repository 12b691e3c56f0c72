import { randomUUID } from 'node:crypto';
import type { FeeDraft } from '../../domain/fees/body.ts';
import { assert } from '../../domain/assert.ts';
import { LapakError } from '../../domain/errors.ts';
import { dateAllocations, type NamedBooks } from '../../domain/fees/date-allocations.ts';
import { FeeBody } from '../../domain/fees/body.ts';
import { periodOf } from '../../domain/fees/period.ts';
import { transact, type Tx } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { appendRecords, stampOf } from '../journal/append-act.ts';
import { lockHub } from '../system/hub-store.ts';
import { findBody } from './act-store.ts';
import type { PlacedFee } from './effect-rows.ts';
import { namedBooks } from './moves-store.ts';
import { projectFees } from './project-fee.ts';
import { sentHash } from './sent-hash.ts';
import { tellFees } from './tell-fees.ts';

/** What acts of fees need of the hub. */
export type FeeParts = Pick<Hub, 'database' | 'clock' | 'identity'>;

/** The books of fees inside one transaction, which nobody else has meanwhile. */
export interface FeeBook {
  readonly trx: Tx;
  /** UTC ms */
  readonly nowMs: number;
  /**
   * Books acts: signed records, their rows, and what stalls are told. In the order given.
   * @throws LapakError MONTH_CLOSED where one would post into a month that takes nothing more
   */
  append(drafts: readonly FeeDraft[]): Promise<void>;
  /**
   * Whether an act of this id was done before: it is sent again. Where it was not, the act that is
   * booked under it keeps a hash of what was sent.
   * @param call what is asked for
   * @param sent all that was sent for it, without names of people
   * @throws LapakError ACT_ID_REUSED where something else was sent then
   */
  isDone(id: string, call: string, sent: object): Promise<boolean>;
}

/**
 * Does acts of fees in one transaction under the hub's lock: all of it or nothing.
 * @param by pseudonym of who does it
 * @throws LapakError HUB_BUSY, HUB_FULL, and what `work` throws
 */
export function writeFees<T>(
  hub: FeeParts,
  by: string,
  work: (book: FeeBook) => Promise<T>,
): Promise<T> {
  const nowMs = hub.clock();
  return transact(hub.database, 'every-stall', async (trx) => {
    await lockHub(trx);
    const hashes = new Map<string, string>();
    return work({
      trx,
      nowMs,
      append: (drafts) => {
        const marked = drafts.map((draft) => {
          const sent = hashes.get(draft.id);
          return sent === undefined ? draft : { ...draft, sent };
        });
        return appendFees(hub, trx, { by, nowMs }, marked);
      },
      isDone: async (id, call, sent) => {
        const hash = sentHash(call, sent);
        hashes.set(id, hash);
        const booked = await findBody(trx, id);
        if (booked && booked.sent !== hash) throw new LapakError('ACT_ID_REUSED', {});
        return booked !== undefined;
      },
    });
  });
}

async function appendFees(
  { identity }: FeeParts,
  trx: Tx,
  { by, nowMs }: { readonly by: string; readonly nowMs: number },
  drafts: readonly FeeDraft[],
): Promise<void> {
  if (drafts.length === 0) return;
  const head = stampOf(by, nowMs);
  const named = await namedBooks(trx, drafts);
  const dated = dateAllocations(drafts, named, randomUUID);
  assertOpen(dated, named);
  const records = await appendRecords(
    trx,
    identity,
    dated.map((body) => ({ type: 'fee', head, body }) as const),
  );
  const fees = records.map((record): PlacedFee => {
    const body = FeeBody.parse(JSON.parse(record.body.toString('utf8')));
    assert(record.type === 'fee', 'an act of fees is a record of fees');
    return { position: record.position, atMs: nowMs, by, body };
  });
  await projectFees(trx, fees);
  await tellFees(trx, records, fees, nowMs);
}

/** @throws LapakError MONTH_CLOSED */
function assertOpen(drafts: readonly FeeDraft[], { closed }: NamedBooks): void {
  for (const { mall, on } of drafts.filter(isPosting)) {
    const month = periodOf(on);
    if (closed.has(`${mall} ${month}`)) throw new LapakError('MONTH_CLOSED', { month });
  }
}

function isPosting(draft: FeeDraft): boolean {
  const { charges, credits, allocations, refunds, deposits, reverses, movements } = draft;
  const effects = [charges, credits, allocations, refunds, deposits, reverses, movements];
  return effects.some((some) => some !== undefined);
}
