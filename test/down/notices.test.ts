import { expect } from 'vitest';
import type { Audience } from '../../domain/down/addressee.ts';
import { NOTICE_PAGE_MAX } from '../../domain/down/manage-contract.ts';
import { endItem, makeAnnouncement, publishTemplate } from '../../hub/down/announce.ts';
import { askForBody } from '../../hub/down/ask-body.ts';
import {
  describeNotices,
  describePlaces,
  describeRequest,
} from '../../hub/down/describe-notices.ts';
import type { DownParts } from '../../hub/down/keep-item.ts';
import { addMall, addRegion, addStall } from '../../hub/organisation/stall-store.ts';
import { type DownWorld, openDownWorld } from '../support/down-world.ts';
import { eachDatabase } from '../support/hub-databases.ts';

const by = 'pengelola-1';

function say(hub: DownParts, title: string, to: Audience = { kind: 'everybody' }) {
  return makeAnnouncement(hub, {
    title,
    text: `${title}.`,
    from: '2026-11-01',
    until: null,
    to,
    by,
  });
}

/** How far each notice came, the newest first. */
async function reachOf({ database }: DownParts) {
  const { notices } = await describeNotices(database, { cursor: '' });
  return notices.map(({ reach }) => reach);
}

/** A stall of another region. */
async function addElsewhere({ server }: DownWorld): Promise<void> {
  const { db } = server.hub.database;
  await addRegion(db, { code: 'bali', name: 'Bali' });
  await addMall(db, { code: 'BD', region: 'bali', name: 'Denpasar' });
  await addStall(db, { code: 'BD-01', mall: 'BD', number: '01', name: 'Kopi Kintamani' });
}

eachDatabase('each notice says how many tills it is for, and who has it', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub } = world.server;
  await addElsewhere(world);
  const [here, there] = [await world.till('TC-A12'), await world.till('BD-01')];
  await world.till('TC-B01');
  await say(hub, 'Untuk semua');
  await say(hub, 'Rapat daerah', { kind: 'region', of: 'bali' });
  await say(hub, 'Pintu timur', { kind: 'mall', of: 'TC' });
  await say(hub, 'Meteran', { kind: 'stall', of: 'TC-A12' });
  await say(hub, 'Meteran', { kind: 'stall', of: 'TC-B01' });
  const reach = (all: number, bali: number, mall: number, stall: number) => [
    { tills: 1, told: 0 },
    { tills: 1, told: stall },
    { tills: 2, told: mall },
    { tills: 1, told: bali },
    { tills: 3, told: all },
  ];
  expect(await reachOf(hub)).toEqual(reach(0, 0, 0, 0));
  await here.report();
  expect(await reachOf(hub)).toEqual(reach(1, 0, 1, 1));
  await there.report();
  expect(await reachOf(hub)).toEqual(reach(2, 1, 1, 1));

  const heard = [await here.calls.down.announcements(), await there.calls.down.announcements()];
  expect(heard.map((list) => list.map(({ title }) => title).toSorted())).toEqual([
    ['Meteran', 'Pintu timur', 'Untuk semua'],
    ['Rapat daerah', 'Untuk semua'],
  ]);
});

eachDatabase('a region is offered once it is there, and no other is told', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub } = world.server;
  await addElsewhere(world);

  expect(await describePlaces(hub.database)).toMatchObject({
    regions: [{ code: 'bali' }, { code: 'dki' }],
    malls: [{ code: 'BD' }, { code: 'TC' }],
  });
  await expect(say(hub, 'Halo', { kind: 'region', of: 'papua' })).rejects.toMatchObject({
    code: 'REGION_UNKNOWN',
    data: { region: 'papua' },
  });
});

eachDatabase(
  'what ended or nobody can fetch has no reach, and no tills are counted',
  async (on) => {
    await using world = await openDownWorld(await on.open());
    const { hub } = world.server;
    const { id } = await say(hub, 'Listrik padam', { kind: 'stall', of: 'TC-B01' });
    expect(await reachOf(hub)).toEqual([{ tills: 0, told: 0 }]);
    await endItem(hub, id, by);
    expect(await reachOf(hub)).toEqual([null]);
  },
);

eachDatabase(
  'the list has each notice once, the newest first, however often it changed',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const { hub } = world.server;
    const csv = 'kode;nama;harga\nK1;Kopi;15000\n';
    const made: { readonly id: string }[] = [
      await publishTemplate(hub, { name: 'Kopi', csv, to: { kind: 'stall', of: 'TC-A12' }, by }),
    ];
    for (let at = 1; at < NOTICE_PAGE_MAX + 5; at += 1) made.push(await say(hub, `Kabar ${at}`));
    const first = await describeNotices(hub.database, { cursor: '' });
    await endItem(hub, made[3]?.id ?? '', by); // between two pages
    const second = await describeNotices(hub.database, { cursor: first.nextCursor });

    const listed = [...first.notices, ...second.notices];
    expect(listed.map(({ id }) => id)).toEqual(made.map(({ id }) => id).toReversed());
    expect(second.nextCursor).toBe('');
    expect(listed.at(-1)).toMatchObject({
      kind: 'product-template',
      title: 'Kopi',
      to: { kind: 'stall', of: 'TC-A12' },
      isEnded: false,
    });
    expect(second.notices.filter(({ isEnded }) => isEnded)).toHaveLength(1);
  },
);

eachDatabase('a request says what became of it', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub } = world.server;
  const till = await world.till('TC-A12');
  const rows = await hub.database.db
    .selectFrom('record')
    .select(['epoch', 'seq', 'leaf'])
    .orderBy('idx')
    .execute();
  const [one] = rows;
  const leaf = one?.leaf.toString('hex') ?? '';
  const stall = 'TC-A12';
  const state = async () =>
    (await describeRequest(hub.database, { stall, leaf }))?.request?.state ?? null;
  const place = { epoch: one?.epoch ?? 0, seq: one?.seq ?? 0 };
  const ask = () =>
    askForBody(hub, { stall, device: till.device, place, by: 'auditor-2', reason: 'uji petik' });
  expect(await state()).toBeNull();
  const { id } = await ask();
  expect(await state()).toBe('waiting');
  await endItem(hub, id, by);
  expect(await state()).toBe('withdrawn');
  await ask();
  expect(await state()).toBe('waiting');
  await till.report();
  await till.report();

  expect(await state()).toBe('taken');
  expect(await describeRequest(hub.database, { stall, leaf })).toMatchObject({
    kind: 'body-request',
    text: 'uji petik',
    request: { by: 'auditor-2' },
  });
  expect(await describeRequest(hub.database, { stall, leaf: '0'.repeat(64) })).toBeNull();
});
