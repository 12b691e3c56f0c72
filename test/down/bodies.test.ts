import { expect } from 'vitest';
import { verifyJournal } from '../../hub/journal/verify-journal.ts';
import { askForBody } from '../../hub/down/ask-body.ts';
import { endItem } from '../../hub/down/announce.ts';
import { hashOf } from '../../node/crypto/signing.ts';
import { type DownWorld, openDownWorld, type TillAtHub } from '../support/down-world.ts';
import { eachDatabase, onSqlite } from '../support/hub-databases.ts';
import { enrolledTill, firstNonce, sendSigned } from '../support/hub-till.ts';
import { actsOf } from '../support/staffed-till.ts';
import { bookPieces } from '../support/test-till.ts';

const reason = 'Selisih omzet 23 November';
const by = 'auditor-1';

/** Sells three times and reports. @returns where the second sale lies */
async function sold(till: TillAtHub): Promise<{ epoch: number; seq: number }> {
  const [, second] = [1, 2, 3].map((pieces) => bookPieces(till.till, pieces));
  await till.report();
  const { epoch = 0, seq = 0 } = second?.tip ?? {};
  return { epoch, seq };
}

const ask = ({ server }: DownWorld, { device }: TillAtHub, place: { epoch: number; seq: number }) =>
  askForBody(server.hub, { stall: 'TC-A12', device, place, by, reason });

/** Bodies that the hub has, by the hash of each. */
async function bodiesAt({ server }: DownWorld): Promise<string[]> {
  const rows = await server.hub.database.db.selectFrom('body').select(['seq', 'body']).execute();
  return rows.map(({ seq, body }) => `${seq} ${hashOf(body)}`);
}

const bodyCalls = ({ world }: TillAtHub) =>
  world.asked.filter((path) => path.includes('/v1/bodies')).length;

const sentActs = (till: TillAtHub) => actsOf(till).filter(({ act }) => act === 'body-sent');

async function hubActs({ server }: DownWorld): Promise<string[]> {
  const rows = await server.hub.database.db
    .selectFrom('hub_record')
    .select('body')
    .orderBy('position')
    .execute();
  return rows.flatMap(
    ({ body }) => (JSON.parse(body.toString('utf8')) as { act?: string }).act ?? [],
  );
}

eachDatabase(
  'of a till that shares totals only, exactly the body that was asked for leaves',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const till = await world.till();
    const place = await sold(till);
    const asked = await ask(world, till, place);
    const again = await ask(world, till, place);
    await till.report();
    await till.report();

    expect(again.id).toBe(asked.id);
    expect(await bodiesAt(world)).toHaveLength(1);
    expect((await bodiesAt(world))[0]).toMatch(new RegExp(`^${place.seq} `));
    expect(sentActs(till)).toMatchObject([
      { subject: `${place.epoch}.${place.seq}`, note: reason, cashier: 'lapak' },
    ]);
    expect(await till.calls.down.requests()).toMatchObject([
      {
        mark: `${place.epoch}.${place.seq}`,
        by,
        reason,
        state: 'sent',
        receipt: expect.any(String),
      },
    ]);
    const { left } = await till.calls.sync.receipt();
    expect(left.withDetails).toBe(1);
    const { sent } = await till.calls.sync.sent({ cursor: '', limit: 100 });
    expect(sent.filter(({ hasDetails }) => hasDetails)).toMatchObject([{ records: 1 }]);
    expect(await hubActs(world)).toEqual(expect.arrayContaining(['body-ask', 'body-take']));
    expect(await verifyJournal(world.server.hub.database, world.server.hub.identity)).toMatchObject(
      {
        ok: true,
      },
    );
    await expect(ask(world, till, place)).rejects.toMatchObject({ code: 'BODY_THERE' });
  },
);

eachDatabase('an answer that is lost is made again, and written down once', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  await ask(world, till, await sold(till));
  till.world.carry = async (url, init) => {
    const answer = await till.world.send(url, init);
    if (url.includes('/v1/bodies')) throw new Error('the network is gone');
    return answer;
  };
  const lost = await till.report();
  till.world.carry = (url, init) => till.world.send(url, init);
  await till.report();
  await till.report();

  expect(lost).toMatchObject({ state: 'pending', reason: 'no-network' }); // the act waits
  expect(await bodiesAt(world)).toHaveLength(1);
  expect(sentActs(till)).toHaveLength(1);
  expect(await till.calls.down.requests()).toMatchObject([{ state: 'sent' }]);
});

eachDatabase(
  'what does not reach the hub is sent again, and written down once',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const till = await world.till();
    await ask(world, till, await sold(till));
    till.world.carry = async (url, init) => {
      if (url.includes('/v1/bodies')) throw new Error('the network is gone');
      return till.world.send(url, init);
    };
    await till.report();
    const none = await bodiesAt(world);
    till.world.carry = (url, init) => till.world.send(url, init);
    await till.report();
    await till.report();

    expect(none).toEqual([]);
    expect(await bodiesAt(world)).toHaveLength(1);
    expect(sentActs(till)).toHaveLength(1);
  },
);

eachDatabase('details of a record that the hub has not are unknown to it', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const { server } = world;
  const raw = await enrolledTill(server);
  const place = { epoch: 1, seq: 1, leaf: 'b'.repeat(64) };
  const nonce = await firstNonce(server, raw);
  const body = { bodies: [{ place, body: '{"salt":""}' }] };
  const { status, body: said } = await sendSigned(server, raw, { path: '/v1/bodies', body, nonce });

  expect(status).toBe(200);
  expect(said).toEqual({ answers: [{ place, outcome: 'unknown' }] });
  expect(await bodiesAt(world)).toEqual([]);
});

onSqlite(
  'what answers for the hub without a word of what was sent ends nothing',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const till = await world.till();
    await ask(world, till, await sold(till));
    const answers = [{ answers: [] }, {}, { answers: [{ outcome: 'taken' }] }];
    for (const answer of answers) {
      till.world.carry = async (url, init) =>
        url.includes('/v1/bodies') ? Response.json(answer) : till.world.send(url, init);
      expect(await till.report()).not.toMatchObject({ state: 'attention' });
    }
    till.world.carry = (url, init) => till.world.send(url, init);
    await till.report();

    expect(await bodiesAt(world)).toHaveLength(1);
    expect(sentActs(till)).toHaveLength(1);
  },
);

eachDatabase(
  'a body that its head does not name is refused, and the till says so',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const till = await world.till();
    const place = await sold(till);
    await ask(world, till, place);
    // Its triggers refuse to change the book: somebody has been at the file.
    till.till.db.exec('DROP TRIGGER journal_record_refuse_update');
    till.till.db
      .prepare('UPDATE journal_record SET body = ? WHERE epoch = ? AND seq = ?')
      .run(Buffer.from('{"salt":"x"}'), place.epoch, place.seq);
    await till.report();

    expect(await bodiesAt(world)).toEqual([]);
    expect(await till.calls.down.requests()).toMatchObject([{ state: 'refused' }]);
    expect(await hubActs(world)).not.toContain('body-take');
  },
);

eachDatabase('a request for a record that the till has not is answered so', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const till = await world.till();
  await ask(world, till, await sold(till));
  till.world.carry = async (url, init) => {
    const answer = await till.world.send(url, init);
    if (!url.includes('/v1/down')) return answer;
    const text = await answer.text();
    return new Response(text.replaceAll(/"leaf":"[0-9a-f]{8}/g, '"leaf":"00000000'), answer);
  };
  await till.report();

  expect(await till.calls.down.requests()).toMatchObject([{ state: 'missing', receipt: null }]);
  expect(sentActs(till)).toEqual([]);
  expect(bodyCalls(till)).toBe(1);
});

eachDatabase(
  'a request that is withdrawn before the till heard of it sends nothing',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const till = await world.till();
    const { id } = await ask(world, till, await sold(till));
    await endItem(world.server.hub, id, by);
    await till.report();

    expect(bodyCalls(till)).toBe(0);
    expect(await till.calls.down.requests()).toEqual([]);
  },
);

onSqlite('only a record of a till that reports there can be asked for', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const [till, other] = [await world.till(), await world.till('TC-B01')];
  const place = await sold(till);

  await expect(ask(world, till, { epoch: 7, seq: 1 })).rejects.toMatchObject({
    code: 'RECORD_UNKNOWN',
  });
  await expect(ask(world, other, place)).rejects.toMatchObject({ code: 'DEVICE_UNKNOWN' });
});

onSqlite(
  'a request is of one till: another of the same stall does not hear it',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const [till, second] = [await world.till(), await world.till()];
    await ask(world, till, await sold(till));
    await second.report();

    expect(await second.calls.down.requests()).toEqual([]);
  },
);
