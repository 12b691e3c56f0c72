import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../../test/support/naive-tree.ts';
import { aSigner, naiveNotes, publicNotes } from '../../test/support/note-keys.ts';
import { InvariantError } from '../assert.ts';
import {
  type Checkpoint,
  CHECKPOINT_LENGTH_MAX,
  formatCheckpoint,
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
} from './checkpoint.ts';
import { formatNote, parseNote, signNote } from './note.ts';

const origin = 'hub.example/stall';
const hub = aSigner(origin, 1);
const root = Uint8Array.from(sha256('root'));
const checkpoint: Checkpoint = { origin, size: 20_852_163, root, extensions: [] };
const base64 = 'SBNJTRN+FjG7owHVrKtue7eqdM4RhdRWVl71HXN2d7I=';
const text = `${origin}\n20852163\n${base64}\n`;

test('a checkpoint is written as the specification says', () => {
  expect(Buffer.from(root).toString('base64')).toBe(base64);
  expect(formatCheckpoint(checkpoint)).toBe(text);
  expect(formatCheckpoint({ ...checkpoint, size: 0 })).toBe(`${origin}\n0\n${base64}\n`);
  expect(formatCheckpoint({ ...checkpoint, extensions: ['a b', 'c'] })).toBe(`${text}a b\nc\n`);
});

test('a signed checkpoint is opened with the key and the name of its log', () => {
  const note = signCheckpoint(checkpoint, hub, naiveNotes);

  expect(openCheckpoint(note, hubKey(), naiveNotes)).toEqual(checkpoint);
  expect(note.startsWith(`${text}\n\u2014 ${origin} `)).toBe(true);
});

test('a checkpoint of another log, key or size is not opened', () => {
  const note = signCheckpoint(checkpoint, hub, naiveNotes);
  const elsewhere = { ...hubKey(), origin: 'hub.example/other' };
  const otherKey = { origin, publicKey: aSigner(origin, 2).publicKey };

  expect(openCheckpoint(note, elsewhere, naiveNotes)).toBeUndefined();
  expect(openCheckpoint(note, otherKey, naiveNotes)).toBeUndefined();
  expect(openCheckpoint(note.replace('163', '164'), hubKey(), naiveNotes)).toBeUndefined();
});

test('what a key signed for another log is not a checkpoint of its own', () => {
  const foreign = formatCheckpoint({ ...checkpoint, origin: 'hub.example/other' });
  const signatures = [signNote(foreign, hub, naiveNotes)];

  expect(
    openCheckpoint(formatNote({ text: foreign, signatures }), hubKey(), naiveNotes),
  ).toBeUndefined();
});

test('a text of the log that is no checkpoint is not opened', () => {
  for (const other of [`${origin}\n1\n`, `${origin}\n\n1\n${base64}\n`]) {
    const signatures = [signNote(other, hub, naiveNotes)];
    const note = formatNote({ text: other, signatures });
    expect(openCheckpoint(note, hubKey(), naiveNotes)).toBeUndefined();
  }
});

test('a checkpoint that witnesses signed too is opened, but not one that only they signed', () => {
  const witnesses = Array.from({ length: 15 }, (_, at) => aSigner(`witness.example/${at}`, at));
  const own = parseNote(signCheckpoint(checkpoint, hub, naiveNotes))?.signatures ?? [];
  const theirs = witnesses.map((witness) => signNote(text, witness, naiveNotes));

  const all = formatNote({ text, signatures: [...theirs, ...own] });
  expect(openCheckpoint(all, hubKey(), naiveNotes)).toEqual(checkpoint);
  const without = formatNote({ text, signatures: theirs });
  expect(openCheckpoint(without, hubKey(), naiveNotes)).toBeUndefined();
});

test('a checkpoint of the checksum database of Go is read', () => {
  const [given] = publicNotes.filter(({ key }) => key.name === 'sum.golang.org');

  expect(parseCheckpoint(given?.text ?? '')).toEqual({
    origin: 'go.sum database tree',
    size: 65_209_736,
    root: Uint8Array.from(Buffer.from('5+uGFjx6xBZG8ip1+wi77v+grwbhhukIrxEUS8PXvRo=', 'base64')),
    extensions: [],
  });
});

test('whichever bit of a signed checkpoint is turned, it is not opened', () => {
  const note = signCheckpoint(checkpoint, hub, naiveNotes);
  fc.assert(
    fc.property(fc.nat(note.length - 1), fc.nat(15), (at, bit) => {
      const sign = String.fromCharCode(note.charCodeAt(at) ^ (1 << bit));
      const changed = note.slice(0, at) + sign + note.slice(at + 1);
      expect(openCheckpoint(changed, hubKey(), naiveNotes)).toBeUndefined();
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  ['nothing', ''],
  ['two lines', `${origin}\n1\n`],
  ['no end of its last line', text.slice(0, -1)],
  ['no origin', `\n1\n${base64}\n`],
  ['a size with a zero before it', `${origin}\n01\n${base64}\n`],
  ['two zeros for a size', `${origin}\n00\n${base64}\n`],
  ['a size with a sign', `${origin}\n+1\n${base64}\n`],
  ['a size below zero', `${origin}\n-1\n${base64}\n`],
  ['a size with a space', `${origin}\n 1\n${base64}\n`],
  ['a size with an exponent', `${origin}\n1e3\n${base64}\n`],
  ['a size in hexadecimal', `${origin}\n0x1\n${base64}\n`],
  ['a size in other digits', `${origin}\n\u0661\n${base64}\n`],
  ['no size', `${origin}\n\n${base64}\n`],
  ['a size past the whole numbers', `${origin}\n9007199254740992\n${base64}\n`],
  ['a size of twenty digits', `${origin}\n18446744073709551615\n${base64}\n`],
  ['a root of 31 bytes', `${origin}\n1\n${Buffer.alloc(31).toString('base64')}\n`],
  ['a root of 33 bytes', `${origin}\n1\n${Buffer.alloc(33).toString('base64')}\n`],
  ['a root without padding', `${origin}\n1\n${base64.slice(0, -1)}\n`],
  ['a root with bits to spare', `${origin}\n1\n${base64.replace('I=', 'J=')}\n`],
  ['a root for addresses', `${origin}\n1\n${base64.replace('+', '-')}\n`],
  ['a root with a space', `${origin}\n1\n${base64} \n`],
  ['an empty extension', `${text}\n`],
  ['an empty extension before another', `${text}\na\n`],
  ['lines of Windows', text.replaceAll('\n', '\r\n')],
  ['a carriage return in its origin', text.replace('stall', 'stall\r')],
  ['half a pair in an extension', `${text}\uD800\n`],
])('a checkpoint with %s is none', (_, given) => {
  expect(parseCheckpoint(given)).toBeUndefined();
});

test('a checkpoint has a length that it may not pass', () => {
  const room = CHECKPOINT_LENGTH_MAX - text.length - 1;
  const longest = { ...checkpoint, extensions: ['a'.repeat(room)] };

  expect(parseCheckpoint(formatCheckpoint(longest))).toEqual(longest);
  expect(parseCheckpoint(`${text}${'a'.repeat(room + 1)}\n`)).toBeUndefined();
  const longer = { ...checkpoint, extensions: ['a'.repeat(room + 1)] };
  expect(() => formatCheckpoint(longer)).toThrow(InvariantError);
});

test('every checkpoint that is written is read back as it is', () => {
  const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(
      line,
      fc.maxSafeNat(),
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.array(line, { maxLength: 3 }),
      (name, size, hash, extensions) => {
        const given = { origin: name, size, root: Uint8Array.from(hash), extensions };
        expect(parseCheckpoint(formatCheckpoint(given))).toEqual(given);
      },
    ),
  );
});

test('what is read is written again as the same text', () => {
  const word = fc.constantFrom('a', '0', '1', '12', '01', base64, '', '\r', ' ');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (words) => {
      const given = ['a', '1', base64, ...words].slice(words.length % 3).join('\n');
      const read = parseCheckpoint(given);
      if (read) expect(formatCheckpoint(read)).toBe(given);
    }),
    { numRuns: 1_000 },
  );
});

test('what would be read as another checkpoint is not written', () => {
  const refused: Partial<Checkpoint>[] = [
    { origin: '' },
    { origin: `evil\n999\n${base64}` },
    { origin: 'a\r' },
    { size: -1 },
    { size: 1.5 },
    { size: Number.NaN },
    { size: 2 ** 53 },
    { root: new Uint8Array(31) },
    { extensions: [''] },
    { extensions: ['a\nb'] },
  ];
  for (const part of refused) {
    expect(() => formatCheckpoint({ ...checkpoint, ...part })).toThrow(InvariantError);
  }
});

test('an origin that no key may have as its name is not signed', () => {
  const spaced = { ...checkpoint, origin: 'go.sum database tree' };

  expect(() => signCheckpoint(spaced, hub, naiveNotes)).toThrow(InvariantError);
});

function hubKey() {
  return { origin, publicKey: hub.publicKey };
}
