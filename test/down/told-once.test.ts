import { expect } from 'vitest';
import { makeAnnouncement, publishTemplate } from '../../hub/down/announce.ts';
import { describeNotices } from '../../hub/down/describe-notices.ts';
import { openTestServer } from '../support/hub-server.ts';
import { eachDatabase } from '../support/hub-databases.ts';

const id = '4f7a1c9e-52d0-4b6b-a3c1-9d0e8f7a6b5c';
const by = 'pengelola-1';
const to = { kind: 'everybody' } as const;
const closed = { title: 'Pintu timur', text: 'Tutup besok.', from: '2026-11-29', until: null };

eachDatabase('what is sent again under its id is told once, as it was first', async ({ open }) => {
  await using server = await openTestServer(await open());
  const { hub } = server;
  const sent = [
    makeAnnouncement(hub, { ...closed, id, to, by }),
    makeAnnouncement(hub, { ...closed, id, to, by }),
  ];
  const [first, second] = await Promise.all(sent);
  expect(second).toEqual(first);
  const { notices } = await describeNotices(hub.database, { cursor: '' });
  expect(notices.map((notice) => notice.id)).toEqual([id]);
  const { db } = hub.database;
  const told = db.selectFrom('hub_record').select('seq').where('type', '<>', 'start');
  expect(await told.execute()).toHaveLength(1);
});

eachDatabase('an id of another kind is refused', async ({ open }) => {
  await using server = await openTestServer(await open());
  const { hub } = server;
  await makeAnnouncement(hub, { ...closed, id, to, by });
  const offered = { id, to, by, name: 'Kopi', csv: 'kode;nama;harga\nK1;Kopi;15000\n' };
  await expect(publishTemplate(hub, offered)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});
