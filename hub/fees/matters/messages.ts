import type { Kysely } from 'kysely';
import { LapakError } from '../../../domain/errors.ts';
import { isPayment } from '../../../domain/fees/kinds.ts';
import type { StallMessage } from '../../../domain/fees/matters/message-contract.ts';
import { MATTERS_PAGE_MAX } from '../../../domain/fees/matters/values.ts';
import type { HubTables } from '../../database/tables.ts';
import { readAs, type Tx } from '../../database/transact.ts';
import { hubToday } from '../../reports/read-day.ts';
import { creditsWith } from '../booked-store.ts';
import { type FeeParts, writeFees } from '../write-fee.ts';
import { actsWith, type KnownAct } from './act-store.ts';
import { findCome } from './claims-come.ts';
import { creditsOfAnswers } from './come-store.ts';
import {
  findMessage,
  type MessagesWanted,
  messagesAfter,
  type NamedMessage,
  seenBy,
} from './message-store.ts';
import type { FeeReader } from './notices.ts';
import { type PhotoType, typeOfPhoto } from './photo.ts';
import { findPhoto } from './photo-store.ts';
import { stallOfMall, stallsAfter } from './place-store.ts';

/** Which messages. */
export interface MessagesOf extends Pick<MessagesWanted, 'mall' | 'kind'> {
  readonly state: 'waiting' | 'all';
  readonly cursor: string;
}

/** What tills said, the oldest first, and what became of it. */
export async function listMessages(
  hub: FeeReader,
  { mall, state, kind, cursor }: MessagesOf,
): Promise<{ messages: StallMessage[]; nextCursor: string }> {
  const [, atMs, id] = /^(\d{1,15}) ([0-9a-f-]{36})$/.exec(cursor) ?? [];
  const after = id === undefined ? null : { receivedAtMs: Number(atMs), id };
  const limit = MATTERS_PAGE_MAX;
  return readAs(hub.database.db, 'every-stall', async (db) => {
    const isWaiting = state === 'waiting';
    const found = await messagesAfter(db, { mall, isWaiting, kind, after, limit });
    const last = found.length < limit ? undefined : found.at(-1);
    const nextCursor = last ? `${last.receivedAtMs} ${last.id}` : '';
    return { messages: await describe(db, found), nextCursor };
  });
}

/** How a claim is answered. */
export interface ClaimOrder {
  readonly message: string;
  readonly id: string;
  readonly outcome: 'booked' | 'refused';
  /** Id of the credit that it was booked as; null where it was refused. */
  readonly credit: string | null;
  /** The stall reads it. */
  readonly note: string;
}

/**
 * Answers a claim, once.
 * @throws LapakError FEE_MATTER_UNKNOWN, FEE_MATTER_DONE, ACT_ID_REUSED, CREDIT_UNKNOWN for what
 *   is no payment of the stall, or was reversed, CLAIM_PAYMENT_USED
 */
export function settleClaim(hub: FeeParts, by: string, order: ClaimOrder): Promise<StallMessage> {
  const { message: of, id, outcome, credit, note } = order;
  const on = hubToday(hub);
  return writeFees(hub, by, async ({ trx, append, isDone }) => {
    const { mall, stall, answeredBy } = await claimWith(trx, of);
    if (!(await isDone(id, 'claim-settle', order))) {
      if (answeredBy !== null) throw new LapakError('FEE_MATTER_DONE', {});
      if (credit !== null) await assertFree(trx, stall, credit);
      const booked = credit === null ? {} : { credit };
      const details = { kind: 'claim', of, outcome, ...booked } as const;
      await append([{ id, act: 'claim-settle', mall, stall, on, note, details }]);
    }
    const [shown] = await describe(trx, [await claimWith(trx, of)]);
    if (!shown) throw new LapakError('FEE_MATTER_UNKNOWN', { id: of });
    return shown;
  });
}

/** A picture by its hash. @throws LapakError FEE_MATTER_UNKNOWN */
export async function showPhoto(
  hub: FeeReader,
  sha256: string,
): Promise<{ type: PhotoType; bytes: string }> {
  const bytes = await readAs(hub.database.db, 'every-stall', (db) => findPhoto(db, sha256));
  const type = bytes && typeOfPhoto(bytes);
  if (!bytes || !type) throw new LapakError('FEE_MATTER_UNKNOWN', { id: sha256 });
  return { type, bytes: bytes.toString('base64') };
}

/** Which stalls have seen a plan or a letter. @throws LapakError FEE_MATTER_UNKNOWN */
export async function listSeen(
  hub: FeeReader,
  { act: id, cursor }: { readonly act: string; readonly cursor: string },
): Promise<{
  stalls: { stall: string; name: string; number: string; seenOn: string | null }[];
  nextCursor: string;
}> {
  const limit = MATTERS_PAGE_MAX;
  return readAs(hub.database.db, 'every-stall', async (db) => {
    const act = (await actsWith(db, [id])).get(id);
    if (act?.act !== 'plan-set' && act?.act !== 'notice') {
      throw new LapakError('FEE_MATTER_UNKNOWN', { id });
    }
    const { mall, stall } = act;
    const stalls =
      stall === null ? await stallsAfter(db, mall, cursor, limit) : [await stallOfMall(db, stall)];
    const seen = await seenBy(
      db,
      id,
      stalls.map((one) => one.stall),
    );
    const last = stall !== null || stalls.length < limit ? undefined : stalls.at(-1);
    return {
      stalls: stalls.map((one) => {
        const { mall: _, ...named } = one;
        return { ...named, seenOn: seen.get(named.stall) ?? null };
      }),
      nextCursor: last?.stall ?? '',
    };
  });
}

interface NamedClaim extends NamedMessage {
  readonly said: Extract<NamedMessage['said'], { kind: 'claim' }>;
}

/** A claim by the id of its message. @throws LapakError FEE_MATTER_UNKNOWN */
export async function claimWith(db: Kysely<HubTables>, id: string): Promise<NamedClaim> {
  const message = await findMessage(db, id);
  const { said } = message ?? {};
  if (!message || said?.kind !== 'claim') throw new LapakError('FEE_MATTER_UNKNOWN', { id });
  return { ...message, said };
}

/** @throws LapakError CREDIT_UNKNOWN, CLAIM_PAYMENT_USED where it answered another claim */
async function assertFree(trx: Tx, stall: string, id: string): Promise<void> {
  const [credit] = await creditsWith(trx, [id]);
  const isIts = credit?.stall === stall && isPayment(credit.kind) && !credit.isReversed;
  if (!isIts) throw new LapakError('CREDIT_UNKNOWN', {});
  const answers = await creditsOfAnswers(trx, [stall], 0);
  if (answers.has(id)) throw new LapakError('CLAIM_PAYMENT_USED', {});
}

async function describe(
  db: Kysely<HubTables>,
  messages: readonly NamedMessage[],
): Promise<StallMessage[]> {
  const answers = await actsWith(
    db,
    messages.flatMap(({ answeredBy }) => (answeredBy === null ? [] : [answeredBy])),
  );
  const come = await findCome(db, messages);
  return messages.map((kept) => {
    const { mall: _, device: __, answeredBy, ...message } = kept;
    const act = answeredBy === null ? undefined : answers.get(answeredBy);
    const { id: credit = '', kuitansi = '', on = '' } = come.get(kept.id) ?? {};
    const came = credit === '' ? null : { credit, kuitansi, on };
    return { ...message, answer: act ? answerOf(act) : null, came };
  });
}

/** What a till said is not said again as its answer. */
function answerOf({ details, on, by, note }: KnownAct): NonNullable<StallMessage['answer']> {
  if (details?.kind === 'claim') return { outcome: details.outcome, on, by, note };
  return { outcome: 'booked', on, by, note: '' };
}
