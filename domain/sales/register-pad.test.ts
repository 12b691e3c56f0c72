import { expect, test } from 'vitest';
import { batik, type Counter, counterWithKopi, kopi } from '../../test/support/counter.ts';

/** A cart of two lines, the second selected, and the pad open with these digits. */
function withPad(digits: string): Counter {
  const counter = counterWithKopi();
  counter.touch({ on: 'product', product: batik });
  counter.touch({ on: 'pad', field: 'quantity' });
  for (const digit of digits) counter.touch({ on: 'padDigits', digits: digit });
  return counter;
}

test('what was typed on the pad is meant, whichever key comes next', () => {
  for (const key of ['F9', 'ArrowUp', 'F4', 'Enter', 'Tab', '+']) {
    const counter = withPad('6');
    counter.key(key);
    counter.pause();

    const added = key === '+' ? 1 : 0;
    expect(counter.lines).toEqual([
      ['KOPI-01', 1],
      ['BTK-01', 6 + added],
    ]);
    expect(counter.state.pad).toBeNull();
  }
});

test('a double tap opens the pad, and a tap behind digits closes it', () => {
  const counter = withPad('');
  counter.touch({ on: 'pad', field: 'quantity' }, 60);
  expect(counter.state.pad).toMatchObject({ text: '' });

  counter.touch({ on: 'padDigits', digits: '6' });
  counter.touch({ on: 'pad', field: 'quantity' });
  expect(counter.state.pad).toBeNull();
  expect(counter.lines).toContainEqual(['BTK-01', 6]);
});

test('Escape closes the pad, Backspace on it takes a digit, and no digits change nothing', () => {
  const left = withPad('6');
  left.key('Escape');
  expect(left.lines).toContainEqual(['BTK-01', 1]);

  const erased = withPad('12');
  erased.touch({ on: 'padErase' });
  erased.touch({ on: 'padUse' });
  expect(erased.lines).toContainEqual(['BTK-01', 1]);

  const empty = withPad('');
  empty.touch({ on: 'padUse' });
  expect(empty.lines).toContainEqual(['BTK-01', 1]);
  expect(empty.state.pad).toBeNull();
});

test('what was typed on the pad is of the line that it was opened for', () => {
  const touched = withPad('6');
  touched.touch({ on: 'product', product: kopi });
  expect(touched.lines).toEqual([
    ['KOPI-01', 2],
    ['BTK-01', 6],
  ]);

  const late = counterWithKopi();
  late.scan('8991000000027');
  late.touch({ on: 'pad', field: 'quantity' });
  late.touch({ on: 'padDigits', digits: '6' });
  late.answer(batik);
  late.touch({ on: 'padUse' });
  expect(late.lines).toEqual([
    ['KOPI-01', 6],
    ['BTK-01', 1],
  ]);
});

test('a scan while the pad is open is one unit of its product, not a quantity', () => {
  const counter = withPad('6');
  counter.scan('8991000000010');
  counter.answer(kopi);

  expect(counter.lines).toEqual([
    ['KOPI-01', 2],
    ['BTK-01', 6],
  ]);
});

test('what is no quantity is refused in words', () => {
  const counter = withPad('12345');
  counter.touch({ on: 'padUse' });

  expect(counter.warned).toEqual(['QUANTITY_INVALID']);
  expect(counter.lines).toContainEqual(['BTK-01', 1]);
});
