import { expect, test } from 'vitest';
import { registerKeys } from './register-keys.ts';

test('each thing that a key does on the way of a sale stands in the list of keys', () => {
  const listed = new Set(registerKeys.filter(({ help }) => help).map(({ act }) => act.on));
  // What opens the list needs no line in it; Esc stands there once, for all that it closes.
  const others = ['help', 'untype', 'closePayment'];
  const missing = registerKeys
    .filter(({ scenes }) => scenes.some((scene) => ['cart', 'pay', 'paid'].includes(scene)))
    .map(({ act }) => act.on)
    .filter((on) => !listed.has(on) && !others.includes(on));
  expect(missing).toEqual([]);
});
