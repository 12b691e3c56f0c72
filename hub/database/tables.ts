import type { DownItemTable } from '../down/tables.ts';
import type { DeviceTable, EnrolmentCodeTable, UsedNonceTable } from '../enrolment/tables.ts';
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
}
