import fc from 'fast-check';
import { expect } from 'vitest';
import { hubContract } from '../../domain/hub-contract.ts';
import { canonicalJson } from '../../domain/journal/canonical.ts';
import { signRecord } from '../../node/crypto/signing.ts';
import {
  callAs,
  eachHub,
  type GivenCall,
  openManyTenants,
  rowsOf,
  type Tenants,
} from '../../test/support/hub-callers.ts';
import type { HubAnswer } from '../../test/support/hub-till.ts';
import { type ContractCall, callsOf } from './contract-calls.ts';

/** What those who may call send, whatever it is: no fault of the hub, and one clear answer. */

const calls = callsOf(hubContract).filter(({ name }) => name !== 'people.signOut');

/** What databases, paths and JSON have their trouble with. */
const oddTexts = [
  ['', '\0', 'a\0b', "'", '"', '\\', '%', '_', '..', '../..', '%00', '%2e%2e', '{}', '[]'],
  ['TC-A12', 'TC-B01', '2026-11-24', '2026-02-30', '9999-12-31', '0000-01-01', 'null'],
  ['1.1', '0.0', '9999999999.9999999999', '-1', '1e9', '9007199254740993', 'NaN'],
  ['\ud800', '\u{10ffff}', 'é', 'e\u0301', '0'.repeat(32), '0'.repeat(64), 'x'.repeat(300)],
  [`'; DROP TABLE record; --`, `' OR '1'='1`, '$1', '$$', '?'],
].flat();
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...oddTexts));
const names = [
  ['size', 'tip', 'after', 'date', 'text', 'state', 'cursor', 'from', 'to', 'stall'],
  ['through', 'token', 'file', 'content', 'mode', 'decimal', 'language', 'bodies', 'records'],
  ['claim', 'proof', '__proto__', 'constructor'],
].flat();
const value = fc.oneof(text, fc.jsonValue({ maxDepth: 4 }), fc.integer(), fc.constant(null));
/** What each call asks for beside its path: most of what is sent is about that. */
const asked: Readonly<Record<string, readonly string[]>> = {
  'sync.head': ['size', 'tip'],
  'down.read': ['after'],
  'reports.day': ['date', 'text', 'state', 'cursor'],
  'reports.stall': ['from', 'to'],
  'reports.records': ['cursor'],
};
const given = fc.constantFrom(...calls).chain((call) => {
  const own = asked[call.name] ?? names;
  const name = fc.oneof(
    { arbitrary: fc.constantFrom(...own), weight: 9 },
    fc.constantFrom(...names),
  );
  return fc.record({
    call: fc.constant(call),
    params: fc.array(text, { minLength: 3, maxLength: 3 }),
    query: fc.array(fc.tuple(name, text), { maxLength: 3 }),
    body: fc.oneof(
      value,
      fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 5 }),
      fc.constantFrom({ stall: 'TC-B01' }, { through: null }, { through: '1.1' }, {}),
    ),
  });
});

interface Given {
  readonly call: ContractCall;
  readonly params: readonly string[];
  readonly query: readonly (readonly [string, string])[];
  readonly body: unknown;
}

function requestOf({ call: { method, path }, params, query, body }: Given): GivenCall {
  const left = [...params];
  const filled = path.replace(/\{\w+\}/g, () => encoded(left.pop() ?? ''));
  const asked = query.map(([name, one]) => `${name}=${encoded(one)}`).join('&');
  return {
    method,
    path: `/v1${filled}${asked && '?'}${asked}`,
    ...(method !== 'GET' && { body }),
  };
}

function encoded(one: string): string {
  return encodeURIComponent(one.toWellFormed());
}

/** Any way that it is answered, but as a fault: with its code where it is refused. */
function assertClear({ status, body, code, headers }: HubAnswer): void {
  expect(status).toBeLessThan(500);
  expect(headers.get('content-type') ?? 'application/json').toContain('application/json');
  if (status < 400) return;
  expect(code).toMatch(/^[A-Z_]+$/);
  expect(body).toMatchObject({ status });
  expect(JSON.stringify(body)).not.toMatch(/\n\s+at |node_modules|\.ts:\d|SELECT|INSERT/);
}

function assertNoFaults({ server }: Tenants): void {
  const told = server.lines.filter((line) => /"level":(40|50|60)/.test(line));
  expect(told).toEqual([]);
}

eachHub('whatever those who may call send, they are answered clearly', async (on) => {
  await using tenants = await openManyTenants(on);
  const heard = new Set<number>();
  await fc.assert(
    fc.asyncProperty(given, async (one) => {
      const caller = one.call.by === 'device' ? 'active' : 'administrator';
      const answer = await callAs(tenants, caller, requestOf(one));
      heard.add(answer.status);
      assertClear(answer);
    }),
    { numRuns: 1_000 },
  );

  expect([...heard]).toEqual(expect.arrayContaining([200, 400, 404]));
  assertNoFaults(tenants);
});

eachHub('odd text in any place of a path or a query is answered clearly', async (on) => {
  await using tenants = await openManyTenants(on);
  for (const { name, method, path, by } of calls) {
    const caller = by === 'device' ? 'active' : 'administrator';
    const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place);
    const right = { stall: 'TC-A12', date: '2026-11-24', leaf: tenants.newest.leaf };
    for (const place of [...places, ...(asked[name] ?? [])]) {
      for (const odd of oddTexts) {
        const filled = path.replace(/\{(\w+)\}/g, (_, key: keyof typeof right) =>
          encoded(key === place ? odd : (right[key] ?? tenants.other.device)),
        );
        const query = places.includes(place) ? '' : `?${place}=${encoded(odd)}`;
        const request = {
          method,
          path: `/v1${filled}${query}`,
          ...(method !== 'GET' && { body: {} }),
        };
        assertClear(await callAs(tenants, caller, request));
      }
    }
  }
  assertNoFaults(tenants);
});

eachHub('whatever those who may not call send, nothing is written', async (on) => {
  await using tenants = await openManyTenants(on);
  const before = await rowsOf(on.admin);
  const callers = ['nobody', 'guest', 'forged', 'waiting'] as const;
  await fc.assert(
    fc.asyncProperty(given, fc.constantFrom(...callers), async (one, caller) => {
      assertClear(await callAs(tenants, caller, requestOf(one)));
    }),
    { numRuns: 200 },
  );

  expect(await rowsOf(on.admin)).toEqual(before);
  assertNoFaults(tenants);
});

const number = fc.oneof(
  fc.integer(),
  fc.constantFrom(0, -1, 2 ** 31, 2 ** 53 - 1, -(2 ** 53) + 1, 10 ** 11, 10 ** 13),
);
const headFields = [
  ['v', 'device', 'epoch', 'seq', 'prev', 'at', 'offset', 'businessDate', 'cashier', 'total'],
  ['counters', 'body', 'number', 'tenders', 'discount', 'tax', 'rounding', 'ref', 'shift'],
  ['type', 'source', 'from', 'lost', 'more'],
].flat();
const headChange = fc.dictionary(
  fc.constantFrom(...headFields),
  fc.oneof(text, number, fc.jsonValue({ maxDepth: 2 })),
  { maxKeys: 4 },
);

/** In the right form but for one thing, which a database may have no place for. */
const oddChange = fc.oneof(
  text.map((kind) => ({ tenders: { [kind]: 45_000 } })),
  fc
    .string({ unit: fc.constantFrom(...'abcdefgh'), minLength: 1, maxLength: 9_000 })
    .map((kind) => ({ tenders: { [kind]: 45_000 } })),
  fc.constantFrom(
    { type: 'refund', total: -1, ref: '1.99999999999999999999999' },
    { type: 'refund', total: -1, ref: '1.2' },
    { total: 2 ** 53 - 1, tenders: { cash: 2 ** 53 - 1 } },
    { seq: 2 ** 53 - 1 },
    { epoch: 2 ** 53 - 1 },
    { shift: 2 ** 53 - 1 },
    { businessDate: '9999-12-31' },
    { number: '\0' },
    { source: '\0' },
  ),
);

eachHub('whatever a till signs as its records, each is stored or refused in words', async (on) => {
  await using tenants = await openManyTenants(on);
  const { chain, mine } = tenants;
  const first = chain.records[0];
  const place = { epoch: 1, seq: 2, leaf: tenants.newest.leaf };
  const records = fc.array(
    fc.record({
      base: fc.constantFrom(...chain.records),
      change: fc.oneof(headChange, oddChange),
      epoch: fc.constantFrom(1, 2, 2 ** 31),
      seq: fc.integer({ min: 1, max: 6 }),
      isSigned: fc.boolean(),
      body: fc.option(
        text.filter(({ length }) => length > 1),
        { nil: undefined },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const after = fc.constantFrom(null, place, { epoch: 1, seq: 1, leaf: first?.leaf ?? '' });
  await fc.assert(
    fc.asyncProperty(records, after, async (some, before) => {
      const wires = some.map(({ base, change, epoch, seq, isSigned, body }) => {
        const head = headOf({ ...JSON.parse(base.wire.head), ...change });
        const own = isSigned ? signRecord(mine.key, Buffer.from(head)).toString('base64') : null;
        const signature = own ?? base.wire.signature;
        return { epoch, seq, head, signature, ...(body !== undefined && { body }) };
      });
      const body = { size: 0, after: before, records: wires };
      const call = { method: 'POST', path: '/v1/batches', body } as const;
      const answer = await callAs(tenants, 'active', call);
      assertClear(answer);
      expect([200, 400]).toContain(answer.status);
      expect(await callAs(tenants, 'active', call)).toMatchObject({ status: answer.status });
    }),
    { numRuns: 150 },
  );

  const told = tenants.server.lines.filter((line) => /"level":(50|60)/.test(line));
  expect(told).toEqual([]); // bodies of other heads are told as warnings
});

function headOf(head: object): string {
  try {
    return canonicalJson(head);
  } catch {
    return JSON.stringify(head); // a lone surrogate has no canonical form
  }
}
