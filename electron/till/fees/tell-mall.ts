import type { Actor } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { FeeMessageContent } from '../../../domain/fees/messages-contract.ts';
import type { Act, TrailChange } from '../../../domain/journal/trail.ts';
import { formatRupiah } from '../../../domain/money.ts';
import { writtenDate } from '../../../domain/time.ts';
import { hubKeyName } from '../../../node/crypto/keys.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { write } from '../database/write.ts';
import { actDraft, type JournalTill, writeJournal } from '../journal/write-journal.ts';
import { findHub } from '../sync/hub-store.ts';
import { type FeeBook, hubBook } from './fee-books.ts';
import { type FeeNewsTill, publishFees } from './fee-news.ts';
import { acknowledge, findMessage, insertMessage } from './message-store.ts';

/** What a page tells the mall. */
interface Told {
  readonly id: string;
  readonly message: FeeMessageContent;
  /** JPEG in base64; null for none. */
  readonly photo: string | null;
}

/**
 * Tells the mall something of fees: it is in the journal, and waits until the hub has it. The same
 * again is the first.
 * @throws LapakError FEES_NO_HUB, FEE_UNKNOWN, ACT_ID_REUSED, CLOCK_WRONG
 */
export function tellMall(
  till: JournalTill & FeeNewsTill,
  actor: Actor,
  { id, message, photo }: Told,
): Record<string, never> {
  const content = JSON.stringify(message);
  const bytes = photo === null ? null : Buffer.from(photo, 'base64');
  writeJournal(till, (tx, append) => {
    if (isTold(tx, id, content, bytes)) return;
    const hub = findHub(tx);
    if (!hub) throw new LapakError('FEES_NO_HUB', {});
    assertKnown(tx, message);
    const atMs = till.clock();
    const { position } = append(actDraft(tx, actor, atMs, actOf(message)));
    insertMessage(tx, {
      id,
      record: position,
      hub: hubKeyName(hub.publicKey),
      made_at_ms: atMs,
      content,
      photo: bytes,
      state: 'waiting',
      reason: '',
      not_before_ms: 0,
      is_acknowledged: 0,
    });
  });
  publishFees(till);
  return {};
}

/**
 * Somebody has read that it was refused: the page speaks of it no more.
 * @throws LapakError FEE_UNKNOWN
 */
export function acknowledgeMessage(
  till: Book & FeeNewsTill,
  { id }: { readonly id: string },
): Record<string, never> {
  write(till, (tx) => {
    if (!findMessage(tx, id)) throw new LapakError('FEE_UNKNOWN', {});
    acknowledge(tx, id);
  });
  publishFees(till);
  return {};
}

/** @throws LapakError ACT_ID_REUSED */
function isTold(tx: Tx, id: string, content: string, photo: Buffer | null): boolean {
  const known = findMessage(tx, id);
  if (!known) return false;
  const isSamePhoto = known.photo === null ? photo === null : photo?.equals(known.photo) === true;
  if (known.content !== content || !isSamePhoto) throw new LapakError('ACT_ID_REUSED', {});
  return true;
}

/** @throws LapakError FEE_UNKNOWN */
function assertKnown(tx: Tx, message: FeeMessageContent): void {
  if (message.kind === 'claim' || message.kind === 'closure') return;
  if (!isKnown(hubBook(tx), message)) throw new LapakError('FEE_UNKNOWN', {});
}

type AboutTold = Extract<FeeMessageContent, { kind: 'dispute' | 'closure-end' | 'seen' }>;

/** Whether the hub has told what is spoken of. */
function isKnown({ entries, ledger }: FeeBook, message: AboutTold): boolean {
  switch (message.kind) {
    case 'dispute':
      return ledger.charges.has(message.about) || ledger.acts.has(message.about);
    case 'closure-end':
      return ledger.acts.has(message.of);
    case 'seen':
      return message.positions.every((position) =>
        entries.some((one) => one.position === position),
      );
  }
}

interface ToldAct {
  readonly act: Act;
  readonly note?: string;
  readonly subject?: string;
  readonly changes?: readonly TrailChange[];
}

function actOf(message: FeeMessageContent): ToldAct {
  switch (message.kind) {
    case 'claim': {
      const { amount, on, reference } = message;
      const sum = { field: 'price', from: '', to: formatRupiah(amount) };
      return { act: 'fee-claim', note: reference, subject: writtenDate(on), changes: [sum] };
    }
    case 'dispute':
      return { act: 'fee-dispute', subject: message.about, note: message.text };
    case 'closure': {
      const { text: note } = message;
      const [from = '', to = ''] = [message.from, message.to].map(writtenDate);
      return { act: 'fee-closure', subject: `${from}–${to}`, note };
    }
    case 'closure-end':
      return { act: 'fee-closure-end', subject: message.of, note: message.text };
    case 'seen':
      return { act: 'fee-seen', subject: message.positions.join(', ') };
  }
}
