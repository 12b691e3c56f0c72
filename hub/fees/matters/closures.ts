import type { Kysely } from 'kysely';
import { LapakError } from '../../../domain/errors.ts';
import { closureFault } from '../../../domain/fees/closure-days.ts';
import type { ClosureReason } from '../../../domain/fees/kinds.ts';
import type { FeeClosure } from '../../../domain/fees/matters/closure-contract.ts';
import type { Days } from '../../../domain/fees/matters/relief.ts';
import { MATTERS_PAGE_MAX } from '../../../domain/fees/matters/values.ts';
import { datesOf } from '../../../domain/fees/period.ts';
import type { HubTables } from '../../database/tables.ts';
import { readAs } from '../../database/transact.ts';
import { hubToday } from '../../reports/read-day.ts';
import { type FeeParts, writeFees } from '../write-fee.ts';
import { closuresIn, findClosure } from './closure-look-store.ts';
import { derivedId } from '../derived-id.ts';
import type { FeeReader } from './notices.ts';
import { assertMall, stallOfMall } from './place-store.ts';

/** Which closures of a month. */
export interface ClosuresOf {
  readonly mall: string;
  readonly month: string;
  readonly stall?: string | undefined;
  readonly cursor: string;
}

/** Every closure that touches a month, those that were taken back too. */
export async function listClosures(
  hub: FeeReader,
  { mall, month, stall, cursor }: ClosuresOf,
): Promise<{ closures: FeeClosure[]; nextCursor: string }> {
  const [, from, id] = /^(\d{4}-\d\d-\d\d) ([0-9a-f-]{36})$/.exec(cursor) ?? [];
  const after = from !== undefined && id !== undefined ? { from, id } : null;
  const limit = MATTERS_PAGE_MAX;
  const closures = await readAs(hub.database.db, 'every-stall', (db) =>
    closuresIn(db, { mall, days: datesOf(month), stall, after, limit }),
  );
  const last = closures.length < limit ? undefined : closures.at(-1);
  return { closures, nextCursor: last ? `${last.from} ${last.id}` : '' };
}

/** Days on which a stall, or the mall, could not trade. */
export interface ClosureOrder extends Days {
  readonly id: string;
  readonly mall: string;
  /** Null for the whole mall. */
  readonly stall: string | null;
  readonly why: ClosureReason;
  readonly note: string;
}

/**
 * Stamps a closure, once.
 * @throws LapakError MALL_UNKNOWN, STALL_UNKNOWN, INPUT_INVALID, ACT_ID_REUSED
 */
export async function stampClosure(
  hub: FeeParts,
  by: string,
  order: ClosureOrder,
): Promise<FeeClosure> {
  const { id, mall, stall, why, from, to, note } = order;
  assertDays({ from, to });
  const on = hubToday(hub);
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    await assertMall(trx, mall);
    if (stall !== null) await stallOfMall(trx, stall, mall);
    if (!(await isDone(id, 'closure', order))) {
      const details = { kind: 'closure', why, from, to } as const;
      const whose = stall === null ? {} : { stall };
      await append([{ id, act: 'closure', mall, ...whose, on, note, details }]);
    }
    return closureWith(trx, id);
  });
}

/** How a closure ends. */
export interface ClosureEndOrder {
  readonly closure: string;
  readonly id: string;
  /** Its last day from now on; null takes all of it back. */
  readonly lastDay: string | null;
  readonly note: string;
}

/**
 * Takes a closure back, or puts one that ends earlier in its place: which then has another id.
 * @returns the one that stands; the one that was taken back where none does
 * @throws LapakError FEE_MATTER_UNKNOWN, FEE_MATTER_DONE, INPUT_INVALID, ACT_ID_REUSED
 */
export function endClosure(hub: FeeParts, by: string, order: ClosureEndOrder): Promise<FeeClosure> {
  const { closure: of, id, lastDay, note } = order;
  const on = hubToday(hub);
  const shortened = derivedId(id, 'closure');
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    const { mall, stall: named, why, from, to, text, isEnded } = await closureWith(trx, of);
    const stall = named?.stall ?? null;
    if (!(await isDone(id, 'closure-end', order))) {
      if (isEnded) throw new LapakError('FEE_MATTER_DONE', {});
      if (lastDay !== null && (lastDay < from || lastDay >= to)) {
        throw new LapakError('INPUT_INVALID', {});
      }
      const whose = { mall, ...(stall === null ? {} : { stall }), on };
      const details = { kind: 'end', of } as const;
      await append([{ ...whose, id, act: 'closure-end', note, details }]);
      if (lastDay !== null) {
        const closed = { kind: 'closure', why, from, to: lastDay } as const;
        await append([{ ...whose, id: shortened, act: 'closure', note: text, details: closed }]);
      }
    }
    return (await findClosure(trx, shortened)) ?? closureWith(trx, of);
  });
}

/** A closure by its id. @throws LapakError FEE_MATTER_UNKNOWN */
export async function closureWith(db: Kysely<HubTables>, id: string): Promise<FeeClosure> {
  const closure = await findClosure(db, id);
  if (!closure) throw new LapakError('FEE_MATTER_UNKNOWN', { id });
  return closure;
}

/** @throws LapakError INPUT_INVALID where days are turned round, or too many */
export function assertDays({ from, to }: Days): void {
  if (closureFault(from, to) !== null) throw new LapakError('INPUT_INVALID', {});
}
