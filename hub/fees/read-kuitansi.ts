import { FEE_PAGE_MAX } from '../../domain/fees/manage/shapes.ts';
import type { Kuitansi, KuitansiLine } from '../../domain/fees/manage/paper-calls.ts';
import { LapakError } from '../../domain/errors.ts';
import { signKuitansi } from '../../node/crypto/kuitansi.ts';
import { readAs, transact } from '../database/transact.ts';
import { type Doing } from './act-of-stall.ts';
import { hubDate } from '../reports/read-day.ts';
import {
  findKuitansi,
  pageOfKuitansi,
  refundedOf,
  saveGiving,
  sumKuitansi,
} from './kuitansi-store.ts';
import { paidFor } from './goes-to-store.ts';
import { assertMall } from './matters/place-store.ts';
import type { FeeParts } from './write-fee.ts';
import { memberOn } from './stall-store.ts';

/** Letters of a leaf that a code has. */
const LEAF_LETTERS = 16;

type Reader = Pick<FeeParts, 'database'>;

/** Which page of the kuitansi of a mall. */
export interface KuitansiAsked {
  readonly mall: string;
  readonly text: string;
  readonly period: string | null;
  readonly cursor: string;
}

/** The kuitansi of a mall, the newest first. @throws LapakError MALL_UNKNOWN */
export function listKuitansi({ database }: Reader, { cursor, ...asked }: KuitansiAsked) {
  return readAs(database.reports, 'every-stall', async (db) => {
    await assertMall(db, asked.mall);
    const page = { ...asked, before: parseCursor(cursor), limit: FEE_PAGE_MAX + 1 };
    const rows = await pageOfKuitansi(db, page);
    const shown = rows.slice(0, FEE_PAGE_MAX);
    const last = rows.length > FEE_PAGE_MAX ? shown.at(-1) : undefined;
    return {
      sums: cursor === '' ? await sumKuitansi(db, asked) : null,
      kuitansi: shown.map(({ line }): KuitansiLine => line),
      nextCursor: last ? `${last.year}.${last.number}` : '',
    };
  });
}

/**
 * All that the paper of a kuitansi says. One that was taken back has no code: it would be genuine.
 * @param origin where the page that checks it is reached: `https://hub.example`
 * @param id of its payment
 * @throws LapakError KUITANSI_UNKNOWN
 */
export function readKuitansi(
  { database, identity }: Pick<FeeParts, 'database' | 'identity'>,
  origin: string,
  id: string,
): Promise<Kuitansi> {
  return readAs(database.reports, 'every-stall', async (db) => {
    const found = await findKuitansi(db, id);
    if (!found) throw new LapakError('KUITANSI_UNKNOWN', {});
    const { used, leaf, reversedBy, ...kuitansi } = found;
    const { kuitansi: number, on, stall, amount: amountRupiah } = kuitansi;
    const leaf16 = leaf.toString('hex').slice(0, LEAF_LETTERS);
    const signed = { number, on, stall, amountRupiah, leaf16 };
    return {
      ...kuitansi,
      memberName: await memberOn(db, kuitansi.stall, kuitansi.on),
      paidFor: await paidFor(db, id, reversedBy),
      advance: kuitansi.isReversed ? 0 : kuitansi.amount - used,
      refunded: await refundedOf(db, id),
      code: kuitansi.isReversed ? null : signKuitansi(identity.key, origin, signed),
    };
  });
}

/**
 * A kuitansi is given out: saved, printed or sent. The first time is kept; its paper is a copy from
 * then on, whoever opens it, wherever.
 * @param id of its payment
 * @returns when it first was, and whether that was this time
 * @throws LapakError KUITANSI_UNKNOWN
 */
export async function giveKuitansi(
  { hub: { database, clock }, by }: Doing,
  id: string,
): Promise<{ readonly givenOn: string; readonly isFirst: boolean }> {
  const atMs = clock();
  const giving = { id, on: hubDate(atMs), by, atMs };
  const given = await transact(database, 'every-stall', (trx) => saveGiving(trx, giving));
  if (given === undefined) throw new LapakError('KUITANSI_UNKNOWN', {});
  return given;
}

function parseCursor(cursor: string) {
  const [, year, number] = /^(\d{4})\.(\d{1,9})$/.exec(cursor) ?? [];
  return year && number ? { year: Number(year), number: Number(number) } : null;
}
