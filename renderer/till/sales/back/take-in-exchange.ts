import { rupiah } from '../../../../domain/money.ts';
import type { Returned } from '../../../../domain/sales/returned.ts';
import { till } from '../../till-client.ts';
import { register } from '../register-store.ts';

/**
 * Takes goods of an earlier sale into the cart of this page as a part of its payment, with leave
 * for it. They come back when that cart is paid.
 */
export async function takeInExchange(returned: Returned): Promise<void> {
  const { id } = register.now().cart;
  const { amountRupiah } = await till.sales.allowExchange({ id, ...returned });
  const tender = { kind: 'exchange', amountRupiah: rupiah(amountRupiah), ...returned } as const;
  register.actBy({ on: 'exchange', id, tender }, 'text');
}
