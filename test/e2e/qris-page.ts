import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { encode } from 'uqr';
import { closeTill, openTill } from '../../electron/till/open-till.ts';
import { callsOf } from '../support/calls.ts';
import { openShell } from '../support/open-shell.ts';
import { fillStall } from './lapak.ts';

/** Parts of the screen that the stall's QRIS stands on, in Indonesian. */
export const groupOn = (page: Page): Locator => page.getByRole('region', { name: 'QRIS lapak' });
export const fieldOn = (page: Page): Locator => page.getByRole('textbox', { name: 'Isi QRIS' });
export const lampOn = (page: Page): Locator =>
  page.getByRole('banner').getByRole('button', { name: /^Stiker QRIS: / });
export const askOn = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Periksa stiker QRIS' });

/** Of a square of a code. px */
const SCALE = 6;
const HEAD_BYTES = 54;

interface Picture {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A picture with a QR in it, as a file that is chosen. */
export function qrPicture(text: string): Picture {
  const { data } = encode(text, { ecc: 'M', border: 4 });
  return { name: 'qris.bmp', mimeType: 'image/bmp', buffer: bitmapOf(data) };
}

/** A picture of nothing. */
export const emptyPicture: Picture = {
  name: 'kosong.bmp',
  mimeType: 'image/bmp',
  buffer: bitmapOf(Array.from({ length: 40 }, () => Array.from({ length: 40 }, () => false))),
};

/** Dark squares on white, as a BMP file of 24 bits a pixel, its last row first. */
function bitmapOf(squares: readonly (readonly boolean[])[]): Buffer {
  const side = squares.length * SCALE;
  const rowBytes = Math.ceil((side * 3) / 4) * 4;
  const file = Buffer.alloc(HEAD_BYTES + rowBytes * side, 255);
  file.fill(0, 0, HEAD_BYTES).write('BM');
  file.writeUInt32LE(file.length, 2);
  file.writeUInt32LE(HEAD_BYTES, 10);
  file.writeUInt32LE(40, 14);
  file.writeInt32LE(side, 18);
  file.writeInt32LE(side, 22);
  file.writeUInt16LE(1, 26);
  file.writeUInt16LE(24, 28);
  for (let y = 0; y < side; y += 1) {
    const row = squares[squares.length - 1 - Math.floor(y / SCALE)] ?? [];
    row.forEach((isDark, x) => {
      const from = HEAD_BYTES + y * rowBytes + x * SCALE * 3;
      if (isDark) file.fill(0, from, from + SCALE * 3);
    });
  }
  return file;
}

/** Pastes a picture into a field, as a screenshot is pasted. */
export async function pastePicture(field: Locator, text: string): Promise<void> {
  const { name, mimeType, buffer } = qrPicture(text);
  const file = { name, type: mimeType, bytes: [...buffer] };
  await field.evaluate((element, { name, type, bytes }) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array(bytes)], name, { type }));
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    element.dispatchEvent(event);
  }, file);
}

/** A till whose sticker was last looked at so many days ago. */
export async function stallChecked(qris: string, daysAgo: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-sticker-'));
  const clock = () => Date.now() - daysAgo * 24 * 3_600_000;
  await fillStall(dataDir, { address: 'virtual', columns: 32 }, { clock, hasShift: false });
  const till = await openTill({ dataDir, clock });
  const { settings, payments } = callsOf({ till, dataDir });
  await settings.change({ qris });
  await payments.checkSticker({ qris });
  await closeTill(till);
  const shell = await openShell(dataDir);
  return {
    url: shell.url,
    [Symbol.asyncDispose]: async () => {
      await shell.close();
      rmSync(dataDir, { recursive: true });
    },
  };
}
