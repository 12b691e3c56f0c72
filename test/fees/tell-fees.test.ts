import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { FeeDraft } from '../../domain/fees/body.ts';
import { writeFees } from '../../hub/fees/write-fee.ts';
import { addFeeStalls, openFeeHub } from '../support/fee-hub.ts';
import { eachDatabase } from '../support/hub-databases.ts';

eachDatabase('an act that no till could read is not booked, and the next is', async ({ open }) => {
  const hub = await openFeeHub(await open());
  await addFeeStalls(hub.database, 'TC', 1);
  const charge = (basis: string): FeeDraft => ({
    id: randomUUID(),
    act: 'charge',
    mall: 'TC',
    stall: 'TC-1',
    on: '2026-11-01',
    note: '',
    charges: [
      {
        id: randomUUID(),
        period: '2026-11',
        kind: 'cleaning',
        amount: 300_000,
        due: '2026-11-10',
        basis,
      },
    ],
  });
  const book = (basis: string) =>
    writeFees(hub, 'pengelola-1', ({ append }) => append([charge(basis)]));
  await expect(book('x'.repeat(65_536))).rejects.toThrow(/Too big/);
  await book('tarif');
  const { db } = hub.database;
  expect(await db.selectFrom('fee_charge').select('basis').execute()).toEqual([{ basis: 'tarif' }]);
  const told = await db
    .selectFrom('down_item')
    .where('kind', '=', 'fee-record')
    .selectAll()
    .execute();
  expect(told).toHaveLength(1);
});
