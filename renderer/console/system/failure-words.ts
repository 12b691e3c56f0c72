import type { Say } from '../../ui/use-text.ts';
import { isRefused } from '../hub-client.ts';

/** One sentence for whatever stood in the way of a question to the hub. */
export function failureWords(error: unknown, say: Say): string {
  if (!isRefused(error)) return say.text('console.unreachable');
  if (error.code === 'DEVICE_REVOKED') return say.text('console.device.isRevoked');
  if (error.code === 'INPUT_INVALID') return say.text('console.inputInvalid');
  return error.code === 'FAULT' ? say.text('console.fault') : say.failure(error);
}
