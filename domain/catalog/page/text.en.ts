import type { catalogPageId } from './text.id.ts';

/** Words of the page of products, in English. */
export const catalogPageEn: Record<keyof typeof catalogPageId, string> = {
  'catalog.columnsHow':
    'The first row names the columns, in any order. Another unit of the same product has a row of its own.',
  'catalog.columnHow.kode': 'your own code; a code that is there is updated',
  'catalog.columnHow.nama': 'name of the product',
  'catalog.columnHow.kategori': 'group at the register',
  'catalog.columnHow.satuan': 'pcs, kg, lusin; empty is the base unit',
  'catalog.columnHow.isi': 'content of that unit: a lusin has 12',
  'catalog.columnHow.harga': 'whole rupiah for one unit',
  'catalog.columnHow.barcode': 'barcode; several with spaces between',
  'catalog.columnHow.stok': 'opening stock; of a new product only',
  'catalog.columnHow.harga_terendah': 'selling below it needs leave; - removes it',
  'catalog.columnHow.pajak':
    'lapak (as the stall), tidak (none), ppn, ppn mewah, pbjt; ppn+ if added',
  'catalog.floor': 'Lowest price',
  'catalog.floorHow': 'Selling below the lowest price needs leave.',
  'catalog.tax': 'Tax',
  'catalog.tax.stall': 'As the stall',
  'catalog.tax.none': 'Not taxed',
  'catalog.tax.ppn': 'PPN (VAT)',
  'catalog.tax.ppn-luxury': 'PPN, luxury goods',
  'catalog.tax.pbjt': 'PBJT, food & drink',
  'catalog.taxWay': 'The price of this product',
  'catalog.taxWay.in': 'Includes the tax',
  'catalog.taxWay.added': 'Tax is added',
  'import.note.priceZero': 'Its price is zero: it will be sold for nothing',
  'import.note.stockKept':
    'An import does not change stock: {{value}} in the file, {{other}} stays in the catalog',
  'import.note.stockIgnored':
    'Stock is read in the row of the base unit only: {{value}} is not used',
  'import.note.taxIgnored':
    'The tax is read from the first row of this product ({{other}}): {{value}} is not used',
  'import.note.codeCase':
    'Codes {{value}} and {{other}} differ in capitals only, so they are two products',
  'import.note.archived': '{{other}} is archived and stays so; restore it on the Products screen',
  'import.field.name': 'name',
  'import.field.category': 'category',
  'import.field.price': 'price',
  'import.field.factor': 'content',
  'import.field.barcode': 'barcode',
  'import.field.stock': 'stock',
  'import.field.floor': 'lowest price',
  'import.field.tax': 'tax',
};
