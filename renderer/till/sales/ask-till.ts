import { ORPCError } from '@orpc/client';
import type { OpenedCart, RingUp } from '../../../domain/sales/contract.ts';
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
  const keep = keepNewest(till.sales.keepCart, (error, { id }) => {
    if (isUnreachable(error)) return; // it is kept once the connection is back
    const failure = failureFrom(error);
    if (failure.code === 'CART_ELSEWHERE') register.tell({ kind: 'taken', id });
    else warn(failure);
  });
  register.on('keepCart', ({ cart }) => keep(cart));
  const tellLine = (): void => {
    register.tell({ kind: 'line', isOpen: connection.state() === 'open' });
  };
  connection.subscribe(tellLine);
  if (connection.state() === 'open') tellLine();
  handOver();
}

async function openCart(fresh: string): Promise<void> {
  try {
    const cart = await till.sales.openCart({ wanted, fresh });
    register.tell({ kind: 'opened', cart });
  } catch (error) {
    if (isUnreachable(error)) return; // asked again once the connection is back
    // A till that cannot write still shows what it has; what it cannot do is told when it is asked.
    const none = { lines: [], scans: [], gone: [], paid: null, leftAtMs: null, otherPages: 0 };
    const cart: OpenedCart = { id: fresh, ...none };
    register.tell({ kind: 'opened', cart });
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

/**
 * The cart that this very page held before it was loaded again. It is handed over in the moment in
 * which the page goes: a duplicated tab, whose page stays, has none.
 */
const wanted = takeHandedOver();

function takeHandedOver(): string | null {
  try {
    const id = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return id !== null && /^[\da-f-]{36}$/.test(id) ? id : null;
  } catch {
    return null; // no storage: the till finds the cart all the same, as one that was left
  }
}

function handOver(): void {
  window.addEventListener('pagehide', () => {
    const { phase, cart } = register.now();
    const id = phase.kind === 'opening' ? wanted : cart.id;
    try {
      if (id !== null) sessionStorage.setItem(KEY, id);
    } catch {
      // as above
    }
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) takeHandedOver();
  });
}
