import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collect } from '../../test/support/collect.ts';
import type { TableLine } from '../../domain/tables/table.ts';
import { openTable } from './read-table.ts';

const header = 'kode;nama;harga';

/** Every line of a file as `kind line cells`, a header or row over several lines with its last. */
async function read(content: string): Promise<string[]> {
  const told: string[] = [];
  for await (const found of openTable(content).lines()) {
    const { kind, line, lines, cells } = found;
    told.push(`${kind} ${line}${lines > 1 ? `-${line + lines - 1}` : ''} ${cells.join('|')}`);
  }
  return told;
}

async function linesOf(content: string): Promise<TableLine[]> {
  return collect(openTable(content).lines());
}

test('lines end with CR, LF or both, also mixed in one file', async () => {
  expect(await read(`${header}\r\nA;Kain;1\nB;Topi;2\rC;Tas;3\r\n\r\nD;Bros;4`)).toEqual([
    'header 1 kode|nama|harga',
    'row 2 A|Kain|1',
    'row 3 B|Topi|2',
    'row 4 C|Tas|3',
    'blank 5 ',
    'row 6 D|Bros|4',
  ]);
});

test.each([
  ['a mark before the titles', `\uFEFF${header}\nA;"Kain";1\n`, ';'],
  ["Excel's note of its separator", `sep=;\n${header}\nA;"Kain";1\n`, ';'],
  ['commas', `${header}\nA;"Kain";1\n`.replaceAll(';', ','), ','],
  ['tabs', `${header}\nA;"Kain";1\n`.replaceAll(';', '\t'), '\t'],
  ['a note of a rare separator', `sep=|\n${header}\nA;"Kain";1\n`.replaceAll(';', '|'), '|'],
])('a file with %s has its titles and separator', async (_, content, delimiter) => {
  const table = openTable(content);
  expect(table).toMatchObject({ delimiter, header: ['kode', 'nama', 'harga'] });
  expect((await linesOf(content)).at(-1)).toMatchObject({ kind: 'row', cells: ['A', 'Kain', '1'] });
});

test('a cell in quotes holds separators, quotes and blanks around it', async () => {
  expect(await read(`${header}\nA; "Kain; ""halus""" ;1\nB;TV 32";2\n`)).toEqual([
    'header 1 kode|nama|harga',
    'row 2 A|Kain; "halus"|1',
    'row 3 B|TV 32"|2',
  ]);
});

test('a cell goes on over lines when it holds no separator and the row then fits', async () => {
  expect(await read(`${header}\nA;"Kain,\r\nhalus\n\nsekali";1\nB;Topi;2\n`)).toEqual([
    'header 1 kode|nama|harga',
    'row 2-5 A|Kain,\nhalus\n\nsekali|1',
    'row 6 B|Topi|2',
  ]);
});

test('two stray quotes reject their own lines and swallow none between them', async () => {
  expect(await read(`${header}\nA;"Kain;1\nB;Topi;2\nC;Tas";3\nD;Bros;4\n`)).toEqual([
    'header 1 kode|nama|harga',
    'rejected 2 A|"Kain|1',
    'row 3 B|Topi|2',
    'row 4 C|Tas"|3',
    'row 5 D|Bros|4',
  ]);
  expect(await read(`${header}\nA;Kain;"\nB;Topi;2\n";Tas;3\n`)).toEqual([
    'header 1 kode|nama|harga',
    'rejected 2 A|Kain|"',
    'row 3 B|Topi|2',
    'rejected 4 "|Tas|3',
  ]);
});

test.each([
  ['does not close', 'A;Kain;"1'],
  ['closes in the middle of a cell', 'A;"Kain" halus;1'],
  ['spans lines and separators', 'A;"Kain;\nhalus";1'],
  ['joins lines to a row that does not fit', 'A;"Kain\nhalus";1;lebih'],
  ['goes on over too many lines', `A;"${'\n'.repeat(20)}";1`],
])('a quote that %s rejects its line', async (_, row) => {
  const [first, second, ...rest] = await linesOf(`${header}\n${row}\nB;Topi;2\n`);

  expect(first?.kind).toBe('header');
  expect(second).toMatchObject({ kind: 'rejected', line: 2, fault: 'quote' });
  expect(rest.at(-1)).toMatchObject({ kind: 'row', cells: ['B', 'Topi', '2'] });
});

test('a line of a million letters and more is rejected unread', async () => {
  const long = `A;${'x'.repeat(1_000_000)};1`;
  expect(await linesOf(`${header}\n${long}\n`)).toMatchObject([
    { kind: 'header' },
    { kind: 'rejected', line: 2, fault: 'lineTooLong' },
  ]);
});

test.each(['', '\n\r\n', ';;\n;;\n', '\uFEFF', 'sep=;\n'])('%j is an empty file', (content) => {
  expect(() => openTable(content)).toThrow(expect.objectContaining({ code: 'CSV_EMPTY' }));
});

test.each([
  ['a broken title', '\nkode;"nama;harga\nA;B;1\n', 2],
  ['bytes of a picture', 'kode;nama\nA;B\n\0PNG', 3],
])('%s breaks the whole file', (_, content, line) => {
  const failure = { code: 'CSV_BROKEN', data: expect.objectContaining({ line }) as unknown };
  expect(() => openTable(content)).toThrow(expect.objectContaining(failure));
});

/** A CSV file in which some characters were changed: quotes, separators and line ends get lost. */
const aMutatedFile = fc
  .tuple(
    fc.array(fc.constantFrom('A;Kain;1', 'B;"To;pi";2', 'C;"a\nb";3', ';;', '', 'D;""""'), {
      maxLength: 12,
    }),
    fc.array(fc.tuple(fc.nat(200), fc.constantFrom('"', ';', '\n', '\r', 'x', '')), {
      maxLength: 6,
    }),
    fc.constantFrom('\n', '\r\n', '\r'),
  )
  .map(([rows, changes, end]) => {
    let body = rows.join(end);
    for (const [at, text] of changes) body = body.slice(0, at) + text + body.slice(at + 1);
    return `${header}${end}${body}`;
  });

test('whatever happened to a file, every line of it is told once', async () => {
  await fc.assert(
    fc.asyncProperty(aMutatedFile, async (content) => {
      const texts = content.split(/\r\n|\r|\n/);
      const physical = texts.at(-1) === '' ? texts.length - 1 : texts.length;
      let next = 1;
      for (const found of await linesOf(content)) {
        expect(found.line).toBe(next);
        next += found.lines;
        if (found.lines === 1) continue;
        expect(found.cells).toHaveLength(3);
        const spanning = found.cells.filter((cell) => cell.includes('\n'));
        expect(spanning.some((cell) => cell.includes(';'))).toBe(false);
      }
      expect(next - 1).toBe(physical);
    }),
    { numRuns: 200 },
  );
});

test('a line reads the same whatever stands around it', async () => {
  const aLine = fc
    .array(fc.constantFrom('a', '"', '""', ';', ' ', '"b"', '"c;d"'), { maxLength: 8 })
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(aLine, { maxLength: 8 }), async (rows) => {
      const together = await linesOf([header, ...rows, 'x'].join('\n'));
      const alone = await Promise.all(
        rows.map(async (row) => (await linesOf(`${header}\n${row}\nx`))[1]),
      );
      fc.pre(together.every(({ lines }) => lines === 1));
      expect(together.slice(1, -1).map(({ kind, cells }) => ({ kind, cells }))).toEqual(
        alone.map((line) => ({ kind: line?.kind, cells: line?.cells })),
      );
    }),
    { numRuns: 200 },
  );
});

test.each([
  ['of nothing but line ends', '\n'.repeat(3_000_000)],
  ['with a header without end', 'x,'.repeat(200_000)],
  ['of one quote after another', '"'.repeat(3_000_000)],
])('a file %s is refused before it is taken apart', (_, content) => {
  expect(() => openTable(content)).toThrow(expect.objectContaining({ code: 'CSV_BROKEN' }));
});
