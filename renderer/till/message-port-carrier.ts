import { RPCLink } from '@orpc/client/message-port';
import { connectChannel, portChannel } from '../../domain/system/carriers.ts';
import { callHeaders, type Carrier } from './connection.ts';

/** Preload answers within milliseconds; a till that is starting may take longer. */
const ANSWER_MAX_MS = 5_000;

/** Electron's carrier: preload is asked for a port and hands it over as a message. */
export const messagePortCarrier: Carrier = ({ opened, closed }) => {
  const givenUp = setTimeout(() => {
    window.removeEventListener('message', take);
    closed();
  }, ANSWER_MAX_MS);
  function take(event: MessageEvent<unknown>): void {
    const port = event.ports[0];
    if (event.source !== window || event.data !== portChannel || !port) return;
    clearTimeout(givenUp);
    window.removeEventListener('message', take);
    port.addEventListener('close', closed, { once: true });
    const link = new RPCLink({ port, headers: callHeaders });
    port.start();
    opened(link, () => {
      port.close();
      port.dispatchEvent(new Event('close')); // only the other end is told by itself
    });
  }
  window.addEventListener('message', take);
  window.postMessage(connectChannel, '*');
};
