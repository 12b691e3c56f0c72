import { z } from 'zod';
import { ActId } from '../../journal/values.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { Hash, OrganisationCode } from '../../sync/place.ts';
import { AccountCode, Explanation } from './bank-row.ts';
import { ActNote, BANK_PAGE_MAX, DoneActs, newAct } from './inputs.ts';

/** Most stalls that one row is split over. */
export const PARTS_MAX = 20;

const Rupiah = z.int().min(1).max(1_000_000_000_000);

/** A payment that came by a row. Rupiah */
export const AcceptedPayment = z.strictObject({
  row: Hash,
  act: ActId,
  stall: OrganisationCode,
  amount: z.int(),
  kuitansi: z.string(),
  /** What nothing was owed for. */
  advance: z.int(),
});
export type AcceptedPayment = z.output<typeof AcceptedPayment>;

/** What rows are: payments of stalls, or something else. */
export const rowCalls = {
  /** Books a row as payments: of one stall, or split over several. The parts are what is left. */
  accept: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/bank/rows/{row}/payments',
      tags: ['bank'],
      summary: 'Books a row as payments of one stall or of several',
    })
    .input(
      z.strictObject({
        row: Hash,
        ...newAct,
        parts: z
          .array(z.strictObject({ stall: OrganisationCode, amount: Rupiah }))
          .min(1)
          .max(PARTS_MAX),
      }),
    )
    .errors(
      pickHubErrors(
        'BANK_ROW_UNKNOWN',
        'BANK_ROW_USED',
        'BANK_ROW_WENT_OUT',
        'BANK_PARTS_WRONG',
        'STALL_UNKNOWN',
        'FEE_DATE_AHEAD',
        'MONTH_CLOSED',
      ),
    )
    .output(z.strictObject({ payments: z.array(AcceptedPayment) })),

  /** Books the rows that are ticked, each for its stall; what has changed meanwhile is left. */
  acceptTicked: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/bank/accounts/{account}/ticked',
      tags: ['bank'],
      summary: 'Books all rows that are ticked',
    })
    .input(
      z.strictObject({
        account: AccountCode,
        ...newAct,
        /** The ticked rows that were seen, each with its stall. */
        seen: z
          .array(z.strictObject({ row: Hash, stall: OrganisationCode }))
          .min(1)
          .max(BANK_PAGE_MAX),
      }),
    )
    .errors(pickHubErrors('FEE_ACCOUNT_UNKNOWN', 'FEE_DATE_AHEAD', 'MONTH_CLOSED'))
    .output(
      z.strictObject({
        accepted: z.array(AcceptedPayment),
        /** Rows that are not ticked for that stall any more. */
        left: z.array(Hash),
      }),
    ),

  /** Says what a row, or a part of it, is that is no payment. */
  explain: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/bank/rows/{row}/explanations',
      tags: ['bank'],
      summary: 'Says what a row is that is no payment of a stall',
    })
    .input(
      z.strictObject({
        row: Hash,
        ...newAct,
        as: Explanation,
        /** Null: all that is left. */
        amount: Rupiah.nullable().default(null),
        /** The account on the other side, of cash banked and settlements; null: the only one. */
        other: AccountCode.nullable().default(null),
        /** The act that booked it already: a refund, cash that the office banked. */
        of: ActId.nullable().default(null),
        note: ActNote,
      }),
    )
    .errors(
      pickHubErrors(
        'BANK_ROW_UNKNOWN',
        'BANK_ROW_USED',
        'BANK_EXPLANATION_UNFIT',
        'BANK_BOOKED_UNKNOWN',
        'BANK_REFUND_UNBOOKED',
        'FEE_ACCOUNT_UNKNOWN',
        'FEE_ACCOUNT_OTHER',
        'FEE_ACCOUNT_NEEDED',
        'FEE_DATE_AHEAD',
        'MONTH_CLOSED',
      ),
    )
    .output(DoneActs),

  /** Takes back what was done with a row: the payment or the explanation is reversed. */
  undo: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/bank/uses/{act}/reversal',
      tags: ['bank'],
      summary: 'Takes back what was done with a row',
    })
    .input(z.strictObject({ act: ActId, ...newAct, note: ActNote }))
    .errors(pickHubErrors('BANK_USE_UNKNOWN', 'CREDIT_REFUNDED', 'MONTH_CLOSED'))
    .output(DoneActs),
};
