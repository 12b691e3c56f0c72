import { z } from 'zod';
import { lineOfText, storable } from '../../line-of-text.ts';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { AccountCode } from './bank-row.ts';
import { BANK_PAGE_MAX, BankCursor, newAct, SearchText } from './inputs.ts';
import { Reconciliation, SignOff } from './reconciliation.ts';

/** Who paid for a stall before, as descriptions of the bank name them. */
export const Sender = z.strictObject({
  sender: z.string(),
  stall: OrganisationCode,
  name: z.string(),
  /** Payments that were accepted. */
  times: z.int(),
});
export type Sender = z.output<typeof Sender>;

/** What was learned, and whether the books agree with the bank. */
export const checkCalls = {
  senders: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/bank/senders/{mall}',
      tags: ['bank'],
      summary: 'Who paid for which stall before',
    })
    .input(z.strictObject({ mall: OrganisationCode, text: SearchText, cursor: BankCursor }))
    .output(
      z.strictObject({ senders: z.array(Sender).max(BANK_PAGE_MAX), nextCursor: z.string() }),
    ),

  /** Forgets that a sender pays for a stall. */
  forgetSender: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/bank/senders/{mall}/forgotten',
      tags: ['bank'],
      summary: 'Forgets that a sender pays for a stall',
    })
    .input(
      z.strictObject({
        mall: OrganisationCode,
        sender: storable(200),
        stall: OrganisationCode,
      }),
    )
    .output(z.strictObject({})),

  reconciliation: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/bank/accounts/{account}/reconciliation/{date}',
      tags: ['bank'],
      summary: 'Bank balance, book balance, and what explains the difference',
    })
    .input(z.strictObject({ account: AccountCode, date: BusinessDate }))
    .errors(pickHubErrors('FEE_ACCOUNT_UNKNOWN'))
    .output(Reconciliation),

  /** Signs a reconciliation off, as it was seen. */
  signOff: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/bank/accounts/{account}/reconciliation/{date}/sign-off',
      tags: ['bank'],
      summary: 'Signs a reconciliation off',
    })
    .input(
      z.strictObject({
        account: AccountCode,
        date: BusinessDate,
        ...newAct,
        /** As they were seen. */
        bankSen: z.int(),
        book: z.int(),
        name: lineOfText(1, 60),
      }),
    )
    .errors(pickHubErrors('RECONCILIATION_CHANGED', 'FEE_ACCOUNT_UNKNOWN', 'FEE_DATE_AHEAD'))
    .output(SignOff),

  /** The newest first. */
  signOffs: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/bank/accounts/{account}/sign-offs',
      tags: ['bank'],
      summary: 'Reconciliations that were signed off',
    })
    .input(z.strictObject({ account: AccountCode }))
    .output(z.strictObject({ signOffs: z.array(SignOff).max(BANK_PAGE_MAX) })),
};
