import { z } from 'zod';
import { hubCall, pickHubErrors } from '../../sync/hub-call.ts';
import { OrganisationCode } from '../../sync/place.ts';
import { BusinessDate } from '../../time.ts';
import { MATTERS_PAGE_MAX, newAct, NoteText } from './values.ts';

const Amount = z.int().min(1).max(1_000_000_000_000);

/** The drawer of a mall's office: an account of the kind cash. */
export const OfficeDrawer = z.strictObject({
  account: OrganisationCode,
  label: z.string(),
  /** Rupiah that the books say are in it. */
  expected: z.int(),
  /** The newest count; null before the first. Rupiah; a difference below nothing is missing. */
  last: z
    .strictObject({
      on: BusinessDate,
      by: z.string(),
      expected: z.int(),
      counted: z.int(),
      difference: z.int(),
    })
    .nullable(),
});
export type OfficeDrawer = z.output<typeof OfficeDrawer>;

const tags = ['fees'];

/** Cash at the office. */
export const drawerCalls = {
  listDrawers: hubCall('administrator')
    .route({
      method: 'GET',
      path: '/fees/drawers',
      tags,
      summary: 'What should be in the drawers of a mall’s office',
    })
    .input(z.strictObject({ mall: OrganisationCode }))
    .output(z.strictObject({ drawers: z.array(OfficeDrawer).max(MATTERS_PAGE_MAX) })),

  /** Posts the difference, so that the books say what is there. */
  countDrawer: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/drawers/{account}/counts',
      tags,
      summary: 'Counts a drawer, and posts the difference',
    })
    .input(
      z.strictObject({
        account: OrganisationCode,
        ...newAct,
        counted: z.int().min(0).max(1_000_000_000_000),
        note: NoteText,
      }),
    )
    .errors(pickHubErrors('FEE_ACCOUNT_UNKNOWN', 'MONTH_CLOSED'))
    .output(OfficeDrawer),

  /** Cash from the drawer to the bank. */
  bankCash: hubCall('administrator')
    .route({
      method: 'POST',
      path: '/fees/drawers/{account}/bankings',
      tags,
      summary: 'Takes cash from a drawer to an account at a bank',
    })
    .input(
      z.strictObject({
        account: OrganisationCode,
        ...newAct,
        /** A bank account of the same mall. */
        to: OrganisationCode,
        amount: Amount,
        on: BusinessDate,
        note: NoteText,
      }),
    )
    .errors(pickHubErrors('FEE_ACCOUNT_UNKNOWN', 'DRAWER_SHORT', 'MONTH_CLOSED', 'FEE_DATE_AHEAD'))
    .output(OfficeDrawer),
};
