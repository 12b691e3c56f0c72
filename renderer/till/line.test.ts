import { createORPCClient, ORPCError } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { MessageChannel } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { isUnreachable, keepLine, type Carrier } from './line.ts';

/** A till at the other end of real ports; `drop` cuts the newest one, `end` all for good. */
function tillOnPorts() {
  let drop: () => void = () => undefined;
  let opened = 0;
  let isOver = false;
  const router = {
    greet: os.handler(() => 'halo'),
    never: os.handler(() => new Promise<string>(() => undefined)),
  };
  const carrier: Carrier = (events) => {
    if (isOver) return;
    const { port1, port2 } = new MessageChannel();
    opened += 1;
    new RPCHandler(router).upgrade(port1);
    port1.start();
    port2.on('close', events.closed);
    events.opened(new RPCLink({ port: port2 }));
    port2.start();
    drop = () => port1.close();
  };
  const line = keepLine(carrier);
  const client: { greet(): Promise<string>; never(): Promise<string> } = createORPCClient(
    line.link,
  );
  const end = (): void => {
    isOver = true;
    drop();
  };
  return { line, client, drop: () => drop(), end, opened: () => opened };
}

test('a call goes over the line', async () => {
  const { client, end } = tillOnPorts();
  expect(await client.greet()).toBe('halo');
  end();
});

test('what is pending when the line is lost fails as unreachable', async () => {
  const { client, end } = tillOnPorts();
  const pending = client.never();
  end();
  const error = await pending.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ORPCError);
  expect(error).toMatchObject({ code: 'TILL_UNREACHABLE' });
  expect(isUnreachable(error)).toBe(true);
});

test('a call on a lost line fails at once, and the line opens again by itself', async () => {
  const { line, client, drop, end, opened } = tillOnPorts();
  await client.greet();
  const lost = new Promise<void>((resolve) => {
    const stop = line.subscribe(() => {
      stop();
      resolve();
    });
  });
  drop();
  await lost;
  expect(line.state()).toBe('lost');
  expect(isUnreachable(await client.greet().catch((reason: unknown) => reason))).toBe(true);

  await line.whenOpen();
  expect(await client.greet()).toBe('halo');
  expect(opened()).toBe(2);
  end();
});
