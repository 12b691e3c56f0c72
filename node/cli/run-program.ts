import type { LapakError } from '../../domain/errors.ts';
import type { Translator } from '../../domain/text.ts';
import { translator } from '../../domain/translator.ts';
import {
  type Call,
  type CommandOptions,
  type Outcome,
  type Program,
  UndeliveredError,
} from './command.ts';
import { openOutput, type Output, type Streams } from './output.ts';
import { parseArgv, type Request } from './parse-argv.ts';
import { helpOf } from './usage.ts';

type Say = Call<CommandOptions>['say'];

/** An outcome with what is told on standard error besides. */
interface Answer extends Outcome {
  readonly told: readonly string[];
}

/**
 * Runs one command of a program. With --json there is exactly one object on standard output,
 * whatever happens, unless the command says several answers as they come. A standard error that
 * cannot be written changes nothing.
 * @param argv the words after `npm run NAME --`
 * @returns the exit code: 0 only when the command did what it says and its result was delivered
 */
export async function runProgram(
  program: Program,
  argv: readonly string[],
  streams: Streams,
): Promise<0 | 1> {
  const { language, isJson, request } = parseArgv(argv, program);
  const speaker = translator(language);
  const output = openOutput(streams, { quiet: isJson });
  const { ok, report, words, told } = await answer(request, program, speaker, { output, isJson });
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
  { usage, told }: Program,
  speaker: Translator,
  { output, isJson }: { readonly output: Output; readonly isJson: boolean },
): Promise<Answer> {
  switch (request.kind) {
    case 'help': {
      const help = helpOf(usage, request.commands, speaker);
      return { ok: true, report: { usage: help }, words: [help], told: [] };
    }
    case 'refused':
      return failed(request.error, speaker, [speaker.text(usage), speaker.text('cli.askHelp')]);
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
        const { failure, details } = told(error, request.call.dataDir);
        const answered = failed(failure, speaker, []);
        return { ...answered, told: [...details, ...answered.told] };
      }
  }
}

/** Nobody takes what is said: no more is. */
function undelivered({ message: reason }: UndeliveredError, speaker: Translator): Answer {
  const told = [speaker.text('cli.notDelivered', { reason })];
  return { ok: false, report: null, words: [], told };
}

/** One sentence. */
function failed({ code, data }: LapakError, speaker: Translator, more: readonly string[]): Answer {
  const message = speaker.error(code, data);
  return { ok: false, report: { error: { code, message } }, words: [], told: [message, ...more] };
}
