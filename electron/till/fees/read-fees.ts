import { claimsCome, freePayments } from '../../../domain/fees/claims-come.ts';
import { remarkOf, remarkPeriod } from '../../../domain/fees/remark.ts';
import { planSetAside, TRADE_DAYS_BACK } from '../../../domain/fees/set-aside.ts';
import { type FeesState, type SetAside, SHOWN_MAX } from '../../../domain/fees/till-state.ts';
import { showLedger } from '../../../domain/fees/till-view.ts';
import type { ShownLedger, ShownMessage } from '../../../domain/fees/till-state.ts';
import { addDays } from '../../../domain/time.ts';
import { hubKeyName } from '../../../node/crypto/keys.ts';
import type { Book } from '../database/book.ts';
import type { Tx } from '../database/run.ts';
import { read } from '../database/write.ts';
import { todayOf } from '../journal/notice-clock.ts';
import type { JournalTill } from '../journal/write-journal.ts';
import { findHub } from '../sync/hub-store.ts';
import { printedNumbers, setAsideBalance, setAsideOn } from './entry-store.ts';
import { type FeeBook, hubBook, keeperOf, ownBook } from './fee-books.ts';
import { type KeptMessage, listMessages } from './message-store.ts';
import { doubtedTold, heardAt } from './told-store.ts';
import { tradeDates } from './trade-store.ts';

/** A message, and whether the hub of now is the one that it is for. */
interface MessageOfHub extends Omit<KeptMessage, 'hub'> {
  readonly isOfHub: boolean;
}

/** All that this till knows of what the stall owes and paid. @throws LapakError CLOCK_WRONG */
export function readFees(till: Book & Pick<JournalTill, 'clock'>): FeesState {
  return read(till, (tx) => stateOf(tx, todayOf(tx, till)));
}

function stateOf(tx: Tx, today: string): FeesState {
  const own = ownBook(tx);
  const keeper = keeperOf(tx, own.ledger);
  const messages = messagesOf(tx);
  const book = keeper === 'hub' ? hubBook(tx) : own;
  const isFormer = keeper === 'hub' && own.entries.length > 0;
  const printed = new Set(printedNumbers(tx));
  const show = (of: FeeBook, seen: ReadonlySet<number>) =>
    showLedger(of.ledger, { today, seen, printed, positions: positionsOf(of) });
  const ledger = show(book, keeper === 'hub' ? seenPositions(messages) : ownPositions(own));
  return {
    keeper,
    today,
    heardAtMs: keeper === 'hub' ? heardAt(tx) : null,
    remark: remarkNow(tx, ledger, today),
    ledger,
    former: isFormer ? show(own, ownPositions(own)) : null,
    setAside: setAsideOf(tx, ledger, today),
    messages: withCome(
      messages.map((kept) => shownMessage(kept, book)),
      book,
    ).reverse(),
    doubted: [...doubtedTold(tx), ...unfitOf(book)],
  };
}

function messagesOf(tx: Tx): MessageOfHub[] {
  const hub = findHub(tx);
  const key = hub && hubKeyName(hub.publicKey);
  return listMessages(tx, SHOWN_MAX).map(({ hub: of, ...kept }) => {
    return { ...kept, isOfHub: of === key };
  });
}

/** `TC-A12-2611`: who pays, and for which month. */
function remarkNow(tx: Tx, ledger: ShownLedger, today: string): string {
  const hub = findHub(tx);
  return hub ? remarkOf(hub.stall.code, remarkPeriod(ledger, today)) : '';
}

function positionsOf({ entries }: FeeBook): ReadonlyMap<string, number> {
  return new Map(entries.map(({ body, position }) => [body.id, position]));
}

/** What a stall set itself it has seen. */
function ownPositions({ entries }: FeeBook): ReadonlySet<number> {
  return new Set(entries.map(({ position }) => position));
}

/** A position is one of the journal of the hub that was told. */
function seenPositions(messages: readonly MessageOfHub[]): ReadonlySet<number> {
  return new Set(
    messages.flatMap(({ message, isOfHub }) =>
      isOfHub && message.kind === 'seen' ? message.positions : [],
    ),
  );
}

function unfitOf({ entries, unfit }: FeeBook): FeesState['doubted'] {
  return unfit.map((at) => ({ position: entries[at]?.position ?? 0, fault: 'unfit' }));
}

function setAsideOf(tx: Tx, { next, closures }: ShownLedger, today: string): SetAside {
  const balanceRupiah = setAsideBalance(tx);
  const todayRupiah = setAsideOn(tx, today);
  if (!next) return { balanceRupiah, todayRupiah, plan: null };
  const { amountRupiah: targetRupiah, due } = next;
  const plan = planSetAside({
    targetRupiah,
    due,
    today,
    savedRupiah: balanceRupiah,
    todayRupiah,
    tradeDates: tradeDates(tx, addDays(today, -TRADE_DAYS_BACK)),
    closures,
  });
  return { balanceRupiah, todayRupiah, plan: { targetRupiah, due, ...plan } };
}

type ToldMessage = Omit<ShownMessage, 'came'>;

/** Messages, and of each claim that waits the payment that came for it without an answer. */
function withCome(messages: readonly ToldMessage[], { ledger }: FeeBook): ShownMessage[] {
  const claims = messages.flatMap(({ id, madeAtMs, message, state }) => {
    const isOpen = message.kind === 'claim' && (state === 'waiting' || state === 'sent');
    if (!isOpen) return [];
    const { amount, how, on } = message;
    return [{ id, how, amount, on, toldAtMs: madeAtMs }];
  });
  const come = claimsCome(claims, freePayments(ledger));
  return messages.map((told) => ({ ...told, came: come.get(told.id)?.kuitansi ?? '' }));
}

/** A message is answered by an act of its id, or one that is about it. */
function shownMessage({ isOfHub, ...kept }: MessageOfHub, { ledger }: FeeBook): ToldMessage {
  const about = ledger.entries.flatMap(({ body: { details, note: answer } }) => {
    const isAnswer = details?.kind === 'claim' || details?.kind === 'dispute-settle';
    return isAnswer && details.of === kept.id ? { outcome: details.outcome, answer } : [];
  });
  const { outcome, answer } = about.at(-1) ?? { outcome: '', answer: '' };
  const isBooked = ledger.acts.has(kept.id) && kept.message.kind !== 'dispute';
  const isAnswered = outcome !== '' || isBooked;
  const now = isOfHub ? kept.state : formerState[kept.state];
  return { ...kept, state: isAnswered ? 'answered' : now, outcome, answer };
}

/** What was told to another hub, this one neither has nor answers. */
const formerState = {
  waiting: 'unsent',
  sent: 'former',
  refused: 'refused',
} as const satisfies Record<KeptMessage['state'], ShownMessage['state']>;
