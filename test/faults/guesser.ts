import { writeSync } from 'node:fs';
import { LapakError } from '../../domain/errors.ts';
import { openTill } from '../../electron/till/open-till.ts';
import { checkPin } from '../../electron/till/staff/check-pin.ts';

/** Guesses the owner's PIN in the folder given until it is locked, and says each answer. */
const [dataDir = ''] = process.argv.slice(2);
const till = await openTill({ dataDir, clock: Date.now });
writeSync(1, 'ready\n');
for (;;) {
  try {
    await checkPin(till, { staff: 'kasir-1', pin: '246813' });
    writeSync(1, 'right\n');
  } catch (error) {
    const code = error instanceof LapakError ? error.code : String(error);
    writeSync(1, `${code}\n`);
    if (code !== 'PIN_WRONG') await new Promise((resolve) => setTimeout(resolve, 10_000));
  }
}
