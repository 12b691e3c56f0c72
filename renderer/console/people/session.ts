import { queryOptions } from '@tanstack/react-query';
import { hub, isRefused, queryClient, SESSION_KEY } from '../hub-client.ts';
import { dropToken, linkToken } from './link-token.ts';

/** Whether somebody is signed in in this browser. */
export type Session =
  | { readonly state: 'in'; readonly hub: string; readonly administrator: string }
  | { readonly state: 'out'; readonly isLinkWrong: boolean };

/** Signs in by the link that was opened, where there is one, and asks who is signed in. */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: askSession,
  staleTime: Number.POSITIVE_INFINITY,
});

async function askSession(): Promise<Session> {
  const token = linkToken();
  const isLinkWrong = token !== null && !(await isTaken(token));
  dropToken();
  try {
    return { state: 'in', ...(await hub.people.me()) };
  } catch (error) {
    if (isRefused(error) && error.code === 'SIGN_IN_NEEDED') return { state: 'out', isLinkWrong };
    throw error;
  }
}

/** @throws what stands in the way of the question; the token waits then */
async function isTaken(token: string): Promise<boolean> {
  if (token === '') return false;
  try {
    await hub.people.signIn({ token });
    return true;
  } catch (error) {
    if (isRefused(error) && error.code === 'LINK_WRONG') return false;
    throw error;
  }
}

/** Ends the session here and at the hub; nothing that was read stays in the page. */
export async function signOut(): Promise<void> {
  await hub.people.signOut();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey !== SESSION_KEY });
  const session: Session = { state: 'out', isLinkWrong: false };
  queryClient.setQueryData(SESSION_KEY, session);
}
