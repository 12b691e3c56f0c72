import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pcs } from '../quantity.ts';
import { handOver, readHandedOver, type HandedOver } from './handed-over.ts';
import { atCart, openingRegister, type RegisterState } from './register-state.ts';
import { plainTerms } from '../../test/support/plain-sale.ts';

const [id, asked] = [
  '00000000-0000-4000-8000-000000000001',
  '00000000-0000-4000-8000-000000000002',
];
const opening = openingRegister(plainTerms(), () => asked);
const kopi = { code: 'KOPI-01', unit: 'pcs', quantityMilli: pcs(2), name: 'Kopi Gayo' };
const agreed = { discount: { kind: 'percent' as const, rateBp: 500 }, note: 'Kado' };
const scan = { code: '8991000000010', isWhole: true, quantityMilli: pcs(3) };
const lost = { code: '8990000000005', failure: { code: 'BARCODE_UNKNOWN', data: {} } };
const whole: HandedOver = {
  cart: { id, unkept: { id, lines: [kopi], ...agreed, scans: [scan], after: null } },
  fresh: asked,
  scans: [scan],
  lost: [lost],
};

/** As the page that is loaded again finds it. */
const reread = (handed: unknown) => readHandedOver(JSON.parse(JSON.stringify(handed)));

const text = fc.string({ minLength: 1, maxLength: 200 }).filter((one) => one === one.trim());
const quantity = fc.integer({ min: 1, max: 9_999 }).map(pcs);
const waiting = fc.record({
  ticket: fc.nat(),
  code: text,
  isWhole: fc.boolean(),
  wordsIn: fc.constant(null),
  quantityMilli: fc.option(quantity, { nil: undefined }),
  answer: fc.constant(null),
});
/** No fact of ours has the name of what every object has. */
const fact = fc.string().filter((name) => name !== '__proto__');
const state = fc.record({
  scans: fc.array(waiting, { maxLength: 250 }),
  lost: fc.array(
    fc.record({
      ticket: fc.nat(),
      code: fc.string(),
      failure: fc.record({ code: fc.string(), data: fc.dictionary(fact, fc.integer()) }),
    }),
  ),
  phase: fc.constantFrom(opening.phase, atCart),
});

test('what a page hands over it can read itself', () => {
  fc.assert(
    fc.property(state, fc.boolean(), (change, wasLoaded) => {
      const now: RegisterState = { ...opening, ...change };
      const unkept = { id: asked, lines: [kopi], ...agreed, scans: [scan], after: id };
      const handed = handOver(now, unkept, wasLoaded ? whole : null);
      expect(reread(handed)).toEqual(handed);
    }),
  );
});

test('a page that has heard no answer hands on what it was handed, and what it asked for', () => {
  const first = handOver(opening, undefined, { ...whole, fresh: null });
  expect(first).toMatchObject({ cart: whole.cart, fresh: asked });

  const other = openingRegister(plainTerms(), () => '00000000-0000-4000-8000-000000000003');
  expect(handOver(other, undefined, first)).toMatchObject({ cart: whole.cart, fresh: asked });
});

test('an entry that cannot be read takes no other with it, and is told by its name', () => {
  const long = { ...scan, code: '8'.repeat(201) };
  const heavy = { ...kopi, quantityMilli: -1, name: 'Teh Solok' };
  const lines = [heavy, kopi, null];
  const unkept = { id, lines, ...agreed, scans: [scan, long], after: 'x' };
  const broken = { cart: { id, unkept }, fresh: 7, scans: [long, scan], lost: [lost, 'x'] };

  const read = reread(broken);

  expect(read).toMatchObject({ cart: whole.cart, fresh: null, scans: [scan] });
  expect(read.lost.map(({ code }) => code)).toEqual([lost.code, 'Teh Solok', long.code, long.code]);
});

test('what was never handed over is refused', () => {
  expect(() => reread('a cart')).toThrow();
});

test('a page that goes while its cart is switched hands over the one that it parks', () => {
  const order = {
    cart: { id, lines: [kopi], name: 'Bu Rina', scans: [], after: null },
    to: null,
    fresh: asked,
  };
  const from = { cart: opening.cart, scans: [], past: [] };
  const phase = { kind: 'opening' as const, switching: { order, from, last: null } };
  const handed = handOver({ ...opening, phase }, undefined, null);
  expect(reread(handed)).toMatchObject({
    cart: { id, unkept: { lines: [kopi], name: 'Bu Rina' } },
    fresh: asked,
  });
});

test('money that was taken is handed over with its cart', () => {
  const tenders = [{ kind: 'qris', amountRupiah: 20_000, state: 'claimed' }];
  const { cart } = whole;
  const handed = { ...whole, cart: { id, unkept: { ...cart?.unkept, tenders } } };
  expect(reread(handed).cart?.unkept?.tenders).toEqual(tenders);
});
