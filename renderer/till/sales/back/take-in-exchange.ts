import { rupiah } from '../../../../domain/money.ts';
import type { Returned } from '../../../../domain/sales/returned.ts';
import { till } from '../../till-client.ts';
import { register } from '../register-store.ts';

/** Whether the cart of this page has goods: they may be another customer's. */
export function hasGoods(): boolean {
  const { cart, scans } = register.now();
  return cart.lines.length + scans.length > 0;
}

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

/**
 * Holds the cart of this page, as its sheet does, and goes on with an empty one.
 * @returns whether it is held; why not is told by the register
 */
export async function holdCart(): Promise<boolean> {
  if (register.now().phase.kind === 'paid') register.actBy({ on: 'next' }, 'text');
  const fresh = crypto.randomUUID();
  const { name = '' } = register.now().cart;
  register.actBy({ on: 'switchCart', name, to: null, fresh }, 'text');
  await answered();
  return register.now().cart.id === fresh;
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
