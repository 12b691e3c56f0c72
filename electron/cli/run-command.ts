import { join } from 'node:path';
import { LapakError } from '../../domain/errors.ts';
import type { Command, Program } from '../../node/cli/command.ts';
import type { Streams } from '../../node/cli/output.ts';
import { runProgram } from '../../node/cli/run-program.ts';
import { openLog } from '../../node/log.ts';
import { auditTrail } from './audit-trail.ts';
import { enrol } from './enrol.ts';
import { exportCatalog } from './export-catalog.ts';
import { importCatalog } from './import-catalog.ts';
import { play } from './play.ts';
import { printReceipt } from './print-receipt.ts';
import { printTest } from './print-test.ts';
import { rebuild } from './rebuild.ts';
import { recover } from './recover.ts';
import { replay } from './replay.ts';
import { shifts } from './shifts.ts';
import { simulate } from './simulate/simulate.ts';
import { sync } from './sync.ts';
import { syncStatus } from './sync-status.ts';
import { totals } from './totals.ts';
import { verify } from './verify.ts';
import { verifyPack } from './verify-pack.ts';
import { z } from './z.ts';

/** Every command, in the order of the help. */
export const lapakCommands: readonly Command[] = [
  importCatalog,
  exportCatalog,
  replay,
  verify,
  verifyPack,
  rebuild,
  recover,
  totals,
  z,
  shifts,
  auditTrail,
  enrol,
  sync,
  syncStatus,
  simulate,
  play,
  printReceipt,
  printTest,
];

/** `npm run lapak` */
export const lapakProgram: Program = {
  commands: lapakCommands,
  unnamed: null,
  usage: 'cli.usage',
  dataFolder: 'lapak',
  told: (error, dataDir) => {
    if (error instanceof LapakError) return { failure: error, details: [] };
    openLog(join(dataDir, 'lapak.log'), Date.now).error(error);
    const name = error instanceof Error ? error.name : typeof error;
    return { failure: new LapakError('FAULT', { name }), details: [] };
  },
};

/**
 * Runs `npm run lapak -- COMMAND`, see runProgram(). `play` says one object for each line, and one
 * more where it cannot go on.
 * @param argv the words after `lapak --`
 */
export function runCommand(
  argv: readonly string[],
  commands: readonly Command[] = lapakCommands,
  streams: Streams = process,
): Promise<0 | 1> {
  return runProgram({ ...lapakProgram, commands }, argv, streams);
}
