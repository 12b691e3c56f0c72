import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import type { contract } from '../../domain/contract.ts';
import { type Link, openConnection } from './connection.ts';
import { messagePortCarrier } from './message-port-carrier.ts';
import { websocketCarrier } from './websocket-carrier.ts';

type TillClient = ContractRouterClient<typeof contract>;

/** To the till, over what this shell has. */
export const connection = openConnection(
  'lapakShell' in window ? messagePortCarrier : websocketCarrier,
  (link: Link) => createORPCClient<TillClient>(link).system.ping(),
);

/** Calls to the till, as the contract has them. */
export const till: TillClient = createORPCClient(connection.link);

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
      retry: false, // a lost connection asks anew as soon as it is open, see below
    },
    mutations: { networkMode: 'always' },
  },
});

// What was read or watched over a lost connection is read again over the new one.
connection.subscribe(() => {
  if (connection.state() === 'open') void queryClient.invalidateQueries();
});
