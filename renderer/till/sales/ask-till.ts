import { ORPCError } from '@orpc/client';
import type { Ask } from '../../../domain/sales/cart-change.ts';
import type { CartSwitch, KeptCart } from '../../../domain/sales/kept-cart.ts';
import type { RingUp, ToAllow } from '../../../domain/sales/order.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { CartPermission } from '../../../domain/sales/leave.ts';
import type { Failure, ScanAnswer } from '../../../domain/sales/register-state.ts';
import { isUnreachable } from '../connection.ts';
import { nextSignIn } from '../staff/ticket.ts';
import { connection, queryClient, quietTill, till, tillQuery } from '../till-client.ts';
import { warnBeep } from './beep.ts';
import { failureFrom } from './failure-from.ts';
import { handed, handOverAsItGoes } from './hand-over.ts';
import { keepNewest } from './keep-newest.ts';
import { register } from './register-store.ts';

/** How long after a failure the till is asked again which cart this page has. */
const OPEN_AGAIN_MS = 2_000;

/**
 * Lets the register ask the till, and hear of the connection, for as long as the page lives. What
 * a lost connection leaves unanswered the register asks again by itself.
 */
export function connectRegister(): void {
  register.on('openCart', ({ fresh }) => void openCart(fresh));
  register.on('resumeCart', ({ id }) => void resumeCart(id));
  register.on('lookUp', ({ ticket, code, isWhole }) => {
    void lookUp(code, isWhole).then((answer) =>
      register.tell({ kind: 'lookedUp', ticket, answer }),
    );
  });
  register.on('allow', (ask) => void allow(ask));
  register.on('ringUp', ({ order }) => void book(order, till.sales.ringUp));
  register.on('ringUpTraining', ({ order }) => void book(order, till.sales.ringUpTraining));
  register.on('beginTraining', () => void beginTraining());
  register.on('findBest', ({ ticket, text, category }) => {
    void findBest(text, category).then((answer) =>
      register.tell({ kind: 'lookedUp', ticket, answer }),
    );
  });
  register.on('beep', warnBeep);
  register.on('shelfChanged', () => {
    void queryClient.invalidateQueries({ queryKey: tillQuery.catalog.key() });
  });
  const keep = async (cart: KeptCart): Promise<void> => {
    await quietTill.sales.keepCart(cart);
    register.tell({ kind: 'kept', cart });
  };
  const keeper = keepNewest<KeptCart>(keep, (error, { id }) => {
    // It is kept once the connection is back, or somebody has signed in.
    if (isUnreachable(error) || isUnsigned(error)) return;
    const failure = failureFrom(error);
    if (failure.code === 'CART_ELSEWHERE') register.tell({ kind: 'taken', id });
    else warn(failure);
  });
  register.on('keepCart', ({ cart }) => keeper.keep(cart));
  register.on('switchCart', ({ order }) => {
    keeper.drop(); // the order has all of it
    void switchCart(order);
  });
  if (handed) register.tell({ kind: 'handedOver', handed });
  const tellConnection = (): void => {
    const state = connection.state();
    register.tell({ kind: 'connection', is: state === 'connecting' ? 'lost' : state });
  };
  connection.subscribe(tellConnection);
  if (connection.state() === 'open') tellConnection();
  handOverAsItGoes(keeper.unkept);
}

/** Asks until there is an answer: what waits for it, and the cart of before, are not given up. */
async function openCart(asked: string): Promise<void> {
  const wanted = handed?.cart ?? null;
  const fresh = handed?.fresh ?? asked;
  for (let told = ''; register.now().phase.kind === 'opening'; ) {
    try {
      const { hasUnkept, ...cart } = await quietTill.sales.openCart({ wanted, fresh });
      const unkept = hasUnkept ? null : (wanted?.unkept ?? null);
      register.tell({ kind: 'opened', cart, unkept });
      return;
    } catch (error) {
      if (isUnreachable(error)) return; // asked again once the connection is back
      if (isUnsigned(error)) {
        await nextSignIn();
        continue;
      }
      const failure = failureFrom(error);
      if (failure.code !== told) warn(failure);
      told = failure.code;
    }
    await new Promise((resolve) => setTimeout(resolve, OPEN_AGAIN_MS));
  }
}

async function switchCart(order: CartSwitch): Promise<void> {
  try {
    const cart = await quietTill.sales.switchCart(order);
    register.tell({ kind: 'opened', cart, unkept: null });
  } catch (error) {
    if (isUnreachable(error)) return;
    if (isUnsigned(error)) {
      await nextSignIn();
      return switchCart(order);
    }
    register.tell({ kind: 'switchRefused', failure: failureFrom(error) });
  }
}

async function resumeCart(id: string): Promise<void> {
  try {
    register.tell({ kind: 'resumed', id, ...(await quietTill.sales.resumeCart({ id })) });
  } catch (error) {
    if (isUnreachable(error)) return;
    if (isUnsigned(error)) {
      await nextSignIn();
      return resumeCart(id);
    }
    register.tell({ kind: 'resumed', id, isElsewhere: false, receipt: null });
    warn(failureFrom(error));
  }
}

async function lookUp(barcode: string, isWhole: boolean): Promise<ScanAnswer> {
  try {
    return { kind: 'found', ...(await quietTill.catalog.findBarcode({ barcode, isWhole })) };
  } catch (error) {
    return unanswered(error);
  }
}

function unanswered(error: unknown): ScanAnswer {
  if (isUnreachable(error)) return { kind: 'unanswered' };
  return { kind: 'failed', failure: failureFrom(error) };
}

async function findBest(text: string, category: string): Promise<ScanAnswer> {
  try {
    const { products } = await quietTill.catalog.search({ text, category, cursor: '', limit: 1 });
    const [product] = products;
    const unit = product?.units[0]?.unit;
    return product && unit !== undefined ? { kind: 'found', product, unit } : { kind: 'none' };
  } catch (error) {
    return unanswered(error);
  }
}

/** Asks for leave, and where it turns out that a floor is undercut, for that leave too. */
async function allow({ permission, order }: Ask): Promise<void> {
  try {
    await leaves[permission](order);
    register.tell({ kind: 'allowed', id: order.id });
  } catch (error) {
    const failure = failureFrom(error);
    const isOther = failure.code === 'BELOW_FLOOR' && permission !== 'sale.below-floor';
    if (isOther) return allow({ permission: 'sale.below-floor', order });
    // Who was asked has thought better of it: the dialog said so already.
    register.tell({
      kind: 'notAllowed',
      failure: failure.code === 'NOT_PERMITTED' ? null : failure,
    });
  }
}

const leaves: Readonly<Record<CartPermission, (order: ToAllow) => Promise<unknown>>> = {
  'sale.quick': (order) => till.sales.allowQuick(order),
  'sale.price': (order) => till.sales.allowPrice(order),
  'sale.discount': (order) => till.sales.allowDiscount(order),
  'sale.below-floor': (order) => till.sales.allowBelowFloor(order),
  'sale.cash-back': (order) => till.sales.allowCashBack(order),
};

async function beginTraining(): Promise<void> {
  try {
    await till.sales.beginTraining();
    register.tell({ kind: 'trainingAllowed' });
  } catch (error) {
    const failure = failureFrom(error);
    // Who was asked has thought better of it: the dialog said so already.
    if (failure.code !== 'NOT_PERMITTED') warn(failure);
  }
}

/** Sends an order, as a sale or as training. */
async function book(order: RingUp, send: (order: RingUp) => Promise<Receipt>): Promise<void> {
  try {
    register.tell({ kind: 'booked', receipt: await send(order) });
  } catch (error) {
    const { id } = order;
    if (isUnreachable(error)) register.tell({ kind: 'unanswered', id });
    else register.tell({ kind: 'refused', id, failure: failureFrom(error) });
  }
}

/** Whether the till waits for somebody to sign in on this line. */
function isUnsigned(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'NOT_SIGNED_IN';
}

function warn(failure: Failure): void {
  register.tell({ kind: 'failed', failure });
}
