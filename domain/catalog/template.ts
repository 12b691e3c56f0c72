import { catalogTitles } from './catalog-columns.ts';

/** A file to fill in: every column, and a product with its base unit and a lusin of it. */
export const catalogTemplate = [
  catalogTitles.join(';'),
  'KOPI-01;Kopi Gayo 200 g;Kopi;pcs;1;45000;8991234567891;50;42000;',
  'KOPI-01;Kopi Gayo 200 g;Kopi;lusin;12;500000;;;480000;',
  '',
].join('\r\n');
