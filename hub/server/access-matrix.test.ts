import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { hubContract } from '../../domain/hub-contract.ts';
import {
  type Caller,
  callers,
  callAs,
  eachHub,
  type GivenCall,
  openManyTenants,
  rowsOf,
  type Tenants,
} from '../../test/support/hub-callers.ts';
import {
  bankAnswered,
  bankBodies,
  bodiesOfMatters,
  mattersAnswered,
  queriesOfMatters,
} from '../../test/support/fee-matrix.ts';
import { feeRequests, feesAnswered, feesWriting } from '../../test/support/fee-requests.ts';
import { enrolmentOf, firstNonce, makeTill, sendSigned } from '../../test/support/hub-till.ts';
import { saleDraft } from '../../test/support/signed-chain.ts';
import { callsOf } from './contract-calls.ts';
import { openHub } from './open-hub.ts';

/** Every call of the hub by everybody: who may, who may not, and that it is of one stall. */

/** What administrators are answered: each of them. */
const answered = [
  ...['list', 'signatures', 'export', 'settle'].map((name) => `devices.${name}`),
  ...['makeCode', 'approve', 'revoke'].map((name) => `devices.${name}`),
  'organisation.import',
  'organisation.export',
  'people.me',
  'people.signOut',
  ...['day', 'stall', 'records', 'proof'].map((name) => `reports.${name}`),
];

/** What each caller is answered, in the order of `callers`, to a request that is well made. */
const expected: Readonly<Record<string, Readonly<Record<Caller, string>>>> = {
  'sync.head': ofTills('200', '200'),
  'sync.batches': ofTills('403 DEVICE_WAITING', '403 DEVICE_REVOKED'),
  'down.read': ofTills('403 DEVICE_WAITING', '403 DEVICE_REVOKED'),
  'down.bodies': ofTills('403 DEVICE_WAITING', '403 DEVICE_REVOKED'),
  'notices.list': ofPeople('200'),
  'notices.places': ofPeople('200'),
  'notices.announce': ofPeople('200'),
  'notices.checkTemplate': ofPeople('200'),
  'notices.publish': ofPeople('200'),
  'notices.askBody': ofPeople('409 BODY_THERE'),
  'notices.requestOf': ofPeople('200'),
  'notices.withdraw': ofPeople('200'),
  'enrolment.enrol': ofAnybody('403 ENROLMENT_CODE_WRONG'),
  'people.signIn': ofAnybody('403 LINK_WRONG'),
  ...Object.fromEntries(answered.map((name) => [name, ofPeople('200')])),
  'feeMessages.send': ofTills('403 DEVICE_WAITING', '403 DEVICE_REVOKED'),
  ...Object.fromEntries(
    Object.entries({ ...feesAnswered, ...mattersAnswered, ...bankAnswered }).map(
      ([name, answer]) => [name, ofPeople(answer)],
    ),
  ),
};

function ofTills(waiting: string, revoked: string): Record<Caller, string> {
  const nobody = '401 REQUEST_UNSIGNED';
  const tills = { waiting, active: '200', revoked, other: '200' };
  return { nobody, ...tills, forged: nobody, guest: nobody, administrator: nobody };
}

function ofPeople(signedIn: string): Record<Caller, string> {
  const nobody = '401 SIGN_IN_NEEDED';
  const tills = { waiting: nobody, active: nobody, revoked: nobody, other: nobody, forged: nobody };
  return { nobody, ...tills, guest: nobody, administrator: signedIn };
}

function ofAnybody(answer: string): Record<Caller, string> {
  const each = callers.map((caller) => [caller, answer] as const);
  return Object.fromEntries(each) as Record<Caller, string>; // each of them
}

/** What is written by whom, beside the nonces of requests: all else writes nothing. */
const writes: Readonly<Record<string, readonly Caller[]>> = {
  'sync.batches': ['active', 'other'],
  'down.read': ['active', 'other'],
  'notices.announce': ['administrator'],
  'notices.publish': ['administrator'],
  'notices.withdraw': ['administrator'],
  'devices.makeCode': ['administrator'],
  'devices.settle': ['administrator'],
  'devices.approve': ['administrator'],
  'devices.revoke': ['administrator'],
  'people.signOut': ['administrator'],
  'bank.saveProfile': ['administrator'],
  'feeMessages.send': ['active', 'other'],
  'matters.stampClosure': ['administrator'],
  'matters.closeMonth': ['administrator'],
  ...Object.fromEntries(feesWriting.map((name) => [name, ['administrator'] as const])),
};

const calls = callsOf(hubContract);

test('every call of the contract stands in the matrix, and no other', () => {
  expect(Object.keys(expected).sort()).toEqual(calls.map(({ name }) => name).sort());
});

const isWriting = ({ name }: { readonly name: string }) => Object.hasOwn(writes, name);

for (const { name } of calls.filter(isWriting)) {
  eachHub(`${name} answers those who may, and writes for nobody else`, async (databases) => {
    await using tenants = await openManyTenants(databases);
    const said: Record<string, string> = {};
    for (const caller of callers) {
      const before = await rowsOf(databases.admin);
      said[caller] = await answerTo(tenants, caller, name);
      const after = await rowsOf(databases.admin);
      if (writes[name]?.includes(caller)) expect(after, `${caller} writes`).not.toEqual(before);
      else expect(after, `${caller} writes nothing`).toEqual(before);
    }
    expect(said).toEqual(expected[name]);
  });
}

eachHub('every other call answers those who may, and writes for nobody', async (databases) => {
  await using tenants = await openManyTenants(databases);
  const before = await rowsOf(databases.admin);
  for (const { name } of calls.filter((call) => !isWriting(call))) {
    const said: Record<string, string> = {};
    for (const caller of callers) said[caller] = await answerTo(tenants, caller, name);
    expect.soft(said, name).toEqual(expected[name]);
    expect(await rowsOf(databases.admin), `${name} writes nothing`).toEqual(before);
  }
});

/** `200`, `403 DEVICE_WAITING` */
async function answerTo(tenants: Tenants, caller: Caller, name: string): Promise<string> {
  const { status, code } = await callAs(tenants, caller, wellMade(name, tenants));
  return status < 400 ? `${status}` : `${status} ${String(code)}`;
}

/** A request of what is there: the stall of the active till, that till, its newest record. */
function wellMade(name: string, { mine, newest, notice, waiting, server }: Tenants): GivenCall {
  const call = calls.find((one) => one.name === name);
  const params = {
    device: name === 'devices.approve' ? waiting.device : mine.device,
    stall: 'TC-A12',
    date: '2026-11-24',
    leaf: newest.leaf,
    kind: 'mall',
    mall: 'TC',
    period: '2026-11',
    id: notice,
    account: 'bca-tc',
    nmid: 'ID1020021111111',
    row: '0'.repeat(64),
    act: notice,
    profile: 'bca-individual',
    notice,
    dispute: notice,
    closure: notice,
    message: notice,
    sha256: newest.leaf,
    month: '2026-11',
  };
  const path = (call?.path ?? '').replace(
    /\{(\w+)\}/g,
    (_, key: keyof typeof params) => params[key],
  );
  const fee = feeRequests()[name];
  const queries: Record<string, string> = {
    'reports.stall': '?from=2026-11-24&to=2026-11-24',
    'sync.head': '?size=0&tip=1.2',
    ...queriesOfMatters,
  };
  const place = { epoch: 1, seq: 2, leaf: newest.leaf };
  const to = { kind: 'mall', of: 'TC' };
  const bodies: Record<string, object> = {
    ...bodiesOfMatters(),
    'sync.batches': { size: 0, after: null, records: [aRecord()] },
    'down.bodies': { bodies: [{ place, body: '{}' }] },
    'enrolment.enrol': enrolmentOf(makeTill(), '0'.repeat(16), server.url),
    'notices.announce': {
      id: randomUUID(),
      to,
      title: 'Listrik',
      text: 'Padam',
      from: '2026-11-29',
      until: null,
    },
    'notices.checkTemplate': { csv: 'kode;nama;harga\nK1;Kopi;15000\n' },
    'notices.publish': {
      id: randomUUID(),
      to,
      name: 'Kopi',
      csv: 'kode;nama;harga\nK1;Kopi;15000\n',
    },
    'notices.askBody': { stall: 'TC-A12', leaf: newest.leaf, reason: 'audit' },
    'notices.withdraw': {},
    'devices.makeCode': { stall: 'TC-A12' },
    'devices.approve': {},
    'devices.settle': { alarm: 'fork', note: 'salinan dihapus' },
    'devices.revoke': { through: '1.2' },
    'people.signIn': { token: 'A'.repeat(43) },
    'organisation.import': {
      file: 'lapak.csv',
      content: 'kode mal;wilayah;nama\nTC;dki;Thamrin City\n',
      mode: 'dry-run',
      decimal: null,
      language: 'id',
    },
    ...bankBodies(),
  };
  return {
    method: call?.method ?? 'GET',
    path: `/v1${path}${fee?.query ?? queries[name] ?? ''}`,
    ...(bodies[name] && { body: bodies[name] }),
    ...(fee?.body && { body: fee.body }),
  };
}

/** Well formed; nobody signed it. */
function aRecord() {
  return { epoch: 1, seq: 1, head: '{}', signature: `${'A'.repeat(86)}==` };
}

eachHub('a till that names what is another stall’s gets and changes nothing of it', async (on) => {
  await using tenants = await openManyTenants(on);
  const { mine, chain, newest, server } = tenants;
  const of = (rows: Awaited<ReturnType<typeof rowsOf>>) =>
    Object.fromEntries(
      Object.entries(rows).map(([table, all]) => [
        table,
        all.filter((row) => JSON.stringify(row).includes('TC-A12')),
      ]),
    );
  const before = of(await rowsOf(on.admin));
  const place = { epoch: newest.wire.epoch, seq: newest.wire.seq, leaf: newest.leaf };
  const wires = chain.records.map(({ wire }) => wire);
  const forged = chain.branch(2).add(saleDraft(1)).wire;
  const as = (call: GivenCall) => callAs(tenants, 'other', call);

  const head = await as({ method: 'GET', path: `/v1/head?size=2&tip=1.2` });
  const gap = await as({
    method: 'POST',
    path: '/v1/batches',
    body: { size: 0, after: place, records: [forged] },
  });
  const stored = await as({
    method: 'POST',
    path: '/v1/batches',
    body: { size: 2, after: null, records: wires },
  });
  const bodies = await as({
    method: 'POST',
    path: '/v1/bodies',
    body: {
      bodies: [
        { place, body: newest.wire.body },
        { place, body: null },
      ],
    },
  });
  const down = await as({ method: 'GET', path: '/v1/down' });

  expect(head.body).toMatchObject({ stall: { code: 'TC-B01' }, receipt: null });
  expect(gap.body).toMatchObject({ outcome: 'gap', newest: null });
  const reasons = wires.map(() => ({ verdict: 'quarantined', reason: 'not-authentic' }));
  expect(stored.body).toMatchObject({ outcome: 'stored', verdicts: reasons });
  expect(bodies.body).toMatchObject({
    answers: [{ outcome: 'unknown' }, { outcome: 'missing' }],
  });
  expect(JSON.stringify([head, gap, down])).not.toContain(mine.device);
  expect(JSON.stringify([head, gap, down])).not.toContain(newest.leaf);
  expect(of(await rowsOf(on.admin))).toEqual(before);
  expect(server.lines.filter((line) => !/"level":(30|40)/.test(line))).toEqual([]);
});

eachHub('what an administrator names has to be of one stall', async (on) => {
  await using tenants = await openManyTenants(on);
  const { mine, newest } = tenants;
  const before = await rowsOf(on.admin);
  const asked: readonly (readonly [string, GivenCall['method'], string, object?])[] = [
    ['404 RECORD_UNKNOWN', 'GET', `/reports/stalls/TC-B01/records/${newest.leaf}`],
    ['404 RECORD_UNKNOWN', 'GET', `/reports/stalls/TC-A12/records/${'0'.repeat(64)}`],
    ['404 STALL_UNKNOWN', 'GET', `/reports/stalls/TC-Z99/records/${newest.leaf}`],
    ['404 STALL_UNKNOWN', 'GET', '/reports/stalls/TC-Z99/2026-11-24'],
    ['404 STALL_UNKNOWN', 'GET', '/reports/stalls/TC-Z99?from=2026-11-24&to=2026-11-24'],
    ['404 STALL_UNKNOWN', 'POST', '/devices/codes', { stall: 'TC-Z99' }],
    ['404 DEVICE_UNKNOWN', 'POST', `/devices/${'0'.repeat(32)}/approval`, {}],
    ['404 DEVICE_UNKNOWN', 'POST', `/devices/${'0'.repeat(32)}/revocation`, { through: null }],
    ['403 DEVICE_REVOKED', 'POST', `/devices/${tenants.revoked.device}/approval`, {}],
    ['400 INPUT_INVALID', 'POST', `/devices/${mine.device.slice(1)}/approval`, {}],
    ['400 INPUT_INVALID', 'GET', '/organisation/people'],
    ['404 NOT_FOUND', 'GET', '/reports/stalls/TC-A12/2026-11-24/more'],
  ];
  for (const [answer, method, path, body] of asked) {
    const call = { method, path: `/v1${path}`, ...(body && { body }) };
    const { status, code } = await callAs(tenants, 'administrator', call);
    expect([path, `${status} ${String(code)}`]).toEqual([path, answer]);
  }
  const { body } = await callAs(tenants, 'administrator', {
    method: 'GET',
    path: '/v1/reports/stalls/TC-B01/2026-11-24',
  });

  expect(body).toEqual({ records: [], nextCursor: '' });
  expect(await rowsOf(on.admin)).toEqual(before);
});

eachHub('a nonce of before a restart is good once, for whom it was given to', async (on) => {
  await using tenants = await openManyTenants(on);
  const { server, mine, other } = tenants;
  const nonce = await firstNonce(server, mine);
  await server.close();
  const again = await openHub(server.hub);
  const url = await again.listen({ host: '127.0.0.1', port: 0 });
  const head = { path: '/v1/head', nonce };
  const codes = [
    await sendSigned({ url }, other, head),
    await sendSigned({ url }, { ...mine, transportKey: other.transportKey }, head),
    await sendSigned({ url }, { ...other, device: mine.device }, head),
    await sendSigned({ url }, mine, head),
    await sendSigned({ url }, mine, head),
  ].map(({ status }) => status);
  await again.close();

  expect(codes).toEqual([401, 401, 401, 200, 401]);
});
