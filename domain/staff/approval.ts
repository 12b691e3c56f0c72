import { z } from 'zod';
import { Pin } from './pin.ts';
import { StaffId } from './staff.ts';

/**
 * Who allows one call that its maker may not make, with the PIN that proves it. It goes with that
 * call and is good for no other.
 */
export const Approval = z.strictObject({ staff: StaffId, pin: Pin });
export type Approval = z.output<typeof Approval>;

/** The header of a call that carries it, as JSON. */
export const APPROVAL_HEADER = 'lapak-approval';
/** Far longer than any that is one. */
export const APPROVAL_CHARACTERS_MAX = 200;

/** An approval as the header carries it. */
export function writeApproval(approval: Approval): string {
  return JSON.stringify(approval);
}

/** What a header carries; undefined without one. */
export function readApproval(header: string | undefined): Approval | 'unreadable' | undefined {
  if (header === undefined) return undefined;
  try {
    return Approval.safeParse(JSON.parse(header)).data ?? 'unreadable';
  } catch {
    return 'unreadable';
  }
}
