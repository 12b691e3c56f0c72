import { RPCLink } from '@orpc/client/websocket';
import type { Carrier } from './connection.ts';

/** The browser shell's carrier: same origin, so that the session cookie goes with it. */
export const websocketCarrier: Carrier = ({ opened, closed }) => {
  const url = new URL('/rpc', location.href);
  url.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const websocket = new WebSocket(url);
  websocket.addEventListener('open', () => opened(new RPCLink({ websocket })), { once: true });
  websocket.addEventListener('close', closed, { once: true });
};
