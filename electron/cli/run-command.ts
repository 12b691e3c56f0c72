import { join } from 'node:path';
import { LapakError } from '../../domain/errors.ts';
import type { Translator } from '../../domain/text.ts';
import { translator } from '../../domain/translator.ts';
import { openLog } from '../../node/log.ts';
import {
  type Call,
  type Command,
  type CommandOptions,
  type Outcome,
  UndeliveredError,
} from './command.ts';
import { exportCatalog } from './export-catalog.ts';
import { importCatalog } from './import-catalog.ts';
import { openOutput, type Output, type Streams } from '../shell/output.ts';
import { parseArgv, type Request } from './parse-argv.ts';
import { auditTrail } from './audit-trail.ts';
import { play } from './play.ts';
import { printReceipt } from './print-receipt.ts';
import { printTest } from './print-test.ts';
import { rebuild } from './rebuild.ts';
import { recover } from './recover.ts';
import { replay } from './replay.ts';
import { shifts } from './shifts.ts';
import { totals } from './totals.ts';
import { helpOf } from './usage.ts';
import { verify } from './verify.ts';
import { z } from './z.ts';

/** Every command, in the order of the help. */
export const lapakCommands: readonly Command[] = [
  importCatalog,
  exportCatalog,
  replay,
  verify,
  rebuild,
  recover,
  totals,
  z,
  shifts,
  auditTrail,
  play,
  printReceipt,
  printTest,
];

type Say = Call<CommandOptions>['say'];

/** An outcome with what is told on standard error besides. */
interface Answer extends Outcome {
  readonly told: readonly string[];
}

/**
 * Runs `npm run lapak -- COMMAND`. With --json there is exactly one object on standard output,
 * whatever happens; `play` has one for each line, and one more where it cannot go on. A standard
 * error that cannot be written changes nothing.
 * @param argv the words after `lapak --`
 * @returns the exit code: 0 only when the command did what it says and its result was delivered
 */
export async function runCommand(
  argv: readonly string[],
  commands: readonly Command[] = lapakCommands,
  streams: Streams = process,
): Promise<0 | 1> {
  const { language, isJson, request } = parseArgv(argv, commands);
  const speaker = translator(language);
  const output = openOutput(streams, { quiet: isJson });
  const { ok, report, words, told } = await answer(request, commands, speaker, { output, isJson });
  for (const line of told) output.tell(line);
  const lines = isJson ? reportLines(report) : words;
  const failure = await output.result(lines);
  if (failure) output.tell(speaker.text('cli.notDelivered', { reason: failure.message }));
  return ok && !failure ? 0 : 1;
}

function reportLines(report: Outcome['report']): string[] {
  return report === null ? [] : [JSON.stringify(report)];
}

async function answer(
  request: Request,
  commands: readonly Command[],
  speaker: Translator,
  { output, isJson }: { readonly output: Output; readonly isJson: boolean },
): Promise<Answer> {
  switch (request.kind) {
    case 'help': {
      const usage = helpOf(request.commands, speaker);
      return { ok: true, report: { usage }, words: [usage], told: [] };
    }
    case 'refused':
      return failed(request.error, speaker, [helpOf(commands, speaker)]);
    case 'run':
      try {
        const { progress } = output;
        const say: Say = async (report, words) => {
          const failure = await output.result([isJson ? JSON.stringify(report) : words]);
          if (failure) throw new UndeliveredError(failure.message);
        };
        const outcome = await request.command.run({ ...request.call, speaker, progress, say });
        return { ...outcome, told: [] };
      } catch (error) {
        if (error instanceof UndeliveredError) return undelivered(error, speaker);
        if (!(error instanceof LapakError)) logFault(error, request.call.dataDir);
        return failed(error, speaker, []);
      }
  }
}

/** Nobody takes what is said: no more is. */
function undelivered({ message: reason }: UndeliveredError, speaker: Translator): Answer {
  const told = [speaker.text('cli.notDelivered', { reason })];
  return { ok: false, report: null, words: [], told };
}

/** One sentence; a fault of ours shows its stack in the log only. */
function failed(error: unknown, speaker: Translator, more: readonly string[]): Answer {
  const name = error instanceof Error ? error.name : typeof error;
  const { code, data } = error instanceof LapakError ? error : new LapakError('FAULT', { name });
  const message = speaker.error(code, data);
  return { ok: false, report: { error: { code, message } }, words: [], told: [message, ...more] };
}

function logFault(error: unknown, dataDir: string): void {
  openLog(join(dataDir, 'lapak.log'), Date.now).error(error);
}
