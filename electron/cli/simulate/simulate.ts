import { join } from 'node:path';
import { z } from 'zod';
import { LapakError } from '../../../domain/errors.ts';
import { addDays } from '../../../domain/time.ts';
import { type CommandOption, count, defineCommand, invalid } from '../../../node/cli/command.ts';
import { isBookThere } from '../../till/journal/folder.ts';
import { type Administrator, signInBy } from './administrator.ts';
import type { LivedDay } from './day-tally.ts';
import { openStall, type SimulatedStall } from './simulated-stall.ts';

const LAST_DATE = '2026-10-31';

const link: CommandOption<string> = {
  value: 'LINK',
  parse: (given) => given,
};

const Code = z.object({ invitation: z.string() });

/**
 * Lives days of trade with real tills of many stalls at a real hub, and says what the hub must then
 * show. Their books stay in the data folder, one a stall.
 */
export const simulate = defineCommand({
  name: 'simulate',
  about: 'cli.about.simulate',
  argument: null,
  options: { hub: link, stalls: count, days: count, seed: count },
  async run({ dataDir, options, speaker, progress }) {
    if (options.hub === undefined) throw invalid('--hub LINK');
    const { stalls = 5, days = 7, seed = 1 } = options;
    if (isBookThere(join(dataDir, codeOf(1)))) {
      throw new LapakError('SIMULATED_ALREADY', { dataDir });
    }
    const administrator = await signInBy(options.hub);
    await importStalls(administrator, stalls);
    const lived: { stall: string; device: string; dates: LivedDay[] }[] = [];
    for (let at = 1; at <= stalls; at += 1) {
      const code = codeOf(at);
      const stall = await openStall(code, join(dataDir, code), seed * 1_000_003 + at);
      try {
        await enrolAt(administrator, stall);
        const dates = [];
        for (const date of datesOf(days)) dates.push(await stall.live(date));
        lived.push({ stall: code, device: stall.device, dates });
      } finally {
        await stall.close();
      }
      progress(speaker.text('cli.simulated', { stall: code, done: at, stalls }));
    }
    const all = lived.flatMap(({ dates }) => dates);
    const receipts = all.reduce((sum, day) => sum + day.receipts, 0);
    const net = all.reduce((sum, day) => sum + day.net, 0);
    return {
      ok: true,
      report: { seed, receipts, net, stalls: lived },
      words: [speaker.text('cli.simulatedSum', { stalls, days, receipts, net })],
    };
  },
});

function codeOf(at: number): string {
  return `SIM-${String(at).padStart(4, '0')}`;
}

/** The dates before a fixed one: what is lived is the same whenever it is. */
function datesOf(days: number): string[] {
  return Array.from({ length: days }, (_, at) => addDays(LAST_DATE, at + 1 - days));
}

async function importStalls(administrator: Administrator, stalls: number): Promise<void> {
  const rows = Array.from({ length: stalls }, (_, at) => {
    const code = codeOf(at + 1);
    return `${code};Lapak ${code};SIM;${at + 1}`;
  });
  const files = [
    ['region.csv', 'kode wilayah;nama', 'sim;Simulasi'],
    ['mall.csv', 'kode mal;nama;wilayah', 'SIM;Mal Simulasi;sim'],
    ['stall.csv', 'kode lapak;nama;mal;nomor', ...rows],
  ];
  for (const [file, ...lines] of files) {
    const content = `${lines.join('\r\n')}\r\n`;
    const how = { mode: 'apply', decimal: null, language: 'id' } as const;
    await administrator.call('POST', '/organisation/imports', { file, content, ...how });
  }
}

async function enrolAt(administrator: Administrator, stall: SimulatedStall): Promise<void> {
  const made = await administrator.call('POST', '/devices/codes', { stall: stall.code });
  const { data } = Code.safeParse(made);
  if (!data) throw new LapakError('HUB_REFUSED', { hub: administrator.hub, code: 'no code' });
  await stall.enrol(data.invitation);
  await administrator.call('POST', `/devices/${stall.device}/approval`, {});
}
