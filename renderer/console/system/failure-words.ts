import type { Say } from '../../ui/use-text.ts';
import { isRefused } from '../hub-client.ts';

/** One sentence for whatever stood in the way of a question to the hub. */
export function failureWords(error: unknown, say: Say): string {
  if (!isRefused(error)) return say.text('console.unreachable');
  return error.code === 'FAULT' ? say.text('console.fault') : say.failure(error);
}
