import { expect } from 'vitest';
import { callAs, eachHub, openManyTenants } from '../../test/support/hub-callers.ts';

eachHub('of two records at one place, a page asks for the one that it shows', async (on) => {
  await using tenants = await openManyTenants(on);
  const { forked, newest } = tenants;
  const stall = 'TC-A12';
  const ask = (leaf: string) =>
    callAs(tenants, 'administrator', {
      method: 'POST',
      path: '/v1/notices/requests',
      body: { stall, leaf, reason: 'uji petik' },
    });
  const asked = async (leaf: string) => {
    const path = `/v1/notices/requests/${stall}/${leaf}` as const;
    return (await callAs(tenants, 'administrator', { method: 'GET', path })).body;
  };

  expect(await ask(newest.leaf)).toMatchObject({ code: 'BODY_THERE' });
  expect(await ask(forked.leaf)).toMatchObject({ status: 200 }); // its details are not there
  expect(await asked(forked.leaf)).toMatchObject({ notice: { request: { state: 'waiting' } } });
  expect(await asked(newest.leaf)).toEqual({ notice: null });
  const kept = await on.admin.db
    .selectFrom('down_item')
    .select('content')
    .where('kind', '=', 'body-request')
    .execute();
  expect(kept.map(({ content }) => JSON.parse(content))).toMatchObject([
    { place: { leaf: forked.leaf } },
  ]);
});
