import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeChain, saleDraft } from '../../test/support/signed-chain.ts';
import { canonicalJson } from './canonical.ts';
import { readHead, unbalancedHead } from './check-head.ts';

const chain = makeChain();
chain.add(saleDraft(1_000, { tenders: { qris: 400, cash: 600 } }));
const text = chain.records[1]?.wire.head ?? '';

test('a head that says the same in another way is not canonical', () => {
  const said = JSON.parse(text) as Record<string, unknown>;
  const ways = [
    text.replace('"at":', '"at": '),
    text.replace('"total":1000', '"total":1e3'),
    text.replace('"discount":0', '"discount":-0'),
    text.replace('"number":"ABC', '"number":"\\u0041BC'),
    text.replace('{"at"', '{"at":1,"at"'),
    text.replace('"cash":600,"qris":400', '"qris":400,"cash":600'),
    JSON.stringify({ v: said['v'], ...said }),
  ];
  expect(readHead(text).kind).toBe('head');
  expect(ways.map((way) => [way === text, readHead(way).kind])).toEqual(
    ways.map(() => [false, 'not-canonical']),
  );
});

test('whatever a newer program says, it is canonical exactly where RFC 8785 says so', () => {
  const fields = { v: 2, epoch: 1, seq: 1, prev: 'a'.repeat(64) };
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (more) => {
      const written = JSON.stringify({ ...more, ...fields });
      const isCanonical = written === canonicalJson(JSON.parse(written));
      expect(readHead(written).kind).toBe(isCanonical ? 'newer' : 'not-canonical');
    }),
  );
});

test.each([
  ['a refund', { ref: undefined }, 'what comes back answers a sale'],
  ['a void', { type: 'void', ref: undefined }, 'what comes back answers a sale'],
  ['a refund of a sale', { ref: '1.2' }, undefined],
  ['a void of a sale', { type: 'void', ref: '1.2' }, undefined],
  ['a refund of another system', { source: 'INV-1', shift: undefined }, undefined],
])('%s adds up only where it answers a sale', (_, change, fault) => {
  const back = makeChain().add(saleDraft(-1_000)).wire.head;
  const said = { ...(JSON.parse(back) as object), ...change };
  const read = readHead(canonicalJson(JSON.parse(JSON.stringify(said)))); // undefined is left out

  expect(read.kind === 'head' ? unbalancedHead(read.head) : read.kind).toBe(fault);
});
