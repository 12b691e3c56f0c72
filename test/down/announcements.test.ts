import { expect } from 'vitest';
import { DOWN_PAGE_MAX } from '../../domain/down/contract.ts';
import { verifyJournal } from '../../hub/journal/verify-journal.ts';
import { endItem, makeAnnouncement, publishTemplate } from '../../hub/down/announce.ts';
import type { Audience } from '../../domain/down/addressee.ts';
import type { DownParts } from '../../hub/down/keep-item.ts';
import { type DownWorld, openDownWorld, type TillAtHub } from '../support/down-world.ts';
import { eachDatabase, onSqlite } from '../support/hub-databases.ts';

const by = 'pengelola-1';
const everybody = { kind: 'everybody' } as const;

function say(hub: DownParts, title: string, to: Audience = everybody, until: string | null = null) {
  return makeAnnouncement(hub, { title, text: `${title}.`, from: '2026-11-01', until, to, by });
}

const titles = async ({ calls }: TillAtHub) =>
  (await calls.down.announcements()).map(({ title }) => title);

/** What the hub tells is asked for so often. */
const downs = ({ world }: TillAtHub) => world.asked.filter((path) => path.includes('/v1/down'));

/** How many acts of each kind the hub's journal has. */
async function actsAt({ server }: DownWorld): Promise<Record<string, number>> {
  const rows = await server.hub.database.db.selectFrom('hub_record').select('body').execute();
  const counts: Record<string, number> = {};
  for (const { body } of rows) {
    const { act = 'start' } = JSON.parse(body.toString('utf8')) as { act?: string };
    counts[act] = (counts[act] ?? 0) + 1;
  }
  return counts;
}

eachDatabase('each stall hears what is for everybody, its mall and itself', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub } = world.server;
  const [kopi, batik] = [await world.till('TC-A12'), await world.till('TC-B01')];
  await say(hub, 'Untuk semua');
  await say(hub, 'Untuk mal', { kind: 'mall', of: 'TC' });
  await say(hub, 'Untuk kopi', { kind: 'stall', of: 'TC-A12' });
  await say(hub, 'Untuk batik', { kind: 'stall', of: 'TC-B01' });
  await kopi.report();
  await batik.report();

  expect(await titles(kopi)).toEqual(['Untuk kopi', 'Untuk mal', 'Untuk semua']);
  expect(await titles(batik)).toEqual(['Untuk batik', 'Untuk mal', 'Untuk semua']);
});

eachDatabase('what was written in lines comes in lines', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  const said = {
    title: 'Listrik\npadam',
    text: 'Senin: B1 \r\nSelasa: B2\n\n\n\nSiap.',
    to: everybody,
  };
  await makeAnnouncement(world.server.hub, { ...said, from: '2026-11-01', until: null, by });
  await till.report();

  expect(await till.calls.down.announcements()).toMatchObject([
    { title: 'Listrik padam', text: 'Senin: B1\nSelasa: B2\n\nSiap.' },
  ]);
});

eachDatabase('nobody is told to a stall or mall that is not there', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub } = world.server;
  const before = await actsAt(world);

  await expect(say(hub, 'Halo', { kind: 'stall', of: 'TC-Z9' })).rejects.toMatchObject({
    code: 'STALL_UNKNOWN',
  });
  await expect(say(hub, 'Halo', { kind: 'mall', of: 'TB' })).rejects.toMatchObject({
    code: 'MALL_UNKNOWN',
    data: { mall: 'TB' },
  });
  expect(await actsAt(world)).toEqual(before);
});

eachDatabase('a till asks only where there is something newer', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  const first = downs(till).length;
  await till.report();
  await say(world.server.hub, 'Listrik padam Senin');
  await till.report();
  await till.report();

  expect(first).toBe(1); // the keys, once it was approved
  expect(downs(till)).toHaveLength(2);
});

eachDatabase(
  'what is withdrawn is gone from the tills, and never comes to a new one',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const { hub } = world.server;
    const till = await world.till();
    const { id } = await say(hub, 'Listrik padam');
    await till.report();
    const told = await titles(till);
    await endItem(hub, id, by);
    const again = await endItem(hub, id, by);
    await till.report();
    const late = await world.till('TC-B01');

    expect(told).toEqual(['Listrik padam']);
    expect(await titles(till)).toEqual([]);
    expect(again.isEnded).toBe(true);
    expect(itemsOf(late).filter(({ kind }) => kind === 'announcement')).toEqual([]);
    await expect(endItem(hub, 'none', by)).rejects.toMatchObject({ code: 'DOWN_ITEM_UNKNOWN' });
  },
);

eachDatabase('each act of the hub is in its journal, which is whole', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub } = world.server;
  const { id } = await say(hub, 'Halo');
  await publishTemplate(hub, { name: 'Kopi', csv: 'kode;nama;harga\nA;B;1', to: everybody, by });
  await endItem(hub, id, by);

  expect(await actsAt(world)).toMatchObject({ announce: 1, 'template-publish': 1, 'item-end': 1 });
  expect(await verifyJournal(hub.database, hub.identity)).toMatchObject({ ok: true });
});

eachDatabase(
  'after 90 days without a network all comes at once, page after page',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const { hub } = world.server;
    const till = await world.till();
    const asked = downs(till).length;
    const total = 2 * DOWN_PAGE_MAX + 5;
    for (let at = 1; at <= total; at += 1) await say(hub, `Kabar ${at}`);
    await till.report();

    expect(downs(till).length - asked).toBe(3);
    expect(itemsOf(till).filter(({ kind }) => kind === 'announcement')).toHaveLength(total);
    expect((await titles(till))[0]).toBe(`Kabar ${total}`);
  },
);

onSqlite('large templates come one a page, whole', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  const asked = downs(till).length;
  const rows = Array.from(
    { length: 5_000 },
    (_, at) => `KODE-${at};Kopi Gayo nomor ${at};${at + 1}`,
  );
  const csv = ['kode;nama;harga', ...rows].join('\n');
  for (const name of ['Satu', 'Dua', 'Tiga']) {
    await publishTemplate(world.server.hub, { name, csv, to: everybody, by });
  }
  await till.report();
  const templates = await till.calls.down.templates();

  expect(templates.map(({ name }) => name)).toEqual(['Tiga', 'Dua', 'Satu']);
  expect(downs(till).length - asked).toBe(3);
  const used = await till.calls.down.useTemplate({ id: templates[0]?.id ?? '' });
  expect(used).toEqual({ name: 'Tiga', csv });
});

onSqlite('an announcement holds from its first to its last date', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub } = world.server;
  const till = await world.till(); // it is 2026-11-23
  const dates = [
    ['kemarin', '2026-11-01', '2026-11-22'],
    ['hari ini', '2026-11-23', '2026-11-23'],
    ['besok', '2026-11-24', null],
  ] as const;
  world.server.clock.nowMs = Date.UTC(2026, 10, 22, 2);
  for (const [title, from, until] of dates) {
    await makeAnnouncement(hub, { title, text: title, from, until, to: everybody, by });
  }
  await till.report();

  const today = await titles(till);
  till.clock.now += 24 * 3_600_000;
  expect(today).toEqual(['hari ini']);
  expect(await titles(till)).toEqual(['besok']);
});

eachDatabase('what is over is told to nobody; sent again, it is what it was', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub, clock } = world.server; // it is 2026-11-29
  const before = await actsAt(world);
  const said = { title: 'Rapat', text: 'Jumat.', from: '2026-11-01', to: everybody, by };
  const over = { ...said, until: '2026-11-28' };
  await expect(makeAnnouncement(hub, over)).rejects.toMatchObject({ code: 'ANNOUNCEMENT_OVER' });
  expect(await actsAt(world)).toEqual(before);

  const id = '4f7a1c9e-52d0-4b6b-a3c1-9d0e8f7a6b5c';
  const today = { ...said, id, until: '2026-11-29' };
  const first = await makeAnnouncement(hub, today);
  clock.nowMs += 24 * 3_600_000;
  expect(await makeAnnouncement(hub, today)).toEqual(first);
});

onSqlite(
  'what somebody at the till has read stays read, also when it is told anew',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const till = await world.till();
    const { id } = await say(world.server.hub, 'Halo');
    await till.report();
    await till.calls.down.markRead({ id });
    till.till.db.exec('UPDATE hub_item_cursor SET version = 0');
    await till.report();

    expect(await till.calls.down.announcements()).toMatchObject([{ id, isRead: true }]);
  },
);

onSqlite('a template that is none, or too large, is refused at the hub', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub } = world.server;
  const publish = (csv: string) => publishTemplate(hub, { name: 'X', csv, to: everybody, by });

  await expect(publish('nama;stok\nA;1')).rejects.toThrow('CSV_COLUMN_MISSING');
  await expect(publish('')).rejects.toThrow('CSV_EMPTY');
  const large = `kode;nama;harga\n${'x'.repeat(300_000)}`;
  await expect(publish(large)).rejects.toThrow('TEMPLATE_TOO_LONG');
});

onSqlite('a template that was withdrawn cannot be used', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub } = world.server;
  const till = await world.till();
  const csv = 'kode;nama;harga\nA;B;1';
  const { id } = await publishTemplate(hub, { name: 'Kopi', csv, to: everybody, by });
  await till.report();
  await endItem(hub, id, by);
  await till.report();

  expect(await till.calls.down.templates()).toEqual([]);
  await expect(till.calls.down.useTemplate({ id })).rejects.toMatchObject({
    code: 'TEMPLATE_GONE',
  });
});

function itemsOf({ till }: TillAtHub): { kind: string; json: string }[] {
  const query = 'SELECT kind, json FROM hub_item ORDER BY version';
  return till.db.prepare<[], { kind: string; json: string }>(query).all();
}
