import { afterEach, beforeEach, expect, test } from 'vitest';
import { actsOf, openStaffedTill, type StaffedTill } from '../../../test/support/staffed-till.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
});
afterEach(() => book.close());

test('the stall has three roles that it cannot change, and makes more of its own', async () => {
  const { staff } = await book.page('kasir-1');
  const builtin = { code: 'ROLE_BUILTIN' };

  expect((await staff.roles()).map(({ id, name, isBuiltin }) => [id, name, isBuiltin])).toEqual([
    ['owner', '', true],
    ['supervisor', '', true],
    ['cashier', '', true],
    ['role-1', 'Gudang', false],
  ]);
  await expect(
    staff.saveRole({ id: 'cashier', name: 'Kasir', permissions: [] }),
  ).rejects.toMatchObject(builtin);
  await expect(staff.deleteRole({ id: 'owner' })).rejects.toMatchObject(builtin);
});

test('a role has each permission once, and everybody who has it may at once', async () => {
  const [owner, dewi] = [await book.page('kasir-1'), await book.page('kasir-4')];
  const readDay = () => dewi.sales.day({ businessDate: null });
  await expect(readDay()).rejects.toMatchObject({ code: 'NOT_PERMITTED' });

  const saved = await owner.staff.saveRole({
    id: 'role-1',
    name: 'Gudang besar',
    permissions: ['staff.change', 'sale.read', 'sale.read'],
  });

  expect(saved).toMatchObject({ name: 'Gudang besar', permissions: ['sale.read', 'staff.change'] });
  await readDay();
});

test('a role that somebody has is not deleted, and no id is given again', async () => {
  const { staff } = await book.page('kasir-1');
  await expect(staff.deleteRole({ id: 'role-1' })).rejects.toMatchObject({
    code: 'ROLE_IN_USE',
    data: { people: 1 },
  });
  await staff.change({ staff: 'kasir-4', name: 'Dewi', role: 'cashier' });
  await staff.deleteRole({ id: 'role-1' });

  const next = await staff.saveRole({ id: null, name: 'Baru', permissions: [] });

  expect(next.id).toBe('role-2');
  for (const act of [
    staff.deleteRole({ id: 'role-1' }),
    staff.saveRole({ id: 'role-1', name: 'Gudang', permissions: [] }),
  ]) {
    await expect(act).rejects.toMatchObject({ code: 'ROLE_UNKNOWN', data: { role: 'role-1' } });
  }
});

test('a stall has fifty roles of its own at most', async () => {
  const { staff } = await book.page('kasir-1');
  book.till.db.exec(
    `WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < 50)
     INSERT INTO role SELECT i, 'Peran', '[]', 0 FROM n`,
  );

  await expect(staff.saveRole({ id: null, name: 'Lagi', permissions: [] })).rejects.toMatchObject({
    code: 'ROLES_FULL',
    data: { maxRoles: 50 },
  });
});

test('nobody gives a role what they may not do, or takes it from one that may more', async () => {
  const owner = await book.page('kasir-1');
  const { id } = await owner.staff.saveRole({
    id: null,
    name: 'Kunci',
    permissions: ['settings.change'],
  });
  const { staff } = await book.page('kasir-4');

  for (const act of [
    staff.saveRole({ id: null, name: 'Kuat', permissions: ['sale.read'] }),
    staff.saveRole({ id: 'role-1', name: 'Gudang', permissions: ['journal.read'] }),
    staff.saveRole({ id, name: 'Kunci', permissions: [] }),
    staff.deleteRole({ id }),
  ]) {
    await expect(act).rejects.toMatchObject({ code: 'BEYOND_OWN' });
  }
  await staff.saveRole({ id: 'role-1', name: 'Gudang', permissions: ['staff.change'] });
});

test('what a role may is in the journal, and its name is not', async () => {
  const { staff } = await book.page('kasir-1');
  const role = { name: 'Toko Budi', permissions: ['sale.read', 'catalog.read'] as const };
  const { id } = await staff.saveRole({ id: null, ...role, permissions: [...role.permissions] });
  await staff.saveRole({ id, ...role, permissions: ['sale.read'] });
  await staff.saveRole({ id, ...role, permissions: ['sale.read'] }); // nothing
  await staff.deleteRole({ id });

  const found = actsOf(book).filter(({ subject }) => subject === id);
  expect(found.map(({ act, changes }) => [act, JSON.parse(changes)])).toEqual([
    [
      'role-save',
      [
        { field: 'name', from: '', to: '' },
        { field: 'permissions', from: '', to: 'sale.read catalog.read' },
      ],
    ],
    ['role-save', [{ field: 'permissions', from: 'sale.read catalog.read', to: 'sale.read' }]],
    ['role-delete', []],
  ]);
});
