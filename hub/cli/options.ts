import { HubOrigin } from '../../domain/enrolment/hub-origin.ts';
import { daysBetween, isDate } from '../../domain/time.ts';
import { type CommandOption, invalid } from '../../node/cli/command.ts';
import type { ThroughPlace } from '../enrolment/device-store.ts';

const PORT_MAX = 65_535;

/** A port of TCP; 0 takes any free one. */
export const port: CommandOption<number> = {
  value: 'N',
  parse: (given) => {
    const number = /^\d{1,5}$/.test(given) ? Number(given) : PORT_MAX + 1;
    return number <= PORT_MAX ? number : undefined;
  },
};

/** A name or address to listen at. */
export const host: CommandOption<string> = {
  value: 'HOST',
  parse: (given) => (/^[\w.:-]+$/.test(given) ? given : undefined),
};

/** The name of a hub in its checkpoints: no space and no plus. Source: C2SP signed-note. */
export const hubName: CommandOption<string> = {
  value: 'NAME',
  parse: (given) => {
    if (/^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$/.test(given)) return given;
    throw invalid(`--name ${given} (NAME: A–Z a–z 0–9 . _ / -, ≤ 60)`);
  },
};

/** Where tills find the hub. */
export const publicUrl: CommandOption<string> = {
  value: 'URL',
  parse: (given) => HubOrigin.safeParse(given.toLowerCase().replace(/\/$/, '')).data,
};

/** A place of a chain. */
export const place: CommandOption<ThroughPlace> = {
  value: 'EPOCH.SEQ',
  parse: (given) => {
    const [, epoch, seq] = /^([1-9]\d{0,9})\.([1-9]\d{0,9})$/.exec(given) ?? [];
    return epoch && seq ? { epoch: Number(epoch), seq: Number(seq) } : undefined;
  },
};

/** A date of the calendar. */
export const date: CommandOption<string> = {
  value: 'YYYY-MM-DD',
  parse: (given) => (isDate(given) ? given : undefined),
};

/** @throws LapakError COMMAND_INVALID for dates that are turned round, or more than `daysMax` */
export function assertPeriod(from: string, to: string, daysMax: number): void {
  if (from > to) throw invalid(`--from ${from} > --to ${to}`);
  const days = daysBetween(from, to) + 1;
  if (days > daysMax) throw invalid(`--from ${from} --to ${to}: ${days} > ${daysMax}`);
}

/** The code of a stall, a mall or a region. */
export const code: CommandOption<string> = {
  value: 'CODE',
  parse: (given) => (given.length <= 32 ? given : undefined),
};
