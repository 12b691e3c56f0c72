import { randomUUID } from 'node:crypto';
import type { BankRow, Suggestion } from '../../../domain/fees/bank/bank-row.ts';
import type { HubDatabase } from '../../../hub/database/open-database.ts';
import { acceptRow, acceptTicked } from '../../../hub/fees/bank/accept-rows.ts';
import { explainRow } from '../../../hub/fees/bank/explain-row.ts';
import { readRows } from '../../../hub/fees/bank/read-rows.ts';
import { undoUse } from '../../../hub/fees/bank/undo-use.ts';
import type { Doing } from '../../../hub/fees/act-of-stall.ts';
import { importFile } from '../bank-office.ts';
import { openFeeHub } from '../fee-hub.ts';
import { accountOf, type BankText, type BookedTransfer, rowPlace } from './bank-book.ts';
import type { SeasonBank } from './people.ts';

/** What was suggested for a payment, beside the truth. */
export interface Judged {
  readonly transfer: BookedTransfer;
  readonly description: string;
  readonly suggestions: readonly Suggestion[];
}

/** The office of a mall, with a clock of its own. */
export interface SeasonOffice extends Doing {
  setToday(date: string): void;
}

/** Opens the hub of a season. */
export async function openSeason(database: HubDatabase): Promise<SeasonOffice> {
  let nowMs = 0;
  const hub = { ...(await openFeeHub(database)), clock: () => nowMs };
  return {
    hub,
    by: 'pengelola-1',
    setToday: (date) => {
      nowMs = Date.parse(`${date}T09:00:00+07:00`);
    },
  };
}

/** Takes a file in, as somebody who gives nothing but the file. */
export function importText(doing: Doing, { name, text }: BankText) {
  return importFile(doing, Buffer.from(text, 'utf8'), { name });
}

/** What waits of an account, with all that is suggested. */
async function waitingRows({ hub }: Doing, bank: SeasonBank): Promise<BankRow[]> {
  const rows: BankRow[] = [];
  let cursor = '';
  do {
    const wanted = { account: accountOf[bank], which: 'waiting', text: '', cursor } as const;
    const page = await readRows(hub, wanted);
    rows.push(...page.rows);
    cursor = page.nextCursor;
  } while (cursor !== '');
  return rows;
}

/** How a manager goes through what waits, by the truth where nothing is ticked. */
export interface Desk {
  readonly doing: Doing;
  readonly bank: SeasonBank;
  /** The rows of the bank, by rowPlace(). */
  readonly truth: ReadonlyMap<string, BookedTransfer>;
  readonly pick: (below: number) => number;
  /** Called after each act. */
  readonly check: () => Promise<void>;
}

/** Accepts what is ticked and decides the rest. @returns what was suggested for each payment */
export async function clearDesk(desk: Desk): Promise<Judged[]> {
  const { doing, bank, check, pick } = desk;
  const rows = await waitingRows(doing, bank);
  const judged = rows.map((row) => ({ row, transfer: truthOf(desk, row) }));
  const ticked = rows.flatMap(({ row, suggestions }) =>
    suggestions.filter((one) => one.ticked).map(({ stall }) => ({ row, stall })),
  );
  for (let from = 0; from < ticked.length; from += 200) {
    const seen = ticked.slice(from, from + 200);
    const { hub, by } = doing;
    await acceptTicked({ hub, by }, { id: randomUUID(), account: accountOf[bank], seen });
    await check();
  }
  const taken = new Set(ticked.map(({ row }) => row));
  for (const { row, transfer } of judged) {
    if (taken.has(row.row)) continue;
    const acts = await decide(doing, row, transfer);
    await check();
    if (transfer.kind !== 'no-payment' && pick(60) === 0) {
      for (const act of acts) {
        await undoUse(doing, { id: randomUUID(), act, note: 'keliru' });
        await check();
      }
      await decide(doing, row, transfer);
      await check();
    }
  }
  return judged
    .filter(({ transfer }) => transfer.kind !== 'no-payment')
    .map(({ row: { description, suggestions }, transfer }) => ({
      transfer,
      description,
      suggestions,
    }));
}

function truthOf({ truth, bank }: Desk, row: BankRow): BookedTransfer {
  const transfer = truth.get(rowPlace(accountOf[bank], row));
  if (!transfer) throw new Error(`a row that no bank wrote: ${JSON.stringify(row)}`);
  return transfer;
}

/** Says what a row is, by the truth. @returns the acts */
async function decide(
  doing: Doing,
  { row }: BankRow,
  { parts, explained }: BookedTransfer,
): Promise<string[]> {
  const id = randomUUID();
  if (!explained) return (await acceptRow(doing, { id, row, parts })).map(({ act }) => act);
  const { as, of = null } = explained;
  const how = { as, amount: null, other: null, of, note: '' };
  return (await explainRow(doing, { id, row, ...how })).acts;
}
