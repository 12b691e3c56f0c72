import { catalogContract } from './catalog/contract.ts';
import { downTillContract } from './down/till-contract.ts';
import { feesTillContract } from './fees/till-contract.ts';
import { inventoryContract } from './inventory/contract.ts';
import { journalContract } from './journal/contract.ts';
import { paymentsContract } from './payments/contract.ts';
import { printingContract } from './printing/contract.ts';
import { salesContract } from './sales/contract.ts';
import { settingsContract } from './settings/contract.ts';
import { shiftsContract } from './shifts/contract.ts';
import { staffContract } from './staff/contract.ts';
import { syncTillContract } from './sync/till-contract.ts';
import { systemContract } from './system/contract.ts';

/** Every call that a screen or a command can make to the till, written once. */
export const contract = {
  system: systemContract,
  catalog: catalogContract,
  inventory: inventoryContract,
  sales: salesContract,
  payments: paymentsContract,
  printing: printingContract,
  settings: settingsContract,
  staff: staffContract,
  shifts: shiftsContract,
  journal: journalContract,
  sync: syncTillContract,
  down: downTillContract,
  fees: feesTillContract,
};
