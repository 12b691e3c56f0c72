import type { DeviceAlarm } from '../../domain/sync/alarm.ts';
import type { Tx } from '../database/transact.ts';
import type { OfDevice } from './chain-store.ts';

/** Chains that a person should look at: as the index has it, so that it is found by that. */
export const IN_ALARM =
  'forked_at_ms IS NOT NULL OR rolled_back_at_ms IS NOT NULL OR unsigned > unsigned_settled';

/** What a chain has of its alarms. */
export interface AlarmColumns {
  readonly forked_at_ms: number | null;
  readonly rolled_back_at_ms: number | null;
  readonly unsigned: number;
  readonly unsigned_settled: number;
}

/** The alarms that nobody has settled, of a chain or of the chains of a stall together. */
export function alarmsOfChain(row: AlarmColumns): DeviceAlarm[] {
  const { forked_at_ms: fork, rolled_back_at_ms: rollback } = row;
  return [
    ...(fork === null ? [] : [{ kind: 'fork', sinceMs: fork } as const]),
    ...(rollback === null ? [] : [{ kind: 'rollback', sinceMs: rollback } as const]),
    ...(row.unsigned > row.unsigned_settled
      ? [{ kind: 'signatures', sinceMs: null } as const]
      : []),
  ];
}

/** The alarms of a device; the row of its chain is locked. */
export async function findAlarms(trx: Tx, { stall, device }: OfDevice): Promise<DeviceAlarm[]> {
  const row = await trx
    .selectFrom('chain')
    .select(['forked_at_ms', 'rolled_back_at_ms', 'unsigned', 'unsigned_settled'])
    .where('stall', '=', stall)
    .where('device', '=', device)
    .executeTakeFirst();
  return row ? alarmsOfChain(row) : [];
}

/** Ends an alarm, until it happens again. */
export async function endAlarm(
  trx: Tx,
  { stall, device }: OfDevice,
  kind: DeviceAlarm['kind'],
): Promise<void> {
  await trx
    .updateTable('chain')
    .set((e) => {
      if (kind === 'fork') return { forked_at_ms: null };
      if (kind === 'rollback') return { rolled_back_at_ms: null };
      return { unsigned_settled: e.ref('unsigned') };
    })
    .where('stall', '=', stall)
    .where('device', '=', device)
    .execute();
}
