import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import type { contract } from '../../domain/contract.ts';
import { isUnreachable, keepLine } from './line.ts';
import { messagePortCarrier } from './message-port-carrier.ts';
import { websocketCarrier } from './websocket-carrier.ts';

/** The line to the till, over what this shell has. */
export const line = keepLine('lapakShell' in window ? messagePortCarrier : websocketCarrier);

/** Calls to the till, as the contract has them. */
export const till: ContractRouterClient<typeof contract> = createORPCClient(line.link);

/** The same calls as query options. */
export const tillQuery = createTanstackQueryUtils(till);

/**
 * What the screen remembers of the till's answers. The till is on this machine: a query never
 * waits for a network, and grows old only when the screen knows that something has changed.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      staleTime: Number.POSITIVE_INFINITY,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      retry: (failures, error) => failures < 2 && isUnreachable(error),
    },
    mutations: { networkMode: 'always' },
  },
});

// Whatever was read or watched over the lost line is read again over the new one.
line.subscribe(() => {
  if (line.state() === 'open') void queryClient.invalidateQueries();
});
