import { useSyncExternalStore } from 'react';
import type { LineState } from './line.ts';
import { line } from './till-client.ts';

/** Whether the screen reaches the till, as it changes. */
export function useLine(): LineState {
  return useSyncExternalStore(line.subscribe, line.state);
}
