import type { ORPCError } from '@orpc/client';
import type { Say } from '../../ui/use-text.ts';
import { isRefused } from '../hub-client.ts';

/** One sentence for whatever stood in the way of an act. */
export function failureWords(error: unknown, say: Say): string {
  return isRefused(error) ? refusedWords(error, say) : say.text('console.actUnreachable');
}

/** One sentence for whatever stood in the way of a question, which the page asks again. */
export function notReadWords(error: unknown, say: Say): string {
  return isRefused(error) ? refusedWords(error, say) : say.text('console.unreachable');
}

function refusedWords(error: ORPCError<string, unknown>, say: Say): string {
  if (error.code === 'DEVICE_REVOKED') return say.text('console.device.isRevoked');
  if (error.code === 'INPUT_INVALID') return say.text('console.inputInvalid');
  return error.code === 'FAULT' ? say.text('console.fault') : say.failure(error);
}
