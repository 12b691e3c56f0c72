import type { DownItemTable } from '../down/tables.ts';
import type { DeviceTable, EnrolmentCodeTable, UsedNonceTable } from '../enrolment/tables.ts';
import type {
  BankRowTable,
  BankUseTable,
  FeePairingTable,
  FeeProfileTable,
  FeeSenderTable,
  FeeSettledTable,
  FeeSignatureTable,
  FeeStatementTable,
} from '../fees/bank/tables.ts';
import type {
  FeeAccountTable,
  FeeActTable,
  FeeAllocationTable,
  FeeBookSumTable,
  FeeChargeTable,
  FeeClosureTable,
  FeeCodeTable,
  FeeCreditTable,
  FeeDepositTable,
  FeeDepositSumTable,
  FeeDisputeTable,
  FeeInstalmentsTable,
  FeeMallTable,
  FeeMessageTable,
  FeeMeterBillTable,
  FeeMonthTable,
  FeeNoticeTable,
  FeeGivenTable,
  FeePhotoTable,
  FeePlanTable,
  FeePostingTable,
  FeeReadingTable,
  FeeRefundTable,
  FeeReliefTable,
  FeeSeenTable,
} from '../fees/tables.ts';
import type {
  BodyTable,
  ChainTable,
  DayTaxTable,
  DayTenderTable,
  DayTotalTable,
  RecordTable,
  RefundedTable,
  TreeNodeTable,
  UnsignedDayTable,
} from '../ingest/tables.ts';
import type { HubRecordTable } from '../journal/tables.ts';
import type {
  ContractTable,
  FederationTable,
  MallTable,
  MemberTable,
  RegionTable,
  StallTable,
  UnitTable,
} from '../organisation/tables.ts';
import type { SessionTable, SignInLinkTable } from '../people/tables.ts';
import type { HubTable } from '../system/tables.ts';

/** Every table of the hub's database. */
export interface HubTables {
  /** Which migrations it has: see migrate.ts. */
  readonly migration: { name: string };
  readonly hub: HubTable;
  readonly hub_record: HubRecordTable;
  readonly federation: FederationTable;
  readonly region: RegionTable;
  readonly mall: MallTable;
  readonly unit: UnitTable;
  readonly member: MemberTable;
  readonly stall: StallTable;
  readonly contract: ContractTable;
  readonly device: DeviceTable;
  readonly enrolment_code: EnrolmentCodeTable;
  readonly used_nonce: UsedNonceTable;
  readonly sign_in_link: SignInLinkTable;
  readonly session: SessionTable;
  readonly down_item: DownItemTable;
  readonly chain: ChainTable;
  readonly record: RecordTable;
  readonly tree_node: TreeNodeTable;
  readonly body: BodyTable;
  readonly day_total: DayTotalTable;
  readonly day_tender: DayTenderTable;
  readonly day_tax: DayTaxTable;
  readonly refunded: RefundedTable;
  readonly unsigned_day: UnsignedDayTable;
  readonly fee_act: FeeActTable;
  readonly fee_charge: FeeChargeTable;
  readonly fee_credit: FeeCreditTable;
  readonly fee_allocation: FeeAllocationTable;
  readonly fee_refund: FeeRefundTable;
  readonly fee_deposit: FeeDepositTable;
  readonly fee_deposit_sum: FeeDepositSumTable;
  readonly fee_mall: FeeMallTable;
  readonly fee_month: FeeMonthTable;
  readonly fee_posting: FeePostingTable;
  readonly fee_book_sum: FeeBookSumTable;
  readonly fee_plan: FeePlanTable;
  readonly fee_code: FeeCodeTable;
  readonly fee_account: FeeAccountTable;
  readonly fee_reading: FeeReadingTable;
  readonly fee_meter_bill: FeeMeterBillTable;
  readonly fee_notice: FeeNoticeTable;
  readonly fee_dispute: FeeDisputeTable;
  readonly fee_closure: FeeClosureTable;
  readonly fee_instalments: FeeInstalmentsTable;
  readonly fee_relief: FeeReliefTable;
  readonly fee_seen: FeeSeenTable;
  readonly fee_message: FeeMessageTable;
  readonly fee_photo: FeePhotoTable;
  readonly fee_given: FeeGivenTable;
  readonly fee_statement: FeeStatementTable;
  readonly bank_row: BankRowTable;
  readonly bank_use: BankUseTable;
  readonly fee_pairing: FeePairingTable;
  readonly fee_settled: FeeSettledTable;
  readonly fee_sender: FeeSenderTable;
  readonly fee_profile: FeeProfileTable;
  readonly fee_signature: FeeSignatureTable;
}
