import { expect } from 'vitest';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { plansOf } from '../../test/support/plans.ts';
import { newestVersion } from './item-store.ts';

eachDatabase('the newest that a till is told is found by the ends of an index', async (fresh) => {
  const till = { stall: 'TC-A12', device: 'd'.repeat(32) };
  const plan = await plansOf(await fresh.open(), (db) => newestVersion(db, till));

  const looks = plan.filter((line) =>
    fresh.kind === 'sqlite'
      ? line.startsWith('SEARCH down_item USING COVERING INDEX down_item_by_audience')
      : /Index Only Scan Backward using down_item_by_audience/.test(line),
  );
  expect(looks).toHaveLength(5);
});
