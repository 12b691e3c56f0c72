import { LapakError } from '../../../domain/errors.ts';
import type { Say } from '../../ui/use-text.ts';
import { isRefused } from '../hub-client.ts';

/** One sentence for whatever stood in the way of an act. */
export function failureWords(error: unknown, say: Say): string {
  return knownWords(error, say) ?? say.text('console.actUnreachable');
}

/** One sentence for whatever stood in the way of a question, which the page asks again. */
export function notReadWords(error: unknown, say: Say): string {
  return knownWords(error, say) ?? say.text('console.unreachable');
}

/** What the hub refused, or this page did before it asked. */
function knownWords(error: unknown, say: Say): string | undefined {
  if (error instanceof LapakError) return say.failure(error);
  if (!isRefused(error)) return undefined;
  if (error.code === 'DEVICE_REVOKED') return say.text('console.device.isRevoked');
  if (error.code === 'INPUT_INVALID') return say.text('console.inputInvalid');
  return error.code === 'FAULT' ? say.text('console.fault') : say.failure(error);
}
