import { sql } from 'kysely';
import {
  type Claim,
  CLAIMS_MAX,
  type ClaimSum,
  FOUND_MAX,
  type FoundState,
  type OpenClaims,
  type TenderPlace,
} from '../../../domain/payments/claim.ts';
import { rupiah } from '../../../domain/money.ts';
import { markOf } from '../../../domain/sync/place.ts';
import type { UtcMs } from '../../../domain/time.ts';
import { build } from '../database/build.ts';
import { all, first, prepare, type Tx } from '../database/run.ts';
import { isNotVoided, isVoided } from './open-claim-store.ts';

/** A claim, and where its sale lies. */
export interface PlacedClaim extends Claim {
  /** Position of the sale's record in the journal. */
  readonly record: number;
  /** `epoch.seq` of it. */
  readonly ref: string;
  /** Whether it was claimed when it was paid, or seen to have come by then. */
  readonly told: string | null;
  /** The row of a report by which it was found. */
  readonly rowHash: string | null;
}

/** A claim as a person sees it. */
export function shownClaim(placed: PlacedClaim): Claim {
  const { record: _record, ref: _ref, told: _told, rowHash: _hash, ...claim } = placed;
  return claim;
}

/** Open claims, the newest first. */
export function listOpen(tx: Tx, limit = CLAIMS_MAX): PlacedClaim[] {
  return openClaims.all(tx, { limit }).map(claimOf);
}

/** What was found out of claims since a time, but for voided sales; newest first, each once. */
export function listFound(tx: Tx, sinceMs: UtcMs): PlacedClaim[] {
  const places = foundPlaces.all(tx, { sinceMs, limit: FOUND_MAX });
  const found = places.flatMap((place) => findClaimed(tx, place) ?? []);
  return found.filter(({ record }) => !isVoided(tx, record));
}

/** Tenders by QRIS of own sales of some business dates, claimed or seen, but for voided sales. */
export function listQris(tx: Tx, from: string, to: string): PlacedClaim[] {
  return qrisOf.all(tx, { from, to }).map(claimOf);
}

/** Most tenders that a report is held against. */
const QRIS_MAX = 50_000;

/** The claim at this place; undefined of a tender that was never claimed. */
export function findClaimed(tx: Tx, place: TenderPlace): PlacedClaim | undefined {
  const found = claimAt.first(tx, place);
  return found && claimOf(found);
}

/** All open claims by kind, the largest sum first. */
export function sumOpen(tx: Tx): ClaimSum[] {
  return all(tx, openSums).map((sum) => ({ ...sum, amountRupiah: rupiah(sum.amountRupiah) }));
}

/** Business date of the oldest sale by QRIS with an open claim; null for none. */
export function oldestOpenDate(tx: Tx): string | null {
  return first(tx, oldestOpen)?.date ?? null;
}

/** Most shifts of which open claims are told apart. */
const SHIFTS_MAX = 50;

/** How many claims are open and what they come to, also by shift. */
export function countOpen(tx: Tx): OpenClaims {
  const rows = all(tx, openByShift).map(({ shift, count, amountRupiah }) => {
    return { shift, count, amountRupiah: rupiah(amountRupiah) };
  });
  const sum = (of: 'count' | 'amountRupiah') => rows.reduce((total, row) => total + row[of], 0);
  const shifts = rows.flatMap(({ shift, ...rest }) => (shift === null ? [] : { shift, ...rest }));
  return {
    count: sum('count'),
    amountRupiah: rupiah(sum('amountRupiah')),
    shifts: shifts.slice(0, SHIFTS_MAX),
  };
}

/** What was found out of the tenders of a sale, the newest of each. */
export function statesOfSale(tx: Tx, number: string): (FoundState & { tender: number })[] {
  return statesOf.all(tx, { number }).map(({ tender, ...row }) => ({ tender, ...foundOf(row) }));
}

/** What an act with this id told of, in its order. */
export function findAct(tx: Tx, uuid: string): ToldFinding[] {
  return ofAct.all(tx, { uuid });
}

/** What one act told of a tender. */
export interface ToldFinding extends TenderPlace {
  readonly state: FoundState['state'];
  readonly note: string;
  readonly reference: string;
}

interface StateRow {
  readonly state: FoundState['state'];
  readonly by: FoundState['by'];
  readonly foundReference: string | null;
  readonly note: string;
  readonly atMs: number;
  readonly finder: string;
}

type ClaimRow = Omit<Claim, 'amountRupiah' | 'found' | 'reference'> & {
  readonly record: number;
  readonly epoch: number;
  readonly seq: number;
  readonly amount: number;
  readonly told: string | null;
  readonly rowHash: string | null;
  readonly claimReference: string | null;
} & { readonly [K in keyof StateRow]: StateRow[K] | null };

function claimOf(row: ClaimRow): PlacedClaim {
  const { amount, epoch, seq, claimReference, state, by, foundReference, ...rest } = row;
  const { note, atMs, finder, ...claim } = rest;
  const isFound = state !== null && by !== null && note !== null && atMs !== null;
  return {
    ...claim,
    ref: markOf({ epoch, seq }),
    amountRupiah: rupiah(amount),
    reference: claimReference ?? '',
    found:
      isFound && finder !== null
        ? foundOf({ state, by, foundReference, note, atMs, finder })
        : null,
  };
}

function foundOf({ state, by, foundReference, note, atMs, finder }: StateRow): FoundState {
  return { state, by, reference: foundReference ?? '', note, atMs, cashier: finder };
}

/** Claims of sales with the newest that was found out of each. */
const claims = build
  .selectFrom('sale_tender as t')
  .innerJoin('sale as s', 's.record', 't.record')
  .innerJoin('journal_record as r', 'r.position', 't.record')
  .leftJoin('tender_state as n', (join) =>
    join.on('n.record', '=', (e) =>
      e
        .selectFrom('tender_state as newest')
        .select((of) => of.fn.max('newest.record').as('record'))
        .whereRef('newest.number', '=', 's.number')
        .whereRef('newest.tender', '=', 't.position'),
    ),
  )
  .select(['t.record', 's.number', 't.position as tender', 't.kind', 't.amount_rupiah as amount'])
  .select(['t.reference as claimReference', 's.sold_at_ms as soldAtMs', 'r.epoch'])
  .select(['r.seq', 's.offset_minutes as offsetMinutes', 's.business_date as businessDate'])
  .select(['s.cashier', 'n.state', 'n.found_by as by', 'n.reference as foundReference', 'n.note'])
  .select(['n.at_ms as atMs', 'n.cashier as finder', 't.state as told', 'n.row_hash as rowHash']);

const openClaims = prepare<{ limit: number }, ClaimRow>((given) =>
  claims
    .innerJoin('open_claim as o', (join) =>
      join.onRef('o.record', '=', 't.record').onRef('o.position', '=', 't.position'),
    )
    .orderBy('o.record', 'desc')
    .orderBy('o.position')
    .limit(given('limit')),
);

/** By what was told lately: no tender is read that nothing was told of. */
const foundPlaces = prepare<{ sinceMs: number; limit: number }, TenderPlace>((given) =>
  build
    .selectFrom('tender_state as n')
    .select(['n.number', 'n.tender'])
    .where('n.at_ms', '>=', given('sinceMs'))
    .where('n.state', '<>', 'claimed')
    .where('n.record', '=', (e) =>
      e
        .selectFrom('tender_state as newest')
        .select((of) => of.fn.max('newest.record').as('record'))
        .whereRef('newest.number', '=', 'n.number')
        .whereRef('newest.tender', '=', 'n.tender'),
    )
    .orderBy(sql`+n.record`, 'desc') // by the index of the time
    .limit(given('limit')),
);

const qrisOf = prepare<{ from: string; to: string }, ClaimRow>((given) =>
  claims
    .where('s.business_date', '>=', given('from'))
    .where('s.business_date', '<=', given('to'))
    .where('s.kind', '=', 'sale')
    .where('s.source', 'is', null)
    .where(isNotVoided)
    .where('t.kind', '=', 'qris')
    .where('t.amount_rupiah', '>', 0)
    .orderBy('t.record')
    .orderBy('t.position')
    .limit(QRIS_MAX),
);

const claimAt = prepare<TenderPlace, ClaimRow>((given) =>
  claims
    .where('s.number', '=', given('number'))
    .where('t.position', '=', given('tender'))
    .where('t.state', '=', 'claimed')
    .where('t.amount_rupiah', '>', 0)
    .where('s.kind', '=', 'sale'),
);

const open = build
  .selectFrom('open_claim as o')
  .innerJoin('sale_tender as t', (join) =>
    join.onRef('t.record', '=', 'o.record').onRef('t.position', '=', 'o.position'),
  )
  .innerJoin('sale as s', 's.record', 'o.record');

const openSums = open
  .select((e) => ['t.kind', e.fn.countAll<number>().as('count')])
  .select((e) => e.fn.sum<number>('t.amount_rupiah').as('amountRupiah'))
  .groupBy('t.kind')
  .orderBy('amountRupiah', 'desc')
  .orderBy('t.kind');

const oldestOpen = open
  .select((e) => e.fn.min<string | null>('s.business_date').as('date'))
  .where('t.kind', '=', 'qris');

const openByShift = open
  .select((e) => ['s.shift', e.fn.countAll<number>().as('count')])
  .select((e) => e.fn.sum<number>('t.amount_rupiah').as('amountRupiah'))
  .groupBy('s.shift')
  .orderBy('s.shift', 'desc');

const statesOf = prepare<{ number: string }, StateRow & { tender: number }>((given) =>
  build
    .selectFrom('tender_state as n')
    .select(['n.tender', 'n.state', 'n.found_by as by', 'n.reference as foundReference'])
    .select(['n.note', 'n.at_ms as atMs', 'n.cashier as finder'])
    .where('n.number', '=', given('number'))
    .where('n.record', 'in', (e) =>
      e
        .selectFrom('tender_state')
        .select((of) => of.fn.max('record').as('record'))
        .where('number', '=', given('number'))
        .groupBy('tender'),
    )
    .orderBy('n.tender'),
);

const ofAct = prepare<{ uuid: string }, ToldFinding>((given) =>
  build
    .selectFrom('tender_state')
    .select(['number', 'tender', 'state', 'note'])
    .select(sql<string>`coalesce(reference, '')`.as('reference'))
    .where('uuid', '=', given('uuid'))
    .orderBy('record'),
);
