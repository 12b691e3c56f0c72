import type { tablesId } from './text.id.ts';

export const tablesEn: Record<keyof typeof tablesId, string> = {
  'error.fileUnreadable': 'The file {{file}} cannot be read.',
  'error.fileTooLarge': 'The file is too large; at most {{maxMegabytes}} MB.',
  'error.csvBroken':
    'The CSV file is broken at line {{line}}: a quotation mark has no partner, or this is not text. Save it as CSV again and try once more.',
  'error.csvColumnMissing': 'The CSV file has no column {{column}}.',
};
