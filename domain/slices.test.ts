import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slicesOf } from './slices.ts';

test('slices are all of a list in its order, none of them empty or longer than most', () => {
  const most = fc.integer({ min: 1, max: 300 });
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 700 }), most, (list, limit) => {
      const slices = slicesOf(list, limit);
      expect(slices.flat()).toEqual(list);
      expect(slices.every(({ length }) => length >= 1 && length <= limit)).toBe(true);
    }),
  );
});
