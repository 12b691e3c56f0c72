import { randomUUID } from 'node:crypto';
import type { Actor, AtDrawer } from '../../../domain/actor.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { FeeBody, FeeDraft } from '../../../domain/fees/body.ts';
import type { PaymentKind } from '../../../domain/fees/kinds.ts';
import {
  type OwnPlan,
  outOfSetAside,
  ownPaymentDraft,
  ownPlanDraft,
  ownReversalDraft,
  OWN_MALL,
  SET_ASIDE_ACCOUNT,
  setAsideMoney,
} from '../../../domain/fees/own-ledger.ts';
import type { Tx } from '../database/run.ts';
import { stampOf } from '../journal/notice-clock.ts';
import {
  type Append,
  approverOf,
  type JournalTill,
  writeJournal,
} from '../journal/write-journal.ts';
import { type AtTheDrawer, opensAfter } from '../shifts/move-cash.ts';
import { meantShiftAt, type ShiftChoice, type ShiftsTill } from '../shifts/shifts-till.ts';
import { findHub } from '../sync/hub-store.ts';
import { chargeOwnMonths } from './charge-own.ts';
import { findEntry, setAsideBalance } from './entry-store.ts';
import { ownBook } from './fee-books.ts';
import { type FeeNewsTill, publishFees } from './fee-news.ts';

/** What acts of a stall's own fees need of the till. */
export type FeesTill = JournalTill & FeeNewsTill;

type Answer = Record<string, never>;

/** A payment as a page writes it down. */
export interface PayOrder {
  readonly id: string;
  readonly how: PaymentKind;
  readonly amountRupiah: number;
  readonly on: string;
  readonly note: string;
  readonly fromSetAside: boolean;
}

/** Sets the monthly fee of a stall alone. @throws LapakError FEES_AT_HUB, ACT_ID_REUSED */
export function setOwnPlan(
  till: FeesTill,
  actor: Actor,
  { id, ...plan }: OwnPlan & { readonly id: string },
): Answer {
  bookOnce(till, actor, {
    id,
    isSame: ({ details }) => details?.kind === 'plan' && details.from === plan.from,
    draft: (tx, on) => {
      assertAlone(tx);
      return ownPlanDraft(id, on, plan);
    },
  });
  chargeOwnMonths(till);
  publishFees(till);
  return {};
}

/**
 * Writes down what a stall alone paid.
 * @throws LapakError FEES_AT_HUB, SET_ASIDE_SHORT, ACT_ID_REUSED, CLOCK_WRONG
 */
export function payOwn(till: FeesTill, actor: Actor, order: PayOrder): Answer {
  chargeOwnMonths(till);
  const { id, how, amountRupiah, note, on, fromSetAside } = order;
  bookOnce(till, actor, {
    id,
    isSame: isPaymentOf(amountRupiah),
    draft: (tx) => {
      assertAlone(tx);
      if (fromSetAside) assertSetAside(tx, amountRupiah);
      const takenFrom = fromSetAside ? 'set-aside' : null;
      const payment = { id, how, amountRupiah, note, takenFrom } as const;
      return ownPaymentDraft(ownBook(tx).ledger, payment, { newId: randomUUID, on });
    },
  });
  publishFees(till);
  return {};
}

/**
 * Writes down a payment in cash out of a drawer, and the movement of that cash, in one act.
 * @throws LapakError FEES_AT_HUB, SHIFT_CLOSED, SHIFT_ENDED, ACT_ID_REUSED, CLOCK_WRONG
 */
export function payOwnFromDrawer(
  till: FeesTill & ShiftsTill,
  { actor, drawer }: AtDrawer,
  order: ShiftChoice & Pick<PayOrder, 'id' | 'amountRupiah' | 'note'>,
): AtTheDrawer {
  chargeOwnMonths(till);
  const { id, amountRupiah, note } = order;
  const isNew = bookOnce(till, actor, {
    id,
    isSame: isPaymentOf(amountRupiah),
    draft: (tx, on, append) => {
      assertAlone(tx);
      const shift = meantShiftAt(tx, drawer, order).number;
      const head = { ...stampOf(tx, actor.cashier, till.clock()), shift };
      const moved = { id: randomUUID(), reason: 'fee', amount: -amountRupiah, note };
      append({ type: 'drawer', head, body: { ...moved, ...approverOf(actor) } });
      const payment = { id, how: 'cash', amountRupiah, note, takenFrom: 'drawer' } as const;
      return ownPaymentDraft(ownBook(tx).ledger, payment, { newId: randomUUID, on });
    },
  });
  publishFees(till);
  return { isOpened: isNew ? opensAfter(till) : Promise.resolve(true) };
}

/**
 * Takes back a payment of the stall's own ledger: what it took of the savings is there again.
 * @throws LapakError FEES_AT_HUB, FEE_UNKNOWN
 */
export function undoOwn(
  till: FeesTill,
  actor: Actor,
  { id, credit }: { readonly id: string; readonly credit: string },
): Answer {
  bookOnce(till, actor, {
    id,
    isSame: ({ reverses }) => reverses?.includes(credit) === true,
    draft: (tx, on) => {
      assertAlone(tx);
      const draft = ownReversalDraft(ownBook(tx).ledger, { id, credit }, on);
      if (!draft) throw new LapakError('FEE_UNKNOWN', {});
      return draft;
    },
  });
  publishFees(till);
  return {};
}

/** Writes down what was found in what is set aside. @throws LapakError ACT_ID_REUSED */
export function countSetAside(
  till: FeesTill,
  actor: Actor,
  { id, countedRupiah: counted }: { readonly id: string; readonly countedRupiah: number },
): { expectedRupiah: number; differenceRupiah: number } {
  let expected = counted;
  bookOnce(till, actor, {
    id,
    isSame: ({ details }) => {
      if (details?.kind !== 'count' || details.counted !== counted) return false;
      expected = details.expected;
      return true;
    },
    draft: (tx, on) => {
      expected = setAsideBalance(tx);
      const amount = Math.abs(counted - expected);
      const ends = { money: setAsideMoney, other: 'drawer-difference' };
      const [from, to] = counted > expected ? [ends.other, ends.money] : [ends.money, ends.other];
      return {
        id,
        act: 'drawer-count',
        mall: OWN_MALL,
        on,
        note: '',
        details: { kind: 'count', account: SET_ASIDE_ACCOUNT, expected, counted },
        ...(amount > 0 && { movements: [{ from, to, amount }] }),
      };
    },
  });
  publishFees(till);
  return { expectedRupiah: expected, differenceRupiah: counted - expected };
}

/** Takes money out of what is set aside. @throws LapakError SET_ASIDE_SHORT, ACT_ID_REUSED */
export function takeSetAside(
  till: FeesTill,
  actor: Actor,
  order: Pick<PayOrder, 'id' | 'amountRupiah' | 'note'>,
): Answer {
  const { id, amountRupiah, note } = order;
  bookOnce(till, actor, {
    id,
    isSame: ({ movements }) => movements?.[0]?.amount === amountRupiah,
    draft: (tx, on) => {
      assertSetAside(tx, amountRupiah);
      const movements = [outOfSetAside(amountRupiah)];
      return { id, act: 'cash-bank', mall: OWN_MALL, on, note, movements };
    },
  });
  publishFees(till);
  return {};
}

interface OwnActOf {
  readonly id: string;
  /** Whether a record of this id is of the same act. */
  readonly isSame: (body: FeeBody) => boolean;
  /** @param on business date that it is now */
  readonly draft: (tx: Tx, on: string, append: Append) => FeeDraft;
}

/** @returns whether it was done now: else it was before @throws LapakError ACT_ID_REUSED */
function bookOnce(till: FeesTill, actor: Actor, { id, isSame, draft }: OwnActOf): boolean {
  return writeJournal(till, (tx, append) => {
    const known = findEntry(tx, id);
    if (known && !isSame(known)) throw new LapakError('ACT_ID_REUSED', {});
    if (known) return false;
    const head = stampOf(tx, actor.cashier, till.clock());
    const body = draft(tx, head.businessDate, append);
    append({ type: 'fee', head, body: { ...body, ...approverOf(actor) } });
    return true;
  });
}

function isPaymentOf(amount: number) {
  return ({ credits }: FeeBody): boolean => credits?.[0]?.amount === amount;
}

/** @throws LapakError FEES_AT_HUB */
function assertAlone(tx: Tx): void {
  if (findHub(tx)) throw new LapakError('FEES_AT_HUB', {});
}

/** @throws LapakError SET_ASIDE_SHORT */
function assertSetAside(tx: Tx, amountRupiah: number): void {
  const hasRupiah = setAsideBalance(tx);
  if (amountRupiah > hasRupiah) throw new LapakError('SET_ASIDE_SHORT', { hasRupiah });
}
