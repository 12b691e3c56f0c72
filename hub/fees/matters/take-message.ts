import { isDeepStrictEqual } from 'node:util';
import { LapakError } from '../../../domain/errors.ts';
import {
  type FeeMessageContent,
  type MessageAnswer,
  MESSAGES_A_DAY_MAX,
  PHOTOS_A_DAY_MAX,
} from '../../../domain/fees/messages-contract.ts';
import { beginOfDate, zones } from '../../../domain/time.ts';
import { readAs, type Tx } from '../../database/transact.ts';
import type { OfDevice } from '../../ingest/chain-store.ts';
import { THE_PROGRAM } from '../../journal/append-act.ts';
import { hubToday } from '../../reports/read-day.ts';
import { type FeeParts, writeFees } from '../write-fee.ts';
import { actsWith } from './act-store.ts';
import { actsOfMessage, type SayingStall } from './acts-of-message.ts';
import { assertDays } from './closures.ts';
import { countMessages, findMessage, insertMessage, type KeptMessage } from './message-store.ts';
import { readPhoto } from './photo.ts';
import { savePhoto } from './photo-store.ts';
import { stallOfMall } from './place-store.ts';

/** What a till says. */
export interface MessageOrder {
  readonly id: string;
  readonly said: FeeMessageContent;
  /** Base64; null for none. */
  readonly photo: string | null;
}

/**
 * Keeps what a till said, once for each id, and books what needs no answer.
 * @throws LapakError FEE_MATTER_UNKNOWN, FEE_MATTER_DONE, DISPUTE_OPEN, PHOTO_WRONG,
 *   MESSAGES_TOO_MANY, INPUT_INVALID
 */
export async function takeMessage(
  hub: FeeParts,
  { stall, device }: OfDevice,
  { id, said, photo: given }: MessageOrder,
): Promise<MessageAnswer> {
  const known = await readAs(hub.database.db, { stall }, (db) => findMessage(db, id));
  if (known) return answerTo(known, { stall, said });
  if (said.kind === 'closure') assertDays(said);
  const isPictured = said.kind === 'claim' || said.kind === 'dispute';
  if (given !== null && !isPictured) throw new LapakError('INPUT_INVALID', {});
  const photo = readPhoto(given);
  const on = hubToday(hub);
  const beganMs = beginOfDate(on, zones.WIB, 0);
  return writeFees(hub, THE_PROGRAM, async ({ trx, nowMs, append }) => {
    const found = await findMessage(trx, id);
    if (found) return answerTo(found, { stall, said });
    if ((await actsWith(trx, [id])).has(id)) throw new LapakError('INPUT_INVALID', {});
    await assertFew(trx, stall, { beganMs, hasPhoto: photo !== null });
    const { mall } = await stallOfMall(trx, stall);
    if (photo) await savePhoto(trx, photo, { stall, nowMs });
    const saying: SayingStall = { id, stall, mall, on, photo: photo?.sha256 ?? null };
    const drafts = await actsOfMessage(trx, saying, said);
    await append(drafts);
    const message: KeptMessage = {
      id,
      stall,
      device,
      receivedAtMs: nowMs,
      said,
      photo: saying.photo,
      answeredBy: drafts[0]?.id ?? null,
    };
    await insertMessage(trx, message);
    return answerTo(message, { stall, said });
  });
}

/** @throws LapakError INPUT_INVALID where another stall said it, or it said something else */
function answerTo(
  message: KeptMessage,
  { stall, said }: Pick<KeptMessage, 'stall' | 'said'>,
): MessageAnswer {
  const isSame = message.stall === stall && isDeepStrictEqual(message.said, said);
  if (!isSame) throw new LapakError('INPUT_INVALID', {});
  return { receivedAtMs: message.receivedAtMs, isBooked: message.said.kind !== 'claim' };
}

/** @throws LapakError MESSAGES_TOO_MANY */
async function assertFew(
  trx: Tx,
  stall: string,
  { beganMs, hasPhoto }: { readonly beganMs: number; readonly hasPhoto: boolean },
): Promise<void> {
  const { messages, photos } = await countMessages(trx, stall, beganMs);
  if (messages >= MESSAGES_A_DAY_MAX) {
    throw new LapakError('MESSAGES_TOO_MANY', { max: MESSAGES_A_DAY_MAX });
  }
  if (hasPhoto && photos >= PHOTOS_A_DAY_MAX) {
    throw new LapakError('MESSAGES_TOO_MANY', { max: PHOTOS_A_DAY_MAX });
  }
}
