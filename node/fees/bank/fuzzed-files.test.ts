import { writeXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StatementFile } from '../../../domain/fees/bank/statement.ts';
import { LapakError } from '../../../domain/errors.ts';
import { readSettlement } from './read-settlement.ts';
import { readStatement } from './read-statement.ts';

/** Good files, cut anywhere and with bytes turned: only a LapakError is thrown, no lie told. */

interface Moved {
  readonly day: string;
  readonly remark: string;
  readonly isIn: boolean;
  readonly sum: number;
  readonly after: number;
}

const OPENING = 5_000_000;
const MOVED = Array.from({ length: 12 }).reduce<Moved[]>((rows, _, at) => {
  const isIn = at % 3 !== 2;
  const sum = 1_000_000 + at;
  const after = (rows.at(-1)?.after ?? OPENING) + (isIn ? sum : -sum);
  const day = String(at + 1).padStart(2, '0');
  return [...rows, { day, remark: `TC-A${at}-2611 IURAN, NOVEMBER`, isIn, sum, after }];
}, []);
/** All money that a good file moves, in sen. */
const SUMS = MOVED.map(({ isIn, sum }) => (isIn ? 100 : -100) * sum);
const CLOSING = MOVED.at(-1)?.after;

const sign = ({ isIn }: Moved) => (isIn ? 'CR' : 'DB');
const each = (write: (row: Moved) => string) => MOVED.map(write).join('\n');

const individual = `Account No.,=,'0111222333

Date,Description,Branch,Amount,,Balance
${each((row) => `'${row.day}/11/2026,${row.remark},'0,${row.sum}.00,${sign(row)},${row.after}.00`)}
Starting Balance,=,${OPENING}.00
Ending Balance,=,${CLOSING}.00
`;
const business = `"No. rekening : 0350000001"
"Periode : 01/11/2026 - 30/11/2026"
"Kode Mata Uang : Rp"
"Tanggal Transaksi","Keterangan","Cabang","Jumlah","Saldo"
${each((row) => {
  return `"${row.day}/11","${row.remark}","0","${row.sum}.00 ${sign(row)}","${row.after}.00"`;
})}
"Saldo Awal : ${OPENING}.00"
"Saldo Akhir : ${CLOSING}.00"
`;
const swift = `:20:A
:25:0350000001
:28C:1
:60F:C261101IDR${OPENING},
${each(({ day, isIn, sum, remark }) => {
  return `:61:2611${day}${isIn ? 'C' : 'D'}${sum},NTRFNONREF//X\n:86:${remark}`;
})}
:62F:C261130IDR${CLOSING},
`;
const xmlBalance = (code: string, sum = 0) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt>${sum}</Amt>
<CdtDbtInd>CRDT</CdtDbtInd></Bal>`;
const xmlEntry = ({ day, isIn, sum, remark }: Moved) =>
  `<Ntry><Amt Ccy="IDR">${sum}</Amt><CdtDbtInd>${isIn ? 'CRDT' : 'DBIT'}</CdtDbtInd>
<BookgDt><Dt>2026-11-${day}</Dt></BookgDt><AddtlNtryInf>${remark}</AddtlNtryInf></Ntry>`;
const camt = `<Document><BkToCstmrStmt><Stmt><Id>1</Id>
<Acct><Id><Othr><Id>0350000001</Id></Othr></Id></Acct>
${xmlBalance('OPBD', OPENING)}${xmlBalance('CLBD', CLOSING)}
${each(xmlEntry)}
</Stmt></BkToCstmrStmt></Document>`;
const settlement = `NMID;RRN;Tanggal Transaksi;Nominal;MDR;Net
${each(({ day, sum }) => `ID1;6180${sum};${day}/11/2026 10:15;100.000;700;99.300`)}
`;
const xlsx = await writeXlsx({
  sheets: [
    {
      name: 'Mutasi',
      rows: [
        ['Tanggal', 'Keterangan', 'Tipe', 'Jumlah', 'Saldo'],
        ...MOVED.map((row) => {
          return [`${row.day}/11/2026`, row.remark, sign(row), row.sum, row.after];
        }),
      ],
    },
  ],
});

const files: readonly (readonly [string, Buffer])[] = [
  ['KlikBCA Individual', Buffer.from(individual)],
  ['KlikBCA Bisnis', Buffer.from(business)],
  ['MT940', Buffer.from(swift)],
  ['CAMT.053', Buffer.from(camt)],
  ['XLSX', Buffer.from(xlsx)],
];

/** A file with some bytes turned, and perhaps cut. */
function damaged(good: Buffer): fc.Arbitrary<Buffer> {
  const turns = fc.array(fc.tuple(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 })), {
    maxLength: 4,
  });
  const end = fc.option(fc.nat(good.length), { nil: good.length });
  return fc.tuple(turns, end).map(([changes, length]) => {
    const bytes = Buffer.from(good);
    for (const [at, mask] of changes) bytes[at] = (bytes[at] ?? 0) ^ mask;
    return bytes.subarray(0, length);
  });
}

async function fileOf(content: Buffer): Promise<StatementFile | null> {
  try {
    return await readStatement(content, { endsOn: '2026-12-01' });
  } catch (error) {
    if (error instanceof LapakError) return null;
    throw error;
  }
}

test.each(files)('%s is balanced as long as it is whole', async (_, good) => {
  const file = await fileOf(good);

  expect(file?.rows.map(({ amountSen }) => amountSen)).toEqual(SUMS);
  expect(file?.isBalanced).toBe(true);
});

test.each(files)('%s that was damaged throws nothing else, and never lies', async (_, good) => {
  await fc.assert(
    fc.asyncProperty(damaged(good), async (content) => {
      const file = await fileOf(content);
      if (!file?.isBalanced) return;
      // What says that nothing is missing has the rows of the good file, to the sen: all of them
      // where it has a closing balance of the bank's own.
      const sums = file.rows.map(({ amountSen }) => amountSen);
      expect(sums).toEqual(file.closingFrom === 'file' ? SUMS : SUMS.slice(0, sums.length));
    }),
    { numRuns: 400 },
  );
});

test('a settlement file that was damaged throws nothing else, and each row adds up', async () => {
  const good = Buffer.from(settlement);
  await fc.assert(
    fc.asyncProperty(damaged(good), async (content) => {
      try {
        for (const row of (await readSettlement(content, {})).rows) {
          expect(row.grossSen - row.feeSen - row.taxSen - row.otherSen).toBe(row.netSen);
        }
      } catch (error) {
        expect(error).toBeInstanceOf(LapakError);
      }
    }),
    { numRuns: 400 },
  );
});

test('bytes of any kind throw nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
      await fileOf(Buffer.from(bytes));
    }),
    { numRuns: 400 },
  );
});
