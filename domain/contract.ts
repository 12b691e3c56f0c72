import { catalogContract } from './catalog/contract.ts';
import { inventoryContract } from './inventory/contract.ts';
import { printingContract } from './printing/contract.ts';
import { salesContract } from './sales/contract.ts';
import { settingsContract } from './settings/contract.ts';
import { systemContract } from './system/contract.ts';

/** Every call that a screen or a command can make to the till, written once. */
export const contract = {
  system: systemContract,
  catalog: catalogContract,
  inventory: inventoryContract,
  sales: salesContract,
  printing: printingContract,
  settings: settingsContract,
};
