import { catalogRouter } from './catalog/router.ts';
import { downRouter } from './down/router.ts';
import { feesRouter } from './fees/router.ts';
import { implementer } from './implementer.ts';
import { inventoryRouter } from './inventory/router.ts';
import { journalRouter } from './journal/router.ts';
import { paymentsRouter } from './payments/router.ts';
import { printingRouter } from './printing/router.ts';
import { salesRouter } from './sales/router.ts';
import { settingsRouter } from './settings/router.ts';
import { shiftsRouter } from './shifts/router.ts';
import { staffRouter } from './staff/router.ts';
import { syncRouter } from './sync/router.ts';
import { systemRouter } from './system/router.ts';

/** Every call of the contract, as its capability answers it. */
export const router = implementer.router({
  system: systemRouter,
  catalog: catalogRouter,
  inventory: inventoryRouter,
  sales: salesRouter,
  payments: paymentsRouter,
  printing: printingRouter,
  settings: settingsRouter,
  staff: staffRouter,
  shifts: shiftsRouter,
  journal: journalRouter,
  sync: syncRouter,
  down: downRouter,
  fees: feesRouter,
});
