import type { bankId } from './text.id.ts';

/** Words of reading bank and settlement files, in English. */
export const bankEn: Record<keyof typeof bankId, string> = {
  'error.statementPdf':
    'This is a PDF, which cannot be read as a table. Download the statement from the bank as CSV or XLSX.',
  'error.statementFormatKnown':
    'A file of {{format}} is known without being taught. Import it straight away.',
  'error.statementUnknown':
    'This file is not known: it has no titles of a bank statement. Download the statement as CSV or XLSX, or teach how it is read on the page Bank.',
  'error.statementUnfit':
    'This file is not {{profile}}: it has no column {{columns}}. Choose how files of its bank are read, or download the right report.',
  'error.statementBroken':
    'This bank file is broken or cut off ({{detail}}). Download it from the bank again, then try once more.',
  'error.statementYearUnknown':
    'The dates of this file have no year, nor is there a line with its period. Say its last day, then try again.',
  'error.statementCurrency':
    'This statement is in {{currency}}; only rupiah can be read. Choose an account in rupiah.',
  'error.statementAccounts':
    'This file belongs to account {{accounts}}. Choose the account that it is of, then try again.',
  'error.statementNumbersDoubtful':
    'The number {{example}} of column {{column}} can be read in two ways. Set its decimal mark in how files of this bank are read, then try again.',
  'bank.reason.quote': 'A quotation mark has no partner',
  'bank.reason.lineTooLong': 'This line is too long',
  'bank.reason.cellsWrong': 'There are not as many cells as column titles: {{value}}',
  'bank.reason.formula': 'Holds a formula; the original file of a bank has values only',
  'bank.reason.dateMissing': 'No date',
  'bank.reason.dateInvalid': 'No date: {{value}}',
  'bank.reason.dateDoubtful': 'Day and month may be the other way round: {{value}}',
  'bank.reason.dateOutside': 'The date is outside the period of the file: {{value}}',
  'bank.reason.amountMissing': 'No amount',
  'bank.reason.amountInvalid': 'No amount of money: {{value}}',
  'bank.reason.amountTooLarge': 'The amount is too large: {{value}}',
  'bank.reason.amountTwice': 'Debit and credit are both filled in',
  'bank.reason.signMissing': 'It is not clear whether this came in or went out: {{value}}',
  'bank.reason.signUnknown': 'The sign for in or out is not known: {{value}}',
  'bank.reason.balanceInvalid': 'No balance: {{value}}',
  'bank.reason.currencyOther': 'Not in rupiah: {{value}}',
  'bank.note.amountZero': 'It moves nothing, so it is left out',
  'bank.note.balanceBroken': 'The balance does not follow from the line before',
  'bank.note.openingMissing': 'There is no opening balance',
  'bank.note.closingMissing': 'There is no closing balance; the file may be cut off',
  'bank.note.totalDiffers': 'The debits or credits do not add up to what the bank states',
  'bank.note.statementsApart': 'This part does not open at what the one before closed at',
  'bank.note.netDiffers': 'Gross less deductions is not net',
  'bank.note.notSettled': 'Not settled, so it is left out',
};
