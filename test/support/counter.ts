import type { ShelfProduct } from '../../domain/catalog/product.ts';
import { rupiah } from '../../domain/money.ts';
import { pcs } from '../../domain/quantity.ts';
import { SETTLE_MS } from '../../domain/surface.ts';
import type { RegisterAct } from '../../domain/sales/register-acts.ts';
import type { Receipt } from '../../domain/sales/receipt.ts';
import { stepRegister } from '../../domain/sales/register.ts';
import type {
  KeyPressed,
  RegisterEffect,
  RegisterEvent,
} from '../../domain/sales/register-events.ts';
import {
  openingRegister,
  type RegisterState,
  type ScanAnswer,
} from '../../domain/sales/register-state.ts';
import { plainReceipt, plainTerms } from './plain-sale.ts';

export const kopi = product('KOPI-01', 45_000);
export const batik = product('BTK-01', 350_000);

export function product(code: string, price: number): ShelfProduct {
  const unit = { unit: 'pcs', factorMilli: pcs(1), priceRupiah: rupiah(price), barcodes: [] };
  return { code, name: `Barang ${code}`, category: '', units: [unit], onHandMilli: pcs(9) };
}

/** A register whose surfaces are painted at once, so that only times of acts count. */
export class Counter {
  state: RegisterState;
  readonly done: RegisterEffect[] = [];
  atMs = 10_000;
  #ids = 0;

  constructor() {
    this.state = openingRegister(plainTerms(), this.newId);
    this.tell({ kind: 'connection', is: 'open' });
    const opened = { id: this.newId(), lines: [], scans: [], gone: [], paid: null };
    const alone = { leftAtMs: null, otherPages: 0, isElsewhere: false };
    this.tell({ kind: 'opened', cart: { ...opened, ...alone }, unkept: null });
    this.later();
  }

  newId = (): string => {
    this.#ids += 1;
    return `00000000-0000-4000-8000-${String(this.#ids).padStart(12, '0')}`;
  };

  tell(event: RegisterEvent) {
    const { state, effects, isTaken } = stepRegister(this.state, event, this.newId);
    this.state = state;
    this.done.push(...effects);
    const { name, shownAtMs } = state.surface;
    if (shownAtMs === null) this.tell({ kind: 'shown', name, atMs: this.atMs });
    return isTaken;
  }

  /** Long enough after what was before that a hand is meant. */
  later(ms = SETTLE_MS): void {
    this.atMs += ms;
  }

  touch(act: RegisterAct, afterMs = SETTLE_MS): void {
    this.later(afterMs);
    this.tell({ kind: 'act', act, atMs: this.atMs, by: 'pointer' });
  }

  key(key: string, afterMs = 200, change: Partial<KeyPressed> = {}) {
    this.later(afterMs);
    const at = { atMs: this.atMs, isRepeat: false, place: 'page' as const };
    const focus = { isOnButton: false, isSelected: false, usesArrows: false, isCovered: false };
    return this.tell({ kind: 'key', key, ...at, ...focus, ...change });
  }

  keys(text: string, gapMs = 110): void {
    for (const character of text) this.key(character, gapMs);
  }

  /** As a USB scanner does. */
  scan(code: string, { gapMs = 4, suffix = 'Enter' } = {}): void {
    this.later();
    this.keys(code, gapMs);
    this.key(suffix, gapMs);
  }

  /** What the till answers to the newest look-up. */
  answer(known: ShelfProduct | 'unknown'): void {
    const asked = this.done.findLast((effect) => effect.kind === 'lookUp');
    if (!asked) throw new Error('nothing was looked up');
    const { ticket, code } = asked;
    const answer = known === 'unknown' ? unknown(code) : found(known);
    this.tell({ kind: 'lookedUp', ticket, answer });
  }

  pause(): void {
    this.later(300);
    this.tell({ kind: 'pause', pausedMs: 300 });
  }

  get lines() {
    return this.state.cart.lines.map(({ code, quantityMilli }) => [code, quantityMilli / 1000]);
  }
  get phase() {
    return this.state.phase.kind;
  }
  /** What a shift was asked to be opened with. */
  get floats() {
    return this.done.filter((effect) => effect.kind === 'openShift').map(({ float }) => float);
  }
  get cash() {
    return this.state.phase.kind === 'paying' ? this.state.phase.cash.digits : undefined;
  }
  get orders() {
    return this.done.filter((effect) => effect.kind === 'ringUp').map(({ order }) => order);
  }
  get warned() {
    return this.done.filter((effect) => effect.kind === 'warn').map(({ failure }) => failure.code);
  }
  get lost() {
    return this.state.lost.map(({ code }) => code);
  }
}

/** With a kopi in the cart, at a drawer without a shift. */
export function counterWithoutShift(): Counter {
  const counter = counterWithKopi();
  counter.tell({ kind: 'shift', isOpen: false });
  return counter;
}

/** With a kopi in the cart. */
export function counterWithKopi(): Counter {
  const counter = new Counter();
  counter.touch({ on: 'product', product: kopi });
  return counter;
}

export function found(product: ShelfProduct): ScanAnswer {
  return { kind: 'found', product, unit: 'pcs' };
}

export function unknown(barcode: string): ScanAnswer {
  return { kind: 'failed', failure: { code: 'BARCODE_UNKNOWN', data: { barcode } } };
}

export function receipt(id: string): Receipt {
  const facts = { number: 'ABC-000001', kind: 'sale', epoch: 1, seq: 2, soldAtMs: 0 } as const;
  const day = {
    offsetMinutes: 420,
    businessDate: '2026-11-24',
    cashier: 'kasir-1',
    source: '',
    original: '',
    reason: '',
  };
  const stall = { name: 'Lapak', number: '', mall: '', phone: '' };
  const sums = { subtotalRupiah: rupiah(45_000), roundingRupiah: rupiah(0), lines: [] };
  const money = { totalRupiah: rupiah(45_000), changeRupiah: rupiah(5_000) };
  const tenders = [{ kind: 'cash', amountRupiah: rupiah(50_000) }];
  return { id, ...facts, ...day, stall, ...plainReceipt, ...sums, ...money, tenders };
}

export function paid(): Counter {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });
  return counter;
}
