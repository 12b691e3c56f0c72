import { setImmediate as nextTurn } from 'node:timers/promises';
import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/websocket';
import { expect, test } from 'vitest';
import { openPageConnection } from './page-connection.ts';

const begin = '{"i":"1","p":{"u":"/numbers","b":{}}}';

test('a stream to a page that takes nothing waits, and ends with the connection', async () => {
  let made = 0;
  let hasEnded = false;
  const numbers = os.handler(async function* () {
    try {
      for (;;) yield (made += 1);
    } finally {
      hasEnded = true;
    }
  });
  const calls = new RPCHandler({ numbers });
  const sent: string[] = [];
  const taken = Array.from({ length: 3 }, () => Promise.withResolvers<void>());
  const connection = openPageConnection(
    { message: (peer, text) => calls.message(peer, text, {}), close: (peer) => calls.close(peer) },
    {
      send: (text) => {
        sent.push(text);
        return taken[sent.length - 1]?.promise ?? Promise.resolve();
      },
      end: () => undefined,
    },
  );

  connection.receive(begin);
  taken[0]?.resolve(); // the head of the answer
  taken[1]?.resolve(); // the first number
  while (sent.length < 3) await nextTurn();
  for (let turn = 0; turn < 100; turn += 1) await nextTurn();
  expect([made, sent.length]).toEqual([2, 3]);

  connection.close();
  connection.receive(begin); // nobody is there any more
  taken[2]?.resolve();
  while (!hasEnded) await nextTurn();
  expect(sent).toHaveLength(3);
});

test('of twenty thousand calls at once none is answered behind the first too many', () => {
  const asked: string[] = [];
  const ended: string[] = [];
  const connection = openPageConnection(
    { message: (_, text) => new Promise(() => asked.push(text)), close: () => {} },
    { send: async () => {}, end: (reason) => void ended.push(reason) },
  );

  for (let at = 0; at < 20_000; at += 1) connection.receive(begin);

  expect(asked).toHaveLength(64);
  expect(ended).toEqual(['too many calls at once']);
});
