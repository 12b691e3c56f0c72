import { join } from 'node:path';
import { HubOrigin } from '../../domain/enrolment/hub-origin.ts';
import { readPrivateFile, removeFile, writeNewFile } from '../../node/private-file.ts';

const ADDRESS_FILE = 'hub-address';

/** Where a hub is that was started with nothing said. */
export const USUAL_PORT = 8_080;

/** Notes where tills find the hub of this folder, for the invitations of other commands. */
export function keepAddress(dataDir: string, url: string): void {
  const file = join(dataDir, ADDRESS_FILE);
  removeFile(file);
  writeNewFile(file, url);
}

/** Where tills find it: as it was last started, else where it usually is. */
export function addressOf(dataDir: string): string {
  const kept = readPrivateFile(join(dataDir, ADDRESS_FILE))?.toString('utf8');
  return HubOrigin.safeParse(kept).data ?? `http://127.0.0.1:${USUAL_PORT}`;
}
