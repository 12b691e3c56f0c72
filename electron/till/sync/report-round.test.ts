import { generateKeyPairSync } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { HubReceipt, WireRecord } from '../../../domain/sync/contract.ts';
import type { Checkpoint } from '../../../domain/tlog/checkpoint.ts';
import { type FakeAnswer, hubError, type SeenRequest } from '../../../test/support/fake-hub.ts';
import { endTestShift } from '../../../test/support/end-test-shift.ts';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { recordsOf } from '../../../test/support/staffed-till.ts';
import { bookPieces, bookPiecesTimes } from '../../../test/support/test-till.ts';

let book: HubBook;
beforeEach(async () => {
  book = await openHubBook();
  await book.enrol();
});
afterEach(() => book.close());

/** Records of each batch that came, in their order. */
function batches(): WireRecord[][] {
  return book.hub.requests.flatMap(({ path, json, nonce }) =>
    path === '/v1/batches' && nonce !== undefined
      ? [(json as { records: WireRecord[] }).records] // the till's own form
      : [],
  );
}

/** Puts something between the hub and the first requests of a path. */
function meddle(path: string, times: number, act: (answer: () => FakeAnswer) => FakeAnswer): void {
  let left = times;
  book.hub.between = (seen, answer) => {
    if (seen.path !== path || left === 0) return answer();
    left -= 1;
    return act(answer);
  };
}

/** What the hub answers, with its receipt changed. */
function forged(answer: () => FakeAnswer, change: (receipt: HubReceipt) => object): FakeAnswer {
  const given = answer();
  if (given === 'cut') return given;
  const { receipt, ...rest } = JSON.parse(given.body) as { receipt?: HubReceipt };
  if (!receipt) return given;
  const body = JSON.stringify({ ...rest, receipt: { ...receipt, ...change(receipt) } });
  return { ...given, body };
}

test('everything is sent in order, heads alone, and then nothing is unsent', async () => {
  bookPieces(book.till, 2);
  const status = await book.report();

  expect(status).toMatchObject({ state: 'sent', records: 0, sentAtMs: book.world.clockMs });
  expect(book.cursor).toEqual({ position: book.newest, size: book.newest });
  const heads = batches()
    .flat()
    .map(({ head }) => JSON.parse(head) as { seq: number; type: string });
  expect(heads.map(({ type }) => type)).toEqual(['start', 'act', 'shift-open', 'sale']);
  expect(
    batches()
      .flat()
      .some(({ body }) => body !== undefined),
  ).toBe(false);
});

test('a second round asks and sends nothing more', async () => {
  await book.report();
  const asked = book.hub.asked.length;
  await book.report();

  expect(book.hub.asked.slice(asked)).toEqual(['/v1/head']);
});

test('a long journal goes in batches of at most five hundred records and 256 kB', async () => {
  bookPiecesTimes(book.till, 1_200, 1);
  expect(await book.report()).toMatchObject({ state: 'sent' });

  const sizes = batches().map((records) => ({
    records: records.length,
    characters: records.reduce((sum, { head }) => sum + head.length, 0),
  }));
  expect(sizes.length).toBeGreaterThan(2);
  expect(sizes.every(({ records }) => records <= 500)).toBe(true);
  expect(sizes.every(({ characters }) => characters <= 256 * 1024)).toBe(true);
  expect(book.hub.stored).toHaveLength(book.newest);
});

test('a Z says how many records the hub had not acknowledged', async () => {
  bookPieces(book.till, 1);
  await book.report();
  bookPieces(book.till, 1);
  endTestShift(book.till);

  const [z] = recordsOf(book, 'z');
  const before = book.newest - 1;
  expect(z?.head.unsent).toBe(before - (book.cursor?.position ?? 0));
  expect(z?.head.unsent).toBeLessThan(before);
});

test('an answer that is lost after the hub has stored is made good by the next round', async () => {
  meddle('/v1/batches', 2, (answer) => {
    answer(); // the first only gives the nonce
    return 'cut';
  });
  bookPieces(book.till, 1);
  expect(await book.report()).toMatchObject({ state: 'pending', reason: 'no-network' });
  expect(book.hub.stored).toHaveLength(book.newest);
  expect(book.cursor).toBeUndefined();

  expect(await book.report()).toMatchObject({ state: 'sent' });
  expect(book.hub.stored).toHaveLength(book.newest);
  expect(batches()).toHaveLength(1);
});

test('a till that was killed between the answer and its cursor goes on', async () => {
  bookPieces(book.till, 1);
  await book.report();
  book.till.db.exec('DELETE FROM sync_cursor'); // as if the commit had never been
  await book.reopen();

  expect(await book.report()).toMatchObject({ state: 'sent' });
  expect(batches()).toHaveLength(1);
  expect(book.cursor?.position).toBe(book.newest);
});

test('a hub that lacks records is sent them again from the newest that it has', async () => {
  bookPiecesTimes(book.till, 5, 1);
  await book.report();
  const kept = book.hub.stored.slice(0, 4);
  bookPieces(book.till, 1);
  let isFirst = true;
  book.hub.between = (seen, answer) => {
    const given = answer();
    if (seen.path === '/v1/batches' && isFirst) {
      isFirst = false;
      const newest = kept.at(-1)?.place;
      const body = JSON.stringify({ outcome: 'gap', newest, serverTimeMs: 0 });
      return { status: 200, body };
    }
    return given;
  };

  expect(await book.report()).toMatchObject({ state: 'sent' });
  const [, , third] = batches();
  expect(third?.length).toBe(book.newest - kept.length);
  expect(book.cursor?.position).toBe(book.newest);
});

test('a hub that asks for the same again and again is not believed for ever', async () => {
  book.hub.between = (seen, answer) => {
    const given = answer();
    const body = JSON.stringify({ outcome: 'gap', newest: null, serverTimeMs: 0 });
    return seen.path === '/v1/batches' ? { status: 200, body } : given;
  };

  expect(await book.report()).toMatchObject({ state: 'attention', reason: 'refused' });
  expect(book.hub.requests.length).toBeLessThan(15);
});

test('what is too large for the hub goes in halves, down to one record', async () => {
  bookPiecesTimes(book.till, 20, 1);
  book.hub.between = (seen, answer) => {
    const { records } = (seen.json ?? { records: [] }) as { records: unknown[] }; // as above
    return records.length > 3 ? hubError('BATCH_TOO_LARGE') : answer();
  };

  expect(await book.report()).toMatchObject({ state: 'sent' });
  expect(Math.max(...batches().map(({ length }) => length))).toBeGreaterThan(3); // tried once
  expect(book.hub.stored).toHaveLength(book.newest);
});

test('a single record that is too large waits, and is never left out', async () => {
  meddle('/v1/batches', 100, () => ({ status: 413, body: '<html>413</html>' }));

  expect(await book.report()).toMatchObject({ state: 'attention', reason: 'refused' });
  book.hub.between = (_, answer) => answer();
  expect(await book.report()).toMatchObject({ state: 'sent' });
});

test('a nonce that is old is taken anew, once', async () => {
  await book.report();
  book.hub.forgetNonces();
  const asked = book.hub.asked.length;
  expect(await book.report()).toMatchObject({ state: 'sent' });
  expect(book.hub.asked.slice(asked)).toEqual(['/v1/head', '/v1/head']);
});

test('a hub that does not know the signature is asked twice and then left alone', async () => {
  book.hub.between = () => hubError('REQUEST_UNSIGNED', { nonce: 'again' });

  expect(await book.report()).toMatchObject({ state: 'attention', reason: 'refused' });
  expect(book.hub.asked).toEqual(['/v1/enrolments', '/v1/head', '/v1/head']);
});

test('no nonce is used twice, and every request is signed', async () => {
  bookPieces(book.till, 1);
  await book.report();
  await book.report();
  const nonces = book.hub.requests.slice(1).map(({ nonce }: SeenRequest) => nonce);

  expect(nonces).not.toContain(undefined);
  expect(new Set(nonces).size).toBe(nonces.length);
});

test.each<[string, string, FakeAnswer]>([
  ['hub-busy', 'pending', hubError('HUB_BUSY')],
  ['hub-busy', 'pending', hubError('TOO_MANY_REQUESTS')],
  ['hub-busy', 'pending', { status: 502, body: '<html>Bad Gateway</html>' }],
  ['hub-busy', 'pending', hubError('FAULT', { name: 'Error' })],
  ['no-network', 'pending', 'cut'],
  ['hub-full', 'attention', hubError('HUB_FULL')],
  ['not-a-hub', 'attention', { status: 200, body: '<html>Masuk</html>' }],
  ['not-a-hub', 'attention', { status: 200, body: '{"outcome":"stored"}' }],
  ['not-a-hub', 'attention', { status: 200, body: 'x'.repeat(2 * 1024 * 1024) }],
  ['not-a-hub', 'attention', { status: 307, body: '', headers: { location: '/elsewhere' } }],
  ['not-a-hub', 'attention', { status: 404, body: '<html>Not found</html>' }],
  ['refused', 'attention', hubError('INPUT_INVALID')],
  ['refused', 'attention', hubError('UNSIGNED_TOO_MUCH')],
])('it is %s (%s) and nothing moves, whichever call is answered with %j', async (...given) => {
  const [reason, state, answer] = given;
  for (const path of ['/v1/head', '/v1/batches']) {
    meddle(path, 2, () => answer);
    expect(await book.report()).toMatchObject({ state, reason, records: book.newest });
    expect(book.cursor).toBeUndefined();
  }
  book.hub.between = (_, answer_) => answer_();
  expect(await book.report()).toMatchObject({ state: 'sent' });
});

test('a hub of a later version may say more than this till knows', async () => {
  bookPieces(book.till, 1);
  book.hub.between = (_, answer) => {
    const given = answer();
    if (given === 'cut' || given.status !== 200) return given;
    return { ...given, body: given.body.replaceAll('{', '{"ofLaterVersion":1,') };
  };

  expect(await book.report()).toMatchObject({ state: 'sent', records: 0 });
});

test.each(['waiting', 'revoked'] as const)(
  'a device that is %s says so and goes on',
  async (state) => {
    book.hub.state = state;
    const reason = state === 'revoked' ? { state: 'attention', reason: 'revoked' } : { state };
    expect(await book.report()).toMatchObject(reason);
    expect(book.hub.asked).not.toContain('/v1/batches');

    bookPieces(book.till, 1);
    book.hub.state = 'active';
    expect(await book.report()).toMatchObject({ state: 'sent' });
  },
);

test('a revoked till sends up to the last place that counts, and says what stays', async () => {
  await book.report();
  bookPiecesTimes(book.till, 5, 1);
  book.hub.state = 'revoked';
  book.hub.through = { epoch: 1, seq: 6 };
  const told = { state: 'attention', reason: 'revoked', records: book.newest - 6 };

  expect(await book.report()).toMatchObject(told);
  expect(book.hub.newest()).toMatchObject({ epoch: 1, seq: 6 });
  const asked = book.hub.asked.length;
  expect(await book.report()).toMatchObject(told);
  expect(book.hub.asked.slice(asked)).toEqual(['/v1/head']);

  book.hub.through = { epoch: 9, seq: 9 }; // the manager gave all of it back
  expect(await book.report()).toMatchObject({ ...told, records: 0 });
});

test.each(['DEVICE_WAITING', 'DEVICE_REVOKED'] as const)(
  'a batch that is refused with %s says what the manager did',
  async (code) => {
    meddle('/v1/batches', 1, () => hubError(code));
    const told = code === 'DEVICE_WAITING' ? 'waiting' : 'attention';

    expect(await book.report()).toMatchObject({ state: told });
  },
);

test('what the hub calls the stall from now on is what the till shows', async () => {
  await book.report();
  book.hub.stall.name = 'Batik Bu Sari';

  expect(await book.report()).toMatchObject({ stall: { name: 'Batik Bu Sari' } });
});

const swapped = ({ index }: HubReceipt) => ({ index: index + 1 });
const other = generateKeyPairSync('ed25519').privateKey;

test.each<[string, () => void]>([
  ['of another key', () => void (book.hub.signer = other)],
  [
    'of another root',
    () => {
      book.hub.forge = (of: Checkpoint) => ({ ...of, root: Buffer.alloc(32, 1) });
    },
  ],
  [
    'of another device',
    () => {
      book.hub.forge = (of: Checkpoint) => ({ ...of, origin: of.origin.replace(/.$/, '-') });
    },
  ],
  [
    'of another hub',
    () => {
      book.hub.forge = (of: Checkpoint) => ({ ...of, origin: `x${of.origin}` });
    },
  ],
  [
    'of a smaller tree',
    () => {
      book.hub.forge = (of: Checkpoint) => ({ ...of, size: 1 });
    },
  ],
  ['at another index', () => meddle('/v1/batches', 9, (answer) => forged(answer, swapped))],
  [
    'of another record',
    () => {
      meddle('/v1/batches', 9, (answer) =>
        forged(answer, () => ({ place: book.hub.stored[0]?.place })),
      );
    },
  ],
  [
    'without the record’s proof',
    () => meddle('/v1/batches', 9, (answer) => forged(answer, () => ({ inclusion: [] }))),
  ],
])('a receipt %s moves nothing, and a person is told', async (_, forge) => {
  bookPieces(book.till, 1);
  await book.report();
  const { cursor } = book;
  bookPieces(book.till, 1);
  forge();

  expect(await book.report()).toMatchObject({ state: 'attention', reason: 'unproven', records: 1 });
  expect(book.cursor).toEqual(cursor);
});
