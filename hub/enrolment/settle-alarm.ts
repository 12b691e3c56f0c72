import type { DeviceAlarm } from '../../domain/sync/alarm.ts';
import { transact } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { endAlarm, findAlarms } from '../ingest/alarm-store.ts';
import { findChain } from '../ingest/chain-store.ts';
import { appendAct } from '../journal/append-act.ts';
import { findOneDevice } from './devices.ts';

/** An alarm that a person has dealt with. */
export interface SettledAlarm {
  /** Name of the till, or what it alone begins with. */
  readonly device: string;
  readonly alarm: DeviceAlarm['kind'];
  /** What was found, or done. */
  readonly note: string;
  /** Pseudonym of who settles it. */
  readonly by: string;
}

/**
 * Ends an alarm until it happens again, and says so in the hub's journal; one that is not there is
 * left at that.
 * @throws LapakError DEVICE_UNKNOWN, DEVICE_NOT_ONE
 */
export function settleAlarm(
  hub: Pick<Hub, 'database' | 'clock' | 'identity'>,
  { device, alarm, note, by }: SettledAlarm,
): Promise<void> {
  const nowMs = hub.clock();
  return transact(hub.database, 'every-stall', async (trx) => {
    const found = await findOneDevice(trx, device);
    const of = { stall: found.stall, device: found.device };
    await findChain(trx, of, true); // what is stored meanwhile is an alarm anew
    const alarms = await findAlarms(trx, of);
    if (!alarms.some(({ kind }) => kind === alarm)) return;
    await endAlarm(trx, of, alarm);
    const changes = [{ field: 'alarm', from: alarm, to: '' }];
    const act = { act: 'alarm-settle', by, subject: found.device, note, changes } as const;
    await appendAct(trx, hub.identity, act, nowMs);
  });
}
