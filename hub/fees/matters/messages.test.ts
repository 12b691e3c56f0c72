import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  type FeeMessageContent,
  MESSAGES_A_DAY_MAX,
  PHOTOS_A_DAY_MAX,
} from '../../../domain/fees/messages-contract.ts';
import { PHOTO_BYTES_MAX } from '../../../domain/fees/message-bounds.ts';
import { type FeeWorld, MALL, MANAGER, openFeeWorld } from '../../../test/support/fee-world.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { aJpeg, aPng } from '../../../test/support/pictures.ts';
import { transact } from '../../database/transact.ts';
import { listClosures, stampClosure } from './closures.ts';
import { listDisputes } from './disputes.ts';
import { listMessages, listSeen, settleClaim, showPhoto } from './messages.ts';
import { issueNotices, listNotices } from './notices.ts';
import { takeMessage } from './take-message.ts';

const claim: FeeMessageContent = {
  kind: 'claim',
  amount: 1_000_017,
  how: 'bank',
  on: '2026-10-12',
  reference: 'TC-1-2610',
};

interface Saying {
  readonly id?: string;
  readonly stall?: string;
  readonly photo?: Buffer;
}

function say({ hub }: FeeWorld, said: FeeMessageContent, saying: Saying = {}) {
  const { id = randomUUID(), stall = 'TC-1', photo } = saying;
  const given = photo ? photo.toString('base64') : null;
  return takeMessage(hub, { stall, device: 'd'.repeat(32) }, { id, said, photo: given });
}

function dispute(about: string): FeeMessageContent {
  return { kind: 'dispute', about, text: 'Meterannya bukan punya kami' };
}

async function waiting({ hub }: FeeWorld) {
  const { messages } = await listMessages(hub, { mall: MALL, state: 'waiting', cursor: '' });
  return messages;
}

/** How many rows there are of each. */
function countsOf({ hub }: FeeWorld) {
  return transact(hub.database, 'every-stall', async (trx) => {
    const count = async (table: 'fee_message' | 'fee_act' | 'fee_photo' | 'down_item') =>
      (await trx.selectFrom(table).selectAll().execute()).length;
    return {
      messages: await count('fee_message'),
      acts: await count('fee_act'),
      photos: await count('fee_photo'),
      told: await count('down_item'),
    };
  });
}

eachDatabase('a message that is sent a thousand times is there once', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const charge = await world.charge('TC-1', '2026-10');
  world.setDay('2026-10-12');
  const before = await countsOf(world);
  const [claimed, disputed] = [randomUUID(), randomUUID()];
  const first = await say(world, dispute(charge), { id: disputed, photo: aPng });
  await say(world, claim, { id: claimed });
  world.setDay('2026-10-13');
  for (let time = 0; time < 500; time += 1) {
    expect(await say(world, dispute(charge), { id: disputed, photo: aPng })).toEqual(first);
    await say(world, claim, { id: claimed });
  }
  await Promise.all(
    Array.from({ length: 10 }, () => say(world, dispute(charge), { id: disputed })),
  );

  const { messages, acts, photos, told } = await countsOf(world);
  expect({ messages, acts, photos, told }).toEqual({
    messages: 2,
    acts: before.acts + 1,
    photos: 1,
    told: before.told + 1,
  });
});

eachDatabase('what many tills say at once with one id is there once', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const charge = await world.charge('TC-1', '2026-10');
  const id = randomUUID();
  await Promise.all(Array.from({ length: 12 }, () => say(world, dispute(charge), { id })));

  expect((await countsOf(world)).messages).toBe(1);
  await expect(say(world, claim, { id, stall: 'TC-2' })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
});

eachDatabase('what another stall was charged cannot be disputed', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const theirs = await world.charge('TC-2', '2026-10');
  const before = await countsOf(world);

  for (const about of [theirs, randomUUID()]) {
    await expect(say(world, dispute(about))).rejects.toMatchObject({
      code: 'FEE_MATTER_UNKNOWN',
      data: { id: about },
    });
  }
  expect(await countsOf(world)).toEqual(before);
});

eachDatabase('a dispute waits for its answer before the same is disputed again', async (on) => {
  const world = await openFeeWorld(await on.open());
  const charge = await world.charge('TC-1', '2026-10');
  await say(world, dispute(charge), { photo: aPng });

  await expect(say(world, dispute(charge))).rejects.toMatchObject({ code: 'DISPUTE_OPEN' });
  const { disputes } = await listDisputes(world.hub, { mall: MALL, state: 'open', cursor: '' });
  expect(disputes).toMatchObject([{ stall: 'TC-1', text: 'Meterannya bukan punya kami' }]);
  expect(await showPhoto(world.hub, disputes[0]?.photo ?? '')).toMatchObject({ type: 'image/png' });
});

eachDatabase('a picture that is none, or is too large, is not taken', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const before = await countsOf(world);
  const pictures = [
    Buffer.from('<svg onload="alert(1)"/>'),
    Buffer.from('GIF89a'),
    Buffer.from('%PDF-1.7'),
    aPng.subarray(1),
    aJpeg(PHOTO_BYTES_MAX + 1),
  ];
  for (const photo of pictures) {
    await expect(say(world, claim, { photo })).rejects.toMatchObject({ code: 'PHOTO_WRONG' });
  }
  expect(await countsOf(world)).toEqual(before);
  await say(world, claim, { photo: aJpeg(PHOTO_BYTES_MAX) });
  expect((await countsOf(world)).photos).toBe(1);
  await expect(showPhoto(world.hub, '0'.repeat(64))).rejects.toMatchObject({
    code: 'FEE_MATTER_UNKNOWN',
  });
});

eachDatabase('a stall says so much on a day, and no more', async ({ open }) => {
  const world = await openFeeWorld(await open());
  for (let at = 0; at < PHOTOS_A_DAY_MAX; at += 1) {
    await say(world, claim, { photo: aJpeg(100 + at) });
  }
  await expect(say(world, claim, { photo: aPng })).rejects.toMatchObject({
    code: 'MESSAGES_TOO_MANY',
    data: { max: PHOTOS_A_DAY_MAX },
  });
  for (let at = PHOTOS_A_DAY_MAX; at < MESSAGES_A_DAY_MAX; at += 1) await say(world, claim);
  await expect(say(world, claim)).rejects.toMatchObject({
    code: 'MESSAGES_TOO_MANY',
    data: { max: MESSAGES_A_DAY_MAX },
  });
  await say(world, claim, { stall: 'TC-2' });
  world.setDay('2026-10-02');
  await say(world, claim);
});

eachDatabase(
  'complaint 3: what a stall says that it paid is no payment before one with its kuitansi',
  async ({ open }) => {
    const world = await openFeeWorld(await open());
    await world.charge('TC-1', '2026-10');
    world.setDay('2026-10-12');
    await say(world, claim, { photo: aPng });
    world.setDay('2026-10-13');
    await say(world, { ...claim, amount: 5_000 });
    const before = await countsOf(world);
    const [paid, false_] = await waiting(world);
    expect(paid).toMatchObject({ stall: 'TC-1', said: claim, answer: null });
    const answer = { message: paid?.id ?? '', note: 'KW diterbitkan' };
    const credits = [randomUUID(), await world.pay('TC-2', 1_000, { on: '2026-10-12' })];
    for (const credit of credits) {
      const order = { ...answer, id: randomUUID(), outcome: 'booked', credit } as const;
      await expect(settleClaim(world.hub, MANAGER, order)).rejects.toMatchObject({
        code: 'CREDIT_UNKNOWN',
      });
    }
    const credit = await world.pay('TC-1', 1_000_017, { on: '2026-10-12' });
    const order = { ...answer, id: randomUUID(), outcome: 'booked', credit } as const;
    const booked = await settleClaim(world.hub, MANAGER, order);
    expect(await settleClaim(world.hub, MANAGER, order)).toEqual(booked);
    await expect(
      settleClaim(world.hub, MANAGER, { ...order, id: randomUUID() }),
    ).rejects.toMatchObject({ code: 'FEE_MATTER_DONE' });
    await settleClaim(world.hub, MANAGER, {
      message: false_?.id ?? '',
      id: randomUUID(),
      outcome: 'refused',
      credit: null,
      note: 'Tidak ada di mutasi',
    });

    expect(await waiting(world)).toEqual([]);
    expect((await countsOf(world)).acts).toBe(before.acts + 4);
    const all = await listMessages(world.hub, { mall: MALL, state: 'all', cursor: '' });
    expect(all.messages.map((message) => message.answer)).toEqual([
      { outcome: 'booked', on: '2026-10-13', by: MANAGER, note: 'KW diterbitkan' },
      { outcome: 'refused', on: '2026-10-13', by: MANAGER, note: 'Tidak ada di mutasi' },
    ]);
  },
);

eachDatabase('a closure that a till stamps is on the calendar of the mall', async ({ open }) => {
  const world = await openFeeWorld(await open());
  const days = { from: '2026-10-03', to: '2026-10-04' };
  await say(world, { kind: 'closure', why: 'power-cut', ...days, text: 'Padam\nseharian' });
  const wrong = { from: '2026-10-04', to: '2026-10-03' };

  const { closures } = await listClosures(world.hub, { mall: MALL, month: '2026-10', cursor: '' });
  expect(closures).toMatchObject([
    { stall: { stall: 'TC-1' }, ...days, text: 'Padam\nseharian', by: 'lapak' },
  ]);
  await expect(
    say(world, { kind: 'closure', why: 'other', ...wrong, text: '' }),
  ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  await expect(
    say(world, { kind: 'closure', why: 'other', ...days, text: '' }, { photo: aPng }),
  ).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});

eachDatabase(
  'a closure is taken back by the stall whose till stamped it, once',
  async ({ open }) => {
    const world = await openFeeWorld(await open());
    const days = { from: '2026-10-03', to: '2026-10-04' };
    const of = randomUUID();
    const byMall = randomUUID();
    const why = 'power-cut' as const;
    await say(world, { kind: 'closure', why, ...days, text: '' }, { id: of });
    const stamp = { id: byMall, mall: MALL, stall: 'TC-1', why, ...days, note: '' };
    await stampClosure(world.hub, MANAGER, stamp);
    const end = (closure: string, stall = 'TC-1') =>
      say(world, { kind: 'closure-end', of: closure, text: 'tetap buka' }, { stall });

    await expect(end(of, 'TC-2')).rejects.toMatchObject({ code: 'FEE_MATTER_UNKNOWN' });
    await expect(end(byMall)).rejects.toMatchObject({ code: 'FEE_MATTER_UNKNOWN' });
    await end(of);
    await expect(end(of)).rejects.toMatchObject({ code: 'FEE_MATTER_DONE' });
    const { closures } = await listClosures(world.hub, {
      mall: MALL,
      month: '2026-10',
      cursor: '',
    });
    const ended = Object.fromEntries(closures.map(({ id, isEnded }) => [id, isEnded]));
    expect(ended).toEqual({ [of]: true, [byMall]: false });
  },
);

eachDatabase('what a till has seen is proof of delivery, and no other stall’s', async (on) => {
  const world = await openFeeWorld(await on.open());
  const { hub } = world;
  const plan = randomUUID();
  const electricity = { basis: 'fixed', amount: 700_000 } as const;
  const fees = { from: '2026-11', electricity, cleaning: 300_000, dueDay: 10 };
  await world.book({
    id: plan,
    act: 'plan-set',
    on: '2026-10-01',
    details: { kind: 'plan', ...fees, isProrated: false },
  });
  await world.charge('TC-1', '2026-10');
  world.setDay('2026-10-12');
  const stalls = [{ id: randomUUID(), stall: 'TC-1' }];
  await issueNotices(hub, MANAGER, { mall: MALL, stalls });
  const acts = await hub.database.db.selectFrom('fee_act').select(['act', 'position']).execute();
  const positionOf = (what: string) => acts.find(({ act }) => act === what)?.position ?? 0;
  const positions = [positionOf('plan-set'), positionOf('notice')];
  for (const position of [positionOf('notice'), positionOf('account-set'), 99_999]) {
    await expect(
      say(world, { kind: 'seen', positions: [position] }, { stall: 'TC-2' }),
    ).rejects.toMatchObject({ code: 'FEE_MATTER_UNKNOWN', data: { id: String(position) } });
  }
  await say(world, { kind: 'seen', positions });
  const before = await countsOf(world);
  await say(world, { kind: 'seen', positions });

  expect((await countsOf(world)).acts).toBe(before.acts);
  const { notices } = await listNotices(hub, { mall: MALL, cursor: '' });
  expect(notices).toMatchObject([{ deliveredOn: '2026-10-12', deliveredHow: 'till' }]);
  expect((await listSeen(hub, { act: plan, cursor: '' })).stalls).toMatchObject([
    { stall: 'TC-1', seenOn: '2026-10-12' },
    { stall: 'TC-2', seenOn: null },
  ]);
  expect((await listSeen(hub, { act: notices[0]?.id ?? '', cursor: '' })).stalls).toMatchObject([
    { stall: 'TC-1', seenOn: '2026-10-12' },
  ]);
});
