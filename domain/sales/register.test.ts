import { expect, test } from 'vitest';
import type { ShelfProduct } from '../catalog/product.ts';
import { rupiah } from '../money.ts';
import { pcs } from '../quantity.ts';
import { SETTLE_MS } from '../surface.ts';
import type { RegisterAct } from './register-acts.ts';
import type { Receipt } from './receipt.ts';
import { handOver } from './handed-over.ts';
import { stepRegister } from './register.ts';
import type { KeyPressed, RegisterEffect, RegisterEvent } from './register-events.ts';
import {
  lastAdded,
  openingRegister,
  type RegisterState,
  type ScanAnswer,
} from './register-state.ts';

const kopi = product('KOPI-01', 45_000);
const batik = product('BTK-01', 350_000);

function product(code: string, price: number): ShelfProduct {
  const unit = { unit: 'pcs', factorMilli: pcs(1), priceRupiah: rupiah(price), barcodes: [] };
  return { code, name: `Barang ${code}`, category: '', units: [unit], onHandMilli: pcs(9) };
}

/** A register whose surfaces are painted at once, so that only times of acts count. */
class Counter {
  state: RegisterState;
  readonly done: RegisterEffect[] = [];
  atMs = 10_000;
  #ids = 0;

  constructor() {
    this.state = openingRegister(100, this.newId);
    this.tell({ kind: 'line', isOpen: true });
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
    const focus = { isOnButton: false, usesArrows: false, isCovered: false };
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

/** With a kopi in the cart. */
function counterWithKopi(): Counter {
  const counter = new Counter();
  counter.touch({ on: 'product', product: kopi });
  return counter;
}

function found(product: ShelfProduct): ScanAnswer {
  return { kind: 'found', product, unit: 'pcs' };
}

function unknown(barcode: string): ScanAnswer {
  return { kind: 'failed', failure: { code: 'BARCODE_UNKNOWN', data: { barcode } } };
}

function receipt(id: string): Receipt {
  const facts = { number: 'ABC-000001', kind: 'sale', epoch: 1, seq: 2, soldAtMs: 0 } as const;
  const day = { offsetMinutes: 420, businessDate: '2026-11-24', cashier: 'kasir-1', source: '' };
  const stall = { name: 'Lapak', number: '', mall: '', phone: '' };
  const sums = { subtotalRupiah: rupiah(45_000), roundingRupiah: rupiah(0), lines: [] };
  const money = { totalRupiah: rupiah(45_000), changeRupiah: rupiah(5_000) };
  const tenders = [{ kind: 'cash', amountRupiah: rupiah(50_000) }];
  return { id, ...facts, ...day, stall, ...sums, ...money, tenders };
}

function paid(): Counter {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });
  return counter;
}

test('a scan is one unit, whatever has the focus, and its Enter does nothing else', () => {
  const counter = new Counter();
  counter.scan('8991000000010');
  counter.answer(kopi);

  expect(counter.lines).toEqual([['KOPI-01', 1]]);
  expect(counter.key('Enter', 300)).toBe('all');
});

test('scans come into the cart in their order, however late the first one is answered', () => {
  const counter = new Counter();
  counter.scan('8991000000010');
  counter.scan('8991000000027');
  counter.answer(batik);
  expect(counter.lines).toEqual([]);

  const [first] = counter.done.filter((effect) => effect.kind === 'lookUp');
  const answer = { kind: 'found', product: kopi, unit: 'pcs' } as const;
  counter.tell({ kind: 'lookedUp', ticket: first?.ticket ?? -1, answer });
  expect(counter.lines).toEqual([
    ['KOPI-01', 1],
    ['BTK-01', 1],
  ]);
});

test.each([20, 60, 120, 250, 400])(
  'the second half of a double tap on Bayar, %i ms later, pays nothing',
  (ms) => {
    const counter = counterWithKopi();
    counter.touch({ on: 'pay' });
    counter.touch({ on: 'take' }, ms);
    expect(counter.orders).toEqual([]);
    expect(counter.phase).toBe('paying');

    counter.touch({ on: 'take' }, SETTLE_MS);
    expect(counter.orders).toHaveLength(1);
  },
);

test.each([20, 60, 120, 250, 400])(
  'a double tap on Terima, %i ms apart, neither sells twice nor hides the change',
  (ms) => {
    const counter = counterWithKopi();
    counter.touch({ on: 'pay' });
    counter.touch({ on: 'take' });
    counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });
    counter.touch({ on: 'product', product: batik }, ms);
    counter.touch({ on: 'next' }, ms / 4);

    expect(counter.phase).toBe('paid');
    expect(counter.lines).toEqual([]);
    expect(counter.orders).toHaveLength(1);
  },
);

test.each([20, 60, 120, 250, 400])(
  'Enter pressed twice, %i ms apart, sells once and leaves the change',
  (ms) => {
    const counter = counterWithKopi();
    counter.key('F9');
    counter.key('Enter');
    counter.key('Enter', ms);
    counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });
    counter.key('Enter', ms);

    expect(counter.orders).toHaveLength(1);
    expect(counter.phase).toBe('paid');
    counter.key('Enter', SETTLE_MS);
    expect(counter.phase).toBe('cart');
  },
);

test('an Enter that is held down does nothing on the surface that it brought up', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  for (let at = 0; at < 40; at += 1) counter.key('Enter', 33, { isRepeat: true });

  expect(counter.orders).toEqual([]);
});

test.each([4, 37, 60])(
  'a scan at %i ms a key into the open sheet is no cash, pays nothing and is not lost',
  (gapMs) => {
    const counter = counterWithKopi();
    counter.key('F9');
    counter.keys('50');
    counter.scan('8991000000010', { gapMs });
    expect(counter.cash).toBe('50');
    counter.answer(batik);
    expect(counter.lines).toEqual([['KOPI-01', 1]]);
    expect(counter.done.map(({ kind }) => kind)).toContain('beep');

    counter.touch({ on: 'addScans' });
    expect(counter.lines).toEqual([
      ['KOPI-01', 1],
      ['BTK-01', 1],
    ]);
    expect(counter.orders).toEqual([]);
  },
);

test.each(['1234567', '100234', 'ABCDEF'])(
  'the short code %s into the open sheet is no cash',
  (code) => {
    const counter = counterWithKopi();
    counter.key('F9');
    counter.scan(code, { gapMs: 37 });

    expect(counter.cash).toBe('');
    expect(counter.orders).toEqual([]);
  },
);

test('what was scanned during a payment is in the next cart once it is paid', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.scan('8991000000010');
  counter.answer(batik);
  counter.key('Enter', SETTLE_MS);
  counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });

  expect(counter.orders[0]?.lines.map(({ code }) => code)).toEqual(['KOPI-01']);
  expect(counter.phase).toBe('paid');
  expect(counter.lines).toEqual([['BTK-01', 1]]);
});

test('what was scanned during a payment comes into its cart when the sheet is closed', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.scan('8991000000010');
  counter.answer(batik);
  counter.key('Escape', SETTLE_MS);

  expect(counter.lines.at(-1)).toEqual(['BTK-01', 1]);
});

test('F9 right behind a scan takes its money with it, and waits for the answer', () => {
  const counter = counterWithKopi();
  counter.scan('8991000000010');
  counter.key('F9', 20);
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toEqual([]);

  counter.answer(batik);
  counter.key('Enter');
  expect(counter.orders[0]).toMatchObject({ expectedTotalRupiah: 395_000 });
});

test('no money is taken before a scan that came into no cart was seen', () => {
  const counter = counterWithKopi();
  counter.scan('8990000000005');
  counter.key('F9', 20);
  counter.answer('unknown');
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toEqual([]);
  expect(counter.lost).toEqual([]);

  counter.key('Enter', 120);
  expect(counter.orders).toEqual([]);
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toHaveLength(1);
});

test('an unknown scan stays told while good ones come', () => {
  const counter = new Counter();
  counter.scan('8990000000005');
  counter.answer('unknown');
  counter.scan('8991000000010');
  counter.answer(kopi);

  expect(counter.lost).toEqual(['8990000000005']);
  counter.touch({ on: 'seen' });
  expect(counter.lost).toEqual([]);
});

test('a scan right behind the payment begins the next sale, and the change stays told', () => {
  const counter = paid();
  counter.keys('8991000000010', 4);
  counter.key('Enter', 4);
  counter.answer(batik);

  expect(counter.lines).toEqual([['BTK-01', 1]]);
  expect(counter.state.phase).toMatchObject({ kind: 'cart', last: { changeRupiah: 5_000 } });
  expect(counter.state.cart.after).not.toBeNull();
  counter.touch({ on: 'changeSeen' });
  expect(counter.state.phase).toMatchObject({ kind: 'cart', last: null });
  expect(counter.state.cart.after).toBeNull();
});

test('a code that goes on while the payment is booked stays one code', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  counter.later();
  counter.keys('899100', 4);
  counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });
  counter.keys('0000010', 4);
  counter.key('Enter', 4);

  expect(counter.done.filter(({ kind }) => kind === 'lookUp')).toEqual([
    expect.objectContaining({ code: '8991000000010', isWhole: true }),
  ]);
});

test('cash far above the total is asked about once, and the safe answer is the first', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.keys('500000');
  counter.key('Enter');
  expect(counter.state.phase).toMatchObject({ doubt: 'large' });
  counter.key('Enter', 120);
  expect(counter.state.phase).toMatchObject({ doubt: 'large' });
  counter.key('Enter', SETTLE_MS);
  expect(counter.state.phase).toMatchObject({ doubt: null, order: null });

  counter.key('Enter', SETTLE_MS);
  counter.touch({ on: 'takeSurely' });
  expect(counter.orders[0]?.tenders).toEqual([{ kind: 'cash', amountRupiah: 500_000 }]);
});

test('a quick amount is taken as it was touched, and the next digit replaces it', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('F3');
  expect(counter.cash).toBe('50000');
  counter.keys('46000');
  expect(counter.cash).toBe('46000');
});

test('zeros are no exact cash', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.keys('0000');
  counter.key('Enter');

  expect(counter.orders).toEqual([]);
  expect(counter.state.phase).toMatchObject({ failure: { code: 'TENDER_SHORT' } });
});

test('the first digit counts wherever the focus is', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('5', 200, { place: 'page', isOnButton: true });
  counter.key('0', 200, { place: 'amount' });

  expect(counter.cash).toBe('50');
});

test('digits and Enter are the quantity, whatever has the focus, each time anew', () => {
  const counter = counterWithKopi();
  for (const digits of ['5', '7', '4']) {
    counter.keys(digits);
    counter.pause();
    counter.key('Enter', 200, { isOnButton: true });
  }
  expect(counter.lines).toEqual([['KOPI-01', 4]]);
});

test('digits and Enter are the quantity in the empty search too', () => {
  const counter = counterWithKopi();
  counter.keys('4');
  counter.pause();
  counter.key('F2');
  counter.key('Enter', 200, { place: 'search' });

  expect(counter.lines).toEqual([['KOPI-01', 4]]);
});

test('Enter with no digits pending presses the button that has the focus', () => {
  const counter = counterWithKopi();
  expect(counter.key('Enter', 200, { isOnButton: true })).toBe('no');
});

test.each(['0', ',', '99999', '1,2345'])('%s * is refused in words', (text) => {
  const counter = counterWithKopi();
  counter.keys(`${text}*`);
  counter.pause();

  expect(counter.warned).toEqual(['QUANTITY_INVALID']);
  expect(counter.state.typed).toEqual({ text: '', next: undefined });
});

test('digits of five figures and Enter are refused in words, not taken for a quantity', () => {
  const counter = counterWithKopi();
  counter.keys('12345');
  counter.pause();
  counter.key('Enter', 400);

  expect(counter.warned).toEqual(['QUANTITY_INVALID']);
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
});

test('a quantity with no line to have it is refused in words', () => {
  const counter = new Counter();
  counter.keys('5');
  counter.pause();
  counter.key('Enter', 400);

  expect(counter.warned).toEqual(['QUANTITY_WITHOUT_LINE']);
});

test('digits before a product that is touched are its quantity', () => {
  const counter = new Counter();
  counter.keys('5');
  counter.pause();
  counter.touch({ on: 'product', product: kopi });

  expect(counter.lines).toEqual([['KOPI-01', 5]]);
});

test('a quantity that was fixed outlives an unknown code', () => {
  const counter = new Counter();
  counter.keys('3*');
  counter.scan('8990000000005');
  counter.answer('unknown');
  counter.scan('8991000000010');
  counter.answer(kopi);

  expect(counter.lines).toEqual([['KOPI-01', 3]]);
});

test('a quantity is given back to what comes next, not to what comes after that', () => {
  const counter = new Counter();
  counter.keys('3*');
  counter.scan('8990000000005');
  counter.scan('8991000000010');
  counter.tell({ kind: 'lookedUp', ticket: 0, answer: unknown('8990000000005') });
  counter.tell({ kind: 'lookedUp', ticket: 1, answer: found(kopi) });
  counter.scan('8991000000027');
  counter.answer(batik);

  expect(counter.lines).toEqual([
    ['KOPI-01', 1],
    ['BTK-01', 1],
  ]);
});

test('a quantity that was typed over does not come back with the next scan', () => {
  const counter = new Counter();
  counter.keys('3*');
  counter.later(1_000);
  counter.keys('5');
  counter.pause();
  counter.later(1_000);
  counter.scan('8991000000010');
  counter.answer(kopi);

  expect(counter.lines).toEqual([['KOPI-01', 1]]);
});

test('digits that were not fixed are not taken over by a scan', () => {
  const counter = new Counter();
  counter.keys('2');
  counter.pause();
  counter.scan('8991000000010');
  counter.answer(kopi);

  expect(counter.lines).toEqual([['KOPI-01', 1]]);
});

test('letters typed outside of any field are searched for, and may be a code', () => {
  const counter = new Counter();
  counter.keys('tempe');
  counter.pause();
  expect(counter.state.search).toEqual({ text: 'tempe', isFromPage: true });
  expect(counter.done).toContainEqual({ kind: 'focusSearch' });

  counter.tell({
    kind: 'act',
    act: { on: 'searchText', text: 'tempe-1' },
    atMs: counter.atMs,
    by: 'text',
  });
  expect(counter.state.search).toEqual({ text: 'tempe-1', isFromPage: true });
});

test('letters and Enter at once take the best match', () => {
  const counter = new Counter();
  counter.keys('tempe');
  counter.key('Enter');

  expect(counter.done.at(-1)).toMatchObject({ kind: 'findBest', text: 'tempe', category: '' });
  counter.tell({ kind: 'lookedUp', ticket: 0, answer: found(batik) });
  expect(counter.lines).toEqual([['BTK-01', 1]]);
  expect(counter.state.search.text).toBe('');
});

test('words are searched for in the tab that is open, however fast they are typed', () => {
  const counter = new Counter();
  counter.touch({ on: 'category', category: 'Keripik' });
  counter.keys('kopi');
  counter.key('Enter');

  expect(counter.done.at(-1)).toMatchObject({ text: 'kopi', category: 'Keripik' });
  counter.tell({ kind: 'lookedUp', ticket: 0, answer: { kind: 'none' } });
  expect(counter.lines).toEqual([]);
  expect(counter.state).toMatchObject({ scans: [], lost: [], search: { text: 'kopi' } });
});

test('words whose product is found late come into the cart that they were typed for', () => {
  const counter = counterWithKopi();
  counter.keys('tempe');
  counter.key('Enter');
  counter.key('F9');
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders).toEqual([]); // it is waited for

  counter.tell({ kind: 'lookedUp', ticket: 0, answer: found(batik) });
  counter.key('Enter', SETTLE_MS);
  expect(counter.orders[0]?.lines).toMatchObject([{ code: 'KOPI-01' }, { code: 'BTK-01' }]);
});

test('a quantity that was fixed is that of the product which is searched for', () => {
  const counter = new Counter();
  counter.keys('3*');
  counter.keys('tempe');
  counter.key('Enter');
  counter.tell({ kind: 'lookedUp', ticket: 0, answer: found(batik) });

  expect(counter.lines).toEqual([['BTK-01', 3]]);
});

test('letters with figures and Enter at once are looked up as a code', () => {
  const counter = new Counter();
  counter.keys('kopi-1', 150);
  counter.key('Enter');

  expect(counter.done).toContainEqual(expect.objectContaining({ kind: 'lookUp', code: 'kopi-1' }));
  expect(counter.state.search.text).toBe('');
});

test('the search is empty after the sale', () => {
  const counter = counterWithKopi();
  counter.tell({ kind: 'act', act: { on: 'searchText', text: 'k' }, atMs: 1, by: 'text' });
  counter.key('F9');
  counter.key('Enter');
  counter.tell({ kind: 'booked', receipt: receipt(counter.orders[0]?.id ?? '') });

  expect(counter.state.search.text).toBe('');
});

test('F4 then Enter keeps the cart, and one that was emptied can be brought back', () => {
  const counter = counterWithKopi();
  counter.key('F4');
  counter.key('Enter', SETTLE_MS);
  expect(counter.lines).toEqual([['KOPI-01', 1]]);

  const { id } = counter.state.cart;
  counter.key('F4');
  counter.touch({ on: 'clearSurely' });
  expect(counter.lines).toEqual([]);
  counter.keys('+');
  counter.pause();
  counter.key('Ctrl+z');
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
  expect(counter.state.cart.id).toBe(id); // the till keeps it as empty, under no other name
});

test.each(['Tab', 'Enter', ''])(
  'a slow code closes the question and is added: suffix %s',
  (suffix) => {
    const counter = counterWithKopi();
    counter.key('F4');
    counter.later();
    for (const digit of '8991000000010') {
      counter.key(digit, 110);
      counter.tell({ kind: 'pause', pausedMs: 100 });
    }
    if (suffix === '') counter.pause();
    else counter.key(suffix, 110);
    counter.answer(batik);

    expect(counter.state.over).toBe('nothing');
    expect(counter.lines).toEqual([
      ['KOPI-01', 1],
      ['BTK-01', 1],
    ]);
  },
);

test('a short code off a slow scanner is a scan where nobody types', () => {
  const counter = counterWithKopi();
  counter.key('F4');
  counter.later();
  for (const character of 'BTK-01') {
    counter.key(character, 120);
    counter.tell({ kind: 'pause', pausedMs: 100 });
  }
  expect(counter.key('Enter', 120)).toBe('all');
  counter.answer(batik);
  expect(counter.lines).toHaveLength(2);

  counter.tell({ kind: 'screen', screen: 'catalog' });
  counter.later();
  counter.keys('BTK-01', 120);
  counter.key('Enter', 120);
  expect(counter.done.at(-1)).toEqual({ kind: 'scannedInCatalog', code: 'BTK-01' });
});

test('a slow code with no suffix is no cash', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.keys('50000', 150);
  counter.pause();
  counter.later();
  counter.keys('8991000000010', 110);
  counter.pause();

  expect(counter.cash).toBe('50000');
  expect(counter.state.scans.map(({ code }) => code)).toEqual(['8991000000010']);
});

test('a price that changed is shown in the cart, and its payment begins anew', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  const prices = [{ code: 'KOPI-01', unit: 'pcs', priceRupiah: 47_000 }];
  const data = { name: 'Kopi', totalRupiah: 47_000, prices };
  const id = counter.orders[0]?.id ?? '';
  counter.tell({ kind: 'refused', id, failure: { code: 'PRICE_CHANGED', data } });

  expect(counter.phase).toBe('cart');
  expect(counter.state.cart.lines[0]?.priceRupiah).toBe(47_000);
  counter.key('F9');
  counter.key('Enter');
  expect(counter.orders[1]).toMatchObject({ id, expectedTotalRupiah: 47_000 });
});

test('a rounding that changed elsewhere is taken over, and can be paid', () => {
  const counter = new Counter();
  counter.touch({ on: 'product', product: product('TEH-1', 1_240) });
  counter.key('F9');
  counter.key('Enter');
  const data = { totalRupiah: 1_000, cashRoundingRupiah: 500 };
  const id = counter.orders[0]?.id ?? '';
  counter.tell({ kind: 'refused', id, failure: { code: 'ROUNDING_CHANGED', data } });
  counter.key('F9');
  counter.key('Enter');

  expect(counter.orders[1]).toMatchObject({ expectedTotalRupiah: 1_000 });
});

test.each([
  ['PRODUCT_UNKNOWN', { code: 'KOPI-01', unit: 'pcs' }],
  ['PRODUCT_ARCHIVED', { code: 'KOPI-01', name: 'Kopi' }],
])('%s leads back to the cart, to the line that is no longer sold', (code, data) => {
  const counter = counterWithKopi();
  counter.touch({ on: 'product', product: batik });
  counter.key('F9');
  counter.key('Enter');
  counter.tell({ kind: 'refused', id: counter.orders[0]?.id ?? '', failure: { code, data } });

  expect(counter.phase).toBe('cart');
  expect(counter.warned).toEqual([code]);
  expect(counter.state.cart.selectedKey).toContain('KOPI-01');
});

test('a cart that was booked with other contents goes on as a new sale', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  const id = counter.orders[0]?.id ?? '';
  const failure = { code: 'SALE_ID_REUSED', data: { number: 'ABC-000001' } };
  counter.tell({ kind: 'refused', id, failure });

  expect(counter.warned).toEqual(['SALE_ID_REUSED']);
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
  expect(counter.state.cart.id).not.toBe(id);
});

test('an answer that was lost is asked for only while the cart is this page’s', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  const id = counter.orders[0]?.id ?? '';
  counter.tell({ kind: 'line', isOpen: false });
  counter.tell({ kind: 'unanswered', id });
  counter.tell({ kind: 'line', isOpen: true });
  expect(counter.orders).toHaveLength(1);
  expect(counter.done.at(-1)).toEqual({ kind: 'resumeCart', id });

  counter.tell({ kind: 'resumed', id: counter.state.cart.id, isElsewhere: false, receipt: null });
  expect(counter.orders).toHaveLength(2);
});

test('a sale whose answer was lost is shown as paid when the till has it', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.key('Enter');
  const id = counter.orders[0]?.id ?? '';
  counter.tell({ kind: 'unanswered', id });
  counter.tell({
    kind: 'resumed',
    id: counter.state.cart.id,
    isElsewhere: false,
    receipt: receipt(id),
  });

  expect(counter.phase).toBe('paid');
  expect(counter.orders).toHaveLength(1);
});

test('a cart that another page has paid is told with its receipt, and a new one begins', () => {
  const counter = counterWithKopi();
  const { id } = counter.state.cart;
  counter.tell({ kind: 'line', isOpen: false });
  counter.tell({ kind: 'line', isOpen: true });
  counter.tell({
    kind: 'resumed',
    id: counter.state.cart.id,
    isElsewhere: true,
    receipt: receipt('other'),
  });

  expect(counter.warned).toEqual(['CART_PAID_ELSEWHERE']);
  expect(counter.lines).toEqual([]);
  expect(counter.state.cart.id).not.toBe(id);
});

test('a scan whose answer was lost is looked up again', () => {
  const counter = new Counter();
  counter.scan('8991000000010');
  counter.tell({ kind: 'line', isOpen: false });
  counter.tell({ kind: 'lookedUp', ticket: 0, answer: { kind: 'unanswered' } });
  counter.tell({ kind: 'line', isOpen: true });
  counter.tell({ kind: 'resumed', id: counter.state.cart.id, isElsewhere: false, receipt: null });

  expect(counter.done.filter(({ kind }) => kind === 'lookUp')).toHaveLength(2);
  counter.answer(kopi);
  expect(counter.lines).toEqual([['KOPI-01', 1]]);
});

test('a scan on the catalog’s screen is the catalog’s, on any other screen it stays told', () => {
  const counter = new Counter();
  counter.tell({ kind: 'screen', screen: 'catalog' });
  counter.scan('8991000000010');
  expect(counter.done.at(-1)).toEqual({ kind: 'scannedInCatalog', code: '8991000000010' });

  counter.tell({ kind: 'unheard', code: '8991000000010' }); // its list is not there: an import
  counter.tell({ kind: 'screen', screen: 'other' });
  counter.scan('8991000000027');
  expect(counter.state.lost).toMatchObject([
    { code: '8991000000010', failure: { code: 'SCAN_NOT_ADDED' } },
    { code: '8991000000027', failure: { code: 'SCAN_NOT_ADDED' } },
  ]);
  expect(counter.lines).toEqual([]);
});

test('a scan that began while the screen changed is whole on the new one', () => {
  const counter = new Counter();
  counter.later();
  counter.keys('89910', 4);
  counter.tell({ kind: 'screen', screen: 'catalog' });
  counter.keys('00000010', 4);
  counter.key('Enter', 4);

  expect(counter.done.at(-1)).toEqual({ kind: 'scannedInCatalog', code: '8991000000010' });
});

test('keys of the register do nothing on another screen or under a menu', () => {
  const counter = counterWithKopi();
  counter.key('F9', 200, { isCovered: true });
  counter.tell({ kind: 'screen', screen: 'other' });
  counter.key('F9');

  expect(counter.phase).toBe('cart');
});

test('what was left by a page that is gone, and the change of a sale, begin a page', () => {
  const counter = new Counter();
  const state = openingRegister(100, counter.newId);
  const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: pcs(3) }];
  const left = { lines: [], scans, gone: ['Teh'], paid: receipt('a') };
  const facts = { leftAtMs: 1_000, otherPages: 1, isElsewhere: false };
  const event = {
    kind: 'opened',
    cart: { id: counter.newId(), ...left, ...facts },
    unkept: null,
  } as const;
  const { state: opened, effects } = stepRegister(state, event, counter.newId);

  expect(opened.phase).toMatchObject({ kind: 'paid', receipt: { id: 'a' } });
  expect(opened.scans).toMatchObject([{ code: '8991000000010', quantityMilli: 3_000 }]);
  expect(effects).toContainEqual({ kind: 'tell', leftAtMs: 1_000, otherPages: 1 });
  expect(opened.lost).toMatchObject([
    { code: 'Teh', failure: { code: 'CART_LINES_GONE', data: { name: 'Teh' } } },
  ]);
});

test('what was scanned for a cart that another page has gone on with stays told', () => {
  const counter = new Counter();
  const state = openingRegister(100, counter.newId);
  const id = counter.newId();
  const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: null }];
  const none = { lines: [], scans: [], gone: [], paid: null, leftAtMs: null, otherPages: 1 };
  const event: RegisterEvent = {
    kind: 'opened',
    cart: { id: counter.newId(), ...none, isElsewhere: true },
    unkept: { id, lines: [], scans, after: null },
  };

  const opened = stepRegister(state, event, counter.newId);

  expect(opened.state.scans).toEqual([]);
  expect(opened.state.lost).toMatchObject([
    { failure: { code: 'SCAN_ELSEWHERE', data: { code: '8991000000010' } } },
  ]);
  expect(opened.effects).toContainEqual({
    kind: 'warn',
    failure: { code: 'CART_ELSEWHERE', data: {} },
    stays: true,
  });
});

test('what has become of the cart is said until it is read', () => {
  const counter = counterWithKopi();
  counter.keys('0*');
  counter.pause();
  counter.key('F9');
  counter.key('Enter');
  const failure = { code: 'PRODUCT_ARCHIVED', data: { code: 'KOPI-01', name: 'Kopi' } };
  counter.tell({ kind: 'refused', id: counter.orders[0]?.id ?? '', failure });
  counter.scan('8991000000027');
  counter.answer(batik);

  const said = counter.done.filter(({ kind }) => kind === 'warn' || kind === 'clearNotice');
  expect(said.slice(1)).toMatchObject([
    { failure: { code: 'QUANTITY_INVALID' }, stays: false },
    { failure: { code: 'PRODUCT_ARCHIVED' }, stays: true },
    { kind: 'clearNotice', all: false },
  ]);
});

test('what came into the cart last is told, also when its line is not the last', () => {
  const counter = counterWithKopi();
  counter.touch({ on: 'product', product: batik });
  expect(lastAdded(counter.state)).toMatchObject({ code: 'BTK-01' });
  counter.touch({ on: 'product', product: kopi });
  expect(lastAdded(counter.state)).toMatchObject({ code: 'KOPI-01', quantityMilli: 2_000 });

  counter.touch({ on: 'remove' });
  expect(lastAdded(counter.state)).toBeUndefined();
});

test('a cart that is emptied comes back whole, with what was scanned before and came late', () => {
  const counter = counterWithKopi();
  counter.scan('8991000000027');
  counter.key('F4');
  counter.touch({ on: 'clearSurely' });
  counter.answer(batik);
  expect(counter.lines).toEqual([['BTK-01', 1]]);
  counter.key('Ctrl+z');
  expect(counter.lines).toEqual([
    ['KOPI-01', 1],
    ['BTK-01', 1],
  ]);
});

test('what is scanned after the cart was emptied begins another', () => {
  const counter = counterWithKopi();
  counter.key('F4');
  counter.touch({ on: 'clearSurely' });
  counter.scan('8991000000027');
  counter.answer(batik);
  counter.key('Ctrl+z');

  expect(counter.lines).toEqual([['BTK-01', 1]]);
});

test('a cart that another page has takes no change and no question with it', () => {
  const counter = paid();
  const change = counter.state.cart.after;
  counter.scan('8991000000027');
  counter.answer(batik);
  counter.key('F4');
  counter.tell({ kind: 'taken', id: counter.state.cart.id });

  expect(counter.state.over).toBe('nothing');
  expect(counter.state.phase).toMatchObject({ kind: 'cart', last: { id: change } });
  expect(counter.state.cart).toMatchObject({ lines: [], after: change });
  expect(counter.done.at(-1)).toMatchObject({ kind: 'keepCart', cart: { after: change } });
});

test('a code longer than any, and more scans than are kept, are told as lost', () => {
  const counter = new Counter();
  counter.scan('9'.repeat(201));
  expect(counter.done.filter(({ kind }) => kind === 'lookUp')).toEqual([]);
  expect(counter.lost).toEqual(['9'.repeat(200)]);

  for (let at = 0; at < 201; at += 1) counter.scan(`8991${String(at).padStart(9, '0')}`);
  expect(counter.state.scans).toHaveLength(200);
  expect(counter.lost).toEqual(['9'.repeat(200), '8991000000200']);
});

test('what was scanned before the cart was known, and what nobody saw, outlive a reload', () => {
  const { newId } = new Counter();
  const gone = new Counter();
  gone.scan('8990000000005');
  gone.answer('unknown');
  const lost = handOver(gone.state, undefined, null);
  expect(lost).toMatchObject({ cart: { id: gone.state.cart.id, unkept: null }, scans: [] });

  const opening = stepRegister(
    openingRegister(100, newId),
    { kind: 'handedOver', handed: lost },
    newId,
  );
  expect(opening.state.lost.map(({ code }) => code)).toEqual(['8990000000005']);
  const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: pcs(2) }];
  const again = stepRegister(
    opening.state,
    { kind: 'handedOver', handed: { lost: [], scans } },
    newId,
  );
  expect(handOver(again.state, undefined, lost)).toEqual({ ...lost, scans });
});

test('what waits for the cart comes into it, whatever screen is open by then', () => {
  const { newId } = new Counter();
  const opening = openingRegister(100, newId);
  const { state } = stepRegister(opening, { kind: 'screen', screen: 'catalog' }, newId);
  const scans = [{ code: '8991000000010', isWhole: true, quantityMilli: null }];
  const none = { lines: [], gone: [], paid: null, leftAtMs: null, otherPages: 0 };
  const cart = { id: newId(), ...none, scans, isElsewhere: false };

  const opened = stepRegister(state, { kind: 'opened', cart, unkept: null }, newId);

  expect(opened.state.scans).toMatchObject([{ code: '8991000000010' }]);
  expect(opened.effects.map(({ kind }) => kind)).not.toContain('scannedInCatalog');
});

test('a second removal by touch means what it hits only once the line below can be seen', () => {
  const counter = counterWithKopi();
  counter.touch({ on: 'product', product: batik });
  counter.touch({ on: 'product', product: product('C', 1_000) });
  counter.touch({ on: 'remove' });
  counter.touch({ on: 'remove' }, SETTLE_MS - 1);
  expect(counter.lines).toHaveLength(2);

  counter.touch({ on: 'remove' }, 1);
  counter.key('Delete');
  expect(counter.lines).toEqual([]);
});

test('what stands where Mengerti was is not touched by its double tap', () => {
  const counter = counterWithKopi();
  counter.scan('8990000000005');
  counter.answer('unknown');
  counter.touch({ on: 'product', product: batik });
  const { selectedKey } = counter.state.cart;
  counter.touch({ on: 'seen' });
  const [kopiLine] = counter.state.cart.lines;
  counter.touch({ on: 'line', key: JSON.stringify([kopiLine?.code, kopiLine?.unit]) }, 300);

  expect(counter.lost).toEqual([]);
  expect(counter.state.cart.selectedKey).toBe(selectedKey);
});
