import { expect, test } from 'vitest';
import { batik, Counter, counterWithKopi, kopi, receipt } from '../../test/support/counter.ts';
import { SETTLE_MS } from '../surface.ts';
import { handOver, readHandedOver } from './handed-over.ts';

/** A register in training, with an empty cart. */
function trainee(): Counter {
  const counter = new Counter();
  begin(counter);
  return counter;
}

function begin(counter: Counter): void {
  counter.key('Ctrl+l');
  counter.tell({ kind: 'trainingAllowed' });
}

const isTraining = ({ state }: Counter) => state.cart.isTraining === true;
const practised = ({ done }: Counter) =>
  done.filter((effect) => effect.kind === 'ringUpTraining').map(({ order }) => order);
const kept = ({ done }: Counter) =>
  done.flatMap((effect) => (effect.kind === 'keepCart' ? [effect.cart] : []));
const reprinted = ({ done }: Counter) =>
  done.flatMap((effect) => (effect.kind === 'reprint' ? [effect.number] : []));

function buyKopi(counter: Counter): void {
  counter.scan('8991000000010');
  counter.answer(kopi);
}

test('training begins in a cart of its own once the till allows it', () => {
  const counter = new Counter();
  const before = counter.state.cart.id;
  counter.key('Ctrl+l');
  expect(counter.done.at(-1)).toEqual({ kind: 'beginTraining' });
  expect(isTraining(counter)).toBe(false);
  counter.tell({ kind: 'trainingAllowed' });

  expect(isTraining(counter)).toBe(true);
  expect(counter.state.cart.id).not.toBe(before);
  expect(kept(counter).at(-1)).toMatchObject({ isTraining: true, lines: [] });
});

test('a real cart never becomes training, be it filled before or while the till is asked', () => {
  const counter = counterWithKopi();
  counter.key('Ctrl+l');
  expect(counter.warned).toEqual(['TRAINING_CART_FILLED']);

  const late = new Counter();
  late.key('Ctrl+l');
  buyKopi(late);
  late.tell({ kind: 'trainingAllowed' });
  expect(isTraining(late)).toBe(false);
  expect(late.warned).toEqual(['TRAINING_CART_FILLED']);
  expect(late.lines).toEqual([['KOPI-01', 1]]);
});

test('nor does training end with something in the cart', () => {
  const counter = trainee();
  buyKopi(counter);
  counter.key('Ctrl+l');
  expect(counter.warned).toEqual(['TRAINING_CART_FILLED']);
  expect(isTraining(counter)).toBe(true);
  counter.touch({ on: 'clearSurely' });
  expect(isTraining(counter)).toBe(true);
  counter.key('Ctrl+l');
  expect(isTraining(counter)).toBe(false);
  counter.key('Ctrl+z'); // the steps of training are no steps of this cart
  expect(counter.lines).toEqual([]);
});

test('it is rung up as in earnest without a shift, and sent as training', () => {
  const counter = trainee();
  counter.tell({ kind: 'shift', isOpen: false });
  buyKopi(counter);
  counter.key('F9');
  counter.keys('50000');
  counter.key('Enter', SETTLE_MS);

  expect(counter.orders).toEqual([]);
  expect(practised(counter)).toMatchObject([
    { tenders: [{ kind: 'cash', amountRupiah: 50_000 }], expectedTotalRupiah: 45_000 },
  ]);
});

test('an order whose answer was lost is sent again as training', () => {
  const counter = trainee();
  buyKopi(counter);
  counter.key('F9');
  counter.key('Enter', SETTLE_MS);
  const { id } = counter.state.cart;
  counter.tell({ kind: 'connection', is: 'lost' });
  counter.tell({ kind: 'unanswered', id });
  counter.tell({ kind: 'connection', is: 'open' });
  counter.tell({ kind: 'resumed', id, isElsewhere: false, receipt: null });

  expect(practised(counter)).toHaveLength(2);
  expect(counter.orders).toEqual([]);
});

test('the cart after it is of training as well, until somebody ends that', () => {
  const counter = trainee();
  buyKopi(counter);
  counter.key('F9');
  counter.key('Enter', SETTLE_MS);
  const booked = { ...receipt(counter.state.cart.id), kind: 'training' as const };
  counter.tell({ kind: 'booked', receipt: booked });
  expect(counter.phase).toBe('paid');
  expect(isTraining(counter)).toBe(true);

  counter.key('F7', SETTLE_MS);
  expect(counter.done.at(-1)).toEqual({ kind: 'beep' }); // it has no code
  counter.key('F8');
  expect(reprinted(counter)).toEqual([booked.number]);

  counter.key('Ctrl+l');
  expect(counter.phase).toBe('cart');
  expect(isTraining(counter)).toBe(false);
  expect(kept(counter).at(-1)).not.toHaveProperty('isTraining');
});

test('F8 prints the last receipt of training there, and the last sale in earnest', () => {
  const counter = trainee();
  counter.key('F8');
  counter.key('Ctrl+l');
  counter.key('F8');
  expect(reprinted(counter)).toEqual(['last-training', 'last']);
});

test('a cart that is held in training leaves an empty one of training', () => {
  const counter = trainee();
  buyKopi(counter);
  const fresh = counter.newId();
  counter.touch({ on: 'switchCart', name: '', to: null, fresh });
  expect(counter.phase).toBe('opening');
  expect(isTraining(counter)).toBe(true);
  expect(counter.done.findLast((effect) => effect.kind === 'switchCart')).toMatchObject({
    order: { cart: { isTraining: true, lines: [{ code: 'KOPI-01' }] } },
  });
});

test('a cart that another page has gone on with leaves an empty one of training', () => {
  const counter = trainee();
  buyKopi(counter);
  counter.tell({ kind: 'taken', id: counter.state.cart.id });
  expect(counter.lines).toEqual([]);
  expect(isTraining(counter)).toBe(true);
});

test('what a page hands over to itself stays of training', () => {
  const counter = trainee();
  buyKopi(counter);
  const unkept = kept(counter).at(-1);
  const handed = JSON.stringify(handOver(counter.state, unkept, null));

  expect(readHandedOver(JSON.parse(handed)).cart?.unkept).toMatchObject({ isTraining: true });
});

test('training does not begin while money is taken, nor before the till has said the cart', () => {
  const counter = counterWithKopi();
  counter.key('F9');
  counter.touch({ on: 'training' });
  expect(counter.done.at(-1)).toEqual({ kind: 'beep' });
  expect(counter.phase).toBe('paying');
  expect(counter.key('Ctrl+l')).toBe('default'); // and the browser does not take it
});

test('a product that is not answered yet keeps training from beginning', () => {
  const counter = new Counter();
  counter.scan('8991000000010');
  counter.key('Ctrl+l');
  expect(counter.warned).toEqual(['TRAINING_CART_FILLED']);
  counter.answer(batik);
  expect(counter.lines).toEqual([['BTK-01', 1]]);
});
