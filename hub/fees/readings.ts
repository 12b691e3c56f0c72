import { checkReading } from '../../domain/fees/check-reading.ts';
import { EndDetails, type FeeDetailsOf } from '../../domain/fees/details.ts';
import { type Reading, type ReadStall } from '../../domain/fees/manage/meter-calls.ts';
import { FEE_PAGE_MAX } from '../../domain/fees/manage/shapes.ts';
import { LapakError } from '../../domain/errors.ts';
import { assert } from '../../domain/assert.ts';
import { readAs } from '../database/transact.ts';
import { findAct } from './act-store.ts';
import { actOfStall, type Asked, type Doing } from './act-of-stall.ts';
import { chargedKinds } from './charge-store.ts';
import { readPhoto } from './matters/photo.ts';
import { savePhoto } from './matters/photo-store.ts';
import { assertMall } from './matters/place-store.ts';
import {
  readingAfter,
  readingBy,
  readingOf,
  readUntil,
  stallsToRead,
  sumReadings,
} from './reading-store.ts';

/** What a meter showed, as it is typed in. Thousandths of a kWh. */
export interface TypedReading {
  readonly period: string;
  readonly meter: string;
  readonly from: number | null;
  readonly to: number;
  readonly rollover: number | null;
  readonly isEstimate: boolean;
  /** A JPEG or PNG as base64; null for none. */
  readonly photo: string | null;
  readonly isConfirmed: boolean;
}

/**
 * Takes the reading of a meter; of its photo the record has the hash.
 * @throws LapakError as actOfStall() and checkReading(), READING_THERE, PHOTO_WRONG
 */
export async function takeReading(
  doing: Doing,
  { isConfirmed, ...asked }: Asked & TypedReading,
): Promise<Reading> {
  const { stall, period, meter, to, rollover, isEstimate } = asked;
  const photo = readPhoto(asked.photo);
  await actOfStall(doing, 'takeReading', asked, async ({ trx, draft }) => {
    const until = (await readUntil(trx, [stall], period)).get(stall);
    if (until?.reading) throw new LapakError('READING_THERE', { stall, period });
    const { last = null, usual = null } = until ?? {};
    const after = await readingAfter(trx, stall, period);
    // Another meter begins anew: its counter has nothing to do with the last one's.
    const isSame = !last || meter === '' || meter === last.meter;
    const before = isSame ? (last?.to ?? null) : null;
    const details: FeeDetailsOf<'reading'> = {
      kind: 'reading',
      period,
      meter: meter === '' ? (last?.meter ?? after?.meter ?? '') : meter,
      // What a counter showed before it was read first nobody knows: it begins there.
      from: asked.from ?? before ?? (last ? 0 : to),
      to,
      isEstimate,
      ...(rollover === null ? {} : { rollover }),
      ...(photo === null ? {} : { photo: photo.sha256 }),
    };
    const next = after?.meter === details.meter ? after : null;
    checkReading(details, { last: before, usual, next }, isConfirmed);
    if (photo) await savePhoto(trx, photo, { stall, nowMs: doing.hub.clock() });
    return [draft({ act: 'reading', details })];
  });
  return readingOfAct(doing, asked.id);
}

async function readingOfAct({ hub }: Doing, act: string): Promise<Reading> {
  const reading = await readAs(hub.database.db, 'every-stall', (db) => readingBy(db, act));
  assert(reading !== undefined, 'a reading that was taken is there');
  return reading;
}

/**
 * Takes a reading back, as if it had not been taken.
 * @throws LapakError as actOfStall(), READING_NONE, READING_CHARGED
 */
export async function takeBackReading(
  doing: Doing,
  asked: Asked & { readonly period: string },
): Promise<Reading> {
  const { stall, period } = asked;
  await actOfStall(doing, 'takeBackReading', asked, async ({ trx, draft }) => {
    const found = await readingOf(trx, stall, period);
    if (!found) throw new LapakError('READING_NONE', { stall, period });
    const charged = await chargedKinds(trx, stall, period);
    if (charged.has('electricity')) throw new LapakError('READING_CHARGED', { period });
    return [draft({ act: 'reverse', details: { kind: 'end', of: found.id } })];
  });
  const act = await readAs(doing.hub.database.db, 'every-stall', (db) => findAct(db, asked.id));
  const { of } = EndDetails.parse(JSON.parse(act?.details ?? ''));
  return readingOfAct(doing, of);
}

/** Which page of the round of readings of a month. */
export interface RoundAsked {
  readonly mall: string;
  readonly period: string;
  readonly text: string;
  readonly cursor: string;
}

/** The stalls of a mall in the round of readings of a month. @throws LapakError MALL_UNKNOWN */
export function readRound({ database }: Pick<Doing['hub'], 'database'>, asked: RoundAsked) {
  const { mall, period, cursor: after } = asked;
  return readAs(database.reports, 'every-stall', async (db) => {
    await assertMall(db, mall);
    const page = await stallsToRead(db, asked, { after, limit: FEE_PAGE_MAX + 1 });
    const shown = page.slice(0, FEE_PAGE_MAX);
    const read = await readUntil(
      db,
      shown.map(({ stall }) => stall),
      period,
    );
    const stalls = shown.map((named): ReadStall => {
      const none = { reading: null, last: null, usual: null };
      return { ...named, ...(read.get(named.stall) ?? none) };
    });
    const sums = after === '' ? await sumReadings(db, mall, period) : null;
    return {
      sums,
      stalls,
      nextCursor: page.length > FEE_PAGE_MAX ? (shown.at(-1)?.stall ?? '') : '',
    };
  });
}
