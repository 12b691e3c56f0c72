import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { keysMessage, type SignedKeyList } from '../../domain/down/item.ts';
import { checkReceipt, readKeyLists } from '../../domain/journal/check-receipt.ts';
import { formatReceiptLink, receiptMessage } from '../../domain/journal/receipt-link.ts';
import { deviceName, rawPublicKey } from '../../node/crypto/keys.ts';
import { signMessage } from '../../node/crypto/signing.ts';
import { python } from '../support/said-of-pack.ts';
import { seededKey } from '../support/signed-chain.ts';

/** A receipt is checked by what a browser has, and by Python, which shares nothing with it. */

const hub = seededKey('hub');
const till = seededKey('till');
const device = deviceName(rawPublicKey(till));
const folder = mkdtempSync(join(tmpdir(), 'lapak-receipt-'));
afterAll(() => rmSync(folder, { recursive: true }));
const script = join(import.meta.dirname, '..', '..', 'docs', 'check_receipt.py');

function codeOf(seq = 124, by = till, name = device): string {
  const fields = {
    device: name,
    epoch: 1,
    seq,
    atMs: Date.UTC(2026, 10, 29, 5, 30),
    totalRupiah: 45_000,
    leaf16: '0123456789abcdef0123456789abcdef',
  };
  const signature = signMessage(by, receiptMessage(fields));
  return formatReceiptLink('https://hub.example', { ...fields, signature });
}

interface ListOf {
  readonly through?: string | null;
  readonly version?: number;
  readonly by?: typeof hub;
}

/** The keys of one stall, as a hub signs them. */
function listOf({ through = null, version = 1, by = hub }: ListOf = {}): SignedKeyList {
  const publicKey = rawPublicKey(till).toString('hex');
  const keys = {
    version,
    stall: 'TC-A12',
    devices: [{ device, publicKey, fromMs: 1_795_000_000_000, through }],
    note: 'Müller', // what a newer hub adds is signed too
  };
  const signature = signMessage(by, Buffer.from(keysMessage(keys))).toString('base64');
  return { keys, signature };
}

const CODE = codeOf();
const crypto = {
  isSigned: (signature: Uint8Array, message: Uint8Array, key: Uint8Array) =>
    ed25519.verify(signature, message, key, { zip215: false }),
  encode: (text: string) => new TextEncoder().encode(text),
};

function inBrowser(text: string, lists: readonly SignedKeyList[] | null = [listOf()]) {
  return checkReceipt(text, { hubKey: rawPublicKey(hub), lists }, crypto).kind;
}

function inPython(text: string, lists: readonly SignedKeyList[] = [listOf()]) {
  const file = join(folder, 'keys.json');
  writeFileSync(file, JSON.stringify({ lists }));
  const key = rawPublicKey(hub).toString('hex');
  const run = spawnSync(python ?? 'python3', [script, text, file, key], { encoding: 'utf8' });
  return { status: run.status, said: run.stdout.trim() };
}

test('a receipt of a till that the hub knows is genuine', () => {
  const keys = { hubKey: rawPublicKey(hub), lists: [listOf()] };

  expect(checkReceipt(CODE, keys, crypto)).toMatchObject({
    kind: 'genuine',
    stall: 'TC-A12',
    link: { device, epoch: 1, seq: 124, totalRupiah: 45_000 },
  });
});

test('with one letter changed at any place it is never genuine, for the page', () => {
  const begin = CODE.indexOf('#');
  const kinds = Array.from(CODE.slice(begin), (letter, at) => {
    const other = letter === '7' ? '8' : '7';
    return inBrowser(CODE.slice(0, begin + at) + other + CODE.slice(begin + at + 1));
  });

  expect(new Set(kinds)).toEqual(new Set(['none', 'unreadable', 'unknown', 'forged']));
});

test('whatever bit of it is flipped, it is never genuine', () => {
  const begin = CODE.indexOf('#');
  const bytes = Buffer.from(CODE.slice(begin));
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), (at, bit) => {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      expect(inBrowser(flipped.toString('latin1'))).not.toBe('genuine');
    }),
  );
});

test.each([
  ['a device that no list has', CODE, [], 'unknown'],
  ['lists that could not be had', CODE, null, 'noKeys'],
  ['a list that another hub signed', CODE, [listOf({ by: seededKey('other') })], 'noKeys'],
  ['a key that signs in another’s name', codeOf(124, seededKey('thief')), [listOf()], 'forged'],
  ['a revoked till behind its limit', CODE, [listOf({ through: '1.123' })], 'cutOff'],
  ['a revoked till within its limit', CODE, [listOf({ through: '1.124' })], 'revoked'],
  ['a revoked till of which nothing counts', CODE, [listOf({ through: '0.0' })], 'cutOff'],
  [
    'an older list that did not know of it',
    CODE,
    [listOf(), listOf({ version: 2, through: '1.9' })],
    'cutOff',
  ],
] as const)('%s is told', (_, text, lists, kind) => {
  expect(inBrowser(text, lists)).toBe(kind);
  if (python && lists) expect(inPython(text, lists).status).toBe(1);
});

test('a list that is not understood takes no other with it', () => {
  expect(readKeyLists({ lists: [{ keys: 'of a newer hub' }, listOf()] })).toHaveLength(1);
  expect(readKeyLists({ lists: [listOf()] })?.[0]?.keys['note']).toBe('Müller');
  expect(readKeyLists('no lists')).toBeNull();
});

test.skipIf(!python)('Python finds the same receipt genuine', () => {
  expect(inPython(CODE)).toEqual({
    status: 0,
    said: 'ASLI\nTC-A12  29/11/2026 12:30 WIB  1.124  Rp45.000',
  });
});

test.skipIf(!python).each([
  ['a total with one digit changed', CODE.replace('*45000*', '*95000*'), 'tidak ditanda'],
  ['another record', CODE.replace('1.124', '1.125'), 'tidak ditanda'],
  ['another time', CODE.replace('*17', '*16'), 'tidak ditanda'],
  ['another till', CODE.replace(/LP1\*./, 'LP1*z'.replace('z', '0')), 'mesin kasir tidak dikenal'],
  ['a code that is cut', CODE.slice(0, -1), 'bukan kode'],
])('Python refuses %s, and so does the page', (_, text, said) => {
  expect(text).not.toBe(CODE);
  expect(inPython(text).said).toMatch(`TIDAK COCOK: ${said}`);
  expect(inBrowser(text)).not.toBe('genuine');
});
