import { expect } from 'vitest';
import { openPackHub } from '../../test/support/audit-packs.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { openTestServer, type TestServer } from '../../test/support/hub-server.ts';
import {
  enrolmentOf,
  firstNonce,
  makeTill,
  post,
  sendSigned,
} from '../../test/support/hub-till.ts';
import { makeChain, saleDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, ledgerOf, placeOf, send } from '../../test/support/test-hub.ts';
import { makeEnrolmentCode } from '../enrolment/codes.ts';
import { approveDevice, revokeDevice } from '../enrolment/devices.ts';

/** A till that enrolled over HTTP, and has reported a sale. */
async function reportingTill(server: TestServer) {
  const { hub, url } = server;
  const chain = makeChain();
  const till = makeTill(chain.key);
  const { code } = await makeEnrolmentCode(hub, 'TC-A12', 'lapak');
  await post(`${url}/v1/enrolments`, enrolmentOf(till, code, url));
  await approveDevice(hub, till.device, 'lapak');
  chain.add(saleDraft(45_000));
  const device = { stall: 'TC-A12', device: till.device, publicKey: chain.publicKey };
  await send(hub, device, chain.records);
  const head = async (path: string) => {
    const { body } = await sendSigned(server, till, {
      path,
      nonce: await firstNonce(server, till),
    });
    const chains = hub.database.db.selectFrom('chain').select('rolled_back_at_ms as atMs');
    const { atMs } = await chains.executeTakeFirstOrThrow();
    return { body, isAlarmed: atMs !== null };
  };
  return { chain, device, head };
}

eachDatabase('a revoked till hears up to where it counts, and raises no alarm', async (fresh) => {
  await using server = await openTestServer(await fresh.open());
  const { chain, device, head } = await reportingTill(server);
  expect(await head('/v1/head')).toMatchObject({ body: { through: null }, isAlarmed: false });

  const through = { epoch: 1, seq: 3 };
  await revokeDevice(server.hub, device.device, { through, by: 'lapak' });
  expect(await head('/v1/head?tip=1.1')).toMatchObject({
    body: { state: 'revoked', through },
    isAlarmed: false,
  });
  const more = chain.add(saleDraft(10_000));
  const after = chain.records.at(-2) ?? null;
  expect(await send(server.hub, device, [more], { after })).toMatchObject({
    outcome: 'stored',
    receipt: { place: placeOf(more) },
    verdicts: [],
  });
});

eachDatabase('a till that says it has less than the hub is noted', async (fresh) => {
  await using server = await openTestServer(await fresh.open());
  const { head } = await reportingTill(server);

  expect(await head('/v1/head?tip=1.1')).toMatchObject({ isAlarmed: true });
});

eachDatabase('a till that nobody approved reports nothing, though it is revoked', async (fresh) => {
  const hub = await openPackHub(await fresh.open());
  const chain = makeChain();
  const device = await addChainDevice(hub.database, chain);
  const waiting = { state: 'waiting', approved_at_ms: null } as const;
  await hub.database.db.updateTable('device').set(waiting).execute();
  await expect(send(hub, device, chain.records)).rejects.toMatchObject({ code: 'DEVICE_WAITING' });

  await revokeDevice(hub, device.device, { through: { epoch: 1, seq: 5 }, by: 'lapak' });
  await expect(send(hub, device, chain.records)).rejects.toMatchObject({ code: 'DEVICE_REVOKED' });
  expect(await ledgerOf(hub.database)).toEqual([]);
});
