import { expect, test } from 'vitest';
import { readStatement } from './read-statement.ts';

const read = (text: string) => readStatement(Buffer.from(text), {});

const entry = (amount: string, direction: string, day: string, remark: string, more = '') =>
  `<Ntry><Amt Ccy="IDR">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${more}
<Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>0081</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
<RmtInf><Ustrd>${remark}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;

const balance = (code: string, amount: string, day: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="IDR">${amount}</Amt>
<CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`;

const CAMT = `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt><Id>STMT-7</Id><ElctrncSeqNb>7</ElctrncSeqNb>
<CreDtTm>2026-12-01T06:00:00+07:00</CreDtTm>
<Acct><Id><Othr><Id>0081234567</Id></Othr></Id><Ccy>IDR</Ccy></Acct>
${balance('OPBD', '10000000.00', '2026-11-01')}
${balance('CLBD', '8535016.50', '2026-11-30')}
${entry('1000017.00', 'CRDT', '2026-11-02', 'TC-A12-2611 &amp; KAOS &#65;')}
${entry('2450000', 'DBIT', '2026-11-02', 'PLN')}
${entry('15000.50', 'DBIT', '2026-11-05', 'KOREKSI', '<RvslInd>true</RvslInd>')}
</Stmt></BkToCstmrStmt></Document>`;

test('CAMT.053 is read: numbers of accounts keep their zeros, the date is in the id', async () => {
  const file = await read(CAMT);

  expect(file).toMatchObject({
    profile: 'camt053',
    account: '0081234567',
    statementId: 'STMT-7 7 2026-12-01',
    openingSen: 1_000_000_000,
    closingSen: 853_501_650,
    isBalanced: true,
  });
  expect(file.rows).toMatchObject([
    { row: 1, on: '2026-11-02', amountSen: 100_001_700, description: 'TC-A12-2611 & KAOS A' },
    { row: 2, amountSen: -245_000_000, reference: '0081' },
    { row: 3, on: '2026-11-05', amountSen: -1_500_050 },
  ]);
});

test('with prefixes of namespaces and the status as a code it is read the same', async () => {
  const prefixed = CAMT.replace(/<(\/?)(?=[A-Z])/g, '<$1ns:')
    .replace('xmlns=', 'xmlns:ns=')
    .replaceAll('<ns:Sts>BOOK</ns:Sts>', '<ns:Sts><ns:Cd>BOOK</ns:Cd></ns:Sts>');

  expect(await read(prefixed)).toEqual(await read(CAMT));
});

test('what is pending is marked, and an entry that cannot be used is told', async () => {
  const file = await read(
    CAMT.replace('<Sts>BOOK</Sts>', '<Sts>PDNG</Sts>')
      .replace('2450000<', '2.450.000<')
      .replace('<Amt Ccy="IDR">15000.50', '<Amt Ccy="USD">15000.50'),
  );

  expect(file.rows).toMatchObject([{ row: 1, isPending: true }]);
  expect(file.rejected).toEqual([
    { row: 2, column: 'Amt', reason: 'amountInvalid', value: '2.450.000' },
    { row: 3, column: 'Amt', reason: 'currencyOther', value: 'USD' },
  ]);
  expect(file.isBalanced).toBe(false);
});

test('only what the bank has booked is a row that is kept', async () => {
  const statuses = ['<Cd>FUTR</Cd>', 'RJCT', '<Prtry>RETUR</Prtry>', 'INFO', '<Cd>BOOK</Cd>', ''];
  const entries = statuses.map((status) =>
    entry('5', 'CRDT', '2026-11-02', 'A').replace('<Sts>BOOK</Sts>', `<Sts>${status}</Sts>`),
  );

  const file = await read(CAMT.replace('</Stmt>', `${entries.join('')}</Stmt>`));

  expect(file.rows.slice(3).map(({ isPending }) => isPending)).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});

test.each([
  ['entries', `<Ntry/>`.repeat(120_001), 'TABLE_TOO_LONG'],
  ['statements', `<n:Stmt></n:Stmt>`.repeat(2_401), 'TABLE_TOO_LONG'],
  ['balances', '<Bal><Tp/></Bal>'.repeat(625_001), 'FILE_TOO_LARGE'],
])('XML of more %s than a bank has is refused before it is read', async (_, more, code) => {
  const text = CAMT.replace('</BkToCstmrStmt>', `${more}</BkToCstmrStmt>`);

  await expect(read(text)).rejects.toMatchObject({ code });
});

test.each([
  ['cut in the middle', CAMT.slice(0, CAMT.indexOf('PLN'))],
  [
    'with entities of its own',
    CAMT.replace('<Document', '<!DOCTYPE a [<!ENTITY b "c">]><Document'),
  ],
  ['of ten thousand elements inside each other', '<a>'.repeat(10_000)],
])('XML %s is one failure', async (_, text) => {
  await expect(read(text)).rejects.toMatchObject({ code: 'STATEMENT_BROKEN' });
});

test('XML that is no statement is not known', async () => {
  await expect(read('<html><body>Masuk</body></html>')).rejects.toMatchObject({
    code: 'STATEMENT_UNKNOWN',
  });
});
