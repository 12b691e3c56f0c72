import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aSigner, naiveNotes, publicNotes } from '../../test/support/note-keys.ts';
import { InvariantError } from '../assert.ts';
import {
  formatNote,
  isLine,
  isName,
  keyIdOf,
  NAME_LENGTH_MAX,
  NOTE_LENGTH_MAX,
  openNote,
  parseNote,
  signNote,
  SIGNATURES_MAX,
} from './note.ts';

const hub = aSigner('hub.example/stall', 1);
const witness = aSigner('witness.example', 2);
const text = 'one line\n\nand another\n';

test.each(publicNotes)('the public note of $key.name is opened', ({ key, keyId, ...given }) => {
  expect(Buffer.from(keyIdOf(key, naiveNotes)).toString('hex')).toBe(keyId);
  expect(openNote(given.note, key, naiveNotes)).toBe(given.text);
  const parsed = parseNote(given.note);
  expect(parsed && formatNote(parsed)).toBe(given.note);
  expect(openNote(given.note.replace(/e/u, 'E'), key, naiveNotes)).toBeUndefined();
});

test('a note and its key are written as the specification says', () => {
  const whole = createHash('sha256');
  whole.update('hub.example/stall\n').update('\x01').update(hub.publicKey);
  const keyId = whole.digest().subarray(0, 4);
  const line = Buffer.concat([keyId, hub.sign(Buffer.from(text))]).toString('base64');

  expect(signed(hub)).toBe(`${text}\n\u2014 hub.example/stall ${line}\n`);
});

test('a note is opened by each key that signed it, and by no other', () => {
  const note = signed(hub, witness);

  expect(openNote(note, hub, naiveNotes)).toBe(text);
  expect(openNote(note, witness, naiveNotes)).toBe(text);
  expect(openNote(note, { ...hub, name: witness.name }, naiveNotes)).toBeUndefined();
  expect(openNote(note, { ...hub, publicKey: witness.publicKey }, naiveNotes)).toBeUndefined();
  expect(openNote(note, aSigner(hub.name, 3), naiveNotes)).toBeUndefined();
});

test('signatures of other kinds, and of keys of the same name, are passed over', () => {
  const others = [
    { name: 'later.example', keyId: Uint8Array.of(1, 2, 3, 4), signature: new Uint8Array(5_000) },
    { name: hub.name, keyId: Uint8Array.of(1, 2, 3, 4), signature: Uint8Array.of(1) },
    { name: 'namesake', keyId: keyIdOf(hub, naiveNotes), signature: new Uint8Array(64) },
  ];
  const note = formatNote({ text, signatures: [...others, signNote(text, hub, naiveNotes)] });

  expect(openNote(note, hub, naiveNotes)).toBe(text);
  expect(openNote(formatNote({ text, signatures: others }), hub, naiveNotes)).toBeUndefined();
});

test('a signature that names the key and is not its own spoils the note', () => {
  const own = signNote(text, hub, naiveNotes);
  for (const signature of [new Uint8Array(64), own.signature.subarray(1), Uint8Array.of(0)]) {
    const signatures = [own, { ...own, signature }];
    expect(openNote(formatNote({ text, signatures }), hub, naiveNotes)).toBeUndefined();
  }
});

test('a signature of any other length is refused before it is checked', () => {
  const trusting = { ...naiveNotes, isSigned: () => true };
  const own = signNote(text, hub, naiveNotes);
  const taken = [1, 63, 64, 65, 128].filter((length) => {
    const signatures = [{ ...own, signature: new Uint8Array(length) }];
    return openNote(formatNote({ text, signatures }), hub, trusting) !== undefined;
  });

  expect(taken).toEqual([64]);
});

test('whichever sign of a note is changed, dropped or doubled, it is refused', () => {
  const note = signed(hub);
  fc.assert(
    fc.property(fc.nat(note.length - 1), fc.string({ unit: 'grapheme' }), (at, put) => {
      const changed = note.slice(0, at) + put + note.slice(at + 1);
      fc.pre(changed !== note);
      expect(openNote(changed, hub, naiveNotes)).toBeUndefined();
    }),
    { numRuns: 1_000 },
  );
  for (let at = 0; at < note.length; at += 1) {
    const doubled = note.slice(0, at + 1) + note.slice(at);
    expect(openNote(doubled, hub, naiveNotes)).toBeUndefined();
  }
});

const line = signed(hub).slice(text.length + 1, -1);
test.each([
  ['nothing', ''],
  ['no signature', `${text}\n`],
  ['no empty line', `one line\n${line}\n`],
  ['no text at all', `${line}\n`],
  ['no end of its last line', `${text}\n${line}`],
  ['an empty line after the signatures', `${text}\n${line}\n\n`],
  ['lines of Windows', `${text}\n${line}\n`.replaceAll('\n', '\r\n')],
  ['a carriage return in its text', `one\rline\n\n${line}\n`],
  ['a tabulator in its text', `one\tline\n\n${line}\n`],
  ['a zero in its text', `one\0line\n\n${line}\n`],
  ['half a pair in its text', `one \uD800 line\n\n${line}\n`],
  ['another dash', `${text}\n${line.replace('\u2014', '\u2013')}\n`],
  ['a hyphen', `${text}\n${line.replace('\u2014', '-')}\n`],
  ['two spaces', `${text}\n${line.replace(' ', '  ')}\n`],
  ['a space at the end', `${text}\n${line} \n`],
  ['no name', `${text}\n\u2014  AAAAAAA=\n`],
  ['a plus in a name', `${text}\n\u2014 a+b AAAAAAA=\n`],
  ['an unseen space in a name', `${text}\n\u2014 a\u00A0b AAAAAAA=\n`],
  ['a signature of no bytes', `${text}\n\u2014 a AAAAAA==\n`],
  ['no signature behind a name', `${text}\n\u2014 a\n`],
  ['base64 without its padding', `${text}\n\u2014 a AAAAAAA\n`],
  ['base64 of addresses', `${text}\n\u2014 a ______8=\n`],
  ['base64 with bits to spare', `${text}\n\u2014 a AAAAAAB=\n`],
])('a note with %s is none', (_, note) => {
  expect(parseNote(note)).toBeUndefined();
  expect(openNote(note, hub, naiveNotes)).toBeUndefined();
});

test('the text ends at the last empty line', () => {
  expect(parseNote(`\n\n${line}\n`)?.text).toBe('\n');
  expect(parseNote(`a\n\n${line}\n\n${line}\n`)?.text).toBe(`a\n\n${line}\n`);
});

test('a note carries as many signatures as a verifier has to take, and no more', () => {
  const lines = (count: number) => `${text}\n${`${line}\n`.repeat(count)}`;

  expect(openNote(lines(SIGNATURES_MAX), hub, naiveNotes)).toBe(text);
  expect(openNote(lines(SIGNATURES_MAX + 1), hub, naiveNotes)).toBeUndefined();
});

test('a note and a name have a length that they may not pass', () => {
  const filled = (length: number) => {
    const rest = length - `\n\n${line}\n`.length;
    return `${'a'.repeat(rest)}\n\n${line}\n`;
  };

  expect(parseNote(filled(NOTE_LENGTH_MAX))).toBeDefined();
  expect(parseNote(filled(NOTE_LENGTH_MAX + 1))).toBeUndefined();
  expect(isName('a'.repeat(NAME_LENGTH_MAX))).toBe(true);
  expect(isName('a'.repeat(NAME_LENGTH_MAX + 1))).toBe(false);
});

test('what cannot be read back is not written', () => {
  const [own] = [signNote(text, hub, naiveNotes)];
  const refused = [
    { text, signatures: [] },
    { text: 'no end of the line', signatures: [own] },
    { text: 'a\ttabulator\n', signatures: [own] },
    { text, signatures: [{ ...own, name: 'two words' }] },
    { text, signatures: [{ ...own, keyId: new Uint8Array(5) }] },
    { text, signatures: [{ ...own, signature: new Uint8Array() }] },
    { text, signatures: Array.from({ length: SIGNATURES_MAX + 1 }, () => own) },
  ];
  for (const note of refused) expect(() => formatNote(note)).toThrow(InvariantError);
});

test('a key of another name or length than a key has is a defect', () => {
  const keyOf = (name: string, length: number) => () =>
    keyIdOf({ name, publicKey: new Uint8Array(length) }, naiveNotes);

  for (const name of ['', 'a b', 'a+b', 'a\nb', 'a\u2003b', 'a\x7f\uDC00', 'a\x01']) {
    expect(keyOf(name, 32)).toThrow(InvariantError);
  }
  expect(keyOf('a', 31)).toThrow(InvariantError);
  expect(keyOf('\u00e9', 32)().length).toBe(4);
});

test('a line has a sign, and nothing that ends it', () => {
  expect(['a b', ' ', '\u00e9'].filter(isLine)).toHaveLength(3);
  expect(['', '\n', 'a\n', 'a\r', '\0', '\uD800'].filter(isLine)).toEqual([]);
});

function signed(...signers: readonly (typeof hub)[]): string {
  return formatNote({ text, signatures: signers.map((one) => signNote(text, one, naiveNotes)) });
}
