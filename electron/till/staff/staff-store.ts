import { StaffId } from '../../../domain/staff/staff.ts';
import { build, sqlQuery } from '../database/build.ts';
import { first, prepare, run, type Tx } from '../database/run.ts';

/** A person as the book has them. */
export interface StoredPerson {
  /** Pseudonym: `kasir-3` */
  readonly id: string;
  readonly name: string;
  readonly role: string;
  /** Argon2id in PHC form; null without a PIN. */
  readonly pin: string | null;
  readonly isActive: boolean;
}

/** What can be changed of a person. */
export type PersonChange = Partial<Omit<StoredPerson, 'id'>>;

/** Everybody whose name was not erased, the oldest first. */
export function listPeople(tx: Tx): StoredPerson[] {
  return people.all(tx, {}).map(toPerson);
}

/** Who has this pseudonym; undefined when nobody has, or their name was erased. */
export function findPerson(tx: Tx, id: string): StoredPerson | undefined {
  if (!StaffId.safeParse(id).success) return undefined;
  const row = byNumber.first(tx, { number: numberOf(id) });
  return row && toPerson(row);
}

/** Whether somebody ever had this pseudonym, also where their name was erased. */
export function isGiven(tx: Tx, id: string): boolean {
  if (!StaffId.safeParse(id).success) return false;
  const query = build.selectFrom('staff').select('number').where('number', '=', numberOf(id));
  return first(tx, query) !== undefined;
}

/** The owner who works here longest. */
export function findFirstOwner(tx: Tx): StoredPerson | undefined {
  const row = firstOwner.first(tx, {});
  return row && toPerson(row);
}

/** Whether an owner who works here has a PIN: before that nobody has to sign in. */
export function hasOwnerPin(tx: Tx): boolean {
  return ownerPin.first(tx, {}) !== undefined;
}

/** Who works here alone; undefined when several people do. */
export function findOnlyPerson(tx: Tx): StoredPerson | undefined {
  const [only, ...others] = activePair.all(tx, {});
  return only && others.length === 0 ? toPerson(only) : undefined;
}

/** How many people have this role, also of those who left. */
export function countPeopleOfRole(tx: Tx, role: string): number {
  const query = build
    .selectFrom('staff')
    .select((e) => e.fn.countAll<number>().as('people'))
    .where('role', '=', role)
    .where('is_erased', '=', 0);
  return first(tx, query)?.people ?? 0;
}

/** Adds somebody without a PIN. @returns their pseudonym, which nobody had before */
export function insertPerson(
  tx: Tx,
  person: { readonly name: string; readonly role: string; readonly createdAtMs: number },
): string {
  return pseudonym(insert.run(tx, person));
}

/** Changes the fields given. */
export function updatePerson(tx: Tx, id: string, change: PersonChange): void {
  const { isActive, ...fields } = change;
  const active = isActive === undefined ? {} : ({ is_active: isActive ? 1 : 0 } as const);
  const query = build
    .updateTable('staff')
    .set({ ...fields, ...active })
    .where('number', '=', numberOf(id));
  run(tx, query);
}

/** Takes the name and PIN out of the book; the pseudonym stays taken. */
export function erasePerson(tx: Tx, id: string): void {
  const query = build
    .updateTable('staff')
    .set({ name: '', pin: null, is_active: 0, is_erased: 1 })
    .where('number', '=', numberOf(id));
  run(tx, query);
}

/** Takes everybody's PIN away. */
export function clearPins(tx: Tx): void {
  run(tx, build.updateTable('staff').set({ pin: null }));
}

interface PersonRow {
  readonly number: number;
  readonly name: string;
  readonly role: string;
  readonly pin: string | null;
  readonly is_active: 0 | 1;
}

function toPerson({ number, is_active: isActive, ...row }: PersonRow): StoredPerson {
  return { id: pseudonym(number), ...row, isActive: isActive === 1 };
}

function pseudonym(number: number): string {
  return `kasir-${number}`;
}

function numberOf(id: string): number {
  return Number(id.slice('kasir-'.length));
}

const known = () =>
  build
    .selectFrom('staff')
    .select(['number', 'name', 'role', 'pin', 'is_active'])
    .where('is_erased', '=', 0);

const activeOwners = () => known().where('is_active', '=', 1).where('role', '=', 'owner');

const people = prepare<object, PersonRow>(() => known().orderBy('number'));

const byNumber = prepare<{ number: number }, PersonRow>((given) =>
  known().where('number', '=', given('number')),
);

const firstOwner = prepare<object, PersonRow>(() => activeOwners().orderBy('number').limit(1));

/** Every call asks: with a value bound, SQLite would plan it anew each time. */
const ownerPin = prepare<object, { number: number }>(() =>
  sqlQuery(
    `SELECT number FROM staff
     WHERE role = 'owner' AND is_active = 1 AND is_erased = 0 AND pin IS NOT NULL LIMIT 1`,
  ),
);

const activePair = prepare<object, PersonRow>(() =>
  known().where('is_active', '=', 1).orderBy('number').limit(2),
);

const insert = prepare<{ name: string; role: string; createdAtMs: number }>((given) =>
  build.insertInto('staff').values({
    name: given('name'),
    role: given('role'),
    is_active: 1,
    is_erased: 0,
    created_at_ms: given('createdAtMs'),
  }),
);
