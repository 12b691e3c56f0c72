import { createORPCClient, ORPCError } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { hubContract } from '../../domain/hub-contract.ts';
import { hubStatuses } from '../../domain/sync/hub-call.ts';

/** How long an answer is waited for: a large import takes its time. ms */
const ANSWER_MS = 120_000;

/** The hub that this page came from; its cookie goes along to nowhere else. */
const link = new OpenAPILink(hubContract, {
  url: `${location.origin}/v1`,
  fetch: (request, init) => {
    const signal = AbortSignal.timeout(ANSWER_MS);
    return fetch(request, { ...init, credentials: 'same-origin', signal });
  },
});

/** The calls of the hub, as the contract has them. */
export const hub: JsonifiedClient<ContractRouterClient<typeof hubContract>> =
  createORPCClient(link);

/** The calls as query options. */
export const hubQuery = createTanstackQueryUtils(hub);

/** Under which the page remembers who is signed in. */
export const SESSION_KEY = ['session'] as const;

/** How soon a question that was not answered is asked again. ms */
const ASK_AGAIN_MS = 5_000;

/** What the page remembers of the hub's answers. Whoever is signed out is asked to sign in. */
export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: leaveIfSignedOut }),
  mutationCache: new MutationCache({ onError: leaveIfSignedOut }),
  defaultOptions: {
    queries: {
      networkMode: 'always', // a hub in the same building is there without the internet
      retry: false,
      staleTime: 5_000,
      refetchInterval: every(false),
    },
    mutations: { networkMode: 'always' },
  },
});

/** How soon a question is asked again: after so long, and sooner where it was not answered. ms */
export function againAfter(error: Error | null, ms: number | false): number | false {
  return error === null ? ms : isRefused(error) ? false : ASK_AGAIN_MS;
}

/** The same for a question that is asked again whatever was answered. */
export function every(ms: number | false) {
  return ({ state }: { readonly state: { readonly error: Error | null } }) =>
    againAfter(state.error, ms);
}

/** Whether the hub itself said no, not something before it: asking again says no again. */
export function isRefused(error: unknown): error is ORPCError<string, unknown> {
  return error instanceof ORPCError && Object.hasOwn(hubStatuses, error.code);
}

function leaveIfSignedOut(error: unknown): void {
  if (!isRefused(error) || error.code !== 'SIGN_IN_NEEDED') return;
  void queryClient.invalidateQueries({ queryKey: SESSION_KEY });
}
