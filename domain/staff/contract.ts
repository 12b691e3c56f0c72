import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { pickErrors } from '../errors.ts';
import { RolePermission } from '../permissions.ts';
import { Pin } from './pin.ts';
import {
  Person,
  Role,
  ROLES_MAX,
  RoleId,
  RoleName,
  STAFF_MAX,
  StaffId,
  StaffName,
} from './staff.ts';

/** Who acts on this line (window, tab), and what they may. */
export const SignedIn = z.strictObject({
  /**
   * `unset`: the owner has no PIN yet and is signed in everywhere. `in`: a person is. `out`: nobody
   * is, and where the stall allows it, selling goes on all the same.
   */
  state: z.enum(['unset', 'in', 'out']),
  /** Pseudonym of who acts; empty where nobody may. */
  cashier: z.string(),
  /** Empty where none was given. */
  name: z.string(),
  permissions: z.array(RolePermission),
  /** Which drawer this line works at, from 1. */
  drawer: z.int().min(1),
  /** After so long without a sign of the person they are signed out; 0 is never. */
  lockAfterMs: z.int(),
});
export type SignedIn = z.output<typeof SignedIn>;

/** Signs in again on a connection that was lost; of no use after a sign-out or a new start. */
const Ticket = z.string().min(20).max(100);

/** Each with the PIN of who is meant; null is for a stall that asks for none. */
const SignIn = z.strictObject({ staff: StaffId, pin: Pin.nullable() });

const pinErrors = pickErrors(
  'PIN_WRONG',
  'PIN_LOCKED',
  'PIN_UNSET',
  'PEPPER_MISSING',
  'STAFF_UNKNOWN',
);

/** A person as the owner changes them. */
const StaffDraft = z.strictObject({ name: StaffName, role: RoleId });

export const staffContract = {
  /** Who acts on this line now, then after each change. */
  watch: call('open').output(eventIterator(SignedIn)),

  /** Who works here, to choose from: the oldest first. Who left is in it for their old records. */
  people: call('open').output(z.array(Person).max(STAFF_MAX)),

  /** Signs somebody in on this line, in place of who was. The ticket outlives the connection. */
  signIn: call('open')
    .input(SignIn)
    .errors(pinErrors)
    .output(z.strictObject({ ticket: z.string() })),

  /** The same person again, after the connection was lost; false when that is over. */
  resume: call('open')
    .input(z.strictObject({ ticket: Ticket }))
    .output(z.strictObject({ isSignedIn: z.boolean() })),

  /** Signs out on this line: the lock. */
  signOut: call('open'),

  /** The person is still there; nothing else that a page asks says so. */
  stay: call('open'),

  /** This line works at that drawer from now on. */
  chooseDrawer: call('open')
    .input(z.strictObject({ drawer: z.int().min(1).max(2) }))
    .errors(pickErrors('DRAWER_UNKNOWN')),

  /** Roles and what they may. */
  roles: call('open').output(z.array(Role).max(ROLES_MAX + 3)),

  add: call('staff.change')
    .input(StaffDraft)
    .errors(pickErrors('STAFF_FULL', 'NAME_LIKE_PSEUDONYM', 'ROLE_UNKNOWN', 'BEYOND_OWN'))
    .output(Person),
  change: call('staff.change')
    .input(z.strictObject({ staff: StaffId, ...StaffDraft.shape }))
    .errors(
      pickErrors(
        'STAFF_UNKNOWN',
        'NAME_LIKE_PSEUDONYM',
        'ROLE_UNKNOWN',
        'OWNER_NEEDED',
        'BEYOND_OWN',
      ),
    )
    .output(Person),
  /** Who works here no longer, or again. */
  setActive: call('staff.change')
    .input(z.strictObject({ staff: StaffId, isActive: z.boolean() }))
    .errors(pickErrors('STAFF_UNKNOWN', 'OWNER_NEEDED', 'BEYOND_OWN'))
    .output(Person),
  /**
   * Takes the name out of the till for good; what they did stays, under their pseudonym. While
   * another program reads the book the name is still in a file, until that is over.
   */
  erase: call('staff.change')
    .input(z.strictObject({ staff: StaffId }))
    .errors(pickErrors('STAFF_UNKNOWN', 'OWNER_NEEDED', 'BEYOND_OWN'))
    .output(z.strictObject({ person: Person, isOutOfFiles: z.boolean() })),

  /**
   * Gives somebody a PIN. An owner's first one makes the recovery code, which is answered this
   * once: only its hash is kept.
   */
  setPin: call('staff.change')
    .input(z.strictObject({ staff: StaffId, pin: Pin }))
    .errors(pickErrors('STAFF_UNKNOWN', 'PIN_EASY', 'BEYOND_OWN', 'PEPPER_MISSING'))
    .output(z.strictObject({ recoveryCode: z.string().nullable() })),
  /** Changes one's own PIN. */
  changePin: call('open')
    .input(z.strictObject({ staff: StaffId, pin: Pin, newPin: Pin }))
    .errors({ ...pinErrors, ...pickErrors('PIN_EASY') }),
  /** A new recovery code in place of the one before. */
  renewRecoveryCode: call('staff.change')
    .errors(pickErrors('BEYOND_OWN'))
    .output(z.strictObject({ recoveryCode: z.string() })),
  /** Prints a code that was just answered; it is kept nowhere. */
  printRecoveryCode: call('staff.change')
    .input(z.strictObject({ recoveryCode: z.string().min(1).max(40) }))
    .errors(pickErrors('RECOVERY_WRONG', 'PRINTER_ON_SCREEN', 'PAPER_NOT_PRINTED')),
  /** Gives the first owner a new PIN, and the stall a new code in place of the one used. */
  recover: call('open')
    .input(z.strictObject({ code: z.string().min(1).max(60), pin: Pin }))
    .errors(pickErrors('RECOVERY_WRONG', 'PIN_LOCKED', 'PIN_EASY'))
    .output(z.strictObject({ recoveryCode: z.string() })),

  /** Keeps a role of the stall's own; a new one without id. */
  saveRole: call('staff.change')
    .input(
      z.strictObject({
        id: RoleId.nullable(),
        name: RoleName,
        permissions: z.array(RolePermission).max(100),
      }),
    )
    .errors(pickErrors('ROLE_UNKNOWN', 'ROLE_BUILTIN', 'ROLES_FULL', 'BEYOND_OWN'))
    .output(Role),
  deleteRole: call('staff.change')
    .input(z.strictObject({ id: RoleId }))
    .errors(pickErrors('ROLE_UNKNOWN', 'ROLE_BUILTIN', 'ROLE_IN_USE', 'BEYOND_OWN')),
};
