import { assert } from '../assert.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { areSame, joined } from './bytes.ts';

/** Most UTF-16 units of a note: room for 16 signatures of 5 kB, as they come after Ed25519. */
export const NOTE_LENGTH_MAX = 131_072;
/** Most signatures on a note: as many as every verifier has to take. */
export const SIGNATURES_MAX = 16;
/** Most UTF-16 units of a key's name. */
export const NAME_LENGTH_MAX = 255;

const KEY_ID_BYTES = 4;
const PUBLIC_KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
/** Says that the key is of Ed25519. */
const ED25519_TYPE = 1;

const NAME = /^[^\p{White_Space}+]+$/u;
const DASH = '\u2014';

/** What a note needs of Node or a browser. */
export interface NoteCrypto {
  /** UTF-8. */
  encode(text: string): Uint8Array;
  /** SHA-256, 32 bytes. */
  hashOf(bytes: Uint8Array): Uint8Array;
  /** Whether this Ed25519 signature, 64 bytes, is of the message by the raw key of 32 bytes. */
  isSigned(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean;
}

/** A key that a verifier knows. */
export interface NoteKey {
  /** Without spaces and plus, best as an address without a scheme: `hub.example/log`. */
  readonly name: string;
  /** Raw Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/** A key that signs. */
export interface NoteSigner extends NoteKey {
  /** Ed25519 over the message as it is, 64 bytes. Source: RFC 8032 §5.1.6. */
  sign(message: Uint8Array): Uint8Array;
}

/** One signature line; whose it is, is not known before it is checked. */
export interface NoteSignature {
  readonly name: string;
  /** 4 bytes. */
  readonly keyId: Uint8Array;
  /** 1 byte or more: how many is for its kind of key to say. */
  readonly signature: Uint8Array;
}

/** A note taken apart; nothing of it is checked. */
export interface Note {
  /** What is signed, with the end of its last line. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** SHA-256(name ‖ 0x0A ‖ 0x01 ‖ key), its first 4 bytes. Source: c2sp.org/signed-note. */
export function keyIdOf({ name, publicKey }: NoteKey, crypto: NoteCrypto): Uint8Array {
  assert(isName(name), `no name of a key: ${name}`);
  assert(publicKey.length === PUBLIC_KEY_BYTES, 'a raw key has 32 bytes');
  const type = Uint8Array.of(ED25519_TYPE);
  const whole = crypto.hashOf(joined([crypto.encode(`${name}\n`), type, publicKey]));
  return whole.slice(0, KEY_ID_BYTES);
}

/** A signature over the text, which ends with a line's end. Source: c2sp.org/signed-note. */
export function signNote(text: string, signer: NoteSigner, crypto: NoteCrypto): NoteSignature {
  const signature = signer.sign(crypto.encode(text));
  return { name: signer.name, keyId: keyIdOf(signer, crypto), signature };
}

/**
 * The note as it is kept and sent.
 * @throws InvariantError when it would not be read back as it is
 */
export function formatNote({ text, signatures }: Note): string {
  assert(signatures.length > 0, 'a note is signed');
  const lines = signatures.map(({ name, keyId, signature }) => {
    assert(isName(name) && keyId.length === KEY_ID_BYTES, 'the signature has a key');
    return `${DASH} ${name} ${toBase64(joined([keyId, signature]))}\n`;
  });
  const note = `${text}\n${lines.join('')}`;
  assert(parseNote(note)?.text === text, 'the note can be read');
  return note;
}

/**
 * The note taken apart, unchecked; undefined for anything that is not exactly of its form.
 * Source: c2sp.org/signed-note.
 */
export function parseNote(note: string): Note | undefined {
  if (note.length > NOTE_LENGTH_MAX || !note.endsWith('\n')) return undefined;
  if (!isPlain(note)) return undefined;
  const blank = note.lastIndexOf('\n\n');
  if (blank < 0) return undefined;
  const lines = note.slice(blank + 2, -1).split('\n');
  if (lines.length > SIGNATURES_MAX) return undefined;
  const signatures = lines.flatMap((line) => parseSignature(line) ?? []);
  if (signatures.length !== lines.length) return undefined;
  return { text: note.slice(0, blank + 1), signatures };
}

/**
 * The text of a note that this very key signed under this very name; else undefined. Other
 * signatures are passed over; one that names the key and is not its own spoils the note.
 * Source: c2sp.org/signed-note.
 */
export function openNote(note: string, key: NoteKey, crypto: NoteCrypto): string | undefined {
  const keyId = keyIdOf(key, crypto);
  const parsed = parseNote(note);
  if (!parsed) return undefined;
  const message = crypto.encode(parsed.text);
  const own = parsed.signatures.filter(
    (line) => line.name === key.name && areSame(line.keyId, keyId),
  );
  const isWhole = own.every(
    ({ signature }) =>
      signature.length === SIGNATURE_BYTES && crypto.isSigned(message, signature, key.publicKey),
  );
  return own.length > 0 && isWhole ? parsed.text : undefined;
}

/** Whether a key may have this name: some text without spaces and plus, of a length. */
export function isName(name: string): boolean {
  return name.length <= NAME_LENGTH_MAX && NAME.test(name) && isLine(name);
}

/** Whether it is text within one line: not empty, and without control characters. */
export function isLine(line: string): boolean {
  return line !== '' && !line.includes('\n') && isPlain(line);
}

/** Whether it has a form in UTF-8, and no control character but the end of a line. */
function isPlain(text: string): boolean {
  return text.isWellFormed() && !Array.from(text).some((sign) => sign < ' ' && sign !== '\n');
}

function parseSignature(line: string): NoteSignature | undefined {
  const [dash, name = '', text = '', ...others] = line.split(' ');
  if (dash !== DASH || !isName(name) || others.length > 0) return undefined;
  const bytes = fromBase64(text);
  if (!bytes || bytes.length <= KEY_ID_BYTES) return undefined;
  return { name, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
}
