import type { Program } from '../../node/cli/command.ts';
import type { Streams } from '../../node/cli/output.ts';
import { runProgram } from '../../node/cli/run-program.ts';
import { importStatement } from './bank-import.ts';
import { accept, reconciliation, suggestions } from './bank-rows.ts';
import { announce, askBody, downItems, publish, withdraw } from './down.ts';
import { approve, devices, revoke } from './devices.ts';
import { enrolmentCode } from './enrolment-code.ts';
import { exportAuditPack } from './export-audit-pack.ts';
import { exportOrganisation } from './export-organisation.ts';
import { closeFeeMonth, exportFeeLedger, reopenFeeMonth } from './fee-books.ts';
import { chargeMonthCommand, feePlan, payCommand } from './fees.ts';
import { ageing, statement } from './fees-views.ts';
import { importOrganisation } from './import-organisation.ts';
import { link } from './link.ts';
import { dayGrid, rebuild, totals, verify } from './reports.ts';
import { serve } from './serve.ts';
import { toldFailure } from './told-failure.ts';

const hubProgram: Program = {
  commands: [
    serve,
    link,
    importOrganisation,
    exportOrganisation,
    enrolmentCode,
    devices,
    approve,
    revoke,
    announce,
    publish,
    askBody,
    withdraw,
    downItems,
    totals,
    dayGrid,
    verify,
    rebuild,
    importStatement,
    suggestions,
    accept,
    reconciliation,
    exportAuditPack,
    exportFeeLedger,
    closeFeeMonth,
    reopenFeeMonth,
    feePlan,
    chargeMonthCommand,
    payCommand,
    ageing,
    statement,
  ],
  unnamed: 'serve',
  usage: 'hub.usage',
  dataFolder: 'lapak-hub',
  told: toldFailure,
};

/**
 * Runs `npm run hub -- COMMAND`, see runProgram().
 * @param argv the words after `hub --`
 */
export function runHub(argv: readonly string[], streams: Streams = process): Promise<0 | 1> {
  return runProgram(hubProgram, argv, streams);
}
