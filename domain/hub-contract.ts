import { downContract } from './down/contract.ts';
import { noticesContract } from './down/manage-contract.ts';
import { enrolmentContract } from './enrolment/contract.ts';
import { devicesContract } from './enrolment/manage-contract.ts';
import { feesContract } from './fees/manage-contract.ts';
import { mattersContract } from './fees/matters-contract.ts';
import { feeMessagesContract } from './fees/messages-contract.ts';
import { bankContract } from './fees/bank/manage-contract.ts';
import { organisationContract } from './organisation/manage-contract.ts';
import { peopleContract } from './people/contract.ts';
import { reportsContract } from './reports/contract.ts';
import { syncContract } from './sync/contract.ts';

/** Every call to the hub over HTTP below `/v1`, of tills and of the console, written once. */
export const hubContract = {
  sync: syncContract,
  down: downContract,
  notices: noticesContract,
  enrolment: enrolmentContract,
  devices: devicesContract,
  organisation: organisationContract,
  fees: feesContract,
  bank: bankContract,
  people: peopleContract,
  reports: reportsContract,
  feeMessages: feeMessagesContract,
  matters: mattersContract,
};
