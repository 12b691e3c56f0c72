import { useSyncExternalStore } from 'react';
import type { ConnectionState } from './connection.ts';
import { connection } from './till-client.ts';

/** Whether the screen reaches the till, as it changes. */
export function useConnection(): ConnectionState {
  return useSyncExternalStore(connection.subscribe, connection.state);
}
