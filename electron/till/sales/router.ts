import { implementer } from '../implementer.ts';
import { readReceiptByNumber, readTotals } from './procedures.ts';
import { ringUp } from './ring-up.ts';

const { sales } = implementer;

export const salesRouter = sales.router({
  ringUp: sales.ringUp.handler(({ context, input }) =>
    ringUp(context.open(), context.actor, input),
  ),
  receipt: sales.receipt.handler(({ context, input }) =>
    readReceiptByNumber(context.open(), input),
  ),
  totals: sales.totals.handler(({ context }) => readTotals(context.open())),
});
