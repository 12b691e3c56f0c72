import { FeeBody } from '../../../domain/fees/body.ts';
import { applyFee, emptyLedger, type FeeLedger } from '../../../domain/fees/ledger.ts';
import { periodOf } from '../../../domain/fees/period.ts';
import type { Posting } from '../../../domain/fees/postings.ts';
import { RecordHead } from '../../../domain/journal/record.ts';
import type { HubRecord } from '../../journal/journal-store.ts';
import type { ReversedPayment } from '../bank/use-store.ts';
import { addPosting, type BookSum } from '../book-sum-store.ts';
import { effectRows, type EffectRows, type PlacedFee } from '../effect-rows.ts';
import type { FeeDifference } from './compare-rows.ts';
import { followRules, type JournalRules, openRules } from './journal-rules.ts';
import type { AnyRow } from './stored-store.ts';

/** All acts of fees of a journal, folded one after the other as domain/fees/ledger.ts does. */
export interface FeeFold {
  acts: number;
  /** By stall. */
  readonly ledgers: Map<string, FeeLedger>;
  /** Rows of charges and credits as they were made, by id. */
  readonly charges: Map<string, EffectRows['fee_charge'][number]>;
  readonly credits: Map<string, EffectRows['fee_credit'][number]>;
  /** The act that reversed a charge or credit, by its id. */
  readonly reversedBy: Map<string, string>;
  /** Stalls that ever had a deposit. */
  readonly depositors: Set<string>;
  /** The last date on which a charge was settled, that was given back or it was reversed, by id. */
  readonly changedOn: Map<string, string>;
  /** The first date on which a charge was settled or that was given back, by id. */
  readonly settledFrom: Map<string, string>;
  /** By mall, month and account. */
  readonly sums: Map<string, BookSum>;
  readonly rules: JournalRules;
}

/** A fold that has nothing yet. */
export function openFold(): FeeFold {
  return {
    acts: 0,
    ledgers: new Map(),
    charges: new Map(),
    credits: new Map(),
    reversedBy: new Map(),
    depositors: new Set(),
    changedOn: new Map(),
    settledFrom: new Map(),
    sums: new Map(),
    rules: openRules(),
  };
}

/** What a step of the journal comes to. */
export interface FoldStep {
  readonly rows: EffectRows;
  readonly fees: readonly PlacedFee[];
  /** A record that cannot be: the journal itself is wrong there. */
  readonly wrong: FeeDifference | null;
}

/** Folds the next records of the journal, those of fees. */
export function foldStep(fold: FeeFold, records: readonly HubRecord[]): FoldStep {
  const fees: PlacedFee[] = [];
  const postings = new Map<string, Posting[]>();
  let wrong: FeeDifference | null = null;
  for (const record of records) {
    if (record.type !== 'fee') continue;
    try {
      const fee = placedOf(record);
      postings.set(fee.body.id, postedBy(fold, fee));
      for (const id of fee.body.reverses ?? []) fold.reversedBy.set(id, fee.body.id);
      noteChanges(fold, fee.body);
      fees.push(fee);
    } catch (error) {
      wrong = wrongRecord(record.position, error);
      break;
    }
  }
  const rows = effectRows(fees, postings);
  fold.acts += fees.length;
  for (const row of rows.fee_charge) fold.charges.set(row.id, row);
  for (const row of rows.fee_credit) fold.credits.set(row.id, row);
  for (const { stall } of rows.fee_deposit) fold.depositors.add(stall);
  return { rows, fees, wrong };
}

/** A record that cannot be: the journal itself is wrong there. */
export function wrongRecord(position: number, error: unknown): FeeDifference {
  const id = String(position);
  return { table: 'hub_record', id, column: 'body', stored: String(error), found: '' };
}

function noteChanges(
  { changedOn, settledFrom }: FeeFold,
  { on, allocations = [], reverses = [] }: FeeBody,
): void {
  for (const id of [...allocations.map(({ charge }) => charge), ...reverses]) {
    if ((changedOn.get(id) ?? '') < on) changedOn.set(id, on);
  }
  for (const { charge } of allocations) {
    if (on < (settledFrom.get(charge) ?? '9999')) settledFrom.set(charge, on);
  }
}

/** Rows of charges as they stand at the end, by their ids. */
export function chargesAtEnd(fold: FeeFold): AnyRow[] {
  const { charges, ledgers, reversedBy, changedOn, settledFrom } = fold;
  return [...charges.values()].map((row) => {
    const charge = ledgers.get(row.stall)?.charges.get(row.id);
    const reversed_by = reversedBy.get(row.id) ?? null;
    const is_reversed = Number(charge?.isReversed);
    const settled_from = settledFrom.get(row.id) ?? null;
    const changed = changedOn.get(row.id) ?? '';
    const changed_on = changed < row.on_date ? row.on_date : changed;
    return { ...row, settled: charge?.settled, is_reversed, reversed_by, changed_on, settled_from };
  });
}

/** Rows of credits as they stand at the end, by their ids. */
export function creditsAtEnd({ credits, ledgers, reversedBy }: FeeFold): AnyRow[] {
  return [...credits.values()].map((row) => {
    const credit = ledgers.get(row.stall)?.credits.get(row.id);
    const reversed_by = reversedBy.get(row.id) ?? null;
    const is_reversed = Number(credit?.isReversed);
    return { ...row, used: credit?.used, is_reversed, reversed_by };
  });
}

/** Rows of the deposits of stalls. */
export function depositsAtEnd({ ledgers, depositors }: FeeFold): AnyRow[] {
  return [...depositors].map((stall) => ({ stall, amount: ledgers.get(stall)?.deposit }));
}

/** The payments by rows of bank files that an act reverses. */
export function reversedPayments({ credits }: FeeFold, { reverses = [] }: FeeBody) {
  return reverses.flatMap((id): ReversedPayment[] => {
    const { act, bank_row: row, amount } = credits.get(id) ?? {};
    return act === undefined || amount === undefined || !row ? [] : [{ act, row, amount }];
  });
}

function placedOf({ position, head, body }: HubRecord): PlacedFee {
  const { at: atMs, cashier: by } = RecordHead.parse(JSON.parse(head.toString('utf8')));
  return { position, atMs, by, body: FeeBody.parse(JSON.parse(body.toString('utf8'))) };
}

/** What an act posts, and that it may come here. @throws InvariantError where it cannot be */
function postedBy(fold: FeeFold, { body, by, atMs }: PlacedFee): Posting[] {
  const ledger = ledgerOf(fold, body.stall);
  applyFee(ledger, { body, by, atMs });
  const posted = ledger.postings.map(({ debit, credit, amount }) => ({ debit, credit, amount }));
  followRules(fold.rules, body, posted.length > 0);
  const of = { mall: body.mall, month: periodOf(body.on) };
  for (const posting of posted) addPosting(fold.sums, of, posting);
  ledger.postings.length = 0; // a long journal is not kept
  ledger.entries.length = 0;
  return posted;
}

/** That of a stall; of an act of the mall one that nothing is in. */
function ledgerOf({ ledgers }: FeeFold, stall: string | undefined): FeeLedger {
  if (stall === undefined) return emptyLedger();
  const ledger = ledgers.get(stall) ?? emptyLedger();
  ledgers.set(stall, ledger);
  return ledger;
}
