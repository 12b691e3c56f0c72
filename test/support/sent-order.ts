import { RingUp } from '../../domain/sales/order.ts';
import type { Receipt } from '../../domain/sales/receipt.ts';
import { RefundOrder } from '../../domain/sales/refund.ts';
import { refund } from '../../electron/till/sales/refund.ts';
import { ringUp } from '../../electron/till/sales/ring-up.ts';
import type { Till } from '../../electron/till/till.ts';
import { atDrawer } from './test-till.ts';

/** An order as it goes to the till, and may go once more. */
export interface SentOrder {
  readonly call: 'ringUp' | 'refund';
  readonly order: { readonly id: string } & Readonly<Record<string, unknown>>;
}

/** Books an order as the till's contract reads it. */
export function book(till: Till, { call, order }: SentOrder): Receipt {
  return call === 'ringUp'
    ? ringUp(till, atDrawer, RingUp.parse(order))
    : refund(till, atDrawer, RefundOrder.parse(order));
}
