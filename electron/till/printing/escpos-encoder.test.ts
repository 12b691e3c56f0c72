import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawn, gap, paragraph } from '../../../domain/printing/paper-text.ts';
import { drawPicture } from '../../../domain/printing/picture.ts';
import { printable } from '../../../domain/printing/printable.ts';
import type { PaperLine } from '../../../domain/printing/printer.ts';
import { encode } from './escpos-encoder.ts';
import { makeEscposReader, type DrawnStrip } from './escpos-reader.ts';

const plain = { cut: false, openDrawer: false };
/** ESC @, FS ., ESC t 0. */
const start = '1b40' + '1c2e' + '1b7400';

function hex(bytes: Buffer): string {
  return bytes.toString('hex');
}

function draw(bytes: Buffer): DrawnStrip[] {
  const strips: DrawnStrip[] = [];
  const reader = makeEscposReader(
    () => 48,
    (strip) => strips.push(strip),
  );
  reader.write(bytes);
  reader.end();
  return strips;
}

test('a line is side, size, weight, text and a feed', () => {
  const bytes = encode(paragraph('Kopi ½', 32), plain);
  expect(hex(bytes)).toBe(`${start}1b61001b21001b45004b6f706920ab0a`);
});

test('the total is bold and double in height, size first since it resets bold', () => {
  const bytes = encode(paragraph('TOTAL', 32, { bold: true, tall: 2 }), plain);
  expect(hex(bytes)).toBe(`${start}1b61001b21001b21101b4501544f54414c0a`);
});

test('a cut feeds to the knife, and is given its distance', () => {
  expect(hex(encode([], { cut: true, openDrawer: false }))).toBe(`${start}0a0a0a1d564200`);
});

test('the drawer pulse has its two times, so that no text is swallowed', () => {
  const bytes = encode(paragraph('AB', 32), { cut: true, openDrawer: true });
  expect(hex(bytes)).toContain(`${start}1b700019fa`);
  const [strip] = draw(bytes);
  expect(strip).toMatchObject({ drawerOpened: true, cut: true });
  expect(strip?.lines[0]).toEqual({
    align: 'left',
    runs: [{ text: 'AB', bold: false, wide: 1, tall: 1 }],
  });
});

test('neither ESC 4 nor ESC 5 is sent: some printers print a figure for them', () => {
  const bytes = hex(encode(paragraph('tebal', 32, { bold: true }), plain));
  expect(bytes).not.toMatch(/^(..)*1b3[45]/);
});

const anyLine = fc
  .record({
    text: fc.string({ unit: 'binary', maxLength: 24 }).map((text) => printable(text).slice(0, 24)),
    align: fc.constantFrom<PaperLine['align'][]>('left', 'centre', 'right'),
    bold: fc.boolean(),
    wide: fc.constantFrom(1, 2),
    tall: fc.constantFrom(1, 2),
  })
  .map(({ text, align, bold, wide, tall }): PaperLine => {
    if (text === '') return { ...gap(), align };
    return { align, runs: [{ text, bold, wide, tall }] };
  });

test('whatever is printed is read back letter for letter, in its style', () => {
  fc.assert(
    fc.property(fc.array(anyLine, { minLength: 1, maxLength: 20 }), fc.boolean(), (lines, open) => {
      const strips = draw(encode(lines, { cut: true, openDrawer: open }));
      const feeds = Array.from({ length: 3 }, () => ({ align: lines.at(-1)?.align, runs: [] }));
      expect(strips).toEqual([
        { columns: 48, lines: [...lines, ...feeds], drawerOpened: open, cut: true },
      ]);
    }),
  );
});

test('lesson 30: a picture goes out as raster, in pieces that every printer can hold', () => {
  const bytes = hex(encode([drawn(drawPicture(16, 65, (x) => x < 8))], plain));

  expect(bytes).toBe(
    `${start}1b6101` +
      `1d76300002004000${'ff00'.repeat(64)}` + // GS v 0, 2 bytes across, 64 rows
      `1d76300002000100${'ff00'}`,
  );
});

test('whatever picture is printed is drawn as one, dot for dot', () => {
  const anyPicture = fc
    .record({
      across: fc.integer({ min: 1, max: 72 }),
      height: fc.integer({ min: 1, max: 150 }),
      dots: fc.func(fc.boolean()),
    })
    .map(({ across, height, dots }) => drawPicture(across * 8, height, (x, y) => dots(x, y % 7)));
  const around = paragraph('Batik', 48);
  fc.assert(
    fc.property(anyPicture, (picture) => {
      const lines = [...around, drawn(picture), ...around];
      const [strip] = draw(encode(lines, plain));
      expect(strip?.lines).toEqual(lines);
    }),
    { numRuns: 30 },
  );
});
