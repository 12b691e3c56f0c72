import type { Kysely } from 'kysely';
import { assert } from '../../../domain/assert.ts';
import { LapakError } from '../../../domain/errors.ts';
import { isResting } from '../../../domain/fees/instalments.ts';
import { type FeeDetailsOf, NOTICE_LINES_MAX } from '../../../domain/fees/details.ts';
import { type NoticeLevel, noticeLevels } from '../../../domain/fees/kinds.ts';
import {
  type NextNotice,
  nextNotice,
  noticeNumber,
  noticeRules,
} from '../../../domain/fees/matters/next-notice.ts';
import type {
  DueNotice,
  FeeNotice,
  HoldReason,
  NoticePaper,
} from '../../../domain/fees/matters/notice-contract.ts';
import { MATTERS_PAGE_MAX } from '../../../domain/fees/matters/values.ts';
import { periodOf } from '../../../domain/fees/period.ts';
import { remarkOf } from '../../../domain/fees/remark.ts';
import { addDays } from '../../../domain/time.ts';
import type { HubTables } from '../../database/tables.ts';
import { readAs } from '../../database/transact.ts';
import type { Hub } from '../../hub.ts';
import { hubToday } from '../../reports/read-day.ts';
import { runningInstalments } from '../instalments-store.ts';
import { type FeeParts, writeFees } from '../write-fee.ts';
import {
  type ChargeOfStall,
  disputedOf,
  lateStalls,
  namedCharges,
  overdueCharges,
} from './late-store.ts';
import {
  findNotice,
  type KeptNotice,
  newestNotices,
  nextNumbers,
  noticesBefore,
} from './notice-store.ts';
import { readPhoto } from './photo.ts';
import { savePhoto } from './photo-store.ts';
import { assertMall, mallName, namesOfStalls, stallOfMall } from './place-store.ts';

/** What reading of fees needs of the hub. */
export type FeeReader = Pick<Hub, 'database' | 'clock'>;

/** Stalls that are late, by code, and which letter is next. @throws LapakError MALL_UNKNOWN */
export async function listDue(
  hub: FeeReader,
  { mall, cursor }: { readonly mall: string; readonly cursor: string },
): Promise<{ due: DueNotice[]; nextCursor: string }> {
  const on = hubToday(hub);
  return readAs(hub.database.db, 'every-stall', async (db) => {
    await assertMall(db, mall);
    const limit = MATTERS_PAGE_MAX;
    const stalls = await lateStalls(db, { mall, on, after: cursor, limit });
    const names = await namesOfStalls(db, stalls);
    const next = await nextOf(db, stalls, on);
    const due = stalls.map((stall): DueNotice => {
      const [found, named] = [next.get(stall), names.get(stall)];
      assert(found !== undefined && named !== undefined, 'each stall was looked at');
      const { about: _, last, ...rest } = found;
      return { ...named, ...rest, last: last && shownNotice(last) };
    });
    return { due, nextCursor: stalls.length < limit ? '' : (stalls.at(-1) ?? '') };
  });
}

/** Letters that were written, the newest first. */
export async function listNotices(
  hub: FeeReader,
  { mall, stall, cursor }: { mall: string; stall?: string | undefined; cursor: string },
): Promise<{ notices: FeeNotice[]; nextCursor: string }> {
  const before = /^\d{1,15}$/.test(cursor) ? Number(cursor) : null;
  const limit = MATTERS_PAGE_MAX;
  const found = await readAs(hub.database.db, 'every-stall', (db) =>
    noticesBefore(db, { mall, stall, before, limit }),
  );
  const last = found.length < limit ? undefined : found.at(-1);
  return { notices: found.map(shownNotice), nextCursor: last ? String(last.position) : '' };
}

/** What a letter says. @throws LapakError FEE_MATTER_UNKNOWN */
export async function readNotice(hub: FeeReader, id: string): Promise<NoticePaper> {
  return readAs(hub.database.db, 'every-stall', async (db) => {
    const notice = await noticeWith(db, id);
    const { mall, stall, on, about } = notice;
    const standing = await namedCharges(
      db,
      about.map(({ charge }) => charge),
    );
    const openNow = [...standing.values()].reduce((sum, { open }) => sum + open, 0);
    return {
      ...shownNotice(notice),
      mall,
      mallName: await mallName(db, mall),
      charges: about,
      remark: remarkOf(stall, periodOf(on)),
      earlier: await lettersBefore(db, notice),
      openNow,
    };
  });
}

/** The letters that a letter follows, the oldest first: each is one step milder than the next. */
async function lettersBefore(
  db: Kysely<HubTables>,
  { mall, stall, level, position }: KeptNotice,
): Promise<NoticePaper['earlier']> {
  const milder = noticeLevels.slice(0, noticeLevels.indexOf(level)).toReversed();
  if (milder.length === 0) return [];
  const before = await noticesBefore(db, {
    mall,
    stall,
    before: position,
    limit: milder.length,
  });
  const others = before.findIndex((letter, at) => letter.level !== milder[at]);
  return before
    .slice(0, others < 0 ? before.length : others)
    .map(({ level: was, paperNumber, on }) => ({ level: was, paperNumber, on }))
    .toReversed();
}

/** Letters to write, each under an id of its own. */
export interface NoticesOrder {
  readonly mall: string;
  readonly stalls: readonly { readonly id: string; readonly stall: string }[];
}

/** Letters that were written, and stalls that get none now. */
interface IssuedNotices {
  readonly issued: FeeNotice[];
  readonly held: { stall: string; reason: HoldReason }[];
}

/**
 * Writes the next letter of each stall, once for each id; of one that gets none now, why.
 * @throws LapakError MALL_UNKNOWN, STALL_UNKNOWN, ACT_ID_REUSED
 */
export function issueNotices(
  hub: FeeParts,
  by: string,
  { mall, stalls }: NoticesOrder,
): Promise<IssuedNotices> {
  const on = hubToday(hub);
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    await assertMall(trx, mall);
    const codes = [...new Set(stalls.map(({ stall }) => stall))];
    for (const stall of codes) await stallOfMall(trx, stall, mall);
    const next = await nextOf(trx, codes, on);
    const numberOf = await nextNumbers(trx, mall, Number(on.slice(0, 4)));
    const written = new Set<string>();
    const held: IssuedNotices['held'] = [];
    for (const { id, stall } of stalls) {
      if (await isDone(id, 'notice', { mall, stall })) continue;
      const found = next.get(stall);
      assert(found !== undefined, 'each stall was looked at');
      const reason = written.has(stall) ? 'not-delivered' : found.hold;
      if (found.level === null || reason !== null) {
        held.push({ stall, reason: reason ?? 'last-level' });
        continue;
      }
      written.add(stall);
      const details = letterOf({ ...found, level: found.level }, { mall, on, numberOf });
      await append([{ id, act: 'notice', mall, stall, on, note: '', details }]);
    }
    const issued: FeeNotice[] = [];
    for (const { id } of stalls) {
      const notice = await findNotice(trx, id);
      if (notice) issued.push(shownNotice(notice));
    }
    return { issued, held };
  });
}

type LateCharge = ChargeOfStall & { readonly isDisputed: boolean };

interface LetterFacts {
  readonly mall: string;
  readonly on: string;
  readonly numberOf: (level: NoticeLevel) => number;
}

function letterOf(
  { level, about }: NextNotice<KeptNotice, LateCharge> & { readonly level: NoticeLevel },
  { mall, on, numberOf }: LetterFacts,
): FeeDetailsOf<'notice'> {
  const year = Number(on.slice(0, 4));
  const lines = about.slice(0, NOTICE_LINES_MAX).map(({ charge, period, kind, due, open }) => {
    return { charge, period, kind, due, open };
  });
  return {
    kind: 'notice',
    level,
    number: noticeNumber(level, { mall, year, number: numberOf(level) }),
    owed: lines.reduce((sum, { open }) => sum + open, 0),
    about: lines,
    until: addDays(on, noticeRules[level].payWithinDays),
  };
}

/** How a letter was handed over. */
export interface DeliveryOrder {
  readonly notice: string;
  readonly id: string;
  readonly how: FeeDetailsOf<'delivery'>['how'];
  readonly on: string;
  readonly note: string;
  /** Base64; null for none. */
  readonly photo: string | null;
}

/**
 * Notes that a letter was handed over, once.
 * @throws LapakError FEE_MATTER_UNKNOWN, FEE_MATTER_DONE, FEE_DATE_AHEAD, PHOTO_WRONG,
 *   ACT_ID_REUSED
 */
export async function deliverNotice(
  hub: FeeParts,
  by: string,
  order: DeliveryOrder,
): Promise<FeeNotice> {
  const { notice: of, id, how, on, note, photo: given } = order;
  const photo = readPhoto(given);
  return writeFees(hub, by, async ({ trx, nowMs, append, isDone }) => {
    const notice = await noticeWith(trx, of);
    const { mall, stall } = notice;
    if (await isDone(id, 'delivery', order)) return shownNotice(notice);
    if (notice.deliveredOn !== null) throw new LapakError('FEE_MATTER_DONE', {});
    if (on > hubToday(hub)) throw new LapakError('FEE_DATE_AHEAD', { on });
    if (on < notice.on) throw new LapakError('INPUT_INVALID', {});
    if (photo) await savePhoto(trx, photo, { stall, nowMs });
    const picture = photo ? { photo: photo.sha256 } : {};
    const details = { kind: 'delivery', of, how, ...picture } as const;
    await append([{ id, act: 'delivery', mall, stall, on, note, details }]);
    return shownNotice(await noticeWith(trx, of));
  });
}

/** @throws LapakError FEE_MATTER_UNKNOWN */
async function noticeWith(db: Kysely<HubTables>, id: string): Promise<KeptNotice> {
  const notice = await findNotice(db, id);
  if (!notice) throw new LapakError('FEE_MATTER_UNKNOWN', { id });
  return notice;
}

/** What letter each of these stalls gets next on a date. */
async function nextOf(
  db: Kysely<HubTables>,
  stalls: readonly string[],
  on: string,
): Promise<Map<string, NextNotice<KeptNotice, LateCharge>>> {
  const charges = await overdueCharges(db, stalls, on);
  const isDisputed = await disputedOf(db, stalls);
  const running = await runningInstalments(db, { stalls });
  const kept = running.filter(({ parts, paid }) => isResting(parts, paid, on));
  const paying = new Set(kept.map(({ stall }) => stall));
  const newest = await newestNotices(db, stalls);
  const ofStall = Map.groupBy(charges, ({ stall }) => stall);
  return new Map(
    stalls.map((stall) => {
      const overdue = (ofStall.get(stall) ?? []).map((charge) => {
        return { ...charge, isDisputed: isDisputed(charge) };
      });
      const isPaying = paying.has(stall);
      const last = newest.get(stall) ?? null;
      return [stall, nextNotice({ charges: overdue, isPaying, last }, on)];
    }),
  );
}

/** A letter as the contract has it. */
function shownNotice(kept: KeptNotice): FeeNotice {
  const { about: _, position: __, mall: ___, ...notice } = kept;
  return notice;
}
