import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  addPayers,
  bcaFile,
  chargeStalls,
  type FileRow,
  importFile,
  openBankOffice,
} from '../../../test/support/bank-office.ts';
import { foldUnpaired } from '../../../test/support/fee-past.ts';
import { seededRandom } from '../../../test/support/fee-steps.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { LapakError } from '../../../domain/errors.ts';
import { writeFees } from '../write-fee.ts';
import type { Doing } from '../act-of-stall.ts';
import { acceptRow } from './accept-rows.ts';
import { explainRow } from './explain-row.ts';
import { readRows } from './read-rows.ts';
import { reconcile } from './reconcile.ts';
import { undoUse } from './undo-use.ts';

const ACCOUNT = '0111222333';
const STEPS = 60;
/** Each step is a transaction, and a machine that does other work is slow. */
const TIMEOUT_MS = 300_000;

/** Today is 24 November: what is taken back is of that day. */
const day = (at: number) => `2026-11-${String(1 + at).padStart(2, '0')}`;

type Pick = ReturnType<typeof seededRandom>;

/** Somebody who does anything with the rows of an account, right or wrong. */
class Clerk {
  readonly #office: Doing;
  readonly #pick: Pick;
  readonly #acts: string[] = [];
  readonly #byHand: string[] = [];

  constructor(office: Doing, pick: Pick) {
    this.#office = office;
    this.#pick = pick;
  }

  async step(): Promise<void> {
    const { rows } = await readRows(this.#office.hub, {
      account: ACCOUNT,
      which: 'waiting',
      text: '',
      cursor: '',
    });
    const row = rows[this.#pick(rows.length)];
    const id = randomUUID();
    const what = this.#pick(8);
    if (what === 0) await this.#postByHand(id);
    else if (what === 1) await this.#undo(id);
    else if (row && row.amountSen > 0) await this.#accept(id, row);
    else if (row) await this.#explain(id, row);
  }

  /** What goes out of the account by an act of its own, before or behind its row. */
  async #postByHand(id: string): Promise<void> {
    const amount = 1_000 * (1 + this.#pick(40));
    const movements = [{ from: `money:${ACCOUNT}`, to: 'other-out', amount }];
    const act = { id, act: 'cash-bank', mall: 'TC', on: day(this.#pick(24)), note: 'cek' } as const;
    await writeFees(this.#office.hub, 'lapak', ({ append }) => append([{ ...act, movements }]));
    this.#byHand.push(id);
  }

  async #undo(id: string): Promise<void> {
    const act = this.#acts[this.#pick(this.#acts.length)];
    if (act !== undefined) await undoUse(this.#office, { id, act, note: '' });
  }

  async #accept(id: string, { row, left }: { row: string; left: number }): Promise<void> {
    const first = 1 + this.#pick(left);
    const parts = [
      { stall: 'TC-A12', amount: first },
      { stall: 'TC-A13', amount: left - first },
    ].filter(({ amount }) => amount > 0);
    const booked = await acceptRow(this.#office, { id, row, parts });
    this.#acts.push(...booked.map(({ act }) => act));
  }

  /** All of it or a part, which may be in the books already. */
  async #explain(id: string, { row, left }: { row: string; left: number }): Promise<void> {
    const of = this.#pick(2) === 0 ? (this.#byHand[this.#pick(this.#byHand.length)] ?? null) : null;
    const amount = 1 + this.#pick(left);
    const how = { as: 'bank-fee', other: null, note: '' } as const;
    await explainRow(this.#office, { id, row, amount, of, ...how });
    this.#acts.push(id);
  }
}

eachDatabase(
  'what is unpaired on any date is what all rows and postings until then come to',
  async ({ open }) => {
    const office = await openBankOffice(await open());
    const { hub } = office;
    const pick = seededRandom(1_129);
    await addPayers(hub, [
      { stall: 'TC-A12', code: 17 },
      { stall: 'TC-A13', code: 18 },
    ]);
    await chargeStalls(hub, ['TC-A12', 'TC-A13'], '2026-11');
    const file = Array.from({ length: 40 }, (_, at): FileRow => {
      const amount = 1_000 * (1 + pick(40)) * (at % 3 === 0 ? -1 : 1);
      return [day(Math.floor(at / 2)), amount, `BARIS ${at}`];
    });
    await importFile(office, bcaFile(file));
    const clerk = new Clerk(office, pick);
    let refused = 0;

    for (let step = 1; step <= STEPS; step += 1) {
      try {
        await clerk.step();
      } catch (error) {
        if (!(error instanceof LapakError)) throw error;
        refused += 1;
      }
      if (step % 4 !== 0) continue;
      const date = step === STEPS ? day(29) : day(pick(26));
      const told = await reconcile(hub, ACCOUNT, date);
      const left = await foldUnpaired(hub.database, ACCOUNT, date);
      const listed = told.differences.filter(({ kind }) => kind === 'row' || kind === 'posting');
      expect(new Map(listed.map((one) => [one.row ?? one.act, one.amountSen / 100]))).toEqual(
        new Map([...left.rows, ...left.postings]),
      );
      expect(told.unexplainedSen).toBe(0);
      expect(told.differenceSen).toBe((told.bankSen ?? 0) - 100 * told.book);
    }
    expect(refused).toBeLessThan(STEPS / 2);
  },
  { timeoutMs: TIMEOUT_MS },
);
