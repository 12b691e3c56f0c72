import { randomUUID } from 'node:crypto';
import { applyFee, detailsOf, type FeeLedger } from '../../../domain/fees/ledger.ts';
import { ownChargeDraft } from '../../../domain/fees/own-ledger.ts';
import { addMonths, periodOf } from '../../../domain/fees/period.ts';
import { read } from '../database/write.ts';
import type { Tx } from '../database/run.ts';
import { programStamp, todayOf } from '../journal/notice-clock.ts';
import { type Append, type JournalTill, writeJournal } from '../journal/write-journal.ts';
import { findHub } from '../sync/hub-store.ts';
import { ownBook } from './fee-books.ts';
import { hasTradedIn } from './trade-store.ts';

/** How many months back one that was traded in is still charged, this one among them. */
const MONTHS_BACK_MAX = 120;

/**
 * Charges a stall without a hub each month that it has traded in since its plan began, once: run
 * again it does nothing. What was paid ahead goes to the new charges.
 * @returns whether there was anything to charge
 * @throws LapakError CLOCK_WRONG, and as writeJournal()
 */
export function chargeOwnMonths(till: JournalTill): boolean {
  if (!read(till, (tx) => isToCharge(tx, todayOf(tx, till)))) return false;
  writeJournal(till, (tx, append) => chargeMonths(tx, append, till));
  return true;
}

/** A hub charges by itself. */
function isToCharge(tx: Tx, today: string): boolean {
  return !findHub(tx) && monthsToCharge(tx, ownBook(tx).ledger, today).length > 0;
}

/** Months of trade that a plan holds for and that are not charged. */
function monthsToCharge(tx: Tx, ledger: FeeLedger, today: string): string[] {
  const [begin] = detailsOf(ledger, 'plan')
    .map(({ details }) => details.from)
    .toSorted();
  if (begin === undefined) return [];
  const now = periodOf(today);
  const oldest = addMonths(now, 1 - MONTHS_BACK_MAX);
  const months: string[] = [];
  for (let month = begin > oldest ? begin : oldest; month <= now; month = addMonths(month, 1)) {
    const draft = ownChargeDraft(ledger, month, { newId: randomUUID, on: today });
    if (draft && hasTradedIn(tx, month)) months.push(month);
  }
  return months;
}

function chargeMonths(tx: Tx, append: Append, { clock }: JournalTill): void {
  if (findHub(tx)) return;
  const { ledger } = ownBook(tx);
  const head = programStamp(tx, clock());
  const on = head.businessDate;
  for (const month of monthsToCharge(tx, ledger, on)) {
    const body = ownChargeDraft(ledger, month, { newId: randomUUID, on });
    if (!body) continue;
    const { record } = append({ type: 'fee', head, body });
    if (record.type === 'fee') {
      applyFee(ledger, { body: record.body, by: head.cashier, atMs: head.at });
    }
  }
}
