import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { assert } from '../../../domain/assert.ts';
import { formatToldCode } from '../../../domain/enrolment/code.ts';
import { openHubDatabase } from '../../../hub/database/open-database.ts';
import { makeEnrolmentCode } from '../../../hub/enrolment/codes.ts';
import { approveDevice } from '../../../hub/enrolment/devices.ts';
import { openTestServer } from '../../support/hub-server.ts';

// A hub that takes requests on a thread of its own, on the database that it is given. It says where
// it serves; told nothing it says a code for the stall TC-A12, told a device it approves that one.

assert(parentPort !== null, 'this file is a worker thread');
const port = parentPort;
const { url, isElsewhere } = workerData as { readonly url: string; readonly isElsewhere: boolean };
if (isElsewhere) setPriority(constants.priority.PRIORITY_LOW); // of this thread alone
const { hub, url: serves } = await openTestServer(openHubDatabase({ url }));
port.on('message', (device: string | null) => void answer(device));
port.postMessage(serves);

async function answer(device: string | null): Promise<void> {
  if (device === null) {
    return port.postMessage(formatToldCode(await makeEnrolmentCode(hub, 'TC-A12', 'lapak')));
  }
  await approveDevice(hub, device, 'lapak');
  port.postMessage('approved');
}
