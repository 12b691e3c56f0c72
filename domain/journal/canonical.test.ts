import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasVectors, NO_VECTORS, readVectors } from '../../test/support/public-vectors.ts';
import { canonicalJson } from './canonical.ts';

test.for(['arrays', 'french', 'structures', 'unicode', 'values', 'weird'])(
  'the public vector %s of RFC 8785 comes out byte for byte',
  (name, { skip }) => {
    skip(!hasVectors('rfc8785'), NO_VECTORS);
    const input: unknown = JSON.parse(readVectors(`rfc8785/input/${name}.json`));
    const output = readVectors(`rfc8785/output/${name}.json`);

    expect(canonicalJson(input)).toBe(output.trimEnd());
  },
);

test('members are sorted by UTF-16 code units at every depth, lists keep their order', () => {
  const value = { b: [3, 1, { z: null, a: true }], a: '', 10: 'ten', 9: 'nine', É: 1, é: 2 };

  expect(canonicalJson(value)).toBe(
    '{"10":"ten","9":"nine","a":"","b":[3,1,{"a":true,"z":null}],"É":1,"é":2}',
  );
});

test('numbers and escapes have the one form that RFC 8785 gives them', () => {
  const numbers = [0, -0, 1e21, 1e-7, 333333333.3333333, 4.5, 2e-3, 9007199254740991];
  const text = '\u20ac$\u000f\nA\'B"\\\\"/\u007f\u2028';

  expect(canonicalJson(numbers)).toBe(
    '[0,0,1e+21,1e-7,333333333.3333333,4.5,0.002,9007199254740991]',
  );
  expect(canonicalJson(text)).toBe('"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u007f\u2028"');
});

test.each([
  ['not a number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a big integer', 1n],
  ['a function', () => 1],
  ['nothing', undefined],
  ['nothing, in a member', { total: undefined }],
  ['nothing, in a list', [undefined]],
  ['a lone surrogate', '\ud800'],
  ['a lone surrogate, in a name', { '\udc00': 1 }],
])('%s is refused rather than written as something else', (_, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});

test('whatever the order of the members, the bytes are the same and mean the same', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      fc.pre(JSON.stringify(value).isWellFormed() && isWellFormed(value));
      const text = canonicalJson(value);

      expect(canonicalJson(reversed(value))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (value === null || typeof value !== 'object') return true;
  return Object.entries(value).every(([name, of]) => name.isWellFormed() && isWellFormed(of));
}

/** The same value with the members of each object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value).toReversed();
  return Object.fromEntries(members.map(([name, of]) => [name, reversed(of)]));
}
