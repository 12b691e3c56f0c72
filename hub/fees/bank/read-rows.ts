import { z } from 'zod';
import type { BankRow, RowUse, Suggestion } from '../../../domain/fees/bank/bank-row.ts';
import { BANK_PAGE_MAX } from '../../../domain/fees/bank/inputs.ts';
import { FeeDetails } from '../../../domain/fees/details.ts';
import { formatNumber, KUITANSI } from '../../../domain/fees/number.ts';
import { readAs } from '../../database/transact.ts';
import type { Hub } from '../../hub.ts';
import { hubToday } from '../../reports/read-day.ts';
import { needAccount } from './file-account.ts';
import { leftOf, matchRows } from './match-rows.ts';
import { type KeptRow, pageOfRows, type RowPlace, type RowsWanted, usesOf } from './row-store.ts';

type ReadParts = Pick<Hub, 'database' | 'clock'>;

/** Rows of an account with what they are used for, and what they may be. */
export async function readRows(
  hub: ReadParts,
  { cursor, ...wanted }: RowsWanted & { readonly cursor: string },
): Promise<{ rows: BankRow[]; nextCursor: string }> {
  return readAs(hub.database.reports, 'every-stall', async (db) => {
    const { mall } = await needAccount(db, wanted.account);
    const page = await pageOfRows(db, wanted, parseRowPlace(cursor), BANK_PAGE_MAX);
    const suggestions = await matchRows(db, mall, page, hubToday(hub));
    const uses = await usesByRow(page.filter(({ used }) => used > 0 || wanted.which === 'all'));
    const last = page.length < BANK_PAGE_MAX ? undefined : page.at(-1);
    return {
      rows: page.map((row) => ({
        row: row.row,
        on: row.on,
        amountSen: row.amountSen,
        balanceSen: row.balanceSen,
        description: row.description,
        reference: row.reference,
        left: leftOf(row),
        uses: uses.get(row.row) ?? [],
        suggestions: suggestions.get(row.row) ?? [],
      })),
      nextCursor: last ? writeRowPlace(last) : '',
    };

    async function usesByRow(rows: readonly KeptRow[]): Promise<Map<string, RowUse[]>> {
      const found = new Map<string, RowUse[]>();
      const ids = rows.map(({ row }) => row);
      for (const use of await usesOf(db, ids)) {
        found.set(use.row, [...(found.get(use.row) ?? []), toldUse(use)]);
      }
      return found;
    }
  });
}

function toldUse(use: Awaited<ReturnType<typeof usesOf>>[number]): RowUse {
  const { act, amount, on, by, stall, mall, year, number, undoneBy, details } = use;
  const said = details === null ? undefined : FeeDetails.parse(JSON.parse(details));
  const isNumbered = year !== null && number !== null;
  return {
    act,
    amount,
    as: said?.kind === 'explain' ? said.as : 'payment',
    stall,
    kuitansi: isNumbered ? formatNumber({ kind: KUITANSI, mall, year, number }) : null,
    on,
    by,
    isUndone: undoneBy !== null,
  };
}

const Place = z.tuple([z.iso.date(), z.coerce.number().int().min(0), z.string().max(64)]);

/** Where a page of rows ended, as its cursor says; null for the first, and for what is none. */
export function parseRowPlace(cursor: string): RowPlace | null {
  const parsed = Place.safeParse(cursor.split('.'));
  if (!parsed.success) return null;
  const [on, line, row] = parsed.data;
  return { on, line, row };
}

/** The cursor of what comes behind a row. */
export function writeRowPlace({ on, line, row }: RowPlace): string {
  return `${on}.${line}.${row}`;
}

/** A row that waits and what it may be. */
export interface SuggestedRow {
  readonly row: KeptRow;
  readonly suggestions: readonly Suggestion[];
}

/**
 * All incoming rows of an account that wait, with what they may be.
 * @param mall of the account
 */
export async function suggestAll(
  db: Parameters<typeof pageOfRows>[0],
  { account, mall, today }: { account: string; mall: string; today: string },
): Promise<SuggestedRow[]> {
  const rows: KeptRow[] = [];
  let after: RowPlace | null = null;
  for (;;) {
    const wanted = { account, which: 'waiting', text: '', isIncoming: true } as const;
    const page: KeptRow[] = await pageOfRows(db, wanted, after, PAGE_ROWS);
    rows.push(...page);
    after = page.at(-1) ?? null;
    if (page.length < PAGE_ROWS) break;
  }
  const suggestions = await matchRows(db, mall, rows, today);
  return rows.map((row) => ({ row, suggestions: suggestions.get(row.row) ?? [] }));
}

/** Rows that are read at a time where all are wanted. */
const PAGE_ROWS = 5_000;
