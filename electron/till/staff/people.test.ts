import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { callsOf } from '../../../test/support/calls.ts';
import {
  actsOf,
  openStaffedTill,
  pins,
  signedIn,
  type StaffedTill,
} from '../../../test/support/staffed-till.ts';
import { openTestTill } from '../../../test/support/test-till.ts';
import { verifyBook } from '../journal/verify.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
});
afterEach(() => book.close());

const beyondOwn = { code: 'BEYOND_OWN' };

test('a new stall has one owner, without a name and without a PIN', async () => {
  const fresh = await openTestTill();

  expect(await callsOf(fresh).staff.people()).toEqual([
    {
      id: 'kasir-1',
      name: '',
      role: 'owner',
      roleName: '',
      hasPin: false,
      isActive: true,
      lockedMs: 0,
    },
  ]);
  await fresh.close();
});

test('people are listed by age, with their role', async () => {
  const { staff } = await book.page();

  expect(await staff.people()).toMatchObject([
    { id: 'kasir-1', role: 'owner', hasPin: true },
    { id: 'kasir-2', name: 'Budi', role: 'supervisor', roleName: '' },
    { id: 'kasir-3', name: 'Citra', role: 'cashier' },
    { id: 'kasir-4', name: 'Dewi', role: 'role-1', roleName: 'Gudang' },
  ]);
});

test('a pseudonym is never given to somebody else', async () => {
  const { staff } = await book.page('kasir-1');
  await staff.erase({ staff: 'kasir-4' });

  expect(await staff.add({ name: 'Eka', role: 'cashier' })).toMatchObject({ id: 'kasir-5' });
  expect((await staff.people()).map(({ id }) => id)).not.toContain('kasir-4');
  const again = staff.change({ staff: 'kasir-4', name: 'Fajar', role: 'cashier' });
  await expect(again).rejects.toMatchObject({ code: 'STAFF_UNKNOWN' });
  expect(() => book.till.db.exec("DELETE FROM staff WHERE name = 'Eka'")).toThrow('keeps its');
});

test('a stall has two hundred people at most; who was erased counts no more', async () => {
  const { staff } = await book.page('kasir-1');
  book.till.db.exec(
    `WITH RECURSIVE n (i) AS (SELECT 5 UNION ALL SELECT i + 1 FROM n WHERE i < 200)
     INSERT INTO staff SELECT i, 'Orang', 'cashier', NULL, 1, 0, 0 FROM n`,
  );
  const add = () => staff.add({ name: 'Eka', role: 'cashier' });

  await expect(add()).rejects.toMatchObject({ code: 'STAFF_FULL', data: { maxStaff: 200 } });
  await staff.erase({ staff: 'kasir-77' });
  expect(await add()).toMatchObject({ id: 'kasir-201' });
});

test('nobody is called by the pseudonym of another', async () => {
  const { staff } = await book.page('kasir-1');
  const refused = { code: 'NAME_LIKE_PSEUDONYM' };

  await expect(staff.add({ name: 'kasir-1', role: 'cashier' })).rejects.toMatchObject(refused);
  const change = staff.change({ staff: 'kasir-3', name: 'Kasir-1', role: 'cashier' });
  await expect(change).rejects.toMatchObject(refused);
  const { name } = (await staff.people()).find(({ id }) => id === 'kasir-3') ?? {};
  expect(name).toBe('Citra');
});

test('nobody has a role that is not there', async () => {
  const { staff } = await book.page('kasir-1');
  const unknown = { code: 'ROLE_UNKNOWN', data: { role: 'role-7' } };

  await expect(staff.add({ name: 'Eka', role: 'role-7' })).rejects.toMatchObject(unknown);
  const change = staff.change({ staff: 'kasir-2', name: 'Budi', role: 'role-7' });
  await expect(change).rejects.toMatchObject(unknown);
});

test('the stall keeps an owner who can sign in', async () => {
  const { staff } = await book.page('kasir-1');
  const needed = { code: 'OWNER_NEEDED' };
  const leave = () => staff.setActive({ staff: 'kasir-1', isActive: false });

  await expect(
    staff.change({ staff: 'kasir-1', name: 'Ani', role: 'supervisor' }),
  ).rejects.toMatchObject(needed);
  await expect(leave()).rejects.toMatchObject(needed);
  await expect(staff.erase({ staff: 'kasir-1' })).rejects.toMatchObject(needed);
  await staff.add({ name: 'Eka', role: 'owner' });
  await expect(leave()).rejects.toMatchObject(needed); // she has no PIN yet

  await staff.setPin({ staff: 'kasir-5', pin: '620417' });

  expect(await leave()).toMatchObject({ isActive: false });
});

test('before anybody has a PIN, the last owner stays one all the same', async () => {
  const fresh = await openTestTill();
  const { staff } = callsOf(fresh);
  const erase = staff.erase({ staff: 'kasir-1' });

  await expect(erase).rejects.toMatchObject({ code: 'OWNER_NEEDED' });
  await fresh.close();
});

test('when the first owner leaves, the stall does not open to everybody', async () => {
  const { staff } = await book.page('kasir-1');
  await staff.add({ name: 'Eka', role: 'owner' });
  await staff.setPin({ staff: 'kasir-5', pin: '620417' });
  await staff.erase({ staff: 'kasir-1' });

  expect(await signedIn(await book.page())).toMatchObject({ state: 'out', cashier: 'kasir-0' });
});

test('who may change people, but is no owner, touches no owner and makes none', async () => {
  const { staff } = await book.page('kasir-4');

  const acts = [
    staff.change({ staff: 'kasir-1', name: 'Dewi', role: 'owner' }),
    staff.setActive({ staff: 'kasir-1', isActive: false }),
    staff.erase({ staff: 'kasir-1' }),
    staff.setPin({ staff: 'kasir-1', pin: '620417' }),
    staff.add({ name: 'Eka', role: 'owner' }),
    staff.change({ staff: 'kasir-4', name: 'Dewi', role: 'owner' }),
    staff.renewRecoveryCode(),
  ];

  for (const act of acts) await expect(act).rejects.toMatchObject(beyondOwn);
});

test('who may change people gives and touches nothing that exceeds what they may', async () => {
  const owner = await book.page('kasir-1');
  const { id } = await owner.staff.saveRole({
    id: null,
    name: 'Ekspor',
    permissions: ['catalog.export'],
  });
  await owner.staff.add({ name: 'Eka', role: id });
  const { staff } = await book.page('kasir-4');

  const beyond = [
    staff.add({ name: 'Fajar', role: 'cashier' }),
    staff.change({ staff: 'kasir-3', name: 'Citra', role: id }),
    staff.change({ staff: 'kasir-5', name: 'Eka', role: 'supervisor' }),
    staff.setPin({ staff: 'kasir-3', pin: '620417' }),
    staff.erase({ staff: 'kasir-2' }),
    staff.setActive({ staff: 'kasir-3', isActive: false }),
  ];
  for (const act of beyond) await expect(act).rejects.toMatchObject(beyondOwn);

  await staff.setPin({ staff: 'kasir-5', pin: '620417' });
  expect(await staff.add({ name: 'Gita', role: id })).toMatchObject({ role: id });
});

test('an approval of the owner bounds an act by what the owner may', async () => {
  const approval = { staff: 'kasir-1', pin: pins['kasir-1'] };
  const cashier = callsOf(book, { approval });
  await cashier.staff.signIn({ staff: 'kasir-3', pin: pins['kasir-3'] });

  const added = await cashier.staff.add({ name: 'Eka', role: 'supervisor' });

  expect(added).toMatchObject({ id: 'kasir-5' });
  expect(actsOf(book).at(-1)).toMatchObject({
    act: 'staff-add',
    cashier: 'kasir-3',
    approver: 'kasir-1',
  });
});

test('what was done to people is in the journal, and no name is', async () => {
  const { staff } = await book.page('kasir-1');
  await staff.add({ name: 'Eka Rahasia', role: 'cashier' });
  await staff.change({ staff: 'kasir-5', name: 'Eka Lagi', role: 'supervisor' });
  await staff.change({ staff: 'kasir-5', name: 'Eka Lagi', role: 'supervisor' }); // nothing
  await staff.setActive({ staff: 'kasir-5', isActive: false });
  await staff.setActive({ staff: 'kasir-5', isActive: false }); // nothing
  await staff.setActive({ staff: 'kasir-5', isActive: true });
  await staff.erase({ staff: 'kasir-5' });

  const found = actsOf(book).filter(({ subject }) => subject === 'kasir-5');
  expect(found.map(({ act, cashier, changes }) => [act, cashier, JSON.parse(changes)])).toEqual([
    ['staff-add', 'kasir-1', [{ field: 'role', from: '', to: 'cashier' }]],
    [
      'staff-change',
      'kasir-1',
      [
        { field: 'name', from: '', to: '' },
        { field: 'role', from: 'cashier', to: 'supervisor' },
      ],
    ],
    ['staff-leave', 'kasir-1', []],
    ['staff-return', 'kasir-1', []],
    ['staff-erase', 'kasir-1', []],
  ]);
  const records = book.till.db
    .prepare('SELECT head, body FROM journal_record')
    .all()
    .map((row) => Object.values(row as object).join());
  expect(records.join()).not.toMatch(/Eka|Budi|Citra|Dewi/);
});

test('an erased name is in no file of the data folder, and the chain stays whole', async () => {
  const { staff } = await book.page('kasir-1');
  await staff.add({ name: 'Ratnasari Wulandari', role: 'cashier' });
  await staff.change({ staff: 'kasir-5', name: 'Ratnasari Kusuma', role: 'cashier' });
  await expect(staff.signIn({ staff: 'kasir-5', pin: pins['kasir-1'] })).rejects.toMatchObject({
    code: 'PIN_UNSET',
    data: { name: 'Ratnasari Kusuma' },
  });

  await staff.erase({ staff: 'kasir-5' });

  const holds = readdirSync(book.dataDir).filter((file) =>
    readFileSync(join(book.dataDir, file)).includes('Ratnasari'),
  );
  expect(holds).toEqual([]);
  expect(await verifyBook(book.till)).toMatchObject({ ok: true });
});

test('half a character in a name is kept as one that every file can hold', async () => {
  const { staff } = await book.page('kasir-1');

  const { name } = await staff.add({ name: ' Eka \ud83d ', role: 'cashier' });

  expect(name).toBe('Eka \ufffd');
});
