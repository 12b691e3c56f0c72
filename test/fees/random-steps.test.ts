import { expect } from 'vitest';
import type { FeeDraft } from '../../domain/fees/body.ts';
import { FeeBody } from '../../domain/fees/body.ts';
import {
  advanceOf,
  applyFee,
  emptyLedger,
  type FeeLedger,
  owedBy,
} from '../../domain/fees/ledger.ts';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import { transact } from '../../hub/database/transact.ts';
import { sumAgeing } from '../../hub/fees/ageing-store.ts';
import { bookedUntil } from '../../hub/fees/bank/books-store.ts';
import { postingsUnsaid, rowsUnsaid } from '../../hub/fees/bank/unpaired-store.ts';
import { type FeeParts, writeFees } from '../../hub/fees/write-fee.ts';
import { addBankRows, BANK_ROW_AMOUNT, BANK_ROWS } from '../support/bank-rows.ts';
import { addFeeStalls, openFeeHub } from '../support/fee-hub.ts';
import {
  closeStep,
  dateOf,
  nextStep,
  numberedAfter,
  seededRandom,
  YEAR,
} from '../support/fee-steps.ts';
import { foldAgeing, foldUnpaired, postedUntil } from '../support/fee-past.ts';
import { feeTotals } from '../support/fee-totals.ts';
import { eachDatabase } from '../support/hub-databases.ts';

/**
 * Two managers do whatever comes to their minds at once, right or wrong: the database refuses what
 * does not fit, and what it took is what the pure ledger makes of the signed records.
 */

/** `LAPAK_STEPS=1000000` takes as many, in books; a test run does with fewer, always the same. */
const STEPS = Number(process.env['LAPAK_STEPS'] ?? 20_000);
/** Of one book: more than a mall of a dozen stalls has in many years. */
const BOOK_STEPS = 50_000;
const SEED = 1_126;
/** Acts that one transaction does. */
const ACTS = 2;
const TIMEOUT_MS = 120_000 + Math.min(STEPS, BOOK_STEPS) * 40;
const MALL = 'TC';
const ACCOUNT = 'bca-tc';
/** Of all rows of its bank file. */
const ROWS_ON = '2010-06-15';
/** More than there can be of one date. */
const LISTED_MAX = 1_000_000;

for (let book = 0; book * BOOK_STEPS < STEPS; book += 1) {
  eachDatabase(
    `two managers never break the books, whatever they do (book ${book + 1})`,
    ({ open }) => tryToBreak(open, SEED + book, Math.min(BOOK_STEPS, STEPS - book * BOOK_STEPS)),
    { timeoutMs: TIMEOUT_MS },
  );
}

async function tryToBreak(
  open: () => Promise<HubDatabase>,
  seed: number,
  steps: number,
): Promise<void> {
  const managers = [await openFeeHub(await open()), await openFeeHub(await open())] as const;
  const [{ database }] = managers;
  const stalls = await addFeeStalls(database, MALL, 12);
  await addAccount(managers[0]);
  const rows = await addBankRows(managers[0], { mall: MALL, account: ACCOUNT, on: ROWS_ON });
  const pick = seededRandom(seed);
  const books = new Books(stalls);
  await books.follow(database);
  let refused = 0;
  for (let step = 0; step < steps; step += 2 * ACTS) {
    // Of SQLite two processes wait for each other by polling: there they seldom meet.
    const isTogether = database.kind === 'postgres' || pick(20) === 0;
    const tasks = managers.map((hub) => [hub, draftsOf()] as const);
    const tries = isTogether
      ? await Promise.all(tasks.map(([hub, drafts]) => tryOut(hub, drafts)))
      : await inTurn(
          tasks.map(
            ([, drafts]) =>
              () =>
                tryOut(managers[0], drafts),
          ),
        );
    for (const isDone of tries) refused += isDone ? 0 : 1;
    await books.follow(database);
    if (step % 2_000 === 0) {
      await books.compare(database);
      await comparePast(database, dateOf(pick));
    }
  }
  await books.compare(database);
  await comparePast(database, '2029-12-31');
  expect(refused).toBeGreaterThan(steps / 400);
  expect(books.acts).toBeGreaterThan(steps / 6);

  function draftsOf(): FeeDraft[] {
    if (pick(25) === 0) return [closeStep({ pick, mall: MALL })];
    const stall = stalls[pick(stalls.length)] ?? '';
    const world = { pick, mall: MALL, stall, ledger: books.of(stall), rows };
    return Array.from({ length: ACTS }, () => nextStep(world));
  }
}

/** Does acts in one transaction. @returns false where the database refused them */
async function tryOut(hub: FeeParts, drafts: readonly FeeDraft[]): Promise<boolean> {
  try {
    await writeFees(hub, 'pengelola-1', async ({ trx, append }) => {
      const last = await trx
        .selectFrom('fee_credit')
        .where('kuitansi_year', '=', YEAR)
        .select((e) => e.fn.max('kuitansi_number').as('number'))
        .executeTakeFirst();
      await append(numberedAfter(last?.number ?? 0, drafts));
    });
    return true;
  } catch (error) {
    if (!isConstraint(error)) throw error;
    return false;
  }
}

/** Holds what is told of a date that is past against every row until then, added up. */
async function comparePast(database: HubDatabase, on: string): Promise<void> {
  const wanted = { of: { mall: MALL }, on, isPast: true } as const;
  const asked = async (db: Parameters<typeof sumAgeing>[0]) => ({
    sums: await sumAgeing(db, wanted),
    rows: await rowsUnsaid(db, ACCOUNT, on, LISTED_MAX),
    postings: await postingsUnsaid(db, ACCOUNT, on, LISTED_MAX),
    book: await bookedUntil(db, { account: ACCOUNT, mall: MALL }, on),
  });
  const { sums, rows, postings, book } = await transact(database, 'every-stall', asked);
  const posted = await postedUntil(database, on);
  const { stalls: _, total, ...bands } = sums;
  const open = await foldAgeing(database, on);
  const left = await foldUnpaired(database, ACCOUNT, on);
  expect(bands).toEqual(open);
  expect(total).toBe(sumOf(Object.values(open)));
  // The books of that date say the same, and no stall had paid ahead less than nothing.
  expect(posted.receivable).toBe(total);
  expect(posted.overdrawn).toBe(0);
  expect(new Map(rows.listed.map(({ row, amount }) => [row, amount]))).toEqual(left.rows);
  expect(new Map(postings.listed.map(({ act, amount }) => [act, amount]))).toEqual(left.postings);
  expect([rows.count, postings.count]).toEqual([left.rows.size, left.postings.size]);
  expect([rows.total, postings.total]).toEqual([
    sumOf(left.rows.values()),
    sumOf(left.postings.values()),
  ]);
  // Rows that came until then are in the books, or told, and so is what is in the books.
  const came = on < ROWS_ON ? 0 : BANK_ROWS * BANK_ROW_AMOUNT;
  expect(came - book).toBe(rows.total + postings.total);
}

function sumOf(amounts: Iterable<number>): number {
  return [...amounts].reduce((sum, amount) => sum + amount, 0);
}

async function inTurn<T>(tasks: readonly (() => Promise<T>)[]): Promise<T[]> {
  const done: T[] = [];
  for (const task of tasks) done.push(await task());
  return done;
}

function isConstraint(error: unknown): boolean {
  const { code = '' }: { readonly code?: string } = Object(error);
  if (code === 'MONTH_CLOSED') return true; // said before the database has to
  // SQLITE_CONSTRAINT_…; integrity_constraint_violation, raise_exception of a trigger.
  return code.startsWith('SQLITE_CONSTRAINT') || code.startsWith('23') || code === 'P0001';
}

/** What the signed records come to, by the pure ledger. */
class Books {
  acts = 0;
  readonly #ledgers: Map<string, FeeLedger>;
  #position = 0;

  constructor(stalls: readonly string[]) {
    this.#ledgers = new Map(stalls.map((stall) => [stall, emptyLedger()]));
  }

  of(stall: string): FeeLedger {
    const ledger = this.#ledgers.get(stall);
    if (!ledger) throw new Error(`no stall ${stall}`);
    return ledger;
  }

  /** Takes what was recorded since. @throws InvariantError where the ledger says it cannot be */
  async follow({ db }: HubDatabase): Promise<void> {
    const records = await db
      .selectFrom('hub_record')
      .select(['position', 'type', 'body'])
      .where('position', '>', this.#position)
      .orderBy('position')
      .execute();
    for (const { position, type, body } of records) {
      this.#position = position;
      if (type !== 'fee') continue;
      const said = FeeBody.parse(JSON.parse(body.toString('utf8')));
      this.acts += 1;
      if (said.stall === undefined) continue;
      applyFee(this.of(said.stall), { body: said, by: 'pengelola-1', atMs: 0 });
    }
  }

  /** Holds the tables against the ledger. */
  async compare(database: HubDatabase): Promise<void> {
    const told = await feeTotals(database);
    const ledgers = [...this.#ledgers.values()];
    const sumOf = (of: (ledger: FeeLedger) => number) =>
      ledgers.reduce((sum, ledger) => sum + of(ledger), 0);
    const [open, unused] = [sumOf(owedBy), sumOf(advanceOf)];
    const deposit = sumOf((ledger) => ledger.deposit);
    expect(told).toMatchObject({ open, unused, deposit, misused: 0, mispaired: 0 });
    expect(told).toMatchObject({ receivable: open, advance: -unused || 0, held: -deposit || 0 });
    expect(told.numbered).toBe(told.highest);
  }
}

async function addAccount(hub: FeeParts): Promise<void> {
  const id = '019a0000-0000-7000-8000-000000000001';
  const act = { id, act: 'account-set', mall: MALL, on: '2026-11-01', note: '' } as const;
  const of = { kind: 'account', account: ACCOUNT, holds: 'bank', label: 'BCA 1' } as const;
  const details = { ...of, profile: '', isClosed: false };
  await writeFees(hub, 'pengelola-1', ({ append }) => append([{ ...act, details }]));
}
