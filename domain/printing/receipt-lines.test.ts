import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rupiah, sumRupiah } from '../money.ts';
import { milli, pcs, timesQuantity } from '../quantity.ts';
import type { Receipt } from '../sales/receipt.ts';
import { translator } from '../translator.ts';
import type { Columns, PaperLine } from './printer.ts';
import { noExtras, receiptLines } from './receipt-lines.ts';
import { testPageLines } from './test-page.ts';
import { plainLine, plainReceipt } from '../../test/support/plain-sale.ts';

const batik: Receipt = {
  id: '0b6f3a52-8a9e-4a6e-9f0f-3f2f6f5f0001',
  number: 'A-000042',
  kind: 'sale',
  epoch: 1,
  seq: 43,
  soldAtMs: Date.UTC(2026, 10, 23, 5, 30),
  offsetMinutes: 420,
  businessDate: '2026-11-23',
  cashier: 'kasir-1',
  stall: { name: 'Batik Bu Sari', number: 'A-12', mall: 'Thamrin City', phone: '0812-3456-789' },
  lines: [
    {
      code: 'KMJ-01',
      name: 'Kemeja batik tulis lengan panjang motif parang',
      unit: 'pcs',
      quantityMilli: pcs(2),
      priceRupiah: rupiah(175_000),
      ...plainLine(rupiah(350_000)),
    },
    {
      code: 'KPI-07',
      name: 'Kopi Gayo',
      unit: 'lusin',
      quantityMilli: milli(1_500),
      priceRupiah: rupiah(32_300),
      ...plainLine(rupiah(48_450)),
    },
  ],
  ...plainReceipt,
  subtotalRupiah: rupiah(398_450),
  roundingRupiah: rupiah(50),
  totalRupiah: rupiah(398_500),
  tenders: [{ kind: 'cash', amountRupiah: rupiah(400_000) }],
  source: '',
  original: '',
  reason: '',
  changeRupiah: rupiah(1_500),
};

const look = { columns: 32, say: translator('id'), copy: false, extras: noExtras } as const;

function texts(lines: readonly PaperLine[]): string[] {
  return lines.map((line) => line.runs.map((run) => run.text).join(''));
}

test('a receipt on 58 mm paper reads like this', () => {
  expect(texts(receiptLines(batik, look))).toEqual([
    'Batik Bu Sari',
    'A-12, Thamrin City',
    'Telp. 0812-3456-789',
    '',
    'No. A-000042',
    '            23/11/2026 12:30 WIB',
    'Kasir: kasir-1',
    '--------------------------------',
    'Kemeja batik tulis lengan',
    'panjang motif parang',
    '  2 pcs x 175.000        350.000',
    'Kopi Gayo',
    '  1,5 lusin x 32.300      48.450',
    '--------------------------------',
    'Subtotal                 398.450',
    'Pembulatan                    50',
    'TOTAL                  Rp398.500',
    'Tunai                    400.000',
    'KEMBALIAN                  1.500',
    '--------------------------------',
    'Macam barang                   2',
    '',
    'Terima kasih sudah berbelanja.',
    'Catatan 1.43',
  ]);
});

test('the same receipt in English on 80 mm paper', () => {
  const lines = texts(receiptLines(batik, { ...look, columns: 48, say: translator('en') }));
  expect(lines[4]).toBe('No. A-000042                23/11/2026 12:30 WIB');
  expect(lines).toContain('TOTAL                                  Rp398.500');
  expect(lines).toContain('CHANGE                                     1.500');
});

test('the name of the stall is printed double, the total bold and double in height', () => {
  const lines = receiptLines(batik, look);
  expect(lines[0]).toEqual({
    align: 'centre',
    runs: [{ text: 'Batik Bu Sari', bold: true, wide: 2, tall: 2 }],
  });
  const total = lines.find((line) => line.runs[0]?.text.startsWith('TOTAL'));
  expect(total?.runs[0]).toMatchObject({ bold: true, wide: 1, tall: 2 });
});

test('a copy says SALINAN in bold at its head and at its foot, an original nowhere', () => {
  const copy = receiptLines(batik, { ...look, copy: true });
  const mark = { align: 'centre', runs: [{ text: 'SALINAN', bold: true, wide: 1, tall: 1 }] };
  expect(copy.at(0)).toEqual(mark);
  expect(copy.at(-1)).toEqual(mark);
  expect(texts(receiptLines(batik, look))).not.toContain('SALINAN');
});

test('without rounding there is no line for it, and empty stall fields leave no line', () => {
  const plain = {
    ...batik,
    stall: { name: 'Batik Bu Sari', number: '', mall: '', phone: '' },
    roundingRupiah: rupiah(0),
  };
  const lines = texts(receiptLines(plain, look));
  expect(lines.slice(0, 3)).toEqual(['Batik Bu Sari', '', 'No. A-000042']);
  expect(lines.join('\n')).not.toContain('Pembulatan');
});

test('a refund says PENGEMBALIAN, shows negative figures and what was paid back', () => {
  const refund: Receipt = {
    ...batik,
    kind: 'refund',
    lines: [
      {
        code: 'KPI-07',
        name: 'Kopi Gayo',
        unit: 'pcs',
        quantityMilli: pcs(-1),
        priceRupiah: rupiah(32_300),
        ...plainLine(rupiah(-32_300)),
      },
    ],
    subtotalRupiah: rupiah(-32_300),
    roundingRupiah: rupiah(0),
    totalRupiah: rupiah(-32_300),
    tenders: [{ kind: 'cash', amountRupiah: rupiah(32_300) }],
    changeRupiah: rupiah(0),
  };
  const lines = texts(receiptLines(refund, look));
  expect(lines).toContain('PENGEMBALIAN');
  expect(lines).toContain('  -1 pcs x 32.300        -32.300');
  expect(lines).toContain('TOTAL                  -Rp32.300');
  expect(lines).toContain('Tunai dikembalikan        32.300');
});

test('discounts, an agreed price, notes and an added tax stand on the paper of a PKP', () => {
  const [shirt, coffee] = batik.lines;
  if (!shirt || !coffee) throw new Error('the lines are written above');
  const agreed: Receipt = {
    ...batik,
    lines: [
      {
        ...shirt,
        discount: { rateBp: 1_250, amountRupiah: rupiah(43_750) },
        taxKind: 'ppn',
        note: 'ukuran L',
      },
      coffee,
    ],
    note: 'Bungkus kado',
    discount: { rateBp: null, amountRupiah: rupiah(4_700) },
    taxes: [
      {
        kind: 'ppn',
        isAdded: true,
        baseRupiah: rupiah(302_000),
        taxRupiah: rupiah(33_220),
      },
    ],
    npwp: '012345678901000',
    totalRupiah: rupiah(433_270),
  };
  const lines = texts(receiptLines(agreed, look));
  expect(lines).toEqual(
    expect.arrayContaining([
      'NPWP 01.234.567.8-901.000',
      '  Diskon 12,5%           -43.750',
      '  ukuran L',
      'Bungkus kado',
      'Subtotal                 398.450',
      'Diskon                   -43.750',
      'Diskon semua              -4.700',
      'PPN ditambahkan           33.220',
      'Pembulatan                    50',
      'DPP                      276.833',
      'PPN 12%                   33.220',
    ]),
  );
});

test('a tax that is in the prices is told with its base, and changes no total', () => {
  const tax = { kind: 'ppn', isAdded: false };
  const taxes = [{ ...tax, baseRupiah: rupiah(100_000), taxRupiah: rupiah(11_000) }];
  const lines = texts(receiptLines({ ...batik, taxes, npwp: '0123456789012345' }, look));
  expect(lines).toContain('DPP                       91.667');
  expect(lines).toContain('Termasuk PPN 12%          11.000');
  expect(lines).toContain('NPWP 0123 4567 8901 2345');
});

test('a refund tells the rate of the day of its sale', () => {
  const tax = { kind: 'ppn', isAdded: false, baseRupiah: rupiah(-100_000) };
  const taxes = [{ ...tax, taxRupiah: rupiah(-11_000) }];
  const refund = { ...batik, kind: 'refund', taxedOn: '2024-12-30', taxes } as const;
  expect(texts(receiptLines(refund, look))).toContain('Termasuk PPN 11%         -11.000');
});

test('a receipt never says what the law forbids, nor a tax that is not charged', () => {
  for (const language of ['id', 'en'] as const) {
    const paper = texts(receiptLines(batik, { ...look, say: translator(language) })).join('\n');
    expect(paper).not.toMatch(/dikembalikan|returned|ppn|npwp|pajak|tax/i);
  }
});

const columns = fc.constantFrom<Columns[]>(32, 42, 48);
const name = fc.oneof(
  fc.string({ minLength: 1, maxLength: 120, unit: 'binary' }),
  fc.lorem({ maxCount: 12 }),
);

const line = fc
  .record({
    code: fc.string({ minLength: 1, maxLength: 40 }),
    name,
    unit: fc.string({ minLength: 1, maxLength: 20 }),
    quantityMilli: fc.integer({ min: 1, max: 1_000_000_000 }).map(milli),
    priceRupiah: fc.integer({ min: 0, max: 1_000_000 }).map(rupiah),
  })
  .map((parts) => ({
    ...parts,
    ...plainLine(timesQuantity(parts.priceRupiah, parts.quantityMilli)),
  }));

const anyReceipt = fc
  .record({ lines: fc.array(line, { minLength: 1, maxLength: 8 }), name, paid: fc.nat(1_000_000) })
  .map(({ lines, name: stall, paid }): Receipt => {
    const subtotal = sumRupiah(lines.map((each) => each.amountRupiah));
    return {
      ...batik,
      stall: { ...batik.stall, name: stall.slice(0, 60) },
      lines,
      subtotalRupiah: subtotal,
      roundingRupiah: rupiah(0),
      totalRupiah: subtotal,
      tenders: [{ kind: 'cash', amountRupiah: rupiah(subtotal + paid) }],
      changeRupiah: rupiah(paid),
    };
  });

test('every line fits its paper, wide letters counted double', () => {
  fc.assert(
    fc.property(anyReceipt, columns, fc.boolean(), (receipt, width, copy) => {
      for (const printed of receiptLines(receipt, {
        columns: width,
        say: translator('id'),
        copy,
        extras: noExtras,
      })) {
        const taken = printed.runs.reduce((sum, run) => sum + run.text.length * run.wide, 0);
        expect(taken).toBeLessThanOrEqual(width);
      }
    }),
  );
});

test('the figures end in the last column, apart from the words, and their sum is the total', () => {
  fc.assert(
    fc.property(anyReceipt, columns, (receipt, width) => {
      const lines = texts(
        receiptLines(receipt, {
          columns: width,
          say: translator('id'),
          copy: false,
          extras: noExtras,
        }),
      );
      const [start, end] = rulers(lines);
      const wholeLines = lines.slice(start + 1, end).filter((text) => text.length === width);
      const sums = receipt.lines.reduce(
        (from, { amountRupiah }) => indexOfFigure(wholeLines, amountRupiah, from) + 1,
        0,
      );
      expect(sums).toBeLessThanOrEqual(wholeLines.length); // each amount, in order, in its own line
      const total = lines.find((text) => text.startsWith('TOTAL ')) ?? '';
      expect(total).toHaveLength(width);
      expect(figure(total)).toBe(receipt.totalRupiah);
      expect(sumRupiah(receipt.lines.map((each) => each.amountRupiah))).toBe(figure(total));
    }),
  );
});

test('no letter of a name is lost when it wraps', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9 ]{0,118}$/), columns, (long, width) => {
      const receipt = {
        ...batik,
        lines: batik.lines.slice(0, 1).map((l) => ({ ...l, name: long })),
      };
      const lines = texts(
        receiptLines(receipt, {
          columns: width,
          say: translator('id'),
          copy: false,
          extras: noExtras,
        }),
      );
      const [start, end] = rulers(lines);
      const printed = lines.slice(start + 1, end - 1).join('');
      expect(printed.replaceAll(' ', '')).toBe(long.replaceAll(' ', ''));
    }),
  );
});

test.each([32, 42, 48] as const)('the test page has a ruler of %i columns', (width) => {
  const page = testPageLines({
    printer: { address: 'tcp://192.168.1.50:9100', columns: width },
    say: translator('id'),
    atMs: Date.UTC(2026, 10, 23, 5, 30),
    offsetMinutes: 420,
  });
  const lines = texts(page);
  expect(lines).toContain('12345678901234567890123456789012345678901234567890'.slice(0, width));
  expect(lines).toContain(`|${'='.repeat(width - 2)}|`);
  expect(lines).toContain('23/11/2026 12:30');
  for (const printed of page) {
    const taken = printed.runs.reduce((sum, run) => sum + run.text.length * run.wide, 0);
    expect(taken).toBeLessThanOrEqual(width);
  }
});

/** Where the first two rules stand: the sale's lines are between them. */
function rulers(lines: readonly string[]): [number, number] {
  const first = lines.findIndex((text) => /^-{32,}$/.test(text));
  const second = lines.findIndex((text, i) => i > first && /^-{32,}$/.test(text));
  return [first, second];
}

/** The figure at the end of a line, in rupiah. */
function figure(text: string): number {
  return Number(/ (-?)(?:Rp)?([\d.]+)$/.exec(text)?.slice(1).join('').replaceAll('.', ''));
}

function indexOfFigure(lines: readonly string[], wanted: number, from: number): number {
  const at = lines.findIndex((text, i) => i >= from && figure(text) === wanted);
  expect(at, `${wanted} stands alone at the end of a line`).toBeGreaterThanOrEqual(0);
  return at;
}

test('each means of payment has its own line, with what a slip of a terminal says', () => {
  const tenders = [
    { kind: 'qris', amountRupiah: rupiah(100_000), state: 'claimed' },
    {
      kind: 'card',
      amountRupiah: rupiah(298_500),
      bank: 'BCA',
      approval: '012345',
      last: '1234',
    },
  ];
  const paper = texts(receiptLines({ ...batik, tenders, changeRupiah: rupiah(0) }, look));
  const total = paper.findIndex((line) => line.startsWith('TOTAL'));
  expect(paper.slice(total + 1, total + 5)).toEqual([
    'QRIS                     100.000',
    'Kartu BCA ****1234 · 012345',
    '                         298.500',
    'KEMBALIAN                      0',
  ]);
});
