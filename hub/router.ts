import { noticesRouter } from './down/manage-router.ts';
import { downRouter } from './down/router.ts';
import { devicesRouter } from './enrolment/manage-router.ts';
import { enrolmentRouter } from './enrolment/router.ts';
import { bankRouter } from './fees/bank/router.ts';
import { feesRouter } from './fees/manage-router.ts';
import { syncRouter } from './ingest/router.ts';
import { feeMessagesRouter } from './fees/matters/message-router.ts';
import { mattersRouter } from './fees/matters/router.ts';
import { organisationRouter } from './organisation/router.ts';
import { peopleRouter } from './people/router.ts';
import { reportsRouter } from './reports/router.ts';

/** Every call of the hub's contract, as its capability answers it. */
export const hubRouter = {
  sync: syncRouter,
  down: downRouter,
  notices: noticesRouter,
  enrolment: enrolmentRouter,
  devices: devicesRouter,
  organisation: organisationRouter,
  bank: bankRouter,
  fees: feesRouter,
  people: peopleRouter,
  reports: reportsRouter,
  feeMessages: feeMessagesRouter,
  matters: mattersRouter,
};
