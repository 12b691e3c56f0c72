import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { formatInvitation } from '../../domain/enrolment/invitation.ts';
import { canonicalJson } from '../../domain/journal/canonical.ts';
import type { FeesState } from '../../domain/fees/till-state.ts';
import { verifyBook } from '../../electron/till/journal/verify.ts';
import { makeEnrolmentCode } from '../../hub/enrolment/codes.ts';
import { hashOf, signRecord } from '../../node/crypto/signing.ts';
import { closeTill, openTill } from '../../electron/till/open-till.ts';
import { callsOf } from '../support/calls.ts';
import { openDownWorld, type TillAtHub } from '../support/down-world.ts';
import { eachDatabase, onSqlite } from '../support/hub-databases.ts';
import { mallActs } from '../support/mall-acts.ts';
import { anId, bookPieces } from '../support/test-till.ts';

const fees = ({ calls }: TillAtHub): Promise<FeesState> => calls.fees.read();
const failsWith = (code: string) => ({ code });
const claim = {
  kind: 'claim',
  amount: 1_000_017,
  how: 'bank',
  on: '2026-11-23',
  reference: 'FT26327',
} as const;
/** A JPEG as far as its first and last bytes say. */
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9]).toString('base64');

eachDatabase(
  'a till shows what its mall charged, and each payment once it is booked',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const mall = mallActs(world.server.hub);
    const till = await world.till();
    await mall.code(17);
    await mall.account('bca', 'bank', 'BCA 1234567890');
    await mall.charge('2026-11');
    await mall.charge('2026-11', 'TC-B01');
    await till.report();
    expect(await fees(till)).toMatchObject({
      keeper: 'hub',
      remark: 'TC-A12-2611',
      heardAtMs: till.world.now(),
      ledger: { owedRupiah: 1_000_000, code: 17, accounts: [{ label: 'BCA 1234567890' }] },
      doubted: [],
    });
    expect((await fees(till)).ledger.charges).toMatchObject([
      { kind: 'cleaning', period: '2026-11', basis: 'tarif' },
      { kind: 'electricity', basis: '484,5 kWh × Rp1.444,70' },
    ]);

    await mall.pay(1_000_017, '2026-11-24');
    await till.report();
    const { ledger } = await fees(till);
    expect(ledger).toMatchObject({ owedRupiah: 0, advanceRupiah: 17 });
    expect(ledger.credits).toMatchObject([{ kuitansi: 'KW/TC/2026/000001', on: '2026-11-24' }]);
    await till.reopen();
    expect((await fees(till)).ledger).toEqual(ledger); // without asking the hub
  },
);

onSqlite(
  'a claim waits without a network, reaches the hub once, and is no payment',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const mall = mallActs(world.server.hub);
    const till = await world.till();
    await mall.charge('2026-11');
    await till.report();
    const id = randomUUID();
    till.world.carry = () => Promise.reject(new TypeError('no network'));
    await till.calls.fees.send({ id, message: claim, photo: jpeg });
    await till.calls.fees.send({ id, message: claim, photo: jpeg });
    await expect(
      till.calls.fees.send({ id, message: { ...claim, amount: 1 }, photo: jpeg }),
    ).rejects.toMatchObject(failsWith('ACT_ID_REUSED'));
    await till.report();
    const waiting = { id, message: claim, hasPhoto: true };
    expect((await fees(till)).messages).toMatchObject([{ ...waiting, state: 'waiting' }]);

    await till.reopen();
    let isLost = true;
    till.world.carry = async (url, init) => {
      const answer = await till.world.send(url, init);
      if (!isLost || !url.endsWith('/v1/fees/messages')) return answer;
      isLost = false;
      throw new TypeError('the answer was lost');
    };
    await till.report();
    await till.report();
    expect(await fees(till)).toMatchObject({
      messages: [{ ...waiting, state: 'sent' }],
      ledger: { owedRupiah: 1_000_000 },
    });
    const { db } = world.server.hub.database;
    expect(await db.selectFrom('fee_message').select('id').execute()).toEqual([{ id }]);
    const settled = { kind: 'claim', of: id, outcome: 'refused' } as const;
    const answer = { id: randomUUID(), act: 'claim-settle', mall: 'TC', stall: 'TC-A12' } as const;
    await mall.book([{ ...answer, on: '2026-11-25', note: 'belum masuk', details: settled }]);
    await till.report();
    expect((await fees(till)).messages).toMatchObject([
      { state: 'answered', outcome: 'refused', answer: 'belum masuk' },
    ]);
    expect(await verifyBook(till.till)).toMatchObject({ ok: true });
  },
);

onSqlite(
  'what was told is there after a till was killed, in its files as they lay',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const till = await world.till();
    const id = randomUUID();
    await till.calls.fees.send({ id, message: claim, photo: jpeg });
    const left = mkdtempSync(join(tmpdir(), 'lapak-killed-'));
    cpSync(till.dataDir, left, { recursive: true }); // with the log of the book, not yet folded in
    const again = await openTill({ dataDir: left, clock: till.till.clock, isReporting: false });
    const calls = callsOf({ till: again, dataDir: left });
    const waiting = [{ id, message: claim, hasPhoto: true, state: 'waiting' }];
    expect((await calls.fees.read()).messages).toMatchObject(waiting);
    expect(await verifyBook(again)).toMatchObject({ ok: true });
    await closeTill(again);
    rmSync(left, { recursive: true });
  },
);

onSqlite('a dispute, a closure and a plan that was seen come back as records', async ({ open }) => {
  await using world = await openDownWorld(await open());
  const mall = mallActs(world.server.hub);
  const till = await world.till();
  await mall.plan('2026-12', 350_000);
  await mall.charge('2026-11');
  await till.report();
  const { ledger } = await fees(till);
  const [plan] = ledger.plans;
  expect(plan).toMatchObject({ from: '2026-12', cleaningRupiah: 350_000, isSeen: false });
  const [charge] = ledger.charges;
  const send = (message: Parameters<typeof till.calls.fees.send>[0]['message']) =>
    till.calls.fees.send({ id: randomUUID(), message, photo: null });
  await send({ kind: 'seen', positions: [plan?.position ?? 0] });
  await send({ kind: 'dispute', about: charge?.id ?? '', text: 'sudah dipotong' });
  const dates = { from: '2026-11-20', to: '2026-11-21' };
  await send({ kind: 'closure', why: 'power-cut', ...dates, text: 'gardu' });
  await expect(send({ kind: 'dispute', about: randomUUID(), text: 'x' })).rejects.toMatchObject(
    failsWith('FEE_UNKNOWN'),
  );
  await till.report();
  const after = await fees(till);
  expect(after.ledger).toMatchObject({
    disputes: [{ about: charge?.id, note: 'sudah dipotong', outcome: 'open' }],
    closures: [{ why: 'power-cut', ...dates, isOfMall: false }],
    plans: [{ isSeen: true }],
  });
  expect(after.messages.map(({ state }) => state)).toEqual(['answered', 'sent', 'answered']);

  const [dispute] = after.ledger.disputes;
  const details = { kind: 'dispute-settle', of: dispute?.id ?? '', outcome: 'rejected' } as const;
  const settle = { id: randomUUID(), act: 'dispute-settle', mall: 'TC', stall: 'TC-A12' } as const;
  await mall.book([{ ...settle, on: '2026-11-25', note: 'meterannya benar', details }]);
  await till.report();
  const answered = await fees(till);
  const said = { outcome: 'rejected', answer: 'meterannya benar' };
  expect(answered.ledger.disputes).toMatchObject([said]);
  expect(answered.messages[1]).toMatchObject({ state: 'answered', ...said });
});

onSqlite(
  'what the hub refuses for good is said, and holds up nothing behind it',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const mall = mallActs(world.server.hub);
    const till = await world.till();
    await mall.charge('2026-11');
    await till.report();
    const about = (await fees(till)).ledger.charges[0]?.id ?? '';
    for (const text of ['satu', 'dua']) {
      const message = { kind: 'dispute', about, text } as const;
      await till.calls.fees.send({ id: randomUUID(), message, photo: null });
    }
    await till.calls.fees.send({ id: randomUUID(), message: claim, photo: null });
    await till.report();
    expect((await fees(till)).messages).toMatchObject([
      { state: 'sent' },
      { state: 'refused', reason: 'DISPUTE_OPEN' },
      { state: 'sent' },
    ]);
  },
);

onSqlite(
  'a record that is not as the hub signed it is told, and never counted',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const mall = mallActs(world.server.hub);
    const till = await world.till();
    await mall.charge('2026-11');
    till.world.carry = async (url, init) => {
      const answer = await till.world.send(url, init);
      if (!url.includes('/v1/down')) return answer;
      const text = (await answer.text()).replace('700000', '700001');
      return new Response(text, { status: answer.status, headers: answer.headers });
    };
    await till.report();
    const doubted = await fees(till);
    expect(doubted.ledger.charges).toEqual([]);
    expect(doubted.doubted).toEqual([
      { position: expect.any(Number) as number, fault: 'unproven' },
    ]);
  },
);

onSqlite(
  'a record of another stall, though the hub signed it, is not counted',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const mall = mallActs(world.server.hub);
    const till = await world.till();
    await mall.charge('2026-11', 'TC-B01');
    const { db } = world.server.hub.database;
    await db
      .updateTable('down_item')
      .set({ audience: 'stall/TC-A12' })
      .where('kind', '=', 'fee-record')
      .execute();
    await till.report();
    expect(await fees(till)).toMatchObject({
      ledger: { owedRupiah: 0, charges: [] },
      doubted: [{ fault: 'elsewhere' }],
    });
  },
);

onSqlite(
  'a stall alone that enrols goes on by the hub; what it kept stays as history',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const mall = mallActs(world.server.hub);
    const till = await world.till();
    const monthly = { electricityRupiah: 700_000, cleaningRupiah: 300_000, dueDay: 10 };
    const plan = { id: anId(), from: '2026-11', ...monthly };
    await expect(till.calls.fees.setPlan(plan)).rejects.toMatchObject(failsWith('FEES_AT_HUB'));
    till.till.db.exec('DELETE FROM hub');
    const told = { id: anId(), message: claim, photo: null };
    await expect(till.calls.fees.send(told)).rejects.toMatchObject(failsWith('FEES_NO_HUB'));
    await till.calls.fees.setPlan(plan);
    bookPieces(till.till, 1);
    await expect.poll(async () => (await fees(till)).ledger.owedRupiah).toBe(1_000_000);
    const { server } = world;
    const made = await makeEnrolmentCode(server.hub, 'TC-A12', 'lapak');
    await till.calls.sync.enrol({ invitation: formatInvitation({ hub: server.url, ...made }) });
    await mall.charge('2026-11');
    await till.report();
    const state = await fees(till);
    expect(state).toMatchObject({ keeper: 'hub', ledger: { owedRupiah: 1_000_000 } });
    expect(state.ledger.charges.map(({ basis }) => basis)).toContain('484,5 kWh × Rp1.444,70');
    expect(state.former?.charges.map(({ basis }) => basis)).toEqual(['tarif', 'tarif']);
  },
);

onSqlite(
  'another record in the place of one that was told is doubted; the first stays',
  async ({ open }) => {
    await using world = await openDownWorld(await open());
    const mall = mallActs(world.server.hub);
    const till = await world.till();
    await mall.charge('2026-11');
    await till.report();
    const { db } = world.server.hub.database;
    const row = await db
      .selectFrom('down_item')
      .selectAll()
      .where('kind', '=', 'fee-record')
      .executeTakeFirstOrThrow();
    const content = JSON.parse(row.content) as { head: string; body: string; signature: string };
    const body = content.body.replace('700000', '700001');
    const head = canonicalJson({
      ...(JSON.parse(content.head) as object),
      body: hashOf(Buffer.from(body)),
    });
    const { key } = world.server.hub.identity;
    const signature = signRecord(key, Buffer.from(head)).toString('base64');
    const version = Number(row.version) + 1;
    const forked = { ...row, id: randomUUID(), version, first_version: version };
    await db
      .insertInto('down_item')
      .values({ ...forked, content: JSON.stringify({ ...content, head, body, signature }) })
      .execute();
    await till.report();
    const state = await fees(till);
    expect(state.ledger.owedRupiah).toBe(1_000_000);
    expect(state.doubted).toMatchObject([{ fault: 'place-taken' }]);
  },
);
