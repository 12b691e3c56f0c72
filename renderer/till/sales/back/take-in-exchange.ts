import { rupiah } from '../../../../domain/money.ts';
import { joinExchange } from '../../../../domain/sales/join-exchange.ts';
import { hasContent } from '../../../../domain/sales/kept-cart.ts';
import type { Returned } from '../../../../domain/sales/returned.ts';
import { till } from '../../till-client.ts';
import { register } from '../register-store.ts';

/** Whether the cart of this page has goods or a part of its payment, perhaps of somebody else. */
export function isBegun(): boolean {
  const { cart, scans } = register.now();
  return hasContent({ ...cart, scans });
}

/** The cart that is open, or an empty one for which that is held. */
export type ExchangeCart = 'open' | 'empty';

/**
 * Takes goods of an earlier sale into a cart as a part of its payment, once there is leave for it:
 * until then nothing is moved. They come back when that cart is paid. Why not, where the cart
 * cannot take them, is told by the register. @throws what the till refuses it with
 */
export async function takeInExchange(returned: Returned, into: ExchangeCart): Promise<void> {
  const { cart } = register.now();
  const isOpen = into === 'open';
  const id = isOpen ? cart.id : crypto.randomUUID();
  const all = isOpen ? joinExchange(cart.tenders ?? [], returned) : returned;
  const { amountRupiah } = await till.sales.allowExchange({ id, ...all });
  if (into === 'empty' && (await isRefusedToHold(id))) return;
  const tender = { kind: 'exchange', amountRupiah: rupiah(amountRupiah), ...all } as const;
  register.actBy({ on: 'exchange', id, tender }, 'text');
}

/**
 * Holds the cart of this page, as its sheet does, and goes on with an empty one.
 * @returns whether the till has refused it, and the register has said why; where it was not even
 *   asked, as while the cart is paid, nothing is said
 */
async function isRefusedToHold(fresh: string): Promise<boolean> {
  if (register.now().phase.kind === 'paid') register.actBy({ on: 'next' }, 'text');
  const { id, name = '' } = register.now().cart;
  register.actBy({ on: 'switchCart', name, to: null, fresh }, 'text');
  const { phase } = register.now();
  if (phase.kind !== 'opening' || phase.switching?.order.fresh !== fresh) return false;
  await answered();
  return register.now().cart.id === id;
}

/** Waits until the till has said which cart this page has. */
function answered(): Promise<void> {
  const isOpen = (): boolean => register.now().phase.kind !== 'opening';
  if (isOpen()) return Promise.resolve();
  return new Promise((resolve) => {
    const stop = register.watch(() => {
      if (!isOpen()) return;
      stop();
      resolve();
    });
  });
}
