import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { isDate } from '../../../domain/time.ts';
import {
  checkCurrency,
  type StatementHints,
} from '../../../domain/fees/bank/read-statement-grid.ts';
import {
  rejectedRow,
  type RejectedRow,
  type StatementFile,
  type StatementRow,
} from '../../../domain/fees/bank/statement.ts';
import { senOf } from '../../../domain/fees/bank/sen.ts';
import { LapakError } from '../../../domain/errors.ts';
import { tidyCell } from '../../../domain/tables/cell-text.ts';
import { parseDecimal } from '../../../domain/tables/read-number.ts';
import { checkRows, checkSize } from './bank-text.ts';
import { joinStatements, ofAccount, type SingleStatement } from './join-statements.ts';
import { nodesAt, textAt, textsAt, type XmlNode } from './xml-node.ts';

const DESCRIPTION_MAX = 1000;
/** Longest text: it is read in some six seconds, and has about ten thousand entries. */
const CHARACTERS_MAX = 10_000_000;
/** Elements inside each other: a statement has about a dozen. */
const DEPTH_MAX = 60;

/** Whether a text is a bank's statement in XML. */
export function isCamt(text: string): boolean {
  return /^\s*</.test(text);
}

/**
 * Reads an ISO 20022 statement, CAMT.053 of any version. Rows are counted by entry. Numbers of
 * accounts stay text, and no entity is unfolded but those of XML itself.
 * @throws LapakError STATEMENT_BROKEN, STATEMENT_UNKNOWN, STATEMENT_ACCOUNTS, STATEMENT_CURRENCY,
 * TABLE_TOO_LONG, FILE_TOO_LARGE
 */
export function readCamt(text: string, hints: StatementHints): StatementFile {
  checkSize(text, CHARACTERS_MAX);
  checkCounts(text);
  const root = parse(text);
  const statements = nodesAt(root, 'Document', 'BkToCstmrStmt', 'Stmt');
  if (statements.length === 0) throw new LapakError('STATEMENT_UNKNOWN', {});
  let entries = 0;
  const all = statements.map((statement) => {
    const single = singleOf(statement, entries);
    entries += nodesAt(statement, 'Ntry').length;
    return single;
  });
  return joinStatements('camt053', ofAccount(all, hints.accounts ?? []));
}

/**
 * Counts before the text is taken apart, which takes longest.
 * @throws LapakError TABLE_TOO_LONG
 */
function checkCounts(text: string): void {
  let [rows, statements] = [0, 0];
  for (const [, name] of text.matchAll(/<(?:[\w.-]+:)?(Stmt|Ntry)[\s/>]/g)) {
    if (name === 'Ntry') rows += 1;
    else statements += 1;
  }
  checkRows(rows, statements);
}

/** @throws LapakError STATEMENT_BROKEN */
function parse(text: string): XmlNode {
  const broken = (detail: string, cause?: unknown) =>
    new LapakError('STATEMENT_BROKEN', { detail: detail.slice(0, 200) }, { cause });
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw broken('DOCTYPE');
  try {
    const checked = XMLValidator.validate(text);
    if (checked !== true) throw broken(`${checked.err.line}: ${checked.err.msg}`);
    return new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '@',
      removeNSPrefix: true,
      parseTagValue: false,
      parseAttributeValue: false,
      processEntities: false,
      alwaysCreateTextNode: true,
      maxNestedTags: DEPTH_MAX,
      isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
    }).parse(text) as XmlNode; // every element is a list, by the options
  } catch (error) {
    if (error instanceof LapakError) throw error;
    throw broken(error instanceof Error ? error.message : 'XML', error);
  }
}

function singleOf(statement: XmlNode, before: number): SingleStatement {
  const currency = textAt(statement, 'Acct', 'Ccy');
  if (currency !== '') checkCurrency(currency);
  const rows: StatementRow[] = [];
  const rejected: RejectedRow[] = [];
  for (const [at, entry] of nodesAt(statement, 'Ntry').entries()) {
    const read = entryOf(entry, before + at + 1);
    if ('reason' in read) rejected.push(read);
    else rows.push(read);
  }
  const to = dayOf(textAt(statement, 'FrToDt', 'ToDtTm')) ?? balanceOf(statement, ['CLBD']).on;
  const created = dayOf(textAt(statement, 'CreDtTm')) ?? to;
  return {
    account: accountOf(statement),
    id: [textAt(statement, 'Id'), textAt(statement, 'ElctrncSeqNb'), created ?? '']
      .join(' ')
      .trim(),
    period: { from: dayOf(textAt(statement, 'FrToDt', 'FrDtTm')), to },
    // A first statement may name its opening as the closing of the one before.
    openingSen: balanceOf(statement, ['OPBD', 'PRCD']).sen,
    closingSen: balanceOf(statement, ['CLBD']).sen,
    rows,
    rejected,
  };
}

/** An IBAN as it stands, else the number of a bank without them; Indonesian banks have none. */
function accountOf(statement: XmlNode): string | null {
  const found =
    textAt(statement, 'Acct', 'Id', 'Othr', 'Id') || textAt(statement, 'Acct', 'Id', 'IBAN');
  const account = found.replace(/[-.\s]/g, '');
  return account === '' ? null : account;
}

function balanceOf(
  statement: XmlNode,
  codes: readonly string[],
): { sen: number | null; on: string | null } {
  for (const code of codes) {
    for (const balance of nodesAt(statement, 'Bal')) {
      if (textAt(balance, 'Tp', 'CdOrPrtry', 'Cd') !== code) continue;
      const on = dayOf(textAt(balance, 'Dt', 'Dt') || textAt(balance, 'Dt', 'DtTm'));
      return { sen: signedOf(balance), on };
    }
  }
  return { sen: null, on: null };
}

function entryOf(entry: XmlNode, row: number): StatementRow | RejectedRow {
  const amount = textAt(entry, 'Amt');
  const currency = nodesAt(entry, 'Amt')[0]?.['@Ccy'];
  if (typeof currency === 'string' && currency !== 'IDR') {
    return rejectedRow(row, 'Amt', 'currencyOther', currency);
  }
  const amountSen = signedOf(entry);
  if (amountSen === null) {
    const isSigned = /^(CRDT|DBIT)$/.test(textAt(entry, 'CdtDbtInd'));
    return isSigned
      ? rejectedRow(row, 'Amt', amount === '' ? 'amountMissing' : 'amountInvalid', amount)
      : rejectedRow(row, 'CdtDbtInd', 'signMissing', textAt(entry, 'CdtDbtInd'));
  }
  const booked = textAt(entry, 'BookgDt', 'Dt') || textAt(entry, 'BookgDt', 'DtTm');
  const on = dayOf(booked || textAt(entry, 'ValDt', 'Dt') || textAt(entry, 'ValDt', 'DtTm'));
  const said = {
    row,
    amountSen,
    balanceSen: null,
    description: describe(entry),
    reference: textAt(entry, 'AcctSvcrRef') || textAt(entry, 'NtryRef'),
  };
  if (!isBooked(entry)) return { ...said, isPending: true, on };
  if (on === null)
    return rejectedRow(row, 'BookgDt', booked === '' ? 'dateMissing' : 'dateInvalid', booked);
  return { ...said, isPending: false, on };
}

/**
 * Whether it moved money: not yet where it is pending or of a day to come, never where the bank
 * rejected it. One without a status did, as all of a statement do. Source: ISO 20022, EntryStatus.
 */
function isBooked(entry: XmlNode): boolean {
  const status =
    textAt(entry, 'Sts', 'Cd') || textAt(entry, 'Sts', 'Prtry') || textAt(entry, 'Sts');
  return status === '' || status === 'BOOK';
}

/** The direction is that of this entry, also of one that reverses another. */
function signedOf(node: XmlNode): number | null {
  const parsed = parseDecimal(textAt(node, 'Amt'), '.');
  if (typeof parsed === 'string' || parsed.digits < 0) return null;
  const sen = senOf(parsed, false);
  const direction = textAt(node, 'CdtDbtInd');
  if (typeof sen !== 'number' || (direction !== 'CRDT' && direction !== 'DBIT')) return null;
  return direction === 'DBIT' ? 0 - sen : sen;
}

function describe(entry: XmlNode): string {
  const details = nodesAt(entry, 'NtryDtls', 'TxDtls').flatMap((transaction) => [
    ...textsAt(transaction, 'RmtInf', 'Ustrd'),
    ...textsAt(transaction, 'RmtInf', 'Strd', 'CdtrRefInf', 'Ref'),
    ...textsAt(transaction, 'Refs', 'EndToEndId').filter((id) => id !== 'NOTPROVIDED'),
    ...textsAt(transaction, 'RltdPties', 'Dbtr', 'Nm'),
    ...textsAt(transaction, 'RltdPties', 'Dbtr', 'Pty', 'Nm'),
    ...textsAt(transaction, 'AddtlTxInf'),
  ]);
  const all = [...details, textAt(entry, 'AddtlNtryInf')].filter((text) => text !== '');
  return tidyCell([...new Set(all)].join(' ')).slice(0, DESCRIPTION_MAX);
}

function dayOf(text: string): string | null {
  const day = text.slice(0, 10);
  if (day === '') return null;
  return isDate(day) ? day : null;
}
