import { expect, onTestFinished, test } from 'vitest';
import { paragraph } from '../../../domain/printing/paper-text.ts';
import type { PaperStrip } from '../../../domain/printing/printer.ts';
import { encode } from './escpos-encoder.ts';
import { sendTcp } from './tcp.ts';
import { openVirtualPrinter, STRIPS_KEPT } from './virtual-printer.ts';

async function openPrinter() {
  const printer = await openVirtualPrinter();
  onTestFinished(() => printer.close());
  const print = (text: string) =>
    sendTcp(encode(paragraph(text, 32), { cut: true, openDrawer: false }), {
      host: '127.0.0.1',
      port: printer.port,
    });
  return { printer, print };
}

const firstText = (strip: PaperStrip | undefined) => strip?.lines[0]?.runs[0]?.text;

test('what is sent over TCP is drawn before the sender is done', async () => {
  const { printer, print } = await openPrinter();
  const seen: PaperStrip[] = [];
  const unwatch = printer.onStrip((strip) => seen.push(strip));

  await print('struk pertama');
  expect(printer.strips().map(firstText)).toEqual(['struk pertama']);
  unwatch();
  await print('struk kedua');

  expect(seen.map(firstText)).toEqual(['struk pertama']);
  expect(printer.strips().map((strip) => strip.id)).toEqual([1, 2]);
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
