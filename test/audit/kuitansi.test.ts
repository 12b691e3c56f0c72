import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { expect, test } from 'vitest';
import { checkKuitansi } from '../../domain/fees/check-kuitansi.ts';
import { kuitansiSheet } from '../../domain/fees/papers/kuitansi-sheet.ts';
import { translator } from '../../domain/translator.ts';
import { hubKeyName, rawPublicKey } from '../../node/crypto/keys.ts';
import { signKuitansi } from '../../node/crypto/kuitansi.ts';
import { paperPdf } from '../../renderer/ui/pdf/paper-pdf.ts';
import { aKuitansi } from '../support/papers.ts';
import { readQrOfPdf } from '../support/read-qr.ts';
import { python } from '../support/said-of-pack.ts';
import { seededKey } from '../support/signed-chain.ts';

/** A kuitansi is checked by what a browser has, and by Python, which shares nothing with it. */

const key = seededKey('hub');
const publicKey = rawPublicKey(key);
const page = { keyName: hubKeyName(publicKey), publicKey };
const CODE = signKuitansi(key, 'https://hub.example', {
  number: 'KW/TC/2026/000017',
  on: '2026-11-29',
  stall: 'TC-A12',
  amountRupiah: 1_000_017,
  leaf16: '0123456789abcdef',
});
const script = join(import.meta.dirname, '..', '..', 'docs', 'check_kuitansi.py');

function inBrowser(text: string, by = page) {
  return checkKuitansi(text, by, (signature, message, signer) =>
    ed25519.verify(signature, message, signer, { zip215: false }),
  );
}

function inPython(text: string, hex = publicKey.toString('hex')) {
  const { status, stdout } = spawnSync(python ?? 'python3', [script, text, hex], {
    encoding: 'utf8',
  });
  return { status, said: stdout.trim() };
}

test('a kuitansi of the hub is genuine for the page, which has its fields', () => {
  expect(inBrowser(CODE)).toMatchObject({
    kind: 'genuine',
    code: { number: 'KW/TC/2026/000017', stall: 'TC-A12', amountRupiah: 1_000_017 },
  });
});

test('with one letter changed at any place it is never genuine, for the page', () => {
  const begin = CODE.indexOf('#') + 1;
  const kinds = Array.from(CODE.slice(begin), (letter, at) => {
    const other = letter === '7' ? '8' : '7';
    return inBrowser(CODE.slice(0, begin + at) + other + CODE.slice(begin + at + 1)).kind;
  });

  expect(kinds).not.toContain('genuine');
  expect(new Set(kinds)).toEqual(new Set(['none', 'unreadable', 'otherHub', 'forged']));
});

test('another hub’s kuitansi is told as that', () => {
  const other = rawPublicKey(seededKey('another hub'));

  expect(inBrowser(CODE, { keyName: hubKeyName(other), publicKey: other }).kind).toBe('otherHub');
  // One that takes the name of this hub's key for its own.
  expect(inBrowser(CODE, { ...page, publicKey: other }).kind).toBe('forged');
});

test('nothing of a kuitansi is none of it, a part of one is damaged', () => {
  expect(inBrowser('https://hub.example/kuitansi/').kind).toBe('none');
  expect(inBrowser(CODE.slice(0, -20)).kind).toBe('unreadable');
});

test.skipIf(!python)('Python finds the same kuitansi genuine', () => {
  expect(inPython(CODE)).toEqual({
    status: 0,
    said: 'ASLI\nKW/TC/2026/000017  2026-11-29  TC-A12  Rp1.000.017',
  });
});

test.skipIf(!python).each([
  ['an amount with one digit changed', CODE.replace('*1000017*', '*9000017*'), 'tidak ditanda'],
  ['a number with one digit changed', CODE.replace('000017*', '000018*'), 'tidak ditanda'],
  ['another date', CODE.replace('2026-11-29', '2026-11-28'), 'tidak ditanda'],
  ['another record', CODE.replace('0123456789abcdef', '0123456789abcdee'), 'tidak ditanda'],
  ['another key', CODE.replace(/LK1\*./, 'LK1*Z'), 'kunci hub lain'],
  ['a code that is cut', CODE.slice(0, -1), 'bukan kode'],
  ['a day that no month has', CODE.replace('11-29', '11-31'), 'tanggalnya'],
])('Python refuses %s, and so does the page', (_, text, said) => {
  expect(text).not.toBe(CODE);
  expect(inPython(text)).toEqual({
    status: 1,
    said: expect.stringMatching(`TIDAK COCOK: ${said}`),
  });
  expect(inBrowser(text).kind).not.toBe('genuine');
});

test('the QR of a PDF, read by another reader, checks with page and Python', async () => {
  const say = translator('id');
  const pdf = await paperPdf(kuitansiSheet(aKuitansi, say), say);
  const [read = ''] = await readQrOfPdf(new Uint8Array(await pdf.arrayBuffer()));
  const changed = read.replace('*1000017*', '*1000018*');

  expect(read).toBe(aKuitansi.code);
  expect([inBrowser(read).kind, inBrowser(changed).kind]).toEqual(['genuine', 'forged']);
  if (python) expect([inPython(read).status, inPython(changed).status]).toEqual([0, 1]);
});

test.skipIf(!python)('Python takes another hub’s key for no key of it', () => {
  const other = rawPublicKey(seededKey('another hub')).toString('hex');

  expect(inPython(CODE, other).said).toContain('kunci hub lain');
});
