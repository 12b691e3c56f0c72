import type { Device } from '../../domain/enrolment/manage-contract.ts';
import type { Translator } from '../../domain/text.ts';
import { zonedStamp, zones } from '../../domain/time.ts';
import { BYTE_ORDER_MARK, writeTable } from '../../node/tables/write-table.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { allDevices } from './describe-devices.ts';

const DELIMITER = ';';

const columns = [
  'device',
  'stall',
  'name',
  'mall',
  'state',
  'enrolled',
  'approved',
  'revoked',
  'newest',
  'reported',
  'records',
  'checked',
  'unsigned',
  'proven',
  'alarms',
] as const;

/** Every device as a CSV file for people, piece by piece, the newest first. */
export async function* exportDevices(
  database: Pick<HubDatabase, 'db'>,
  speaker: Translator,
): AsyncGenerator<string> {
  const titles = columns.map((column) => speaker.text(`devices.csv.${column}`));
  yield BYTE_ORDER_MARK + writeTable([titles], DELIMITER);
  for await (const page of allDevices(database)) {
    yield writeTable(
      page.map((device) => cellsOf(device, speaker)),
      DELIMITER,
    );
  }
}

function cellsOf(device: Device, speaker: Translator): (string | number)[] {
  const { stall, state, signatures, alarms } = device;
  return [
    device.device,
    stall.code,
    stall.name,
    stall.mall,
    speaker.text(`console.device.state.${state}`),
    stampOf(device.enrolledAtMs),
    stampOf(device.approvedAtMs),
    stampOf(device.revokedAtMs),
    device.newest ?? '',
    stampOf(device.reportedAtMs),
    signatures.records,
    signatures.checked,
    signatures.unsigned,
    signatures.proven,
    alarms.map(({ kind }) => speaker.text(`console.alarm.${kind}`)).join(', '),
  ];
}

function stampOf(atMs: number | null): string {
  return atMs === null ? '' : zonedStamp(atMs, zones.WIB);
}
