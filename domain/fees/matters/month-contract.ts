import { z } from 'zod';
import { ActId } from '../../journal/values.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { FeeAct } from '../kinds.ts';
import { Period } from '../period.ts';
import { Cursor, MATTERS_PAGE_MAX, newAct, NoteText, Reason } from './values.ts';

/** A month of the books of a mall. */
export const FeeMonth = z.strictObject({
  mall: OrganisationCode,
  month: Period,
  isClosed: z.boolean(),
  /** When that was last changed, by whom, and why; null where it never was. */
  changed: z.strictObject({ on: BusinessDate, by: z.string(), note: z.string() }).nullable(),
  /** Rupiah of all postings: as much debit as credit. */
  posted: z.int(),
});
export type FeeMonth = z.output<typeof FeeMonth>;

/**
 * What stands in the way of a close: rows of bank files that nobody matched, a drawer that was not
 * counted after its last money, stalls that were not charged, an account that is not what stalls
 * owe, a month that is not over.
 */
const findingKinds = [
  'rows-unmatched',
  'drawer-uncounted',
  'uncharged',
  'unbalanced',
  'not-over',
] as const;

/** One thing that is open. */
export const MonthFinding = z.strictObject({
  kind: z.enum(findingKinds),
  /**
   * Of `rows-unmatched`, `drawer-uncounted`: the account; of `unbalanced`: receivable, advance,
   * deposit.
   */
  account: z.string(),
  /** How many rows, stalls, or days that are left; 0 where nothing is counted. */
  count: z.int(),
  /** Rupiah: of the rows, in the drawer, or by which the account differs. */
  amount: z.int(),
});
export type MonthFinding = z.output<typeof MonthFinding>;

/** One posting of the journal: so much from one account to another. */
export const JournalRow = z.strictObject({
  act: ActId,
  line: z.int(),
  on: BusinessDate,
  what: FeeAct,
  /** Null for one of the mall. */
  stall: OrganisationCode.nullable(),
  debit: z.string(),
  credit: z.string(),
  /** Rupiah, more than nothing. */
  amount: z.int(),
  note: z.string(),
});
export type JournalRow = z.output<typeof JournalRow>;

/** What an account took and gave in a month. Rupiah */
const AccountSum = z.strictObject({
  account: z.string(),
  debit: z.int(),
  credit: z.int(),
});
type AccountSum = z.output<typeof AccountSum>;

const tags = ['fees'];
const ofMonth = { month: Period, mall: OrganisationCode };

/** The months of the books, and their journal. */
export const monthCalls = {
  /** Every month that has postings, the newest first. */
  listMonths: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/months',
      tags,
      summary: 'The months of the books, open or closed',
    })
    .input(z.strictObject({ mall: OrganisationCode, cursor: Cursor }))
    .output(
      z.strictObject({
        months: z.array(FeeMonth).max(MATTERS_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  checkMonth: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/months/{month}/check',
      tags,
      summary: 'What is still open in a month',
    })
    .input(z.strictObject(ofMonth))
    .errors(pickHubErrors('MALL_UNKNOWN'))
    .output(z.strictObject({ month: FeeMonth, findings: z.array(MonthFinding).max(200) })),

  /** From now on the month takes no posting. */
  closeMonth: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/months/{month}/closing',
      tags,
      summary: 'Closes a month: from then on it takes no posting',
    })
    .input(
      z.strictObject({
        ...ofMonth,
        ...newAct,
        note: NoteText,
        /** Closes although something is open, for the reason of the note; never unbalanced. */
        despite: z.boolean().default(false),
      }),
    )
    .errors(
      pickHubErrors(
        'MALL_UNKNOWN',
        'MONTH_UNFINISHED',
        'MONTH_UNBALANCED',
        'MONTH_TO_COME',
        'MONTH_CLOSED',
      ),
    )
    .output(FeeMonth),

  /** For the federation, with its reason: until it signs by itself an administrator acts for it. */
  reopenMonth: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/months/{month}/reopening',
      tags,
      summary: 'Reopens a closed month for the federation, with a reason',
    })
    .input(z.strictObject({ ...ofMonth, ...newAct, note: Reason }))
    .errors(pickHubErrors('MALL_UNKNOWN', 'MONTH_OPEN'))
    .output(FeeMonth),

  readJournal: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/journal/{month}',
      tags,
      summary: 'The postings of a month, in their order',
    })
    .input(z.strictObject({ ...ofMonth, cursor: Cursor }))
    .output(
      z.strictObject({
        rows: z.array(JournalRow).max(MATTERS_PAGE_MAX),
        nextCursor: z.string(),
      }),
    ),

  sumJournal: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/journal/{month}/sums',
      tags,
      summary: 'What each account took and gave in a month',
    })
    .input(z.strictObject(ofMonth))
    .output(
      z.strictObject({
        accounts: z.array(AccountSum).max(1_000),
        /** Rupiah of all accounts: the two are the same. */
        debit: z.int(),
        credit: z.int(),
      }),
    ),

  exportJournal: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/journal/{month}/export',
      tags,
      summary: 'The postings of a month as a file for a spreadsheet',
    })
    .input(z.strictObject({ ...ofMonth, form: z.enum(['csv', 'xlsx']).default('xlsx') }))
    .errors(pickHubErrors('JOURNAL_TOO_LONG'))
    .output(z.strictObject({ file: z.string(), bytes: z.base64() })),
};
