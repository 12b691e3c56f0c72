import { implementer } from '../implementer.ts';
import { readReceiptByNumber, readTotals } from './procedures.ts';
import { keepCart, openCart, payCart, resumeCart } from './carts.ts';

const { sales } = implementer;

export const salesRouter = sales.router({
  ringUp: sales.ringUp.handler(({ context, input }) => payCart(context.open(), context, input)),
  openCart: sales.openCart.handler(({ context, input }) =>
    openCart(context.open(), context.page, input),
  ),
  resumeCart: sales.resumeCart.handler(({ context, input }) =>
    resumeCart(context.open(), context.page, input),
  ),
  keepCart: sales.keepCart.handler(({ context, input }) =>
    keepCart(context.open(), context.page, input),
  ),
  receipt: sales.receipt.handler(({ context, input }) =>
    readReceiptByNumber(context.open(), input),
  ),
  totals: sales.totals.handler(({ context }) => readTotals(context.open())),
});
