import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BODIES_A_DAY_MAX, keptBounds } from '../../../domain/down/bounds.ts';
import { type HubBook, openHubBook } from '../../../test/support/hub-book.ts';
import { actsOf } from '../../../test/support/staffed-till.ts';
import { bookPieces } from '../../../test/support/test-till.ts';

/** A hub that tells what it likes never fills a stall's disk. */

let book: HubBook;
beforeEach(async () => {
  book = await openHubBook();
  await book.enrol();
});
afterEach(() => book.close());

const idOf = (version: number) => `0193f1f0-0000-7000-8000-${String(version).padStart(12, '0')}`;
const item = (version: number, kind: string, more: object = {}) => {
  return { id: idOf(version), version, kind, isEnded: false, ...more };
};

/** Lets the hub tell so many pages, up to a version. */
function tells(pages: number, version: number, page: (at: number) => object[]): void {
  let told = 0;
  book.hub.downVersion = version;
  book.hub.tells = () => {
    told += 1;
    const isLast = told >= pages;
    return { version: isLast ? version : told, hasMore: !isLast, items: page(told - 1) };
  };
}

const bookBytes = () => statSync(join(book.dataDir, 'lapak.db')).size;
const versionsOf = (kind: string): number[] => {
  const query = 'SELECT version FROM hub_item WHERE kind = ? ORDER BY version';
  return book.till.db.prepare<[string], number>(query).pluck().all(kind);
};

test('a flood of long items is refused, told once, and sales go on', async () => {
  const before = bookBytes();
  tells(50, 1_000, (at) => [
    item(2 * at + 1, 'weather', { stuff: 'A'.repeat(400_000) }),
    item(2 * at + 2, 'announcement', { text: 'A'.repeat(400_000) }),
  ]);

  expect(await book.report()).toMatchObject({ state: 'attention', reason: 'tells-too-much' });
  bookPieces(book.till, 1);
  expect(await book.report()).toMatchObject({ records: 0 });
  expect(bookBytes() - before).toBeLessThan(1_000_000);
  expect(versionsOf('weather')).toEqual([]);
});

test.each([
  ['weather', keptBounds.other.itemsMax],
  ['announcement', keptBounds.announcement.itemsMax],
  ['product-template', keptBounds['product-template'].itemsMax],
  ['body-request', keptBounds['body-request'].itemsMax],
])('of %s the newest %i are kept, and of those that are over none first', async (kind, max) => {
  const count = max + 30;
  const all = Array.from({ length: count }, (_, at) => {
    const version = at + 1;
    // Newer than others, and past: the first to go.
    const isOver = kind === 'announcement' && version === count - 5;
    return item(version, kind, isOver ? { until: '2020-01-01' } : {});
  });
  tells(Math.ceil(count / 50), count, (at) => all.slice(50 * at, 50 * (at + 1)));
  await book.report();

  const kept = versionsOf(kind);
  expect(kept).toHaveLength(max);
  expect(kept.at(-1)).toBe(count);
  const first = kind === 'announcement' ? count - max : count - max + 1;
  expect(kept[0]).toBe(first);
});

test('what is over goes without a word', async () => {
  const past = { title: 'Libur', text: 'Tutup.', from: '2019-12-01', until: '2020-01-01' };
  tells(5, 250, (at) =>
    Array.from({ length: 50 }, (_, on) => item(50 * at + on + 1, 'announcement', past)),
  );

  expect(await book.report()).toMatchObject({ state: 'sent' });
  expect(versionsOf('announcement')).toHaveLength(keptBounds.announcement.itemsMax);
});

test('once the hub tells no more than a till keeps, that is no matter any more', async () => {
  tells(1, 1, () => [item(1, 'weather', { stuff: 'A'.repeat(400_000) })]);
  expect(await book.report()).toMatchObject({ reason: 'tells-too-much' });
  tells(1, 2, () => [item(2, 'weather')]);

  expect(await book.report()).toMatchObject({ state: 'sent' });
});

test('so many details leave on one day because they were asked for, and no more', async () => {
  await book.report();
  const place = book.hub.newest();
  const asked = { place, by: 'auditor-1', reason: 'Uji petik', askedAtMs: 1 };
  tells(11, 550, (at) =>
    Array.from({ length: 50 }, (_, on) => item(50 * at + on + 1, 'body-request', asked)),
  );
  await book.report();
  const sent = () => actsOf(book).filter(({ act }) => act === 'body-sent').length;
  expect(sent()).toBe(BODIES_A_DAY_MAX);

  book.clock.now += 24 * 60 * 60_000;
  await book.report();
  expect(sent()).toBe(550);
});
