import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeEscposReader, type DrawnStrip } from './escpos-reader.ts';
import { STRIP_LINES_MAX } from './paper.ts';

function draw(chunks: readonly Uint8Array[], columns: 32 | 48 = 32): DrawnStrip[] {
  const strips: DrawnStrip[] = [];
  const reader = makeEscposReader(
    () => columns,
    (strip) => strips.push(strip),
  );
  for (const chunk of chunks) reader.write(chunk);
  reader.end();
  return strips;
}

function texts(strips: readonly DrawnStrip[]): string[] {
  return strips.flatMap((strip) =>
    strip.lines.map((line) => line.runs.map((run) => run.text).join('')),
  );
}

const bytes = (text: string) => Buffer.from(text, 'latin1');

test.each([
  ['barcode with an end mark', '\x1dk\x02899123456789\x00'],
  ['barcode with a length', '\x1dk\x49\x05{BABC'],
  ['QR code', '\x1d(k\x06\x00\x31\x50\x30abc'],
  ['bit image of 8 dots', '\x1b*\x00\x03\x00ABC'],
  ['bit image of 24 dots', '\x1b*\x21\x01\x00ABC'],
  ['stored image', '\x1d*\x01\x01ABCDEFGH'],
  ['tab stops', '\x1bD\x08\x10\x00'],
  ['line spacing', '\x1b3A'],
  ['drawer pulse with its times', '\x1bp\x00AB'],
  ['status request', '\x10\x04\x01'],
  ['barcode height and label', '\x1dhA\x1dH\x02'],
  ['end of double-byte mode', '\x1c.'],
  ['underline', '\x1b-\x01'],
  ['a command that nobody knows', '\x1b\x7f'],
])('a %s is skipped whole', (_, command) => {
  expect(texts(draw([bytes(`kiri${command}kanan\n`)]))).toEqual(['kirikanan']);
});

test('a raster ends the line before it, and what is wider than the paper is not on it', () => {
  const raster = `\x1dv0\x00\x32\x00\x01\x00${'\xff'.repeat(50)}`;
  const [strip] = draw([bytes(`kiri${raster}kanan\n`)]);

  expect(strip?.lines.map(({ runs, picture }) => runs[0]?.text ?? picture?.widthDots)).toEqual([
    'kiri',
    384,
    'kanan',
  ]);
});

test('a raster that never ends becomes pictures, so that each stays bounded', () => {
  const raster = `\x1dv0\x00\x01\x00\x00\x10${'\x80'.repeat(4_096)}`;
  const [strip] = draw([bytes(raster)]);

  expect(strip?.lines.map(({ picture }) => picture?.heightDots)).toEqual([2_400, 1_696]);
});

test('each question for the status is told, in the middle of text too', () => {
  let asked = 0;
  const reader = makeEscposReader(
    () => 32,
    () => undefined,
    () => (asked += 1),
  );
  reader.write(bytes('a\x10\x04\x01b\x10\x05\x01\x10\x04\x04'));
  expect(asked).toBe(2);
});

test('letters are read in the code page that was chosen', () => {
  expect(texts(draw([bytes('\x1bt\x00\x82\x1bt\x02\x9b\x1bt\x10\x80\n')]))).toEqual(['éø€']);
});

test('size, weight and side make runs of one style', () => {
  const [strip] = draw([bytes('\x1ba\x01\x1d!\x11\x1bE\x01Batik\x1d!\x00\x1bE\x00 x\n')]);
  expect(strip?.lines).toEqual([
    {
      align: 'centre',
      runs: [
        { text: 'Batik', bold: true, wide: 2, tall: 2 },
        { text: ' x', bold: false, wide: 1, tall: 1 },
      ],
    },
  ]);
});

test('a line longer than the paper goes on in the next, as on paper', () => {
  expect(texts(draw([bytes(`${'a'.repeat(32)}bc\n`)]))).toEqual(['a'.repeat(32), 'bc']);
  expect(texts(draw([bytes(`${'a'.repeat(32)}\n`)]))).toEqual(['a'.repeat(32)]);
  expect(texts(draw([bytes(`\x1b! ${'w'.repeat(17)}\n`)]))).toEqual(['w'.repeat(16), 'w']);
});

test('each cut ends a strip, and the end of the connection ends the last', () => {
  const strips = draw([bytes('satu\n\x1dV\x00dua\n\x1dV\x41\x10tiga')]);
  expect(texts(strips)).toEqual(['satu', 'dua', 'tiga']);
  expect(strips.map((strip) => strip.cut)).toEqual([true, true, false]);
});

test('a drawer pulse alone is a strip without paper', () => {
  expect(draw([bytes('\x1b@\x1bp\x00\x19\xfa')])).toEqual([
    { columns: 32, lines: [], drawerOpened: true, cut: false },
  ]);
});

test('paper that never ends is cut, so that memory stays bounded', () => {
  const strips = draw([bytes('\n'.repeat(STRIP_LINES_MAX * 2 + 1))]);
  expect(strips.map((strip) => strip.lines.length)).toEqual([STRIP_LINES_MAX, STRIP_LINES_MAX, 1]);
});

test('any bytes in any chunks give the same strips', () => {
  const tokens = fc.constantFrom(
    'abc',
    '\n',
    '\x1b@',
    '\x1ba\x01',
    '\x1bE\x01',
    '\x1d!\x11',
    '\x1dVA\x03',
    '\x1dV\x00',
    '\x1bp\x00\x19\xfa',
    '\x1dk\x02123\x00',
    '\x1dv0\x00\x01\x00\x02\x00\xf0\x0f',
    '\x1d(k\x03\x001Q0',
    '\x1bd\x02',
    '\x10\x04\x01',
  );
  const noise = fc.string({
    unit: fc.integer({ min: 0, max: 255 }).map((n) => String.fromCharCode(n)),
  });
  const stream = fc.array(fc.oneof(tokens, noise)).map((parts) => bytes(parts.join('')));
  fc.assert(
    fc.property(stream, fc.array(fc.nat(400)), (whole, cuts) => {
      const edges = [
        0,
        ...cuts.filter((at) => at < whole.length).sort((a, b) => a - b),
        whole.length,
      ];
      const chunks = edges.slice(1).map((edge, i) => whole.subarray(edges[i], edge));
      expect(draw(chunks)).toEqual(draw([whole]));
    }),
  );
});
