import { ORPCError } from '@orpc/client';
import { z } from 'zod';
import { KeptCart, type OpenedCart, type RingUp } from '../../../domain/sales/contract.ts';
import type { Failure, ScanAnswer } from '../../../domain/sales/register-state.ts';
import { findBest } from '../catalog/use-products.ts';
import { isUnreachable } from '../connection.ts';
import { connection, queryClient, till, tillQuery } from '../till-client.ts';
import { warnBeep } from './beep.ts';
import { keepNewest } from './keep-newest.ts';
import { register } from './register-store.ts';

/** Where the page that is loaded again finds the cart that it held. */
const KEY = 'lapak.cart';

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
  register.on('ringUp', ({ order }) => void ringUp(order));
  register.on('findBest', ({ text }) => void takeBest(text));
  register.on('beep', warnBeep);
  register.on('shelfChanged', () => {
    void queryClient.invalidateQueries({ queryKey: tillQuery.catalog.key() });
  });
  const keeper = keepNewest<KeptCart>(till.sales.keepCart, (error, { id }) => {
    if (isUnreachable(error)) return; // it is kept once the connection is back
    const failure = failureFrom(error);
    if (failure.code === 'CART_ELSEWHERE') register.tell({ kind: 'taken', id });
    else warn(failure);
  });
  register.on('keepCart', ({ cart }) => keeper.keep(cart));
  const tellLine = (): void => {
    register.tell({ kind: 'line', isOpen: connection.state() === 'open' });
  };
  connection.subscribe(tellLine);
  if (connection.state() === 'open') tellLine();
  handOver(keeper.unkept);
}

async function openCart(fresh: string): Promise<void> {
  try {
    const cart = await till.sales.openCart({ wanted, fresh });
    register.tell({ kind: 'opened', cart, unkept: wanted?.unkept ?? null });
  } catch (error) {
    if (isUnreachable(error)) return; // asked again once the connection is back
    // A till that cannot write still shows what it has; what it cannot do is told when it is asked.
    const none = { lines: [], scans: [], gone: [], paid: null, leftAtMs: null, otherPages: 0 };
    const cart: OpenedCart = { id: fresh, ...none, isElsewhere: false };
    register.tell({ kind: 'opened', cart, unkept: null });
    warn(failureFrom(error));
  }
}

async function resumeCart(id: string): Promise<void> {
  try {
    register.tell({ kind: 'resumed', id, ...(await till.sales.resumeCart({ id })) });
  } catch (error) {
    if (isUnreachable(error)) return;
    register.tell({ kind: 'resumed', id, isElsewhere: false, receipt: null });
    warn(failureFrom(error));
  }
}

async function lookUp(barcode: string, isWhole: boolean): Promise<ScanAnswer> {
  try {
    return { kind: 'found', ...(await till.catalog.findBarcode({ barcode, isWhole })) };
  } catch (error) {
    if (isUnreachable(error)) return { kind: 'unanswered' };
    return { kind: 'failed', failure: failureFrom(error) };
  }
}

async function ringUp(order: RingUp): Promise<void> {
  try {
    register.tell({ kind: 'booked', receipt: await till.sales.ringUp(order) });
  } catch (error) {
    const { id } = order;
    if (isUnreachable(error)) register.tell({ kind: 'unanswered', id });
    else register.tell({ kind: 'refused', id, failure: failureFrom(error) });
  }
}

async function takeBest(text: string): Promise<void> {
  try {
    const product = await findBest(text.trim(), '');
    if (product) register.actBy({ on: 'product', product }, 'keyboard');
  } catch (error) {
    warn(failureFrom(error));
  }
}

function warn(failure: Failure): void {
  register.tell({ kind: 'failed', failure });
}

/** What the till has answered, or a fault of the page. */
function failureFrom(error: unknown): Failure {
  if (error instanceof ORPCError) {
    const { data } = error as ORPCError<string, unknown>; // whatever the till has sent
    return { code: error.code, data: typeof data === 'object' && data !== null ? { ...data } : {} };
  }
  return { code: 'FAULT', data: { name: error instanceof Error ? error.name : typeof error } };
}

/** What a page hands over to itself when it is loaded again. */
const HandedOver = z.object({ id: z.uuid(), unkept: KeptCart.nullable() });

/**
 * The cart that this very page held before it was loaded again. It is handed over in the moment in
 * which the page goes: a duplicated tab, whose page stays, has none.
 */
const wanted = takeHandedOver();

function takeHandedOver(): z.output<typeof HandedOver> | null {
  try {
    const text = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return text === null ? null : HandedOver.parse(JSON.parse(text));
  } catch {
    return null; // no storage: the till finds the cart all the same, as one that was left
  }
}

/** @param unkept the cart that the till is not known to have as it is */
function handOver(unkept: () => KeptCart | undefined): void {
  window.addEventListener('pagehide', () => {
    const { phase, cart } = register.now();
    const newest = unkept();
    const own = { id: cart.id, unkept: newest?.id === cart.id ? newest : null };
    const handed = phase.kind === 'opening' ? wanted : own;
    try {
      if (handed) sessionStorage.setItem(KEY, JSON.stringify(handed));
    } catch {
      // as above
    }
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) takeHandedOver();
  });
}
