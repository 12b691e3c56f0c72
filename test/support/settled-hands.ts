import { randomUUID } from 'node:crypto';
import type { HubBook } from './hub-book.ts';

/** A payment of 23 November 2026 as the hub tells it; its row is named by its reference. */
export function paid(reference: string, change: object = {}) {
  return {
    row: reference.padStart(64, '0'),
    provider: 'QRIS',
    amountRupiah: 45_000,
    paidAtMs: null,
    on: '2026-11-23',
    reference,
    issuer: 'GoPay',
    ...change,
  };
}

/** An item of payments as the hub tells it. */
interface Item {
  readonly rows: readonly object[];
  readonly isEnded?: boolean;
  readonly isShared?: boolean;
}

/** Lets the hub tell items of payments, and the till hear them. */
export function settledHands(book: () => HubBook) {
  const hearAs = async (ids: readonly string[], ...items: readonly Item[]) => {
    const { hub, report } = book();
    const first = hub.downVersion + 1;
    const told = items.map(({ rows, isEnded = false, isShared = false }, at) => {
      const kind = 'settled';
      return { id: ids[at], version: first + at, kind, isEnded, rows, isShared };
    });
    hub.downVersion += items.length;
    const { downVersion: version } = hub;
    hub.tells = () => ({ version, hasMore: false, items: told });
    await report();
  };
  const hear = async (...items: readonly Item[]) => {
    const ids = items.map(() => randomUUID());
    await hearAs(ids, ...items);
    return ids;
  };
  return { hear, hearAs };
}
