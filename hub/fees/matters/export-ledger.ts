import { bookAccounts } from '../../../domain/fees/postings.ts';
import type { Days } from '../../../domain/fees/matters/relief.ts';
import type { Translator } from '../../../domain/text.ts';
import { translator } from '../../../domain/translator.ts';
import { BYTE_ORDER_MARK, writeTable } from '../../../node/tables/write-table.ts';
import { writeSheet } from '../../../node/tables/write-sheet.ts';
import type { HubDatabase } from '../../database/open-database.ts';
import { readAs } from '../../database/transact.ts';
import { type PlacedPosting, type PostingPlace, postingsAfter } from './journal-store.ts';

const DELIMITER = ';';
/** Postings read at a time. */
const STEP = 1_000;

/** The forms that a spreadsheet opens. */
export const ledgerForms = ['csv', 'xlsx'] as const;
export type LedgerForm = (typeof ledgerForms)[number];

const columns = [
  'on',
  'mall',
  'stall',
  'what',
  'debit',
  'debitName',
  'credit',
  'creditName',
  'amount',
  'note',
  'act',
  'line',
] as const;

/** What is written. */
export interface LedgerWanted extends Days {
  /** Null for every mall. */
  readonly mall: string | null;
}

/**
 * Every posting of these days as a file, piece by piece, in their order.
 * @param told each posting as it is written
 */
export async function* exportLedger(
  database: HubDatabase,
  wanted: LedgerWanted,
  form: LedgerForm,
  speaker: Translator = translator('id'),
  told: (posting: PlacedPosting) => void = () => {},
): AsyncGenerator<string | Uint8Array> {
  const titles = columns.map((column) => speaker.text(`fees.ledger.${column}`));
  const rows = cellsOf(database, wanted, speaker, told);
  if (form === 'csv') {
    yield BYTE_ORDER_MARK + writeTable([titles], DELIMITER);
    for await (const row of rows) yield writeTable([row], DELIMITER);
    return;
  }
  const sheetColumns = columns.map((column, at) => {
    const title = titles[at] ?? '';
    return column === 'amount' ? { title, format: '#,##0' } : { title };
  });
  yield* writeSheet('Jurnal', sheetColumns, rows);
}

async function* cellsOf(
  database: HubDatabase,
  { mall, from, to }: LedgerWanted,
  speaker: Translator,
  told: (posting: PlacedPosting) => void,
): AsyncGenerator<(string | number)[]> {
  let after: PostingPlace | null = null;
  for (;;) {
    const wanted = { mall, days: { from, to }, after, limit: STEP };
    const page: PlacedPosting[] = await readAs(database.db, 'every-stall', (db) =>
      postingsAfter(db, wanted),
    );
    for (const posting of page) {
      told(posting);
      const { on, stall, what, debit, credit, amount, note, act, line } = posting;
      const names = [nameOf(debit, speaker), nameOf(credit, speaker)] as const;
      yield [
        on,
        posting.mall,
        stall ?? '',
        what,
        debit,
        names[0],
        credit,
        names[1],
        amount,
        note,
        act,
        line,
      ];
    }
    after = page.at(-1) ?? null;
    if (page.length < STEP) return;
  }
}

/** What an account of the books is called. */
function nameOf(account: string, speaker: Translator): string {
  const known = bookAccounts.find((one) => one === account);
  if (known) return speaker.text(`fees.book.${known}`);
  return speaker.text('fees.book.money', { account: account.replace(/^money:/, '') });
}
