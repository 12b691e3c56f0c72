import { setImmediate as nextTurn } from 'node:timers/promises';
import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/websocket';
import { expect, test } from 'vitest';
import { openPageConnection } from './page-connection.ts';

const beginOf = (id: number) => `{"i":"${id}","p":{"u":"/numbers","b":{}}}`;
const begin = beginOf(1);

/** A connection to a till that answers so, what it was asked, and why it was ended. */
function connect(answer: () => Promise<void>) {
  const asked: string[] = [];
  const ended: string[] = [];
  const connection = openPageConnection(
    { message: (_, text) => (asked.push(text), answer()), close: () => undefined },
    { send: async () => {}, end: (reason) => void ended.push(reason) },
  );
  return { connection, asked, ended };
}

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
  const { connection, asked, ended } = connect(() => new Promise(() => undefined));

  for (let at = 0; at < 20_000; at += 1) connection.receive(beginOf(at));

  expect(asked).toHaveLength(64);
  expect(ended).toEqual(['too many calls at once']);
});

test('a second call with the id of one that is open ends the connection, and is not asked', () => {
  const { connection, asked, ended } = connect(() => new Promise(() => undefined));
  for (const id of [9, 10, 9]) connection.receive(beginOf(id));

  expect(asked).toEqual([beginOf(9), beginOf(10)]);
  expect(ended).toEqual(['two calls with one id']);
});

test('the id of a call that was answered, and of one that is ended, can come again', async () => {
  const { connection, asked, ended } = connect(() => Promise.resolve());
  connection.receive(beginOf(9));
  connection.receive('{"i":"9","t":4}');
  await nextTurn();
  connection.receive(beginOf(9));

  expect(asked).toHaveLength(3);
  expect(ended).toEqual([]);
});
