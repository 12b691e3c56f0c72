import { z } from 'zod';
import { lineOfText } from '../line-of-text.ts';
import { RolePermission } from '../permissions.ts';
import { builtinRoles } from '../role.ts';

/** Most people and roles of one stall. */
export const STAFF_MAX = 200;
export const ROLES_MAX = 50;

/** The pseudonym of a person, the only thing of them that enters the journal. Never given twice. */
export const StaffId = z.string().regex(/^kasir-[1-9]\d{0,5}$/);

/** Who sells while nobody is signed in, where the stall allows that and has several people. */
export const NOBODY = 'kasir-0';

export const StaffName = lineOfText(1, 40);

/** Whether a name, as StaffName leaves it, could be taken for a pseudonym on screen or paper. */
export function isLikePseudonym(name: string): boolean {
  const plain = name
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/\p{Pd}|\u2212/gu, '-');
  return /^kasir-\p{Nd}+$/iu.test(plain);
}

/** The words for what is wrong with a name that was typed; null where it can be kept. */
export function nameFault(typed: string): 'staff.nameNeeded' | 'error.nameLikePseudonym' | null {
  const name = StaffName.safeParse(typed);
  if (!name.success) return 'staff.nameNeeded';
  return isLikePseudonym(name.data) ? 'error.nameLikePseudonym' : null;
}

export const RoleName = lineOfText(1, 40);

/** A built-in role, or one that the stall has made: `role-1`. */
export const RoleId = z.union([z.enum(builtinRoles), z.string().regex(/^role-[1-9]\d{0,5}$/)]);
export type RoleId = z.output<typeof RoleId>;

/** A role as the stall has it. Built-in ones have no name of their own: the screen has words. */
export const Role = z.strictObject({
  id: RoleId,
  name: z.string(),
  isBuiltin: z.boolean(),
  permissions: z.array(RolePermission),
});
export type Role = z.output<typeof Role>;

/** Somebody of the stall as anybody at the till may see them, to choose from. */
export const Person = z.strictObject({
  id: StaffId,
  /** Empty where none was given, or after it was erased. */
  name: z.string(),
  role: RoleId,
  /** Words for a role of the stall's own; empty for a built-in one. */
  roleName: z.string(),
  hasPin: z.boolean(),
  /** Who works here no longer is in no choice; their records stay. */
  isActive: z.boolean(),
  /** How long no PIN of theirs is tried; 0 when one is. */
  lockedMs: z.int(),
});
export type Person = z.output<typeof Person>;

/** The owner who answers for the stall: the first of those who work here. */
export function firstOwner(people: readonly Person[]): Person | undefined {
  return people.find(({ role, isActive }) => role === 'owner' && isActive); // the oldest first
}

/** What a person is called on screen and paper: the pseudonym where there is no name. */
export function nameOf({ id, name }: { readonly id: string; readonly name: string }): string {
  return name === '' ? id : name;
}
