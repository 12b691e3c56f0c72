import { afterEach, beforeEach, expect, test } from 'vitest';
import { theOwner } from '../../../domain/actor.ts';
import type { Calls } from '../../../test/support/calls.ts';
import {
  actsOf,
  checking,
  type Hand,
  openStaffedTill,
  pins,
  recordsOf,
  signedIn,
  type StaffedTill,
} from '../../../test/support/staffed-till.ts';
import { anId } from '../../../test/support/test-till.ts';
import { changePerson, setActive } from '../staff/people.ts';

let book: StaffedTill;
let cashier: Calls;
/** The act that opened the shift. */
const opening = anId();
beforeEach(async () => {
  book = await openStaffedTill();
  cashier = await book.page('kasir-3');
  await cashier.shifts.open({ id: opening, drawer: 1, float: [] });
  await cashier.shifts.count({ shift: 1, count: [] });
});
afterEach(() => book.close());

/** The cashier hands the drawer over to them, by their PIN. */
function handOverTo(staff: Hand, pin: string | null = pins[staff], id = anId()) {
  const order = { id, shift: 1, count: null, reason: null, note: '' };
  return cashier.shifts.handOver({ ...order, receiver: { staff, pin } });
}

const signIns = () => actsOf(book).filter(({ act }) => act === 'sign-in');

test('whoever takes a drawer over is signed in there, and the journal says so', async () => {
  const before = signIns().length;
  const { opened } = await handOverTo('kasir-2');

  expect(opened).toMatchObject({ shift: 2, cashier: 'kasir-2' });
  expect(await signedIn(cashier)).toMatchObject({ state: 'in', cashier: 'kasir-2' });
  expect(signIns().slice(before)).toMatchObject([{ cashier: 'kasir-2', subject: 'kasir-2' }]);
});

test('who may open no shift takes no drawer over, and the shift goes on', async () => {
  await expect(handOverTo('kasir-4')).rejects.toMatchObject({
    code: 'RECEIVER_MAY_NOT',
    data: { name: 'Dewi' },
  });

  expect(recordsOf(book, 'z')).toEqual([]);
  expect(await signedIn(cashier)).toMatchObject({ cashier: 'kasir-3' });
});

test('where no PIN is asked for, anybody takes a drawer over, and no sign-in is told', async () => {
  await (await book.page('kasir-1')).settings.change({ pinUse: 'never' });
  const before = signIns().length;

  const { opened } = await handOverTo('kasir-4', null);

  expect(opened).toMatchObject({ cashier: 'kasir-4' });
  expect(signIns()).toHaveLength(before);
});

test.each([
  [
    'leaves',
    () => setActive(book.till, theOwner, { staff: 'kasir-2', isActive: false }),
    'STAFF_UNKNOWN',
  ],
  [
    'may open no shift any more',
    () => changePerson(book.till, theOwner, { staff: 'kasir-2', name: 'Budi', role: 'role-1' }),
    'RECEIVER_MAY_NOT',
  ],
])('who %s while their PIN is checked takes no drawer over', async (_, happens, code) => {
  const before = signIns().length;
  const handed = handOverTo('kasir-2');
  await checking(book, 'kasir-2');
  happens();

  await expect(handed).rejects.toMatchObject({ code });
  expect(recordsOf(book, 'z')).toEqual([]);
  expect(signIns()).toHaveLength(before);
  expect(await signedIn(cashier)).toMatchObject({ cashier: 'kasir-3' });
});

test.each([
  ['leaves', () => setActive(book.till, theOwner, { staff: 'kasir-3', isActive: false })],
  ['signs out', () => cashier.staff.signOut()],
])('who %s while the other’s PIN is checked hands nothing over', async (_, happens) => {
  const before = signIns().length;
  const handed = handOverTo('kasir-2');
  await checking(book, 'kasir-2');
  await happens();

  await expect(handed).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
  expect(recordsOf(book, 'z')).toEqual([]);
  expect(signIns()).toHaveLength(before);
  expect(await signedIn(cashier)).toMatchObject({ state: 'out' });
});

test('a handover whose sign-in cannot be told is not done', async () => {
  book.till.db.exec(`CREATE TEMP TRIGGER refuse BEFORE INSERT ON act WHEN NEW.act = 'sign-in'
    BEGIN SELECT RAISE(ABORT, 'no'); END`);

  await expect(handOverTo('kasir-2')).rejects.toThrow();
  expect(recordsOf(book, 'z')).toEqual([]);
  expect(await signedIn(cashier)).toMatchObject({ cashier: 'kasir-3' });
});

test('an id that opened a shift hands none over', async () => {
  const handed = handOverTo('kasir-2', pins['kasir-2'], opening);

  await expect(handed).rejects.toMatchObject({ code: 'ACT_ID_REUSED' });
  expect(recordsOf(book, 'z')).toEqual([]);
});

test('the same handover again answers the first to whoever may close', async () => {
  const id = anId();
  const first = await handOverTo('kasir-2', pins['kasir-2'], id);
  const again = await handOverTo('kasir-2', pins['kasir-2'], id);
  expect({ ...again, ticket: '' }).toEqual({ ...first, ticket: '' });

  await cashier.staff.signOut();
  const unsigned = handOverTo('kasir-2', pins['kasir-2'], id);
  await expect(unsigned).rejects.toMatchObject({ code: 'NOT_PERMITTED' });
});
