import { implementer } from '../implementer.ts';
import { keepCart, payCart, resumeCart } from './carts.ts';
import { allowExchange, giveLeave } from './give-leave.ts';
import { listSales, readDay } from './list-sales.ts';
import { openCart } from './open-cart.ts';
import { watchParked } from './parked-carts.ts';
import { receiptOfLink } from './receipt-of-link.ts';
import { readReceiptByNumber, readTotals, watchSales } from './procedures.ts';
import { quoteRefund } from './quote-refund.ts';
import { refund } from './refund.ts';
import { voidSale } from './void-sale.ts';
import { switchCart } from './switch-cart.ts';

const { sales } = implementer;

export const salesRouter = sales.router({
  ringUp: sales.ringUp.handler(({ context, input }) => payCart(context.open(), context, input)),
  // Whoever comes here has the permission.
  beginTraining: sales.beginTraining.handler(() => undefined),
  ringUpTraining: sales.ringUpTraining.handler(({ context, input }) =>
    payCart(context.open(), { ...context, kind: 'training' }, input),
  ),
  openCart: sales.openCart.handler(({ context, input }) =>
    openCart(context.open(), context.page, input),
  ),
  resumeCart: sales.resumeCart.handler(({ context, input }) =>
    resumeCart(context.open(), context.page, input),
  ),
  keepCart: sales.keepCart.handler(({ context, input }) =>
    keepCart(context.open(), context.page, input),
  ),
  switchCart: sales.switchCart.handler(({ context, input }) =>
    switchCart(context.open(), context.page, input),
  ),
  watchParked: sales.watchParked.handler(({ context, signal }) =>
    watchParked(context.open(), signal),
  ),
  allowQuick: sales.allowQuick.handler(({ context, input: order }) =>
    giveLeave(context.open(), context.actor, { permission: 'sale.quick', order }),
  ),
  allowPrice: sales.allowPrice.handler(({ context, input: order }) =>
    giveLeave(context.open(), context.actor, { permission: 'sale.price', order }),
  ),
  allowDiscount: sales.allowDiscount.handler(({ context, input: order }) =>
    giveLeave(context.open(), context.actor, { permission: 'sale.discount', order }),
  ),
  allowBelowFloor: sales.allowBelowFloor.handler(({ context, input: order }) =>
    giveLeave(context.open(), context.actor, { permission: 'sale.below-floor', order }),
  ),
  allowCashBack: sales.allowCashBack.handler(({ context, input: order }) =>
    giveLeave(context.open(), context.actor, { permission: 'sale.cash-back', order }),
  ),
  allowExchange: sales.allowExchange.handler(({ context, input }) =>
    allowExchange(context.open(), context.actor, input),
  ),
  receipt: sales.receipt.handler(({ context, input }) =>
    readReceiptByNumber(context.open(), input),
  ),
  day: sales.day.handler(({ context, input }) => readDay(context.open(), context.actor, input)),
  list: sales.list.handler(({ context, input }) => listSales(context.open(), input)),
  receiptOfLink: sales.receiptOfLink.handler(({ context, input }) =>
    receiptOfLink(context.open(), input),
  ),
  quoteRefund: sales.quoteRefund.handler(({ context, input }) =>
    quoteRefund(context.open(), context, input),
  ),
  refund: sales.refund.handler(({ context, input }) => refund(context.open(), context, input)),
  void: sales.void.handler(({ context, input }) => voidSale(context.open(), context, input)),
  watch: sales.watch.handler(({ context, signal }) => watchSales(context.open(), signal)),
  totals: sales.totals.handler(({ context }) => readTotals(context.open())),
});
