import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { type PaperPicture, readPicture } from '../../domain/printing/picture.ts';

/** Reads QR codes with zxing, which shares nothing with what draws and reads them in a page. */

const wasmFile = fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'));
const wasmBinary = new Uint8Array(readFileSync(wasmFile)).buffer;
prepareZXingModule({ overrides: { wasmBinary } });

/** What the QR codes in a picture say: the bytes of a PNG or PGM file. */
export async function readQrCodes(picture: Uint8Array): Promise<string[]> {
  const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true });
  return found.map(({ text }) => text);
}

/** What the QR codes that are drawn on the first page of a PDF say. */
export async function readQrOfPdf(bytes: Uint8Array): Promise<string[]> {
  const pdf = await getDocumentProxy(bytes.slice());
  const page = await pdf.getPage(1);
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const texts: string[] = [];
  for (const [at, operation] of fnArray.entries()) {
    if (operation !== OPS.constructPath) continue;
    const squares = squaresOf(Array.from<number>(argsArray[at]?.[1]?.[0] ?? []));
    if (squares.length >= SQUARES_MIN) texts.push(...(await readQrCodes(drawn(squares))));
  }
  return texts;
}

/** Fewer make no QR code. */
const SQUARES_MIN = 50;
/** Of a square's side, and of the white around all. px, squares */
const [SCALE, BORDER] = [6, 4];

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The boxes of a path: 0 begins one at x, y; 1 goes on to x, y; 4 closes it. */
function squaresOf(path: readonly number[]): Box[] {
  const boxes: Box[] = [];
  let points: [number, number][] = [];
  for (let at = 0; at < path.length; ) {
    const operation = path[at];
    if (operation !== 0 && operation !== 1 && operation !== 4) return []; // a curve
    if (operation === 4) {
      const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
      const [left, right] = [Math.min(...xs), Math.max(...xs)];
      boxes.push({ left, right, top: Math.min(...ys), bottom: Math.max(...ys) });
      points = [];
      at += 1;
    } else {
      points.push([path[at + 1] ?? 0, path[at + 2] ?? 0]);
      at += 3;
    }
  }
  return boxes;
}

/** A picture of dark boxes on white, as a PGM file. */
function drawn(boxes: readonly Box[]): Uint8Array {
  const side = Math.max(...boxes.map(({ right, bottom }) => Math.max(right, bottom)));
  const size = Math.round((side + 2 * BORDER) * SCALE);
  const pixels = new Uint8Array(size * size).fill(255);
  for (const { left, top, right, bottom } of boxes) {
    for (let y = (top + BORDER) * SCALE; y < (bottom + BORDER) * SCALE; y += 1) {
      pixels.fill(0, y * size + (left + BORDER) * SCALE, y * size + (right + BORDER) * SCALE);
    }
  }
  return Buffer.concat([Buffer.from(`P5\n${size} ${size}\n255\n`), pixels]);
}

/** What the QR codes in a picture on paper say. */
export async function readQrOfPaper(picture: PaperPicture): Promise<string[]> {
  const { widthDots, heightDots } = picture;
  const isBlack = readPicture(picture);
  const pixels = new Uint8Array(widthDots * heightDots);
  for (let at = 0; at < pixels.length; at += 1) {
    pixels[at] = isBlack(at % widthDots, Math.floor(at / widthDots)) ? 0 : 255;
  }
  const head = Buffer.from(`P5\n${widthDots} ${heightDots}\n255\n`);
  return readQrCodes(Buffer.concat([head, pixels]));
}
