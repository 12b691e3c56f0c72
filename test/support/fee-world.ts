import { randomUUID } from 'node:crypto';
import type { FeeDraft } from '../../domain/fees/body.ts';
import type { ChargeKind, PaymentKind } from '../../domain/fees/kinds.ts';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import { draftPayments } from '../../hub/fees/book-payment.ts';
import { type FeeParts, writeFees } from '../../hub/fees/write-fee.ts';
import { addFeeStalls, openFeeHub } from './fee-hub.ts';

/** The mall of these tests; its stalls are TC-1, TC-2, … */
export const MALL = 'TC';
/** Who manages it. */
export const MANAGER = 'pengelola-1';

/** A hub with a mall, an account at a bank and a drawer at the office, on a day that is set. */
export interface FeeWorld {
  readonly hub: FeeParts;
  /** From now on it is nine o'clock of this day. */
  setDay(date: string): void;
  /** Charges a stall. @returns id of the charge */
  charge(stall: string, period: string, charged?: Partial<ChargedHere>): Promise<string>;
  /** Books a payment, the oldest first. @returns id of the credit */
  pay(stall: string, amount: number, paid: PaidHere): Promise<string>;
  /** Books acts as they are. */
  book(...drafts: readonly BookedHere[]): Promise<void>;
}

/** An act of the mall; `note` where it has one. */
type BookedHere = Omit<FeeDraft, 'mall' | 'note'> & { readonly note?: string };

interface ChargedHere {
  readonly kind: ChargeKind;
  readonly amount: number;
  readonly due: string;
  readonly on: string;
}

interface PaidHere {
  readonly on: string;
  readonly kind?: PaymentKind;
  readonly account?: string;
}

/** Opens it on a database that has its form, on the 1st of October 2026. */
export async function openFeeWorld(database: HubDatabase, stalls = 2): Promise<FeeWorld> {
  let nowMs = nineOf('2026-10-01');
  const hub = { ...(await openFeeHub(database)), clock: () => nowMs };
  await addFeeStalls(database, MALL, stalls);
  const append = (drafts: readonly FeeDraft[]) =>
    writeFees(hub, MANAGER, (book) => book.append(drafts));
  await append([
    accountSet('bca-tc', 'bank', 'BCA 1234567890'),
    accountSet('kantor-tc', 'cash', 'Laci kantor'),
  ]);
  return {
    hub,
    setDay: (date) => {
      nowMs = nineOf(date);
    },
    charge: async (stall, period, charged = {}) => {
      const { kind = 'electricity', amount = 700_000 } = charged;
      const { due = `${period}-10`, on = `${period}-01` } = charged;
      const id = randomUUID();
      const charges = [{ id, period, kind, amount, due, basis: '' }];
      const act = { id: randomUUID(), act: 'charge', mall: MALL, stall, on, note: '' } as const;
      await append([{ ...act, charges }]);
      return id;
    },
    pay: (stall, amount, { on, kind = 'bank', account = 'bca-tc' }) =>
      writeFees(hub, MANAGER, async (book) => {
        const payment = { id: randomUUID(), mall: MALL, stall, on, kind, amount, account };
        const drafts = await draftPayments(book.trx, [{ ...payment, note: '' }]);
        await book.append(drafts);
        return drafts[0]?.credits[0].id ?? '';
      }),
    book: (...drafts) => append(drafts.map((draft) => ({ mall: MALL, note: '', ...draft }))),
  };
}

function accountSet(account: string, holds: 'bank' | 'cash', label: string): FeeDraft {
  const details = { kind: 'account', account, holds, label, profile: '', isClosed: false } as const;
  return {
    id: randomUUID(),
    act: 'account-set',
    mall: MALL,
    on: '2026-10-01',
    note: '',
    details,
  };
}

/** Nine o'clock in Jakarta. UTC ms */
function nineOf(date: string): number {
  return Date.parse(`${date}T02:00:00Z`);
}
