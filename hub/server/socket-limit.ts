import type { Server, Socket } from 'node:net';
import { isLoopback, subscriberOf } from './addresses.ts';
import type { HubLimits } from './limits.ts';

/** Sockets of one device that count no more for its address: a till has one, or two at most. */
const OF_DEVICE_MAX = 8;

/** The sockets of each address, so that none leaves no room for others. */
export interface SocketLimit {
  /**
   * A device has signed a request on this socket: it counts no more for its address. A mall's
   * hundreds of tills stand behind one.
   */
  prove(socket: Socket, device: string): void;
}

/**
 * Takes no more sockets of one address than that, on which nobody has signed a request yet.
 * @param hasProxy whether all requests come from a proxy on this computer, which counts its own
 */
export function limitSockets(
  server: Server,
  { connectionsOfAddressMax }: Pick<HubLimits, 'connectionsOfAddressMax'>,
  hasProxy: boolean,
): SocketLimit {
  const [strangers, known] = [countUp(), countUp()];
  const subscribers = new WeakMap<Socket, string>();
  server.on('connection', (socket) => {
    const { remoteAddress } = socket;
    if (hasProxy && isLoopback(remoteAddress)) return;
    const subscriber = subscriberOf(remoteAddress);
    if (strangers.of(subscriber) >= connectionsOfAddressMax) return void socket.destroy();
    strangers.add(subscriber, 1);
    subscribers.set(socket, subscriber);
    socket.once('close', () => {
      if (subscribers.delete(socket)) strangers.add(subscriber, -1);
    });
  });
  return {
    prove: (socket, device) => {
      const subscriber = subscribers.get(socket);
      if (subscriber === undefined || known.of(device) >= OF_DEVICE_MAX) return;
      subscribers.delete(socket);
      strangers.add(subscriber, -1);
      known.add(device, 1);
      socket.once('close', () => known.add(device, -1));
    },
  };
}

/** So many of each name; none is kept of which there are none. */
function countUp() {
  const counts = new Map<string, number>();
  const of = (name: string) => counts.get(name) ?? 0;
  const add = (name: string, more: number) => {
    const count = of(name) + more;
    if (count === 0) counts.delete(name);
    else counts.set(name, count);
  };
  return { of, add };
}
