import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import type { Approval } from '../../../domain/staff/approval.ts';
import { collect } from '../../../test/support/collect.ts';
import { type Calls, callsOf } from '../../../test/support/calls.ts';
import {
  actsOf,
  type Hand,
  openStaffedTill,
  pins,
  recordsOf,
  type StaffedTill,
} from '../../../test/support/staffed-till.ts';
import { anId, openTestShift } from '../../../test/support/test-till.ts';
import { writeAct } from '../journal/write-journal.ts';
import { followApproved } from './tell-approval.ts';

let book: StaffedTill;
beforeEach(async () => {
  book = await openStaffedTill();
  openTestShift(book.till);
});
afterEach(() => book.close());

const byOwner: Approval = { staff: 'kasir-1', pin: pins['kasir-1'] };

/** A page of somebody, whose calls the owner allows. */
async function allowed(staff: Hand): Promise<Calls> {
  const calls = callsOf(book, { approval: byOwner });
  await calls.staff.signIn({ staff, pin: pins[staff] });
  return calls;
}

const told = () =>
  actsOf(book)
    .filter(({ approver }) => approver !== null)
    .map(({ act, cashier, approver, changes }) => [act, cashier, approver, changes]);

const toldOf = (cashier: string, permission: string) => [
  'approval',
  cashier,
  'kasir-1',
  JSON.stringify([{ field: 'permissions', from: '', to: permission }]),
];

test('who allowed what is only read is in the journal, each time', async () => {
  const { shifts } = await allowed('kasir-3');
  await shifts.x({ shift: null });
  await shifts.x({ shift: null });
  await shifts.expected({ shift: 1 });

  expect(told()).toEqual([
    toldOf('kasir-3', 'shift.report'),
    toldOf('kasir-3', 'shift.report'),
    toldOf('kasir-3', 'shift.see-expected'),
  ]);
});

test('an act that says who allowed it is not told a second time', async () => {
  const unsigned = callsOf(book, { approval: byOwner });
  const toSafe = { id: anId(), reason: 'safe-drop', amountRupiah: 5_000, note: '' } as const;
  await unsigned.shifts.move(toSafe);
  await unsigned.settings.change({ zone: 'WIT' });
  await unsigned.shifts.count({ shift: 1, count: [] });

  expect(recordsOf(book, 'drawer')).toMatchObject([{ body: { approver: 'kasir-1' } }]);
  expect(recordsOf(book, 'count')).toMatchObject([{ body: { approver: 'kasir-1' } }]);
  expect(told().map(([act]) => act)).toEqual(['settings-change']);
});

test('what comes again and writes nothing was allowed all the same', async () => {
  const { shifts } = callsOf(book, { approval: byOwner });
  const count = { shift: 1, count: [] };
  await shifts.count(count);
  await shifts.count(count); // the same
  const { counts } = await shifts.count(count);

  expect(counts).toBe(1);
  expect(told().map(([act]) => act)).toEqual(['approval', 'approval']);
});

test('a call that came to nothing tells of no approval', async () => {
  const { shifts } = await allowed('kasir-3');
  const expected = shifts.expected({ shift: 7 });
  await expect(expected).rejects.toMatchObject({ code: 'SHIFT_ENDED' });

  expect(told()).toEqual([]);
});

test('a file that goes by somebody’s leave is told once, also if only tried', async () => {
  const { catalog } = await allowed('kasir-3');
  await collect(await catalog.exportCatalog());
  expect(told().map(([act]) => act)).toEqual(['catalog-export']);

  const content = 'kode;nama;harga\nTEH;Teh;5000\n';
  await collect(await catalog.importCatalog({ content, mode: 'apply' }));
  expect(told().map(([act]) => act)).toEqual(['catalog-export', 'catalog-import']);

  await collect(await catalog.importCatalog({ content, mode: 'dry-run' }));
  expect(told().slice(2)).toEqual([toldOf('kasir-3', 'catalog.import')]);
});

test('what somebody allows meanwhile on another line leaves no approval out', async () => {
  const { catalog } = await allowed('kasir-3');
  const rows = Array.from({ length: 600 }, (_, at) => `B-${at};Barang ${at};1500`);
  const content = ['kode;nama;harga', ...rows].join('\n');
  const events = await catalog.importCatalog({ content, mode: 'dry-run' });
  await events.next();
  const { shifts } = callsOf(book, { approval: byOwner });
  await shifts.move({ id: anId(), reason: 'safe-drop', amountRupiah: 5_000, note: '' });
  await collect(events);

  expect(recordsOf(book, 'drawer')).toMatchObject([{ body: { approver: 'kasir-1' } }]);
  expect(told()).toEqual([toldOf('kasir-3', 'catalog.import')]);
});

test('an act that was undone has told nothing of who allowed it', async () => {
  const { till } = book;
  const actor = { ...theOwner, cashier: 'kasir-3', approver: 'kasir-1' };
  const call = followApproved(till, actor, 'catalog.change');
  const undone = () =>
    writeAct(call.till, actor, (_, tell) => {
      tell({ act: 'product-save', subject: 'TEH' });
      throw new Error('undone');
    });

  expect(undone).toThrow('undone');
  call.tell();

  expect(told()).toEqual([toldOf('kasir-3', 'catalog.change')]);
});

test('who may watch only by leave hears no more of it than that', async () => {
  const { printing } = await allowed('kasir-4');
  const events = await printing.watchStatus();

  await expect(events.next()).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  expect(told()).toEqual([toldOf('kasir-4', 'printing.read')]);
});
