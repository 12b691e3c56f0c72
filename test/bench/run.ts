import { benchAgreed } from './agreed-bench.ts';
import { CannotMeasure, type Figure } from './figure.ts';
import { benchFind } from './find-bench.ts';
import { benchHubBank } from './hub/fees-bank-bench.ts';
import { benchHubFees } from './hub/fees-bench.ts';
import { benchHubFlat } from './hub/flat-bench.ts';
import { benchHubIngest } from './hub/ingest-bench.ts';
import { benchHubSignatures } from './hub/signatures-bench.ts';
import { benchHubTills } from './hub/tills-bench.ts';
import { benchHubTotals } from './hub/totals-bench.ts';
import { benchSaleWhileSending } from './hub/while-sending-bench.ts';
import { benchKills } from './kill-bench.ts';
import { benchProcess } from './process-bench.ts';
import { benchRebuild } from './rebuild-bench.ts';
import { benchSales } from './sale-bench.ts';
import { benchScreen } from './screen-bench.ts';
import { benchSearch } from './search-bench.ts';
import { benchShifts } from './shift-bench.ts';
import { benchSwitches } from './switch-bench.ts';
import { benchSlowDisk, benchSyncs } from './sync-bench.ts';

/**
 * `npm run bench`: every figure as a ratio to its floor, which the same run measures, so that a
 * slower machine does not change the verdict; or those of the benches named. Ends with 0 whether or
 * not the targets are met.
 */
const benches = {
  sales: benchSales,
  agreed: benchAgreed,
  slowDisk: benchSlowDisk,
  syncs: benchSyncs,
  kills: benchKills,
  rebuild: benchRebuild,
  shifts: benchShifts,
  switches: benchSwitches,
  search: benchSearch,
  find: benchFind,
  screen: benchScreen,
  process: benchProcess,
  hubIngest: benchHubIngest,
  hubSignatures: benchHubSignatures,
  hubTotals: benchHubTotals,
  hubFlat: benchHubFlat,
  hubTills: benchHubTills,
  hubFees: benchHubFees,
  hubBank: benchHubBank,
  saleWhileSending: benchSaleWhileSending,
};

const wanted = process.argv.slice(2);
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  process.stdout.write(`\n${name}\n`);
  await printAll(bench);
}

async function printAll(bench: () => Promise<Figure[]>): Promise<void> {
  try {
    for (const figure of await bench()) print(figure);
  } catch (error) {
    if (!(error instanceof CannotMeasure)) throw error;
    process.stdout.write(`left out: ${error.message}\n`);
  }
}

function print({ name, ours, floor, beside, target, unit, met }: Figure): void {
  const times = `${(ours / floor).toFixed(2)} of the floor (target ${target})`;
  const figures = `${round(ours)} ${unit}, ${beside} ${round(floor)}`;
  process.stdout.write(`${met ? 'met   ' : 'MISSED'} ${name.padEnd(50)} ${times}: ${figures}\n`);
}

function round(value: number): string {
  return value >= 100 ? String(Math.round(value)) : value.toPrecision(3);
}
