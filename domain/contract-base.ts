import { oc } from '@orpc/contract';
import { pickErrors } from './errors.ts';
import type { Permission } from './permissions.ts';

export interface Access {
  readonly permission: Permission;
}

/** Starts a call: its permission, and the failures that any call to the till can meet. */
export function call(permission: Permission) {
  return oc
    .$meta<Access>({ permission })
    .errors(
      pickErrors(
        'FAULT',
        'DISK_FULL',
        'DISK_FAULT',
        'FOLDER_READ_ONLY',
        'DATABASE_DAMAGED',
        'DATABASE_ROLLED_BACK',
        'NOT_PERMITTED',
        'INPUT_INVALID',
      ),
    );
}
