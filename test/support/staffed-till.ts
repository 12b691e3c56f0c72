import { join } from 'node:path';
import type { JournalRecord } from '../../domain/journal/record.ts';
import type { RolePermission } from '../../domain/permissions.ts';
import type { Settings } from '../../domain/settings/settings.ts';
import { SignedIn } from '../../domain/staff/contract.ts';
import type { ActTable } from '../../electron/till/journal/journal-tables.ts';
import { PEPPER_FILE } from '../../electron/till/staff/pepper.ts';
import { type Calls, callsOf } from './calls.ts';
import { openTestTill, type TestTill } from './test-till.ts';

/** Everybody's PIN, by pseudonym. */
export const pins = {
  'kasir-1': '907351',
  'kasir-2': '418260',
  'kasir-3': '552917',
  'kasir-4': '730486',
} as const;
export type Hand = keyof typeof pins;

/** What `kasir-4` may, by a role of the stall's own. */
export const ownPermissions: readonly RolePermission[] = ['catalog.export', 'staff.change'];

/** A stall with an owner, a supervisor, a cashier, and one of an own role: `kasir-1` to 4. */
export interface StaffedTill extends TestTill {
  /** The calls of a page of its own; signed in where somebody is named. */
  page(staff?: Hand): Promise<Calls>;
  /** The code that the owner's first PIN gave. */
  readonly recoveryCode: string;
  readonly pepperFile: string;
}

/** @param pinUse when the stall asks for a PIN */
export async function openStaffedTill(
  pinUse: Settings['pinUse'] = 'guarded',
): Promise<StaffedTill> {
  const book = await openTestTill();
  const owner = callsOf(book);
  const role = await owner.staff.saveRole({
    id: null,
    name: 'Gudang',
    permissions: [...ownPermissions],
  });
  await owner.staff.add({ name: 'Budi', role: 'supervisor' });
  await owner.staff.add({ name: 'Citra', role: 'cashier' });
  await owner.staff.add({ name: 'Dewi', role: role.id });
  await owner.settings.change({ pinUse });
  const { recoveryCode } = await owner.staff.setPin({ staff: 'kasir-1', pin: pins['kasir-1'] });
  const others = ['kasir-2', 'kasir-3', 'kasir-4'] as const;
  for (const staff of others) await owner.staff.setPin({ staff, pin: pins[staff] });
  return {
    ...book,
    get till() {
      return book.till;
    },
    recoveryCode: recoveryCode ?? '',
    pepperFile: join(book.dataDir, PEPPER_FILE),
    page: async (staff) => {
      const calls = callsOf(book);
      if (staff) await calls.staff.signIn({ staff, pin: pins[staff] });
      return calls;
    },
  };
}

/** Who acts on a page now. */
export async function signedIn(calls: Calls): Promise<SignedIn> {
  const events = await calls.staff.watch();
  const { value } = await events.next();
  await events.return?.();
  return SignedIn.parse(value);
}

/** Waits until a PIN of theirs is being checked. */
export async function checking({ till }: Pick<TestTill, 'till'>, staff: Hand): Promise<void> {
  const tried = till.db.prepare('SELECT failures FROM wrong_try WHERE subject = ?').pluck();
  while (tried.get(staff) === undefined) await new Promise((resolve) => setImmediate(resolve));
}

/** What people did beside the trade, as the audit trail has it, the oldest first. */
export function actsOf({ till }: Pick<TestTill, 'till'>): ActTable[] {
  const query = "SELECT * FROM act WHERE type = 'act' ORDER BY record";
  return till.db.prepare<[], ActTable>(query).all();
}

/** Every record of the journal of one type. */
export function recordsOf<T extends JournalRecord['type']>(
  { till }: Pick<TestTill, 'till'>,
  type: T,
): Extract<JournalRecord, { type: T }>[] {
  const rows = till.db
    .prepare<[string], { head: Buffer; body: Buffer }>(
      'SELECT head, body FROM journal_record WHERE type = ? ORDER BY position',
    )
    .all(type);
  return rows.map(({ head, body }) => {
    const [parsedHead, parsedBody] = [head, body].map((bytes) => JSON.parse(bytes.toString()));
    // The journal only has what reads back as a record of its type.
    return { type, head: parsedHead, body: parsedBody } as Extract<JournalRecord, { type: T }>;
  });
}
