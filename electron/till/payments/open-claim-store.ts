import { sql } from 'kysely';
import { parseMark } from '../../../domain/sync/place.ts';
import { build } from '../database/build.ts';
import { first, prepare, run, type Tx } from '../database/run.ts';
import { findPlaced } from '../journal/record-store.ts';
import type { SaleRows } from '../sales/project-sale.ts';
import type { OpenClaimTable } from './claim-tables.ts';
import type { TenderStateRows } from './project-tender-state.ts';

/** Brings along which claimed tenders are open, with the rows of a new record. */
export function noteClaims(tx: Tx, { sale, sale_tender, tender_state }: ClaimRows): void {
  const isSale = sale[0]?.kind === 'sale'; // what a refund pays out nobody waits for
  for (const { record, position, state, amount_rupiah } of isSale ? sale_tender : []) {
    if (state === 'claimed' && amount_rupiah > 0) openOne.run(tx, { record, position });
  }
  const voided = sale.find(({ kind }) => kind === 'void')?.ref;
  const ofVoid = voided ? saleOfMark(tx, voided) : undefined;
  if (ofVoid !== undefined) closeOfSale.run(tx, { record: ofVoid });
  for (const { number, tender, state } of tender_state) {
    const found = recordOf.first(tx, { number });
    if (!found) continue; // of no sale: verify says so
    const of = { record: found.record, position: tender };
    if (state === 'claimed' && !isVoided(tx, found.record)) openOne.run(tx, of);
    else closeOne.run(tx, of);
  }
}

type ClaimRows = Pick<SaleRows, 'sale' | 'sale_tender'> & TenderStateRows;

/** What of a sale's payment nobody has seen come: claimed still, or found missing. Rupiah */
export function unverifiedOf(tx: Tx, record: number): number {
  return unverified.first(tx, { record })?.rupiah ?? 0;
}

/** Whether the sale of a record was voided: its payments are no claims any more. */
export function isVoided(tx: Tx, record: number): boolean {
  return voidedOf.first(tx, { record })?.isVoided === 1;
}

/** Where the record of a mark is: `1.42`. */
function saleOfMark(tx: Tx, mark: string): number | undefined {
  const { epoch, seq } = parseMark(mark);
  return findPlaced(tx, epoch, seq)?.position;
}

/** Fills the empty table of open claims from all that is in the book. */
export function collectClaims(tx: Tx): void {
  run(tx, build.insertInto('open_claim').columns(['record', 'position']).expression(openOfBook));
}

/** Whether the open claims are not those that the book has. */
export function hasClaimDifference(tx: Tx): boolean {
  const kept = build.selectFrom('open_claim').select(['record', 'position']);
  const isMissing = first(tx, openOfBook.except(kept).limit(1)) !== undefined;
  return isMissing || first(tx, kept.except(openOfBook).limit(1)) !== undefined;
}

/** What is known of a tender by the newest record about it; of none null. */
const newestState = sql<string | null>`(
  select n.state from tender_state n
  where n.number = s.number and n.tender = t.position order by n.record desc limit 1)`;

/** The void of a sale `s`: what was never sold nobody waits for. */
const voidOf = sql<boolean>`(
  select 1 from journal_record r
  join sale v on v.ref is not null and v.ref = r.epoch || '.' || r.seq
  where r.position = s.record and v.kind = 'void')`;

/** Whether a sale `s` was not voided. */
export const isNotVoided = sql<boolean>`not exists ${voidOf}`;

/** Claimed tenders of sales of which nothing is known. */
const openOfBook = build
  .selectFrom('sale_tender as t')
  .innerJoin('sale as s', 's.record', 't.record')
  .select(['t.record', 't.position'])
  .where('t.state', '=', sql.lit('claimed')) // as the index says it
  .where('t.amount_rupiah', '>', 0)
  .where('s.kind', '=', 'sale')
  .where(isNotVoided)
  .where(sql<boolean>`coalesce(${newestState}, 'claimed') = 'claimed'`);

const openOne = prepare<OpenClaimTable>((given) =>
  build
    .insertInto('open_claim')
    .values({ record: given('record'), position: given('position') })
    .onConflict((conflict) => conflict.doNothing()),
);

const closeOne = prepare<OpenClaimTable>((given) =>
  build
    .deleteFrom('open_claim')
    .where('record', '=', given('record'))
    .where('position', '=', given('position')),
);

const closeOfSale = prepare<{ record: number }>((given) =>
  build.deleteFrom('open_claim').where('record', '=', given('record')),
);

const voidedOf = prepare<{ record: number }, { isVoided: number }>((given) =>
  build
    .selectFrom('sale as s')
    .select(sql<number>`exists ${voidOf}`.as('isVoided'))
    .where('s.record', '=', given('record')),
);

const unverified = prepare<{ record: number }, { rupiah: number }>((given) =>
  build
    .selectFrom('sale_tender as t')
    .innerJoin('sale as s', 's.record', 't.record')
    .select(sql<number>`coalesce(sum(t.amount_rupiah), 0)`.as('rupiah'))
    .where('t.record', '=', given('record'))
    .where('t.state', 'is not', null)
    .where(sql<boolean>`coalesce(${newestState}, t.state) <> 'verified'`),
);

const recordOf = prepare<{ number: string }, { record: number }>((given) =>
  build.selectFrom('sale').select('record').where('number', '=', given('number')),
);
