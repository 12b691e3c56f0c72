import { type ClientOptions, ORPCError } from '@orpc/client';
import { OPERATION_CONTEXT_SYMBOL } from '@orpc/tanstack-query';
import { z } from 'zod';
import { RolePermission } from '../../../domain/permissions.ts';
import type { Approval } from '../../../domain/staff/approval.ts';
import { callOff } from '../../ui/called-off.ts';
import type { CallContext, Link } from '../connection.ts';
import { askForApproval, askToSignIn } from './asked.ts';

type CallOptions = ClientOptions<CallContext>;

/** A call as it was made, to be made again. */
interface MadeCall {
  readonly options: CallOptions;
  readonly hasOwnPin: boolean;
  readonly make: (how: CallOptions) => Promise<unknown>;
}

/** What goes wrong with the PIN of an approval: the next try may be right. */
const ofPin: readonly string[] = ['PIN_WRONG', 'PIN_LOCKED', 'PIN_UNSET'];

/**
 * Calls with a PIN of their own: a wrong one may be that, and whoever made the call asks for it
 * again, before this here asks for its own.
 */
const withOwnPin: readonly string[] = ['shifts.handOver'];

/**
 * Calls that ask the people before the page: one that the person here may not make waits for
 * somebody who allows it, and is made again with that; one that nobody is signed in for waits for a
 * sign-in. Given up, it fails as it did, called off. What a query reads by itself asks nobody.
 */
export function askingLink(link: Link): Link {
  return {
    call: async (path, input, options) => {
      if (isRead(options)) return link.call(path, input, options);
      const made: MadeCall = {
        options,
        hasOwnPin: withOwnPin.includes(path.join('.')),
        make: (how) => link.call(path, input, how),
      };
      try {
        return await made.make(options);
      } catch (error) {
        return await afterRefusal(error, made);
      }
    },
  };
}

/** @throws what the call failed with, where nobody helps */
async function afterRefusal(error: unknown, made: MadeCall): Promise<unknown> {
  if (!(error instanceof ORPCError)) throw error;
  if (error.code === 'NOT_SIGNED_IN') {
    if (!(await askToSignIn())) throw callOff(error);
    try {
      return await made.make(made.options);
    } catch (next) {
      if (next instanceof ORPCError && next.code === 'NOT_SIGNED_IN') throw next;
      return afterRefusal(next, made);
    }
  }
  const permission = permissionIn(error);
  if (permission === undefined) throw error;
  return withApproval(permission, made, error);
}

function withApproval(
  permission: RolePermission,
  { make, options, hasOwnPin }: MadeCall,
  refusal: Error,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    askForApproval({
      permission,
      tryWith: async (approval) => {
        try {
          resolve(await make({ ...options, context: { ...options.context, approval } }));
        } catch (error) {
          if (isOfApproval(error, approval, hasOwnPin)) throw error;
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      },
      giveUp: () => reject(callOff(refusal)),
    });
  });
}

const Unknown = z.object({ staff: z.string() });

/** Whether it is the approval that is wrong, and not what it was given for. */
function isOfApproval(error: unknown, approval: Approval, hasOwnPin: boolean): boolean {
  if (!(error instanceof ORPCError)) return false;
  if (error.code === 'STAFF_UNKNOWN') {
    return Unknown.safeParse(error.data).data?.staff === approval.staff;
  }
  return error.code === 'APPROVER_MAY_NOT' || (ofPin.includes(error.code) && !hasOwnPin);
}

const Read = z.object({ type: z.enum(['query', 'infinite', 'live', 'streamed']) });

/** What a query reads, or watches: it is made by itself, and no person waits for it. */
function isRead({ context }: CallOptions): boolean {
  return Read.safeParse(context[OPERATION_CONTEXT_SYMBOL]).success;
}

const Refused = z.object({ permission: RolePermission });

/** What the call needs, where the person may not make it. */
function permissionIn(error: ORPCError<string, unknown>): RolePermission | undefined {
  if (error.code !== 'NOT_PERMITTED') return undefined;
  const refused = Refused.safeParse(error.data);
  return refused.data?.permission;
}
