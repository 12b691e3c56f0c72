import { LinkToken } from '../../../domain/people/contract.ts';
import { queryClient, SESSION_KEY } from '../hub-client.ts';

const BEGIN = '#token=';

let waiting: string | null = null;

/**
 * Takes the token of a link out of the address at once, so that nobody reads it there and no other
 * page comes to know it; also where a link is opened in a page that is open already.
 */
export function watchLinks(): void {
  take();
  window.addEventListener('hashchange', () => {
    if (take()) void queryClient.invalidateQueries({ queryKey: SESSION_KEY });
  });
}

/** The token of the link that was opened; null for none, empty for one that can be none. */
export function linkToken(): string | null {
  return waiting;
}

/** The hub has answered to this token. */
export function dropToken(): void {
  waiting = null;
}

function take(): boolean {
  const { hash, pathname } = location;
  if (!hash.startsWith(BEGIN)) return false;
  history.replaceState(null, '', `${pathname}#/`);
  waiting = LinkToken.safeParse(hash.slice(BEGIN.length)).data ?? '';
  return true;
}
