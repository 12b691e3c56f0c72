import { LapakError } from '../errors.ts';

/** What a row of another system's sales history tells. */
export const historyColumns = [
  'invoice',
  'code',
  'description',
  'quantity',
  'date',
  'time',
  'price',
] as const;
export type HistoryColumn = (typeof historyColumns)[number];

/** Where each column stands in a row; -1 for an optional one that the file does not have. */
export type HistoryLayout = Readonly<Record<HistoryColumn, number>>;

/** Without a description a product is called by its code; a time may stand in the date's cell. */
const optional: ReadonlySet<HistoryColumn> = new Set(['description', 'time']);

/** Names that systems give these columns, folded by foldName(), the likeliest first. */
const knownNames: Readonly<Record<HistoryColumn, readonly string[]>> = {
  invoice: [
    'invoiceno',
    'invoicenumber',
    'invoiceid',
    'invoice',
    'noinvoice',
    'nomorinvoice',
    'nofaktur',
    'nomorfaktur',
    'faktur',
    'nonota',
    'nomornota',
    'nota',
    'nostruk',
    'nomorstruk',
    'struk',
    'receiptno',
    'receiptnumber',
    'receipt',
    'notransaksi',
    'nomortransaksi',
    'idtransaksi',
    'transactionid',
    'orderid',
    'orderno',
    'ordernumber',
  ],
  code: ['stockcode', 'sku', 'productcode', 'itemcode', 'kodebarang', 'kodeproduk', 'kode', 'code'],
  description: [
    'description',
    'productname',
    'itemname',
    'namabarang',
    'namaproduk',
    'nama',
    'name',
    'item',
    'product',
    'barang',
    'produk',
    'deskripsi',
    'keterangan',
  ],
  quantity: ['quantity', 'qty', 'jumlah', 'kuantitas', 'jml', 'banyaknya'],
  date: [
    'invoicedate',
    'datetime',
    'date',
    'tanggal',
    'tgl',
    'tanggaltransaksi',
    'transactiondate',
    'orderdate',
    'createdat',
    'soldat',
    'waktu',
  ],
  time: ['time', 'jam', 'invoicetime', 'waktu'],
  price: ['unitprice', 'hargasatuan', 'hargajual', 'sellingprice', 'itemprice', 'price', 'harga'],
};

/**
 * Finds the columns by the names that the person gave, else by names that are known.
 * @param header the cells of the first row
 * @param given the file's own names; one that is not in the file is refused
 * @throws LapakError CSV_COLUMN_MISSING, CSV_COLUMN_TWICE, with all that are
 */
export function findHistoryColumns(
  header: readonly string[],
  given: Readonly<Partial<Record<HistoryColumn, string>>>,
): HistoryLayout {
  const names = header.map(foldName);
  const taken = new Set<number>();
  const missing: string[] = [];
  const twice: string[] = [];
  const find = (column: HistoryColumn): number => {
    const wanted = given[column];
    const candidates = wanted === undefined ? knownNames[column] : [foldName(wanted)];
    const at = candidates
      .map((name) => names.findIndex((found, i) => found === name && !taken.has(i)))
      .find((index) => index >= 0);
    if (at === undefined) {
      const isNeeded = wanted !== undefined || !optional.has(column);
      if (isNeeded) missing.push(wanted ?? howToName(column));
      return -1;
    }
    if (names.indexOf(names[at] ?? '', at + 1) >= 0) twice.push(header[at] ?? '');
    taken.add(at);
    return at;
  };
  const isGiven = (column: HistoryColumn) => given[column] !== undefined;
  const order = [...historyColumns.filter(isGiven), ...historyColumns.filter((c) => !isGiven(c))];
  const entries = order.map((column) => [column, find(column)] as const);
  if (missing.length > 0) {
    throw new LapakError('CSV_COLUMN_MISSING', { columns: missing.join(', ') });
  }
  if (twice.length > 0) throw new LapakError('CSV_COLUMN_TWICE', { columns: twice.join(', ') });
  return Object.fromEntries(entries) as HistoryLayout; // one entry for each of historyColumns
}

/** What to type when a column is not found, in every language. */
function howToName(column: HistoryColumn): string {
  return `${column} (--column ${column}=…)`;
}

/** `Invoice No.` and `invoice_no` are one name. */
function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
