import { expect } from 'vitest';
import { type DownItem, keysMessage, readItem } from '../../domain/down/item.ts';
import { publicKeyOf, rawPublicKey } from '../../node/crypto/keys.ts';
import { isSignedMessage } from '../../node/crypto/signing.ts';
import { makeAnnouncement } from '../../hub/down/announce.ts';
import { readDown } from '../../hub/down/read-down.ts';
import { makeEnrolmentCode } from '../../hub/enrolment/codes.ts';
import { revokeDevice } from '../../hub/enrolment/devices.ts';
import { type DownWorld, openDownWorld, type TillAtHub } from '../support/down-world.ts';
import { eachDatabase, onSqlite } from '../support/hub-databases.ts';
import {
  enrolledTill,
  enrolmentOf,
  firstNonce,
  makeTill,
  post,
  sendSigned,
  type TillKeys,
} from '../support/hub-till.ts';

const id = (digit: number) => `0193f1f0-0000-4000-8000-00000000000${digit}`;

const announcement = {
  id: id(1),
  version: 11,
  isEnded: false,
  kind: 'announcement',
  title: 'Listrik padam',
  text: 'Senin pukul 10.',
  from: '2026-11-01',
  until: null,
};

/** The hub of another version, which tells this. */
function tells(till: TillAtHub, page: object, downVersion?: number): void {
  till.world.carry = async (url, init) => {
    if (url.includes('/v1/down')) return Response.json(page);
    const answer = await till.world.send(url, init);
    if (!url.includes('/v1/head')) return answer;
    const { downVersion: _, ...head } = (await answer.json()) as Record<string, unknown>;
    const said = downVersion === undefined ? head : { ...head, downVersion, weather: 'panas' };
    return Response.json(said, { status: answer.status, headers: nonceOf(answer) });
  };
}

function nonceOf({ headers }: Response): Record<string, string> {
  const nonce = headers.get('lapak-nonce');
  return nonce === null ? {} : { 'lapak-nonce': nonce };
}

function kinds({ till }: TillAtHub): string[] {
  const query = 'SELECT kind FROM hub_item ORDER BY version';
  return till.db.prepare<[], string>(query).pluck().all();
}

onSqlite('what a newer hub tells is kept unread, and the rest is read', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  const items = [
    { ...announcement, colour: 'merah' },
    { id: id(2), version: 12, isEnded: false, kind: 'playlist', songs: ['a'] },
    { id: id(3), version: 13, isEnded: false, kind: 'announcement', title: 'Tanpa isi' },
    { id: 'none', version: 14 },
    'nothing',
  ];
  tells(till, { version: 15, hasMore: false, items, motto: 'maju' }, 15);
  const status = await till.report();

  expect(status).toMatchObject({ state: 'sent' });
  expect(kinds(till)).toEqual(['key-list', 'announcement', 'playlist', 'announcement']);
  expect(await till.calls.down.announcements()).toMatchObject([{ title: 'Listrik padam' }]);
});

onSqlite(
  'a page of an older hub says nothing of more, and its head nothing of news',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const till = await world.till();
    tells(till, { version: 11, items: [announcement] }, 11);
    await till.report();
    const asked = till.world.asked.length;
    tells(till, { version: 99, items: [] });
    const status = await till.report();

    expect(status).toMatchObject({ state: 'sent' });
    expect(await till.calls.down.announcements()).toHaveLength(1);
    expect(
      till.world.asked.slice(asked).filter((path) => path.includes('/v1/down?after=11')),
    ).toEqual([]);
  },
);

onSqlite(
  'what is no page, or comes to no end, does not stand in the way of reporting',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const till = await world.till();
    const pages = [{}, { version: 1, hasMore: true, items: [] }, { version: -1, items: [] }];
    for (const page of pages) {
      tells(till, page, 50);
      expect(await till.report()).toMatchObject({ state: 'sent' });
    }
  },
);

onSqlite('an item never goes back to what it was before', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  tells(till, { version: 11, items: [announcement] }, 11);
  await till.report();
  tells(till, { version: 12, items: [{ ...announcement, version: 10, title: 'Dulu' }] }, 12);
  await till.report();

  expect(await till.calls.down.announcements()).toMatchObject([{ title: 'Listrik padam' }]);
});

onSqlite('a list of keys that the hub did not sign so is not kept', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  const [list] = (await keysOf(world, till)).map((item) => readItem('key-list', item));
  const forged = [
    { ...list, id: id(1), version: 12 },
    { ...list, id: id(2), keys: { ...list?.keys, stall: 'TC-B01' } },
    { ...list, id: id(3), keys: { ...list?.keys, devices: [] } },
  ];
  tells(till, { version: 12, items: forged }, 12);
  await till.report();

  expect(kinds(till)).toEqual(['key-list']);
});

eachDatabase(
  'the keys of a stall’s tills are signed by the hub, and follow each change',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const { hub } = world.server;
    const [till, second] = [await world.till(), await world.till()];
    const other = await world.till('TC-B01');
    await revokeDevice(hub, second.device, { through: { epoch: 1, seq: 2 }, by: 'pengelola-1' });
    const lists = await keysOf(world, till);
    const [list] = lists.map((item) => readItem('key-list', item));
    const message = Buffer.from(keysMessage(list?.keys));

    expect(lists).toHaveLength(1);
    expect(
      isSignedMessage(
        publicKeyOf(hub.identity.publicKey),
        message,
        Buffer.from(list?.signature ?? '', 'base64'),
      ),
    ).toBe(true);
    const ours = till.till.device.publicKey.toString('hex');
    expect(list?.keys.devices).toHaveLength(2);
    expect(list?.keys.devices).toEqual(
      expect.arrayContaining([
        { device: till.device, publicKey: ours, fromMs: expect.any(Number), through: null },
        expect.objectContaining({ device: second.device, through: '1.2' }),
      ]),
    );
    expect(JSON.stringify(await keysOf(world, other))).not.toContain(till.device);
  },
);

eachDatabase('a till that waits or was revoked hears nothing', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { server } = world;
  const [waiting, revoked] = [makeTill(), await enrolledTill(server)];
  const { code } = await makeEnrolmentCode(server.hub, 'TC-A12', 'pengelola-1');
  await post(`${server.url}/v1/enrolments`, enrolmentOf(waiting, code, server.url));
  await revokeDevice(server.hub, revoked.device, { through: null, by: 'pengelola-1' });
  const place = { epoch: 1, seq: 1, leaf: 'b'.repeat(64) };
  const body = { bodies: [{ place, body: null }] };
  const ask = async (till: TillKeys, call: { path: string; body?: unknown }) => {
    const nonce = await firstNonce(server, till);
    return (await sendSigned(server, till, { ...call, nonce })).code;
  };

  for (const call of [{ path: '/v1/down?after=0' }, { path: '/v1/bodies', body }]) {
    expect(await ask(waiting, call)).toBe('DEVICE_WAITING');
    expect(await ask(revoked, call)).toBe('DEVICE_REVOKED');
  }
});

onSqlite('more bodies than go in one call are refused, one long one is not', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { server } = world;
  const till = await enrolledTill(server);
  const place = { epoch: 1, seq: 1, leaf: 'b'.repeat(64) };
  const send = async (bodies: unknown[]) => {
    const nonce = await firstNonce(server, till);
    return (await sendSigned(server, till, { path: '/v1/bodies', body: { bodies }, nonce })).status;
  };
  const long = { place, body: 'x'.repeat(200_000) };

  expect(await send(Array(101).fill({ place, body: null }))).toBe(400);
  expect(await send([long, long])).toBe(400);
  expect(await send([long])).toBe(200);
});

eachDatabase('an item that is made while a page is read comes with the next', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { hub } = world.server;
  const { device } = makeTill();
  const of = { stall: 'TC-A12', device };
  const say = (title: string) =>
    makeAnnouncement(hub, {
      title,
      text: title,
      from: '2026-11-01',
      until: null,
      to: { kind: 'everybody' },
      by: 'pengelola-1',
    });
  let [after, heard]: [number, DownItem[]] = [0, []];
  await Promise.all([
    ...Array.from({ length: 8 }, (_, at) => say(`Kabar ${at}`)),
    (async () => {
      for (let looks = 0; looks < 200 && heard.length < 8; looks += 1) {
        const page = await readDown(hub.database, of, after);
        after = page.version;
        heard = [...heard, ...page.items];
      }
    })(),
  ]);
  heard.push(...(await readDown(hub.database, of, after)).items);

  expect(new Set(heard.map((item) => item.id)).size).toBe(8);
  expect(heard).toHaveLength(8);
});

async function keysOf({ server }: DownWorld, { device, till }: TillAtHub): Promise<DownItem[]> {
  const { db } = server.hub.database;
  const row = await db
    .selectFrom('device')
    .where('device', '=', device)
    .select(['stall', 'public_key'])
    .executeTakeFirstOrThrow();
  expect(row.public_key.equals(rawPublicKey(till.device.key))).toBe(true);
  const { items } = await readDown(server.hub.database, { stall: row.stall, device }, 0);
  return items.filter(({ kind }) => kind === 'key-list');
}
