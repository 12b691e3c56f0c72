import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { FeeBody } from '../../../domain/fees/body.ts';
import { eachDatabase } from '../../../test/support/hub-databases.ts';
import { type FeeWorld, openFeeWorld } from '../../../test/support/fee-world.ts';
import { openTheBooks, run } from '../../../test/support/planted-rows.ts';
import { followRules, openRules } from './journal-rules.ts';
import { verifyFees } from './verify-fees.ts';

const stall = 'TC-1';
const on = '2026-10-12';

/** Somebody with the keys of the database: it refuses nothing any more. */
function switchRulesOff({ hub }: FeeWorld): Promise<void> {
  return openTheBooks(hub.database, [
    'fee_act',
    'fee_charge',
    'fee_credit',
    'fee_allocation',
    'fee_posting',
    'fee_notice',
  ]);
}

function bookKuitansi(world: FeeWorld, kuitansi: string): Promise<void> {
  const credits = [
    { id: randomUUID(), kind: 'bank', amount: 1_000, account: 'bca-tc', kuitansi } as const,
  ];
  return world.book({ id: randomUUID(), act: 'payment', stall, on, credits });
}

async function sendLetter(world: FeeWorld, number: string): Promise<void> {
  const charge = await world.charge(stall, '2026-09', { kind: 'other', due: '2026-09-10' });
  const of = { charge, period: '2026-09', kind: 'other', due: '2026-09-10' } as const;
  const about = [{ ...of, open: 700_000 }];
  const details = { kind: 'notice', level: 'sp1', number, owed: 700_000, about } as const;
  await world.book({
    id: randomUUID(),
    act: 'notice',
    stall,
    on,
    details: { ...details, until: '2026-10-30' },
  });
}

function setMonth(world: FeeWorld, act: 'month-close' | 'month-reopen'): Promise<void> {
  const details = { kind: 'month', month: '2026-10' } as const;
  return world.book({ id: randomUUID(), act, on, details });
}

eachDatabase('a kuitansi whose number leaves one out is found in the journal', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await world.pay(stall, 50_000, { on });
  await switchRulesOff(world);
  await bookKuitansi(world, 'KW/TC/2026/000003');

  expect(await verifyFees(world.hub.database)).toMatchObject({
    ok: false,
    difference: { table: 'hub_record', stored: expect.stringContaining('000003 comes after 1') },
  });
});

eachDatabase('a letter whose number leaves one out is found in the journal', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await switchRulesOff(world);
  await sendLetter(world, 'SP1/TC/2026/000002');

  expect(await verifyFees(world.hub.database)).toMatchObject({
    ok: false,
    difference: { table: 'hub_record', stored: expect.stringContaining('000002 comes after 0') },
  });
});

eachDatabase(
  'what is posted in a month that was closed is found in the journal',
  async ({ open }) => {
    const world = await openFeeWorld(await open());
    await setMonth(world, 'month-close');
    await switchRulesOff(world);
    const { database } = world.hub;
    await run(database, 'UPDATE fee_month SET is_closed = 0');
    await bookKuitansi(world, 'KW/TC/2026/000001');
    await run(database, 'UPDATE fee_month SET is_closed = 1');

    expect(await verifyFees(database)).toMatchObject({
      ok: false,
      difference: { table: 'hub_record', stored: expect.stringContaining('2026-10, which was') },
    });
  },
);

eachDatabase('a month that is open again takes what is posted', async ({ open }) => {
  const world = await openFeeWorld(await open());
  await setMonth(world, 'month-close');
  await setMonth(world, 'month-reopen');
  await bookKuitansi(world, 'KW/TC/2026/000001');
  await setMonth(world, 'month-close');

  expect(await verifyFees(world.hub.database)).toMatchObject({ ok: true, difference: null });
});

const common = { salt: '0'.repeat(32), id: randomUUID(), on, note: '' } as const;

function paid(mall: string, date: string, ...numbers: string[]): FeeBody {
  const credits = numbers.map((kuitansi) => {
    return { id: randomUUID(), kind: 'cash', amount: 1_000, account: 'kantor', kuitansi } as const;
  });
  return { ...common, act: 'payment', mall, stall, on: date, credits };
}

function letter(level: 'sp1' | 'sp2', number: string): FeeBody {
  const line = {
    charge: randomUUID(),
    period: '2026-09',
    kind: 'other',
    due: on,
    open: 1,
  } as const;
  const details = { kind: 'notice' as const, level, number, owed: 1, about: [line], until: on };
  return { ...common, act: 'notice', mall: 'TC', stall, details };
}

function month(act: 'month-close' | 'month-reopen', mall: string, period: string): FeeBody {
  return { ...common, act, mall, details: { kind: 'month', month: period } };
}

/** Follows acts that each post something. */
function follow(...bodies: FeeBody[]): void {
  const rules = openRules();
  for (const body of bodies) followRules(rules, body, body.act === 'payment');
}

test('each mall, year and kind of paper counts by itself', () => {
  follow(
    paid('TC', '2026-12-30', 'KW/TC/2026/000001', 'KW/TC/2026/000002'),
    paid('TB', '2026-12-30', 'KW/TB/2026/000001'),
    paid('TC', '2027-01-02', 'KW/TC/2027/000001'),
    paid('TC', '2026-12-31', 'KW/TC/2026/000003'),
    letter('sp1', 'SP1/TC/2026/000001'),
    letter('sp2', 'SP2/TC/2026/000001'),
    letter('sp1', 'SP1/TC/2026/000002'),
  );
});

test.each([
  ['is left out', paid('TC', on, 'KW/TC/2026/000001', 'KW/TC/2026/000003')],
  ['comes again', paid('TC', on, 'KW/TC/2026/000001', 'KW/TC/2026/000001')],
  ['is of another mall', paid('TC', on, 'KW/TB/2026/000001')],
  ['is of another year', paid('TC', on, 'KW/TC/2027/000001')],
  ['is of another kind', paid('TC', on, 'SP1/TC/2026/000001')],
  ['is of another level', letter('sp2', 'SP1/TC/2026/000001')],
])('a number that %s cannot be', (_, body) => {
  expect(() => follow(body)).toThrow(/comes after/);
});

test('a month is closed for its mall, and for that month, until it is open again', () => {
  const closed = month('month-close', 'TC', '2026-10');
  follow(closed, paid('TB', on, 'KW/TB/2026/000001'));
  follow(closed, paid('TC', '2026-11-01', 'KW/TC/2026/000001'));
  follow(closed, month('month-reopen', 'TC', '2026-10'), paid('TC', on, 'KW/TC/2026/000001'));
  const late = paid('TC', on, 'KW/TC/2026/000001');
  expect(() => follow(closed, late)).toThrow(/2026-10, which was closed/);
});
