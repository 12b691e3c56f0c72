import type { BarcodeTable, ProductTable, ProductUnitTable } from '../catalog/product-tables.ts';
import type { HubItemCursorTable, HubItemTable } from '../down/down-tables.ts';
import type { FeeEntryTable, FeeMessageTable, FeeToldTable } from '../fees/fee-tables.ts';
import type {
  StockAdjustmentTable,
  StockMoveTable,
  StockTable,
} from '../inventory/stock-tables.ts';
import type { ActTable, DeviceTable, JournalRecordTable } from '../journal/journal-tables.ts';
import type { VoucherTable, VoucherUseTable } from '../payments/voucher-tables.ts';
import type { OpenClaimTable, TenderStateTable } from '../payments/claim-tables.ts';
import type { SettledPaymentTable } from '../payments/settled-tables.ts';
import type { PrintJobTable } from '../printing/print-job-tables.ts';
import type {
  CartLeaveTable,
  CartTable,
  CartWentOnTable,
  SaleLineTable,
  SaleTable,
  SaleTenderTable,
  SoldProductTable,
  TrainingTable,
} from '../sales/sale-tables.ts';
import type { SettingTable } from '../settings/setting-tables.ts';
import type {
  DrawerCountTable,
  DrawerMoveTable,
  ShiftTable,
  ZTable,
} from '../shifts/shift-tables.ts';
import type {
  RoleTable,
  StaffSecretTable,
  StaffTable,
  WrongTryTable,
} from '../staff/staff-tables.ts';
import type {
  HubTable,
  SyncAnewTable,
  SyncCursorTable,
  SyncDetailsTable,
  SyncSentTable,
} from '../sync/sync-tables.ts';

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
  voucher: VoucherTable;
  voucher_use: VoucherUseTable;
  training: TrainingTable;
  sold_product: SoldProductTable;
  tender_state: TenderStateTable;
  open_claim: OpenClaimTable;
  settled_payment: SettledPaymentTable;
  journal_record: JournalRecordTable;
  act: ActTable;
  device: DeviceTable;
  shift: ShiftTable;
  z: ZTable;
  drawer_move: DrawerMoveTable;
  drawer_count: DrawerCountTable;
  print_job: PrintJobTable;
  cart: CartTable;
  cart_leave: CartLeaveTable;
  cart_went_on: CartWentOnTable;
  setting: SettingTable;
  staff: StaffTable;
  role: RoleTable;
  wrong_try: WrongTryTable;
  staff_secret: StaffSecretTable;
  hub: HubTable;
  sync_cursor: SyncCursorTable;
  sync_anew: SyncAnewTable;
  sync_sent: SyncSentTable;
  sync_details: SyncDetailsTable;
  hub_item: HubItemTable;
  hub_item_cursor: HubItemCursorTable;
  fee_entry: FeeEntryTable;
  fee_told: FeeToldTable;
  fee_message: FeeMessageTable;
}
