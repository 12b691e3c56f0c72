import { randomUUID } from 'node:crypto';
import { theProgram } from '../../../domain/actor.ts';
import { applyFee, detailsOf } from '../../../domain/fees/ledger.ts';
import { ownChargeDraft } from '../../../domain/fees/own-ledger.ts';
import { periodOf } from '../../../domain/fees/period.ts';
import { read } from '../database/write.ts';
import type { Tx } from '../database/run.ts';
import { programStamp, stampOf } from '../journal/notice-clock.ts';
import { type Append, type JournalTill, writeJournal } from '../journal/write-journal.ts';
import { findHub } from '../sync/hub-store.ts';
import { ownBook } from './fee-books.ts';
import { tradeMonths } from './trade-store.ts';

/**
 * Charges a stall without a hub each month that it has traded in since its plan began, once: run
 * again it does nothing. What was paid ahead goes to the new charges.
 * @throws LapakError CLOCK_WRONG, and as writeJournal()
 */
export function chargeOwnMonths(till: JournalTill): void {
  if (read(till, monthsToCharge).length === 0) return;
  writeJournal(till, (tx, append) => chargeMonths(tx, append, till));
}

/** Months of trade that a plan holds for and that are not charged; none where a hub charges. */
function monthsToCharge(tx: Tx): string[] {
  if (findHub(tx)) return [];
  const { ledger } = ownBook(tx);
  const plans = detailsOf(ledger, 'plan');
  if (plans.length === 0) return [];
  const from = plans.map(({ details }) => details.from).toSorted()[0] ?? '';
  const act = { newId: randomUUID, on: from };
  return tradeMonths(tx, from).filter((month) => ownChargeDraft(ledger, month, act) !== undefined);
}

function chargeMonths(tx: Tx, append: Append, { clock }: JournalTill): void {
  const { ledger } = ownBook(tx);
  const head = stampOf(tx, theProgram.cashier, clock());
  const on = programStamp(tx, clock()).businessDate;
  for (const month of monthsToCharge(tx)) {
    if (month > periodOf(on)) continue;
    const body = ownChargeDraft(ledger, month, { newId: randomUUID, on });
    if (!body) continue;
    const { record } = append({ type: 'fee', head, body });
    if (record.type === 'fee') {
      applyFee(ledger, { body: record.body, by: head.cashier, atMs: head.at });
    }
  }
}
