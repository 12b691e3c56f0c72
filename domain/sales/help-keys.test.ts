import { expect, test } from 'vitest';
import { type CashlessKind, cashlessKinds } from '../payments/tender.ts';
import { keySections, type KeysOver } from './help-keys.ts';

/** What stands under the name of a screen: the keys, and the words for what they do. */
function rowsOf(
  of: string,
  tenders: readonly CashlessKind[] = cashlessKinds,
): readonly (readonly [string, string])[] {
  const section = keySections('register', tenders).find((one) => one.of === of);
  return (section?.rows ?? []).map(({ shown, textKey }) => [shown.join(' '), textKey] as const);
}

test('the screen of the sales is listed with every key that it obeys', () => {
  expect(rowsOf('sales').map(([key]) => key)).toEqual(
    'F2|↑ ↓ Enter|F8|Esc|F4|PgUp|PgDn|F5|F9|F11|F6|F7|F1'.split('|'),
  );
});

test('the screen of the claims is listed with every key that it obeys', () => {
  expect(rowsOf('claims').map(([key]) => key)).toEqual(
    '↑ ↓|Enter|F6|F7|F8|␣|F4|F5|F1|Esc'.split('|'),
  );
});

test('no key is listed twice on one screen', () => {
  for (const { of } of keySections('register', cashlessKinds)) {
    const keys = rowsOf(of).map(([key]) => key);
    // Enter adds what was found, and sets a quantity.
    const others = keys.filter((key) => key !== 'Enter');
    expect(others, of).toEqual([...new Set(others)]);
  }
});

test('of payments only those are listed that the stall takes', () => {
  const keys = rowsOf('pay', ['qris']).map(([, textKey]) => textKey);

  expect(keys).toContain('payments.keyQris');
  expect(keys).not.toContain('payments.keyCard');
});

test('where neither QRIS nor a transfer is taken no money is looked for', () => {
  const hasTender = (tenders: readonly CashlessKind[]) => rowsOf('tender', tenders).length > 0;

  expect(hasTender(['card', 'credit'])).toBe(false);
  expect(hasTender(['qris'])).toBe(true);
  expect(hasTender(['transfer'])).toBe(true);
});

test('the screen or sheet that is open comes first', () => {
  const order = (open: KeysOver) => {
    return keySections(open, cashlessKinds)
      .map(({ of }) => of)
      .join(' ');
  };

  expect(order('register')).toBe('register pay tender paid sales back claims');
  expect(order('sales')).toBe('sales back register pay tender paid claims');
  expect(order('back')).toBe('back sales register pay tender paid claims');
  expect(order('claims')).toBe('claims sales register pay tender paid back');
});
