import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { paragraph } from '../../../domain/printing/paper-text.ts';
import type { PaperStrip } from '../../../domain/printing/printer.ts';
import { deliver } from './deliver.ts';
import { encode } from './escpos-encoder.ts';
import { openVirtualPrinter, STRIPS_KEPT } from './virtual-printer.ts';

async function openPrinter() {
  const printer = await openVirtualPrinter();
  onTestFinished(() => printer.close());
  const place = printer.placeFor('printing.read');
  const print = (text: string, to: { readonly password?: Buffer } = place) =>
    deliver(encode(paragraph(text, 32), { cut: true, openDrawer: false }), {
      kind: 'tcp',
      host: place.host,
      port: place.port,
      ...(to.password ? { password: to.password } : {}),
    });
  return { printer, place, print };
}

/** A connection of some other program. */
async function connectStranger(port: number): Promise<Socket> {
  const socket = connect({ host: '127.0.0.1', port });
  onTestFinished(() => void socket.destroy());
  socket.on('error', () => undefined); // it is told by 'close'
  socket.resume();
  await once(socket, 'connect');
  return socket;
}

const firstText = (strip: PaperStrip | undefined) => strip?.lines[0]?.runs[0]?.text;

test('what is sent over TCP is drawn before the sender is done', async () => {
  const { printer, print } = await openPrinter();
  const seen: PaperStrip[] = [];
  const unwatch = printer.onStrip((strip) => seen.push(strip));

  expect(await print('struk pertama')).toBe('taken');
  expect(printer.strips().map(firstText)).toEqual(['struk pertama']);
  unwatch();
  await print('struk kedua');

  expect(seen.map(firstText)).toEqual(['struk pertama']);
  expect(printer.strips().map((strip) => strip.id)).toEqual([1, 2]);
});

test.each([
  ['no password', undefined],
  ['a password of another printer', Buffer.alloc(32, 7)],
])('%s makes no paper', async (_, password) => {
  const { printer, print } = await openPrinter();
  const other = password ? { password } : {};
  await print('palsu', other).catch(() => undefined); // it is closed, at once or at the end
  expect(printer.strips()).toEqual([]);
});

test('a web page that posts a receipt makes no paper', async () => {
  const { printer, place } = await openPrinter();
  const posted = fetch(`http://127.0.0.1:${place.port}/`, {
    method: 'POST',
    mode: 'no-cors',
    body: new Uint8Array(encode(paragraph('palsu', 32), { cut: true, openDrawer: true })),
  });
  await expect(posted).rejects.toThrow('fetch failed');
  expect(printer.strips()).toEqual([]);
});

test('connections that others hold open do not keep the till out', async () => {
  const { printer, place, print } = await openPrinter();
  const held = await Promise.all(Array.from({ length: 40 }, () => connectStranger(place.port)));
  expect(await print('struk')).toBe('taken');
  expect(printer.strips().map(firstText)).toEqual(['struk']);
  await vi.waitFor(() => expect(held.every((socket) => socket.closed)).toBe(true), 10_000);
});

test('the newest strips are kept, and no more', async () => {
  const { printer, print } = await openPrinter();
  for (let n = 1; n <= STRIPS_KEPT + 2; n++) await print(`struk ${n}`);
  expect(printer.strips()).toHaveLength(STRIPS_KEPT);
  expect(firstText(printer.strips()[0])).toBe('struk 3');
});

test('wider paper is wider from the next line on', async () => {
  const { printer, print } = await openPrinter();
  printer.setColumns(48);
  await print('lebar');
  expect(printer.strips()[0]?.columns).toBe(48);
});
