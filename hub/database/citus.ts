import type { HubTables } from './tables.ts';

/** How Citus keeps a table: a copy on every server, or divided by the value of a column. */
type Placing<T extends keyof HubTables> =
  | 'reference'
  | { readonly by: keyof HubTables[T] & string };

const byStall = { by: 'stall' } as const;

/**
 * Each table of the hub, as Citus keeps it when one server is too small. A table that others refer
 * to stands before them.
 */
export const placing: { readonly [T in keyof HubTables]: Placing<T> } = {
  migration: 'reference',
  hub: 'reference',
  hub_record: 'reference',
  federation: 'reference',
  region: 'reference',
  mall: 'reference',
  unit: 'reference',
  member: 'reference',
  stall: 'reference',
  contract: 'reference',
  device: 'reference',
  enrolment_code: 'reference',
  used_nonce: 'reference',
  sign_in_link: 'reference',
  session: 'reference',
  down_item: 'reference',
  fee_act: 'reference',
  fee_charge: 'reference',
  fee_credit: 'reference',
  fee_allocation: 'reference',
  fee_refund: 'reference',
  fee_deposit: 'reference',
  fee_deposit_sum: 'reference',
  fee_mall: 'reference',
  fee_month: 'reference',
  fee_posting: 'reference',
  fee_book_sum: 'reference',
  fee_plan: 'reference',
  fee_code: 'reference',
  fee_account: 'reference',
  fee_reading: 'reference',
  fee_meter_bill: 'reference',
  fee_notice: 'reference',
  fee_dispute: 'reference',
  fee_closure: 'reference',
  fee_instalments: 'reference',
  fee_relief: 'reference',
  fee_seen: 'reference',
  fee_message: 'reference',
  fee_photo: 'reference',
  fee_given: 'reference',
  fee_statement: 'reference',
  bank_row: 'reference',
  bank_use: 'reference',
  fee_pairing: 'reference',
  fee_settled: 'reference',
  fee_sender: 'reference',
  fee_profile: 'reference',
  fee_signature: 'reference',
  chain: byStall,
  record: byStall,
  tree_node: byStall,
  body: byStall,
  day_total: byStall,
  day_tender: byStall,
  day_tax: byStall,
  refunded: byStall,
  unsigned_day: byStall,
};

/**
 * What is said once on the coordinator of a Citus cluster, in this order, after the migrations.
 * Source: docs.citusdata.com/en/stable/develop/api_udf.html
 */
export function citusStatements(): string[] {
  const tables = Object.entries(placing);
  const first = tables.find(([, place]) => place !== 'reference')?.[0];
  return tables.map(([table, place]) => {
    if (place === 'reference') return `SELECT create_reference_table('${table}');`;
    const beside = table === first ? '' : `, colocate_with => '${first}'`;
    return `SELECT create_distributed_table('${table}', '${place.by}'${beside});`;
  });
}
