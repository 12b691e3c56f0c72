import { oc } from '@orpc/contract';
import { pickErrors } from './errors.ts';
import type { Permission } from './permissions.ts';

export interface Access {
  readonly permission: Permission;
  /** `file`: one of its texts may be as long as a file; every other call is short. */
  readonly carries: 'fields' | 'file';
}

/** Starts a call: its permission, and the failures that any call to the till can meet. */
export function call(permission: Permission, carries: Access['carries'] = 'fields') {
  return oc
    .$meta<Access>({ permission, carries })
    .errors(
      pickErrors(
        'FAULT',
        'DISK_FULL',
        'DISK_FAULT',
        'FOLDER_READ_ONLY',
        'FOLDER_IN_USE',
        'BOOK_LOST',
        'FILE_LOST',
        'DATABASE_DAMAGED',
        'DATABASE_ROLLED_BACK',
        'CLOCK_WRONG',
        'NOT_PERMITTED',
        'NOT_SIGNED_IN',
        'APPROVER_MAY_NOT',
        'PIN_WRONG',
        'PIN_LOCKED',
        'PIN_UNSET',
        'PEPPER_MISSING',
        'STAFF_UNKNOWN',
        'INPUT_TOO_LONG',
        'INPUT_INVALID',
      ),
    );
}
