import type { BarcodeTable, ProductTable, ProductUnitTable } from '../catalog/product-tables.ts';
import type {
  StockAdjustmentTable,
  StockMoveTable,
  StockTable,
} from '../inventory/stock-tables.ts';
import type { DeviceTable, JournalRecordTable } from '../journal/journal-tables.ts';
import type { PrintJobTable } from '../printing/print-job-tables.ts';
import type {
  CartTable,
  CartWentOnTable,
  SaleLineTable,
  SaleTable,
  SaleTenderTable,
} from '../sales/sale-tables.ts';
import type { SettingTable } from '../settings/setting-tables.ts';

/** Every table of the till's database. */
export interface Tables {
  product: ProductTable;
  product_unit: ProductUnitTable;
  barcode: BarcodeTable;
  /** FTS5; `rowid` is product.id. */
  product_search: { rowid: number; category: string; shorts: string; fours: string };
  stock: StockTable;
  stock_move: StockMoveTable;
  stock_adjustment: StockAdjustmentTable;
  sale: SaleTable;
  sale_line: SaleLineTable;
  sale_tender: SaleTenderTable;
  journal_record: JournalRecordTable;
  device: DeviceTable;
  print_job: PrintJobTable;
  cart: CartTable;
  cart_went_on: CartWentOnTable;
  setting: SettingTable;
}
