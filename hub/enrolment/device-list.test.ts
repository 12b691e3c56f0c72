import { expect } from 'vitest';
import { DEVICE_PAGE_MAX } from '../../domain/enrolment/manage-contract.ts';
import { translator } from '../../domain/translator.ts';
import { openTable } from '../../node/tables/read-table.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { hubRows } from '../../test/support/hub-rows.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { addMall, addRegion, addStall } from '../organisation/stall-store.ts';
import { describeDevices } from './describe-devices.ts';
import { exportDevices } from './export-devices.ts';

const everything = { text: '', filter: null, cursor: '' } as const;

/** Name of the device of this number. */
const nameOf = (at: number) => at.toString(16).padStart(8, '0').repeat(4);

async function addOrganisation({ db }: HubDatabase): Promise<void> {
  await addRegion(db, { code: 'dki', name: 'DKI Jakarta' });
  await addMall(db, { code: 'TC', region: 'dki', name: 'Thamrin City' });
  await addMall(db, { code: 'BLOK', region: 'dki', name: 'Blok M' });
  await addStall(db, { code: 'TC-A12', mall: 'TC', number: 'A12', name: 'Kopi Gayo' });
  await addStall(db, { code: 'BL-07', mall: 'BLOK', number: '07', name: 'Es 100% Buah' });
}

async function addDevices({ db }: HubDatabase, from: number, to: number): Promise<void> {
  const rows = Array.from({ length: to - from }, (_, offset) => {
    const at = from + offset;
    return {
      ...hubRows.device,
      device: nameOf(at),
      stall: at % 2 === 0 ? 'TC-A12' : 'BL-07',
      transport_key: Buffer.from(nameOf(at)),
      state: (['active', 'waiting', 'revoked'] as const)[at % 3] ?? 'active',
      enrolled_at_ms: 1_000 + Math.floor(at / 2), // two at a time
    };
  });
  await db.insertInto('device').values(rows).execute();
}

eachDatabase(
  'a page goes on behind the last device of the one before, whoever enrols meanwhile',
  async ({ open }) => {
    const database = await open();
    await addOrganisation(database);
    const count = 2 * DEVICE_PAGE_MAX + 51;
    await addDevices(database, 0, count);
    const seen: string[] = [];
    let [cursor, pages] = ['', 0];
    do {
      const page = await describeDevices(database, { ...everything, cursor });
      seen.push(...page.devices.map(({ device }) => device));
      cursor = page.nextCursor;
      pages += 1;
      await addDevices(database, 1_000 * pages, 1_000 * pages + 3); // newer than all of them
    } while (cursor !== '');

    const newestFirst = Array.from({ length: count }, (_, at) => nameOf(at)).toReversed();
    expect(seen).toEqual(newestFirst);
    expect(pages).toBe(3);
  },
);

eachDatabase('devices are found by state, name, stall and mall', async ({ open }) => {
  const database = await open();
  await addOrganisation(database);
  await addDevices(database, 0, 6);
  const found = async (asked: Partial<Parameters<typeof describeDevices>[1]>) => {
    const page = await describeDevices(database, { ...everything, ...asked });
    expect(page.waiting).toBe(2);
    return page.devices.map(({ device }) => Number.parseInt(device.slice(0, 8), 16));
  };

  expect(await found({})).toEqual([5, 4, 3, 2, 1, 0]);
  expect(await found({ filter: 'waiting' })).toEqual([4, 1]);
  expect(await found({ filter: 'enrolled' })).toEqual([5, 3, 2, 0]);
  expect(await found({ filter: 'revoked' })).toEqual([5, 2]);
  expect(await found({ filter: 'alarm' })).toEqual([]);
  expect(await found({ text: '0000 0004' })).toEqual([4]);
  expect(await found({ text: 'GAYO', filter: 'active' })).toEqual([0]);
  expect(await found({ text: 'blok' })).toEqual([5, 3, 1]);
  expect(await found({ text: '100%' })).toEqual([5, 3, 1]);
  expect(await found({ text: '1%b' })).toEqual([]);
});

eachDatabase('every device goes out as a file, each in a row', async ({ open }) => {
  const database = await open();
  await addOrganisation(database);
  await addDevices(database, 0, DEVICE_PAGE_MAX + 2);
  const pieces: string[] = [];
  for await (const piece of exportDevices(database, translator('id'))) pieces.push(piece);
  const table = openTable(pieces.join(''));
  const rows: (readonly string[])[] = [];
  for await (const { line, cells } of table.lines()) if (line > 1) rows.push(cells);

  expect(table.header.slice(0, 5)).toEqual([
    'perangkat',
    'kode lapak',
    'nama lapak',
    'mal',
    'keadaan',
  ]);
  expect(rows).toHaveLength(DEVICE_PAGE_MAX + 2);
  expect(rows.at(-1)?.slice(0, 5)).toEqual([
    nameOf(0),
    'TC-A12',
    'Kopi Gayo',
    'Thamrin City',
    'Aktif',
  ]);
});
