import fc from 'fast-check';
import { RUPIAH_MAX, rupiah } from '../../domain/money.ts';
import { rolePermissions } from '../../domain/permissions.ts';
import { denominations, PIECES_MAX } from '../../domain/shifts/cash-count.ts';
import type { Drawers } from '../../domain/shifts/contract.ts';
import {
  differenceReasons,
  inReasons,
  openReasons,
  outReasons,
} from '../../domain/shifts/movement.ts';
import type { Calls } from './calls.ts';
import { claims } from './pin-acts.ts';
import { anId } from './test-till.ts';
import { edges, words } from './trade-acts.ts';

/** A shift that no till comes to. */
const NEVER = 1_000_000;
const drawer = fc.constantFrom(1, 2);
const note = words.map((text) => text.slice(0, 60));
const names = words.map((text) => text.slice(0, 40)).filter((text) => text.trim() !== '');
const staff = fc.constantFrom('kasir-1', 'kasir-2', 'kasir-3', 'kasir-9');
const roles = fc.constantFrom('owner', 'cashier', 'role-1', 'role-2');
const counts = fc.uniqueArray(
  fc.record({ valueRupiah: fc.constantFrom(...denominations), pieces: edges(PIECES_MAX) }),
  { selector: ({ valueRupiah }) => valueRupiah },
);
const counted = {
  count: counts,
  reason: fc.constantFrom(...differenceReasons, null),
  note,
};
const closings = {
  close: fc.record({
    kind: fc.constant('close' as const),
    carts: fc.constantFrom('refuse', 'carry'),
    ...counted,
  }),
  handOver: fc.record({
    kind: fc.constant('hand-over' as const),
    receiver: fc.oneof(claims, fc.record({ staff, pin: fc.constant(null) })),
    ...counted,
  }),
};

/** One call on shifts or staff, with any input that the contract lets in. */
export const shiftActs = fc.oneof(
  fc.record({ kind: fc.constant('open' as const), drawer, float: counts }),
  fc.record({
    kind: fc.constant('move' as const),
    reason: fc.constantFrom(...inReasons, ...outReasons),
    amount: edges(RUPIAH_MAX),
    note,
  }),
  fc.record({
    kind: fc.constant('no-sale' as const),
    reason: fc.constantFrom(...openReasons).filter((reason) => reason !== 'count'),
    note,
  }),
  { arbitrary: fc.oneof(closings.close, closings.handOver), weight: 4 },
  fc.record({ kind: fc.constant('drawer' as const), drawer }),
  fc.record({ kind: fc.constant('person' as const), staff, name: names, role: roles }),
  fc.record({ kind: fc.constant('leave' as const), staff, isActive: fc.boolean() }),
  fc.record({ kind: fc.constant('erase' as const), staff }),
  fc.record({
    kind: fc.constant('role' as const),
    id: fc.constantFrom('role-1', 'role-2', null),
    name: names,
    permissions: fc.subarray(rolePermissions),
  }),
  fc.record({ kind: fc.constant('unrole' as const), id: roles }),
  fc.record({ kind: fc.constant('line' as const), staff }),
);
export type ShiftAct = typeof shiftActs extends fc.Arbitrary<infer A> ? A : never;

/** Does it, at the shift that was opened last; where none is open, at one that never was. */
export async function performShift(calls: Calls, act: ShiftAct): Promise<void> {
  const id = anId();
  switch (act.kind) {
    case 'open':
      await calls.shifts.open({ id, drawer: act.drawer, float: act.float });
      return;
    case 'move': {
      const amountRupiah = rupiah(Math.max(1, act.amount));
      await calls.shifts.move({ id, reason: act.reason, amountRupiah, note: act.note });
      return;
    }
    case 'no-sale':
      await calls.shifts.noSale({ id, reason: act.reason, note: act.note });
      return;
    case 'close':
    case 'hand-over':
      return close(calls, act);
    case 'drawer':
      await calls.staff.chooseDrawer({ drawer: act.drawer });
      return;
    default:
      return performStaff(calls, act);
  }
}

type CloseAct = Extract<ShiftAct, { kind: 'close' | 'hand-over' }>;

async function close(calls: Calls, { count, reason, note: why, ...act }: CloseAct): Promise<void> {
  const shift = (await openShifts(calls)).at(-1)?.shift ?? NEVER;
  await calls.shifts.openToCount({ id: anId(), shift });
  await calls.shifts.count({ shift, count });
  const order = { id: anId(), shift, reason, note: why };
  if (act.kind === 'close') {
    await calls.shifts.close({ ...order, carts: act.carts });
    return;
  }
  await calls.shifts.handOver({ ...order, receiver: act.receiver });
}

async function openShifts({ shifts }: Calls): Promise<Drawers['open']> {
  const events = await shifts.watch();
  const first = await events.next();
  await events.return?.();
  return first.done ? [] : first.value.open;
}

type StaffAct = Exclude<
  ShiftAct,
  { kind: 'open' | 'move' | 'no-sale' | 'close' | 'hand-over' | 'drawer' }
>;

async function performStaff({ staff: calls }: Calls, act: StaffAct): Promise<void> {
  switch (act.kind) {
    case 'person':
      await calls.add({ name: act.name, role: act.role });
      await calls.change({ staff: act.staff, name: act.name, role: act.role });
      return;
    case 'leave':
      await calls.setActive({ staff: act.staff, isActive: act.isActive });
      return;
    case 'erase':
      await calls.erase({ staff: act.staff });
      return;
    case 'role':
      await calls.saveRole({ id: act.id, name: act.name, permissions: act.permissions });
      return;
    case 'unrole':
      await calls.deleteRole({ id: act.id });
      return;
    case 'line': {
      const { ticket } = await calls.signIn({ staff: act.staff, pin: null });
      await calls.stay();
      await calls.resume({ ticket });
      await calls.signOut();
    }
  }
}
