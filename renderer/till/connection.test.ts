import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { os, type RouterClient } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { MessageChannel } from 'node:worker_threads';
import { expect, test, vi } from 'vitest';
import { APPROVAL_HEADER } from '../../domain/staff/approval.ts';
import {
  type CallContext,
  callHeaders,
  type Carrier,
  isUnreachable,
  type Link,
  openConnection,
} from './connection.ts';

/** A till at the other end of real ports; `drop` cuts the newest one, `end` all for good. */
function tillOnPorts() {
  let drop: () => void = () => undefined;
  let opened = 0;
  let isOver = false;
  let isHanging = false;
  let signs = 0;
  const router = {
    greet: os.handler(() => {
      signs += 1;
      return isHanging ? new Promise<string>(() => undefined) : 'halo';
    }),
    /** Answers when it was asked for five signs of life. */
    slow: os.handler(async () => {
      const before = signs;
      while (signs < before + 5) await new Promise(setImmediate);
      return 'late';
    }),
    never: os.handler(() => new Promise<string>(() => undefined)),
    count: os.handler(async function* () {
      yield 1;
      await new Promise(() => undefined);
    }),
  };
  const carrier: Carrier = (events) => {
    if (isOver) return;
    const { port1, port2 } = new MessageChannel();
    opened += 1;
    new RPCHandler(router).upgrade(port1);
    port1.start();
    port2.on('close', events.closed);
    events.opened(new RPCLink({ port: port2 }), () => port2.close());
    port2.start();
    drop = () => port1.close();
  };
  const clientOver = (link: Link): RouterClient<typeof router> => createORPCClient(link);
  const connection = openConnection(
    carrier,
    { ask: (link) => clientOver(link).greet() },
    { patienceMs: 10, silenceMs: 40 },
  );
  const client = clientOver(connection.link);
  const hang = (next: boolean): void => {
    isHanging = next;
  };
  const end = (): void => {
    isOver = true;
    drop();
  };
  return { connection, client, drop: () => drop(), hang, end, opened: () => opened };
}

/** For connections that are never silent. */
const noSign = () => Promise.resolve();

test('a call goes over the connection', async () => {
  const { client, end } = tillOnPorts();
  expect(await client.greet()).toBe('halo');
  end();
});

test('what is pending when the connection is lost fails as unreachable', async () => {
  const { client, end } = tillOnPorts();
  const pending = client.never();
  end();
  const error = await pending.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ORPCError);
  expect(error).toMatchObject({ code: 'TILL_UNREACHABLE' });
  expect(isUnreachable(error)).toBe(true);
});

test('events that are still to come when the connection is lost fail as unreachable', async () => {
  const { client, end } = tillOnPorts();
  const events = await client.count();
  expect(await events.next()).toEqual({ done: false, value: 1 });
  const pending = events.next();
  end();
  expect(isUnreachable(await pending.catch((reason: unknown) => reason))).toBe(true);
});

test('events that nobody wants any more end, also while one is awaited', async () => {
  const { client, end } = tillOnPorts();
  const stop = new AbortController();
  const events = await client.count(undefined, { signal: stop.signal });
  await events.next();
  const pending = events.next();
  stop.abort();
  expect(isUnreachable(await pending.catch((reason: unknown) => reason))).toBe(false);
  end();
});

test('a call on a lost connection fails at once, and it opens again by itself', async () => {
  const { connection, client, drop, end, opened } = tillOnPorts();
  await client.greet();
  const lost = new Promise<void>((resolve) => {
    const stop = connection.subscribe(() => {
      stop();
      resolve();
    });
  });
  drop();
  await lost;
  expect(connection.state()).toBe('lost');
  expect(isUnreachable(await client.greet().catch((reason: unknown) => reason))).toBe(true);

  await new Promise<void>((resolve) => {
    connection.subscribe(() => connection.state() === 'open' && resolve());
  });
  expect(await client.greet()).toBe('halo');
  expect(opened()).toBe(2);
  end();
});

test('what a till that hangs leaves unanswered fails, and the connection opens again', async () => {
  const { connection, client, hang, end, opened } = tillOnPorts();
  await client.greet();
  hang(true);
  const error = await client.never().catch((reason: unknown) => reason);
  expect(isUnreachable(error)).toBe(true);

  hang(false);
  await vi.waitFor(() => expect(connection.state()).toBe('open'));
  expect(await client.greet()).toBe('halo');
  expect(opened()).toBe(2);
  end();
});

test('a slow call is waited for as long as the till gives a sign of life', async () => {
  const { client, end, opened } = tillOnPorts();
  expect(await client.slow()).toBe('late');
  expect(opened()).toBe(1);
  end();
});

test('a page that is refused asks no more', async () => {
  let asked = 0;
  const carrier: Carrier = ({ refused }) => {
    asked += 1;
    refused();
  };
  const connection = openConnection(carrier, { ask: noSign });
  const client: { greet(): Promise<string> } = createORPCClient(connection.link);

  expect(connection.state()).toBe('ended');
  expect(isUnreachable(await client.greet().catch((reason: unknown) => reason))).toBe(true);
  expect(asked).toBe(1);
});

test('a fault on an open connection is told as it is', async () => {
  const broken: Carrier = ({ opened }) =>
    opened({ call: () => Promise.reject(new TypeError('not to be sent')) }, () => undefined);
  const connection = openConnection(broken, { ask: noSign });
  const client: { greet(): Promise<string> } = createORPCClient(connection.link);

  await expect(client.greet()).rejects.toThrow('not to be sent');
  expect(connection.state()).toBe('open');
});

test('an approval goes with the call that it is for, and with no other', async () => {
  const { port1, port2 } = new MessageChannel();
  const seen: unknown[] = [];
  const router = { act: os.handler(() => 'done') };
  new RPCHandler(router, {
    rootInterceptors: [
      (options) => {
        seen.push(options.request.headers[APPROVAL_HEADER]);
        return options.next();
      },
    ],
  }).upgrade(port1);
  port1.start();
  port2.start();
  const link = new RPCLink<CallContext>({ port: port2, headers: callHeaders });
  const client: RouterClient<typeof router, CallContext> = createORPCClient(link);

  await client.act(undefined, { context: { approval: { staff: 'kasir-1', pin: '907351' } } });
  await client.act();

  expect(seen).toEqual(['{"staff":"kasir-1","pin":"907351"}', undefined]);
  port1.close();
});
