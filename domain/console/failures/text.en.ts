import type { consoleFailuresId } from './text.id.ts';

/** What stood in the way of a question or an act of the console, in English. */
export const consoleFailuresEn: Record<keyof typeof consoleFailuresId, string> = {
  'console.unreachable':
    'The hub cannot be reached. Check the network, or whether the hub is still running; this page tries again by itself.',
  'console.actUnreachable':
    'The hub cannot be reached. This may not have arrived: check the network, then try again; nothing happens twice.',
  'console.fault':
    'Something went wrong in the hub; its log has the details. Try again in a while.',
  'console.inputInvalid': 'Something here cannot be used. Check it, then try again.',
};
