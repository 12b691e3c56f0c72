import { expect } from 'vitest';
import { setChargeDay } from '../../hub/fees/mall-acts.ts';
import { readIssuer, setIssuer } from '../../hub/fees/issuer.ts';
import { readMalls } from '../../hub/fees/read-malls.ts';
import { addLeasedMall, openOffice } from '../support/fee-office.ts';
import { eachDatabase } from '../support/hub-databases.ts';

const rina = {
  address: 'Jl. Kebon Kacang Raya, Jakarta Pusat',
  telephone: '(021) 3199 0900',
  place: 'Jakarta',
  signer: 'Rina Kartika',
};
const nobody = { address: '', telephone: '', place: '', signer: '' };

eachDatabase('who writes a mall’s papers is kept, changed and erased', async ({ open }) => {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 1);
  const before = await readIssuer(office.hub, 'TC');
  await setIssuer(office, { mall: 'TC', ...rina });
  await setChargeDay(office, 'TC', 3);
  const set = await readIssuer(office.hub, 'TC');

  await setIssuer(office, { mall: 'TC', ...nobody });

  expect([before, set, await readIssuer(office.hub, 'TC')]).toEqual([nobody, rina, nobody]);
  expect((await readMalls(office.hub)).malls).toMatchObject([{ mall: 'TC', chargeDay: 3 }]);
  await expect(readIssuer(office.hub, 'PB')).rejects.toMatchObject({ code: 'MALL_UNKNOWN' });
  await expect(setIssuer(office, { mall: 'PB', ...rina })).rejects.toMatchObject({
    code: 'MALL_UNKNOWN',
  });
});

eachDatabase('the journal has that it was set, and no name', async ({ open }) => {
  const database = await open();
  const office = await openOffice(database);
  await addLeasedMall(database, 1);
  await setIssuer(office, { mall: 'TC', ...rina });

  const { db } = database;
  const records = await db.selectFrom('hub_record').select('body').orderBy('position').execute();

  const bodies = records.map(({ body }) => body.toString('utf8'));
  expect(bodies.at(-1)).toContain('"act":"issuer-set"');
  expect(bodies.join()).not.toMatch(/Rina|Kebon|3199/);
});
