import { ORPCError } from '@orpc/client';
import type { Failure } from '../../../domain/sales/register-state.ts';

/** What the till has answered, or a fault of the page. */
export function failureFrom(error: unknown): Failure {
  if (error instanceof ORPCError) {
    const { data } = error as ORPCError<string, unknown>; // whatever the till has sent
    return { code: error.code, data: typeof data === 'object' && data !== null ? { ...data } : {} };
  }
  return { code: 'FAULT', data: { name: error instanceof Error ? error.name : typeof error } };
}
