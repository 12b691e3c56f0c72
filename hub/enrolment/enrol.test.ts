import { expect } from 'vitest';
import { CODE_LIFE_MS, EnrolmentCode } from '../../domain/enrolment/code.ts';
import { rawPublicKey } from '../../node/crypto/keys.ts';
import { makePrivateKey } from '../../node/crypto/private-key.ts';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { openTestServer, type TestServer } from '../../test/support/hub-server.ts';
import {
  enrolmentOf,
  type HubAnswer,
  makeTill,
  post,
  type TillKeys,
} from '../../test/support/hub-till.ts';
import { makeEnrolmentCode } from './codes.ts';
import { devicesOfStall } from './device-store.ts';
import { approveDevice, revokeDevice } from './devices.ts';

/** More than one test asks in a minute. */
const BY = 'pengelola-1';
const limits = { openCallsPerMinute: 1_000 };

async function codeFor({ hub }: TestServer, stall = 'TC-A12'): Promise<string> {
  return (await makeEnrolmentCode(hub, stall, BY)).code;
}

function enrol({ url }: TestServer, till: TillKeys, code: string): Promise<HubAnswer> {
  return post(`${url}/v1/enrolments`, enrolmentOf(till, code, url));
}

eachDatabase('a till enrols with its code, waits, and reports when approved', async ({ open }) => {
  const database = await open();
  await using server = await openTestServer(database, { limits });
  const till = makeTill();
  const { code, expiresAtMs, stall } = await makeEnrolmentCode(server.hub, 'TC-A12', BY);
  const { status, body } = await enrol(server, till, code);

  expect(EnrolmentCode.parse(code)).toBe(code);
  expect(expiresAtMs).toBe(server.clock.nowMs + CODE_LIFE_MS);
  expect(stall).toEqual({ code: 'TC-A12', name: 'Kopi Gayo', mall: 'Thamrin City' });
  const { name, publicKey } = server.hub.identity;
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      device: till.device,
      state: 'waiting',
      stall,
      hub: { name, publicKey: publicKey.toString('hex') },
    },
  });
  const approved = await approveDevice(server.hub, till.device.slice(0, 8), BY);
  expect(approved).toMatchObject({ device: till.device, state: 'active' });
  expect(await devicesOfStall(database.db, 'TC-A12')).toEqual([approved]);
});

eachDatabase('an answer that was lost is given again; the code is no other’s', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  const [till, other] = [makeTill(), makeTill()];
  const code = await codeFor(server);
  const first = await enrol(server, till, code);
  server.clock.nowMs += 2 * CODE_LIFE_MS;

  expect((await enrol(server, till, code)).body).toEqual(first.body);
  expect((await enrol(server, other, code)).code).toBe('ENROLMENT_CODE_WRONG');
  expect((await enrol(server, makeTill(till.key), code)).code).toBe('ENROLMENT_CODE_WRONG');
});

eachDatabase('of two tills that use one code at once, one is enrolled', async ({ open }) => {
  const database = await open();
  await using server = await openTestServer(database, { limits });
  const code = await codeFor(server);
  const answers = await Promise.all([1, 2, 3].map(() => enrol(server, makeTill(), code)));

  expect(answers.map(({ status }) => String(status)).sort()).toEqual(['200', '403', '403']);
  expect(await devicesOfStall(database.db, 'TC-A12')).toHaveLength(1);
});

eachDatabase('a code ends after fifteen minutes; no other is known', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  const code = await codeFor(server);
  server.clock.nowMs += CODE_LIFE_MS;

  expect((await enrol(server, makeTill(), code)).code).toBe('ENROLMENT_CODE_WRONG');
  expect((await enrol(server, makeTill(), '0'.repeat(16))).code).toBe('ENROLMENT_CODE_WRONG');
});

eachDatabase('keys that are not proven, for this hub and code, enrol nothing', async ({ open }) => {
  const database = await open();
  await using server = await openTestServer(database, { limits });
  const [till, other] = [makeTill(), makeTill()];
  const code = await codeFor(server);
  const good = enrolmentOf(till, code, server.url);
  const others = enrolmentOf(other, code, server.url);
  const { claim } = good;
  const hex = (key: TillKeys['key']) => rawPublicKey(key).toString('hex');
  const bad = [
    { ...good, proof: good.transportProof },
    { ...good, proof: others.proof },
    { ...good, transportProof: others.transportProof },
    { ...good, claim: { ...claim, code: await codeFor(server, 'TC-B01') } },
    { ...good, claim: { ...claim, publicKey: hex(other.key) } },
    { ...good, claim: { ...claim, transportKey: hex(other.transportKey) } },
    { ...good, claim: { ...claim, transportKey: '0'.repeat(64) } },
    enrolmentOf(till, code, 'https://other.example'),
    enrolmentOf({ ...till, transportKey: till.key }, code, server.url),
  ];
  for (const enrolment of bad) {
    const answer = await post(`${server.url}/v1/enrolments`, enrolment);
    expect(answer).toMatchObject({ status: 403, code: 'ENROLMENT_UNPROVEN' });
  }
  expect(await devicesOfStall(database.db, 'TC-A12')).toEqual([]);
  expect((await enrol(server, till, code)).status).toBe(200);
});

eachDatabase('a device is of one stall for good', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  const till = makeTill();
  await enrol(server, till, await codeFor(server));
  const code = await codeFor(server, 'TC-B01');

  expect(await enrol(server, till, code)).toMatchObject({ status: 409, code: 'DEVICE_ELSEWHERE' });
  expect((await enrol(server, makeTill(), code)).status).toBe(200); // the code is still good
});

eachDatabase('a new code of its stall takes a new key, to be approved again', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  const till = makeTill();
  await enrol(server, till, await codeFor(server));
  await approveDevice(server.hub, till.device, BY);
  const same = await enrol(server, till, await codeFor(server));
  const renewed = makeTill(till.key);
  const changed = await enrol(server, renewed, await codeFor(server));
  const [device] = await devicesOfStall(server.hub.database.db, 'TC-A12');

  expect([same.body, changed.body]).toMatchObject([{ state: 'active' }, { state: 'waiting' }]);
  expect(device?.transportKey).toEqual(rawPublicKey(renewed.transportKey));
});

eachDatabase('two devices cannot have one key for their requests', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  const till = makeTill();
  await enrol(server, till, await codeFor(server));
  const copy = { ...makeTill(makePrivateKey()), transportKey: till.transportKey };

  expect((await enrol(server, copy, await codeFor(server))).code).toBe('ENROLMENT_UNPROVEN');
});

eachDatabase('a revoked device stays so, whatever it brings', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  const till = makeTill();
  await enrol(server, till, await codeFor(server));
  const through = { epoch: 1, seq: 7 };
  const revoked = await revokeDevice(server.hub, till.device.slice(0, 12), { through, by: BY });
  const failure = { code: 'DEVICE_REVOKED' };

  expect(revoked).toMatchObject({ state: 'revoked', through });
  expect(await enrol(server, till, await codeFor(server))).toMatchObject({
    status: 403,
    ...failure,
  });
  await expect(approveDevice(server.hub, till.device, BY)).rejects.toMatchObject(failure);
  expect(await revokeDevice(server.hub, till.device, { through: null, by: BY })).toMatchObject({
    revokedAtMs: revoked.revokedAtMs,
    through,
  });
});

eachDatabase('a device is named by so much of its name that it is one', async ({ open }) => {
  const { db, ...database } = await open();
  await using server = await openTestServer({ db, ...database }, { limits });
  for (const end of ['1', '2']) {
    const device = `${'ab'.repeat(15)}a${end}`;
    const key = Buffer.alloc(32, end);
    const row = { stall: 'TC-A12', state: 'waiting' as const, enrolled_at_ms: 1 };
    const none = { approved_at_ms: null, revoked_at_ms: null, last_epoch: null, last_seq: null };
    const keys = { public_key: key, transport_key: key };
    await db
      .insertInto('device')
      .values({ device, ...row, ...none, ...keys })
      .execute();
  }
  const approve = (device: string) => approveDevice(server.hub, device, BY);

  await expect(approve('ABABABAB')).rejects.toMatchObject({
    code: 'DEVICE_NOT_ONE',
    data: { device: 'ABABABAB', devices: 2 },
  });
  for (const unknown of ['abababa', 'ffffffff', '%%%%%%%%', '']) {
    await expect(approve(unknown)).rejects.toMatchObject({ code: 'DEVICE_UNKNOWN' });
  }
  expect(await approve(`${'ab'.repeat(15)}a2`)).toMatchObject({ state: 'active' });
});

eachDatabase('a code is of a stall that is there', async ({ open }) => {
  await using server = await openTestServer(await open(), { limits });
  await expect(makeEnrolmentCode(server.hub, 'TC-Z99', BY)).rejects.toMatchObject({
    code: 'STALL_UNKNOWN',
    data: { stall: 'TC-Z99' },
  });
});

eachDatabase('guessing codes ends after sixty tries in a minute', async ({ open }) => {
  await using server = await openTestServer(await open());
  const codes: unknown[] = [];
  for (let at = 0; at < 62; at += 1) {
    const answer = await enrol(server, makeTill(), '0'.repeat(16));
    codes.push(answer.code);
    if (at === 61) expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  }

  expect(codes.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => 'ENROLMENT_CODE_WRONG'));
  expect(codes.slice(60)).toEqual(['TOO_MANY_REQUESTS', 'TOO_MANY_REQUESTS']);
});
