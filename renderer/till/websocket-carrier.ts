import { RPCLink } from '@orpc/client/websocket';
import { browserSession, callSocket, linkPages } from '../../domain/system/carriers.ts';
import { callHeaders, type Carrier } from './connection.ts';

/** Where the tab keeps its key: a reload and a duplicated tab have it, another port does not. */
const KEY_NAME = 'lapak.session';

/** The browser shell's carrier. Without a session the page gives way to one that says how. */
export const websocketCarrier: Carrier = makeCarrier();

function makeCarrier(): Carrier {
  let wasOpen = false; // then what it shows stays: a cart, or the change to give
  const connect: Carrier = ({ opened, closed }) => {
    const url = new URL(callSocket.path, location.href.replace(/^http/, 'ws'));
    const websocket = new WebSocket(url, [callSocket.protocol, tabKey()]);
    const open = (): void => {
      wasOpen = true;
      opened(new RPCLink({ websocket, headers: callHeaders }), () => {
        websocket.close();
        // A till that hangs does not answer that: the browser waits for it a minute long.
        websocket.dispatchEvent(new Event('close'));
      });
    };
    websocket.addEventListener('open', open, { once: true });
    websocket.addEventListener('close', closed, { once: true });
  };
  const begin: Carrier = (events) => {
    const refused = (refusal: string): void => {
      if (!wasOpen) return location.replace(refusal);
      events.refused();
      // A new link that is opened in this very tab changes nothing but the end of its address.
      window.addEventListener('hashchange', () => begin(events), { once: true });
    };
    openSession().then(
      (refusal) => (refusal === null ? connect(events) : refused(refusal)),
      events.closed,
    );
  };
  return begin;
}

/** @returns null, or the page that says why there is no session */
async function openSession(): Promise<string | null> {
  const token = new URLSearchParams(location.hash.slice(1)).get(browserSession.tokenName);
  const headers = new Headers({ [browserSession.keyHeader]: tabKey() });
  if (token !== null) headers.set(browserSession.tokenHeader, token);
  const { ok } = await fetch(browserSession.path, { method: 'POST', headers });
  if (!ok) return token === null ? linkPages.needed : linkPages.used;
  if (token !== null) history.replaceState(null, '', location.pathname);
  return null;
}

function tabKey(): string {
  const key = sessionStorage.getItem(KEY_NAME) ?? crypto.randomUUID();
  sessionStorage.setItem(KEY_NAME, key);
  return key;
}
