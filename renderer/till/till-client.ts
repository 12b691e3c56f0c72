import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import type { contract } from '../../domain/contract.ts';
import { type CallContext, type Link, openConnection } from './connection.ts';
import { messagePortCarrier } from './message-port-carrier.ts';
import { askingLink } from './staff/asking-link.ts';
import { drawerHere, keepDrawer } from './staff/drawer-here.ts';
import { ticketNow } from './staff/ticket.ts';
import { websocketCarrier } from './websocket-carrier.ts';

type TillClient = ContractRouterClient<typeof contract, CallContext>;

/** To the till, over what this shell has. */
export const connection = openConnection(
  'lapakShell' in window ? messagePortCarrier : websocketCarrier,
  {
    ask: (link: Link) => createORPCClient<TillClient>(link).system.ping(),
    greet: (link: Link) => greet(createORPCClient<TillClient>(link)),
  },
);

/**
 * Calls to the till, as the contract has them. One that the person here may not make asks for
 * somebody who allows it, or for a sign-in; given up, its failure is called off.
 */
export const till: TillClient = createORPCClient(askingLink(connection.link));

/** The same calls as the page makes them by itself: they ask nobody. */
export const quietTill: TillClient = createORPCClient(connection.link);

/** The calls as query options: what is read asks nobody either. */
export const tillQuery = createTanstackQueryUtils(till);

/**
 * What the screen remembers of the till's answers. The till is on this machine: a query never
 * waits for a network, and grows old only when the screen knows that something has changed.
 */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, query) => {
      // What one person has read is not for another who may not read it.
      if (isRefusal(error)) query.setState({ data: undefined, dataUpdatedAt: 0 });
    },
  }),
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

/** Says over a new connection which drawer this window sells from, and who is signed in on it. */
async function greet({ staff }: TillClient): Promise<void> {
  const drawer = drawerHere();
  // A drawer that the stall has no longer is not sold from.
  if (drawer !== 1) await staff.chooseDrawer({ drawer }).catch(() => keepDrawer(1));
  const ticket = ticketNow();
  if (ticket !== null) await staff.resume({ ticket });
}

function isRefusal(error: unknown): boolean {
  return error instanceof ORPCError && ['NOT_PERMITTED', 'NOT_SIGNED_IN'].includes(error.code);
}
