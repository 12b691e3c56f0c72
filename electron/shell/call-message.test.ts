import { expect, test } from 'vitest';
import { readMessage } from './call-message.ts';

/** A call as a page writes it. */
function call(path: string, json: unknown): string {
  return JSON.stringify({ i: '1', p: { u: path, b: { json } } });
}

const line = { code: 'KOPI-01', unit: 'pcs', quantityMilli: 1_000 };

test.each([
  ['a call without input', '{"i":"1","p":{"u":"/system/startup","b":{}}}'],
  ['a stream that goes on', '{"i":"1","p":{"u":"/a","b":{},"h":{"last-event-id":"7"}}}'],
  ['a call with an approval', '{"i":"1","p":{"u":"/a","b":{},"h":{"lapak-approval":"{}"}}}'],
  ['the longest sale', call('/sales/ringUp', { lines: Array(1_000).fill(line) })],
  ['quotation marks', call('/catalog/search', { text: '"{[,'.repeat(9_000) })],
  ['backslashes', call('/catalog/search', { text: '\\"{[,\\\\'.repeat(9_000) })],
  ['a catalog file', call('/catalog/importCatalog', { content: 'a,"b"\\n'.repeat(4_000_000) })],
])('%s is handed on', (_, message) => {
  expect(readMessage(message)).toEqual({ kind: 'begin', id: '1' });
});

test('the end of a call is handed on', () => {
  expect(readMessage('{"i":"12","t":4}')).toEqual({ kind: 'end', id: '12' });
});

test.each([
  ['an empty message', '', 'not a call'],
  ['no JSON', '{"i":', 'not a call'],
  ['no object', '[1]', 'not a call'],
  ['a prototype', '{"i":"1","p":{"u":"/a","__proto__":{}}}', 'not a call'],
  ['a file', '{"i":"1","p":{"u":"/a","h":{"content-disposition":"x"}}}', 'not a call'],
  [
    'a stream to the till',
    '{"i":"1","p":{"u":"/a","h":{"content-type":"text/event-stream"}}}',
    'not a call',
  ],
  ['an event of such a stream', '{"i":"1","t":3,"p":{"e":"message"}}', 'not a call'],
  ['bytes', Buffer.from('{}'), 'not a text'],
  [
    'a long text elsewhere',
    call('/catalog/search', { text: 'a'.repeat(600_000) }),
    'too long a message',
  ],
  [
    'a long text that names the import in passing',
    call('/catalog/search', { text: `${'a'.repeat(600_000)}"u":"/catalog/importCatalog",` }),
    'too long a message',
  ],
  ['brackets in brackets', '['.repeat(40), 'too many parts in a message'],
  ['a list without end', `[${'0,'.repeat(30_000)}0]`, 'too many parts in a message'],
])('%s is refused', (_, message, reason) => {
  expect(readMessage(message)).toEqual({ kind: 'refused', why: reason });
});

test.each([
  ['nested', '[', ']'],
  ['nested objects', '{"a":', '}'],
  ['in small pieces', '0,', ''],
  ['of objects', '{},', ''],
  ['of backslashes', '\\"', ''],
])('a file whose message is 16 MB, %s, is refused before it is read', (_, piece, end) => {
  const head = '{"i":"1","p":{"u":"/catalog/importCatalog","b":{"json":[';
  const times = 16_000_000 / piece.length;
  const message = head + piece.repeat(times) + end.repeat(end === '' ? 0 : times);

  expect(readMessage(message)).toEqual({
    kind: 'refused',
    why: expect.stringMatching(/too many parts|not a call/) as string,
  });
});
