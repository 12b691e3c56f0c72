import { expect } from 'vitest';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { hubRows } from '../../test/support/hub-rows.ts';
import type { HubDatabase } from './open-database.ts';
import type { HubTables } from './tables.ts';

const tables = Object.keys(hubRows) as (keyof HubTables)[];
const ofChain = tables.slice(tables.indexOf('body'));

eachDatabase('every table has the columns of its row, and no other', async ({ open }) => {
  const { db } = await open();
  await db.deleteFrom('migration').execute();

  for (const table of tables) {
    await insert(db, table);
    expect(await db.selectFrom(table).selectAll().execute(), table).toEqual([hubRows[table]]);
  }
});

eachDatabase('no row can be there twice', async ({ open }) => {
  const { db } = await open();
  for (const table of tables) await insert(db, table);

  for (const table of tables) {
    await expect(insert(db, table), table).rejects.toThrow(/unique/i);
  }
});

eachDatabase('what a device has at the hub begins with its chain', async ({ open }) => {
  const { db } = await open();
  for (const table of tables.slice(0, tables.indexOf('chain'))) await insert(db, table);

  for (const table of ofChain) {
    await expect(insert(db, table), table).rejects.toThrow(/foreign key/i);
  }
});

eachDatabase('two devices cannot have one key for their requests', async ({ open }) => {
  const { db } = await open();
  for (const table of ['region', 'mall', 'stall', 'device'] as const) await insert(db, table);
  const other = { ...hubRows.device, device: 'e'.repeat(32) };

  await expect(db.insertInto('device').values(other).execute()).rejects.toThrow(/unique/i);
});

async function insert(db: HubDatabase['db'], table: keyof HubTables): Promise<void> {
  await db.insertInto(table).values(hubRows[table]).execute();
}
