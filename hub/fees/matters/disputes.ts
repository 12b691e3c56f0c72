import type { Kysely } from 'kysely';
import { LapakError } from '../../../domain/errors.ts';
import type { FeeDetailsOf } from '../../../domain/fees/details.ts';
import type { CreditPart } from '../../../domain/fees/matters/credit-part.ts';
import type { FeeDispute } from '../../../domain/fees/matters/dispute-contract.ts';
import { creditOf } from '../../../domain/fees/matters/relief.ts';
import { MATTERS_PAGE_MAX, type NamedCharge } from '../../../domain/fees/matters/values.ts';
import type { HubTables } from '../../database/tables.ts';
import { readAs } from '../../database/transact.ts';
import { hubToday } from '../../reports/read-day.ts';
import { type FeeParts, writeFees } from '../write-fee.ts';
import { creditNote } from './credit-note.ts';
import { disputesBefore, findDispute, type KeptDispute, readingsWith } from './dispute-store.ts';
import { type ChargeOfStall, chargesOfPeriods, namedCharges } from './late-store.ts';
import type { FeeReader } from './notices.ts';
import { creditedMatters, creditedOf, creditsOfRelief } from './relief-look-store.ts';

/** All of a share. Basis points */
const WHOLE_BP = 10_000;

/** What stalls of a mall dispute, the newest first. */
export async function listDisputes(
  hub: FeeReader,
  { mall, state, cursor }: { mall: string; state: 'open' | 'all'; cursor: string },
): Promise<{ disputes: FeeDispute[]; nextCursor: string }> {
  const before = /^\d{1,15}$/.test(cursor) ? Number(cursor) : null;
  const limit = MATTERS_PAGE_MAX;
  return readAs(hub.database.db, 'every-stall', async (db) => {
    const found = await disputesBefore(db, { mall, isOpen: state === 'open', before, limit });
    const last = found.length < limit ? undefined : found.at(-1);
    const disputes = await describe(db, found);
    return { disputes, nextCursor: last ? String(last.position) : '' };
  });
}

/** How a dispute is answered. */
export interface SettlementOrder {
  readonly dispute: string;
  readonly id: string;
  readonly outcome: FeeDetailsOf<'dispute-settle'>['outcome'];
  /** The stall reads it. */
  readonly note: string;
}

/**
 * Answers a dispute, once.
 * @throws LapakError FEE_MATTER_UNKNOWN, FEE_MATTER_DONE, ACT_ID_REUSED
 */
export function settleDispute(
  hub: FeeParts,
  by: string,
  order: SettlementOrder,
): Promise<FeeDispute> {
  const { dispute: of, id, outcome, note } = order;
  const on = hubToday(hub);
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    const { mall, stall, outcome: before } = await disputeWith(trx, of);
    if (!(await isDone(id, 'dispute-settle', order))) {
      if (before !== null) throw new LapakError('FEE_MATTER_DONE', {});
      const details = { kind: 'dispute-settle', of, outcome } as const;
      await append([{ id, act: 'dispute-settle', mall, stall, on, note, details }]);
    }
    return shownDispute(trx, of);
  });
}

/** What a credit note of a dispute would be. @throws LapakError FEE_MATTER_UNKNOWN */
export async function offerCredit(
  hub: FeeReader,
  { dispute: of, shareBp }: { readonly dispute: string; readonly shareBp: number },
): Promise<CreditPart> {
  return readAs(hub.database.db, 'every-stall', async (db) => {
    const { charge } = await chargeOfDispute(db, await disputeWith(db, of));
    return partOf(db, charge, shareBp);
  });
}

/** A share of a disputed charge that is credited. */
export interface DisputeCreditOrder {
  readonly dispute: string;
  readonly id: string;
  readonly shareBp: number;
  readonly note: string;
}

/**
 * Makes the charge of a dispute that was upheld smaller, once.
 * @throws LapakError FEE_MATTER_UNKNOWN, FEE_MATTER_DONE, DISPUTE_NOT_UPHELD, MONTH_CLOSED,
 *   ACT_ID_REUSED
 */
export function creditDispute(
  hub: FeeParts,
  by: string,
  order: DisputeCreditOrder,
): Promise<CreditPart> {
  const { dispute: of, id, shareBp, note } = order;
  const on = hubToday(hub);
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    const dispute = await disputeWith(trx, of);
    const { mall, stall } = dispute;
    const { charge } = await chargeOfDispute(trx, dispute);
    if (!(await isDone(id, 'dispute-credit', order))) {
      if (dispute.outcome !== 'upheld') throw new LapakError('DISPUTE_NOT_UPHELD', {});
      const part = await partOf(trx, charge, shareBp);
      const isCredited = (await creditedMatters(trx, [of])).has(of);
      if (isCredited || part.credit === 0) throw new LapakError('FEE_MATTER_DONE', {});
      await append([creditNote({ id, mall, stall, on, note, of, parts: [part] })]);
    }
    const made = await creditsOfRelief(trx, of, [stall]);
    const credit = made.find((one) => one.act === id)?.amount ?? 0;
    const now = await chargeOfDispute(trx, dispute);
    return { ...withoutStall(now.charge), credit };
  });
}

async function shownDispute(db: Kysely<HubTables>, id: string): Promise<FeeDispute> {
  const [shown] = await describe(db, [await disputeWith(db, id)]);
  if (!shown) throw new LapakError('FEE_MATTER_UNKNOWN', { id });
  return shown;
}

/** @throws LapakError FEE_MATTER_UNKNOWN */
async function disputeWith(db: Kysely<HubTables>, id: string): Promise<KeptDispute> {
  const dispute = await findDispute(db, id);
  if (!dispute) throw new LapakError('FEE_MATTER_UNKNOWN', { id });
  return dispute;
}

/** @throws LapakError FEE_MATTER_UNKNOWN where what is disputed was not charged */
async function chargeOfDispute(
  db: Kysely<HubTables>,
  dispute: KeptDispute,
): Promise<{ readonly charge: ChargeOfStall }> {
  const charge = (await disputedThings(db, [dispute])).get(dispute.id)?.charge;
  if (!charge) throw new LapakError('FEE_MATTER_UNKNOWN', { id: dispute.about });
  return { charge };
}

async function partOf(
  db: Kysely<HubTables>,
  charge: ChargeOfStall,
  shareBp: number,
): Promise<CreditPart> {
  const taken = await creditedOf(db, [charge.stall], [charge.charge]);
  const credited = taken.get(charge.charge) ?? 0;
  const credit = creditOf({ amount: charge.amount, credited }, shareBp, WHOLE_BP);
  return { ...withoutStall(charge), credit };
}

async function describe(
  db: Kysely<HubTables>,
  disputes: readonly KeptDispute[],
): Promise<FeeDispute[]> {
  const things = await disputedThings(db, disputes);
  const credited = await creditedMatters(
    db,
    disputes.map(({ id }) => id),
  );
  return disputes.map((kept) => {
    const { mall: _, about: __, position: ___, ...dispute } = kept;
    const { charge = null, reading = null } = things.get(dispute.id) ?? {};
    return {
      ...dispute,
      charge: charge && withoutStall(charge),
      reading,
      isCredited: credited.has(dispute.id),
    };
  });
}

interface Disputed {
  readonly charge: ChargeOfStall | null;
  readonly reading: FeeDispute['reading'];
}

/** What each dispute is about: a reading has the electricity of its month beside it. */
async function disputedThings(
  db: Kysely<HubTables>,
  disputes: readonly KeptDispute[],
): Promise<Map<string, Disputed>> {
  const ids = disputes.map(({ about }) => about);
  const charges = await namedCharges(db, ids);
  const readings = await readingsWith(db, ids);
  const periods = [...new Set([...readings.values()].map(({ period }) => period))];
  const stalls = [...new Set(disputes.map(({ stall }) => stall))];
  const metered =
    periods.length === 0 ? [] : await chargesOfPeriods(db, stalls, periods, ['electricity']);
  const thingOf = ({ about, stall }: KeptDispute): Disputed => {
    const found = readings.get(about);
    if (!found) return { charge: charges.get(about) ?? null, reading: null };
    const { stall: _, ...reading } = found;
    const charge = metered.find((one) => one.stall === stall && one.period === found.period);
    return { charge: charge ?? null, reading };
  };
  return new Map(disputes.map((dispute) => [dispute.id, thingOf(dispute)]));
}

function withoutStall(of: ChargeOfStall): NamedCharge {
  const { stall: _, ...charge } = of;
  return charge;
}
