import type { tablesId } from './text.id.ts';

export const tablesEn: Record<keyof typeof tablesId, string> = {
  'error.fileUnreadable':
    'The file {{file}} cannot be read. Check its name and permissions, then try again.',
  'error.fileUnwritable':
    'The file {{file}} cannot be written. Choose another name or folder, then try again.',
  'error.fileTooLarge':
    'The file is too large; at most {{maxMegabytes}} MB. Divide it into several.',
  'error.csvBroken':
    'The CSV file is broken at line {{line}}: a quotation mark in the titles has no partner, or this is not text. Save it as CSV again and try once more.',
  'error.csvEmpty': 'This file is empty. Fill in the titles and rows, then try again.',
  'error.csvColumnMissing':
    'The CSV file has no column for: {{columns}}. Add it to the titles, then try again.',
  'error.csvColumnTwice':
    'The CSV file has two columns for: {{columns}}. Remove or rename one of them, then try again.',
  'error.numberStyleDoubtful':
    'The numbers of column {{column}} can be read in two ways: {{example}} is {{thousandsMilli, quantity}} (--decimal {{thousandsMark}}) or {{decimalMilli, quantity}} (--decimal {{decimalMark}}). Run it again with one of them.',
  'error.tableTooLong':
    'The file is too long; at most {{maxRows, number}} lines. Divide it into several.',
  'error.workbookBroken':
    'The Excel file is broken ({{detail}}). Download it again, or save it as XLSX again, then try once more.',
  'error.workbookLocked':
    'This Excel file has a password, or is of the old format XLS. Save it as XLSX without a password, then try again.',
  'error.workbookUnfolds':
    'This Excel file holds more than {{maxMegabytes}} MB once opened, so it is not read. Ask the bank for the original.',
};
