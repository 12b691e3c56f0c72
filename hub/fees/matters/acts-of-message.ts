import type { FeeDraft } from '../../../domain/fees/body.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { FeeMessageContent } from '../../../domain/fees/messages-contract.ts';
import type { Tx } from '../../database/transact.ts';
import { THE_PROGRAM } from '../../journal/append-act.ts';
import { actsAt, type KnownAct } from './act-store.ts';
import { findClosure } from './closure-look-store.ts';
import { derivedId } from '../derived-id.ts';
import { isDisputed, readingsWith } from './dispute-store.ts';
import { namedCharges } from './late-store.ts';
import { seenBy } from './message-store.ts';

/** Who says something, and when. */
export interface SayingStall {
  /** Of the message, and of the first act that is booked of it. */
  readonly id: string;
  readonly stall: string;
  readonly mall: string;
  readonly on: string;
  /** SHA-256 of the picture; null for none. */
  readonly photo: string | null;
}

/**
 * The acts that are booked of what a till says: none of a claim, which a manager answers.
 * @throws LapakError FEE_MATTER_UNKNOWN for what is another stall's too, FEE_MATTER_DONE,
 *   DISPUTE_OPEN
 */
export async function actsOfMessage(
  trx: Tx,
  saying: SayingStall,
  said: FeeMessageContent,
): Promise<FeeDraft[]> {
  const { id, stall, mall, on, photo } = saying;
  const common = { id, mall, stall, on };
  switch (said.kind) {
    case 'claim':
      return [];
    case 'dispute': {
      const { about, text: note } = said;
      await assertDisputable(trx, stall, about);
      const picture = photo === null ? {} : { photo };
      return [{ ...common, act: 'dispute', note, details: { kind: 'dispute', about, ...picture } }];
    }
    case 'closure': {
      const { why, from, to, text: note } = said;
      return [{ ...common, act: 'closure', note, details: { kind: 'closure', why, from, to } }];
    }
    case 'closure-end': {
      const { of, text: note } = said;
      await assertOwnClosure(trx, stall, of);
      return [{ ...common, act: 'closure-end', note, details: { kind: 'end', of } }];
    }
    case 'seen':
      return deliveriesOf(trx, saying, said.positions);
  }
}

/** @throws LapakError FEE_MATTER_UNKNOWN, DISPUTE_OPEN */
async function assertDisputable(trx: Tx, stall: string, about: string): Promise<void> {
  const charge = (await namedCharges(trx, [about])).get(about);
  const reading = (await readingsWith(trx, [about])).get(about);
  if (charge?.stall !== stall && reading?.stall !== stall) {
    throw new LapakError('FEE_MATTER_UNKNOWN', { id: about });
  }
  if (await isDisputed(trx, stall, about)) throw new LapakError('DISPUTE_OPEN', {});
}

/** @throws LapakError FEE_MATTER_UNKNOWN where no till of the stall stamped it, FEE_MATTER_DONE */
async function assertOwnClosure(trx: Tx, stall: string, id: string): Promise<void> {
  const closure = await findClosure(trx, id);
  if (closure?.stall?.stall !== stall || closure.by !== THE_PROGRAM) {
    throw new LapakError('FEE_MATTER_UNKNOWN', { id });
  }
  if (closure.isEnded) throw new LapakError('FEE_MATTER_DONE', {});
}

/** That plans of the mall and letters of the stall were seen: what was seen before is left out. */
async function deliveriesOf(
  trx: Tx,
  { id, stall, mall, on }: SayingStall,
  positions: readonly number[],
): Promise<FeeDraft[]> {
  const acts = await actsAt(trx, positions);
  const drafts: FeeDraft[] = [];
  for (const position of new Set(positions)) {
    const act = acts.get(position);
    if (!act || !isFor(act, { stall, mall })) {
      throw new LapakError('FEE_MATTER_UNKNOWN', { id: String(position) });
    }
    if ((await seenBy(trx, act.id, [stall])).has(stall)) continue;
    drafts.push({
      id: drafts.length === 0 ? id : derivedId(id, act.id),
      act: 'delivery',
      mall,
      stall,
      on,
      note: '',
      details: { kind: 'delivery', of: act.id, how: 'till' },
    });
  }
  return drafts;
}

function isFor(
  act: KnownAct,
  { stall, mall }: { readonly stall: string; readonly mall: string },
): boolean {
  const isOfMall = act.act === 'plan-set' && act.stall === null && act.mall === mall;
  return isOfMall || (act.act === 'notice' && act.stall === stall);
}
