import { join } from 'node:path';
import { ORPCError } from '@orpc/server';
import { LapakError } from '../../domain/errors.ts';
import type { Translator } from '../../domain/text.ts';
import {
  type Call,
  type CommandOptions,
  defineCommand,
  flag,
  oneOf,
} from '../../node/cli/command.ts';
import { type FileLine, fileLines, openLines } from './file-lines.ts';
import { isSilent, LINE_BYTES_MAX, parsePlayLine, type PlayLine } from './play-line.ts';
import { makePlayer, type Player } from './player.ts';
import { untilStopped } from '../../node/cli/until-stopped.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/** Makes the calls of a file, one a line, as the people of the stall would on its screen. */
export const play = defineCommand({
  name: 'play',
  about: 'cli.about.play',
  argument: 'FILE|-',
  options: { clock: oneOf(['given']), print: flag },
  async run({ dataDir, argument, options, speaker, say }) {
    const pieces = await openLines(argument, process.stdin);
    const isClockGiven = options.clock === 'given';
    const isPrinting = options.print ?? false;
    const player = makePlayer({ dataDir, projectDir, isClockGiven, isPrinting });
    const ok = await untilStopped(async (signal) => {
      signal.addEventListener('abort', () => pieces.destroy());
      try {
        return await playAll(player, fileLines(pieces, LINE_BYTES_MAX), { speaker, say, signal });
      } finally {
        pieces.destroy();
        await player.close();
      }
    });
    return { ok, report: null, words: [] };
  },
});

interface Stage extends Pick<Call<CommandOptions>, 'speaker' | 'say'> {
  readonly signal: AbortSignal;
}

/** @returns whether every line was done @throws what opening the till throws, COMMAND_STOPPED */
async function playAll(
  player: Player,
  lines: ReturnType<typeof fileLines>,
  { speaker, say, signal }: Stage,
): Promise<boolean> {
  let isOk = true;
  try {
    for await (const line of lines) {
      signal.throwIfAborted(); // what was played until here stays
      if (isSilent(line)) continue;
      const told = await playLine(player, line, speaker);
      isOk &&= told.report.ok;
      await say(told.report, told.words);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
  return isOk;
}

interface Told {
  readonly report:
    | { readonly line: number; readonly ok: true; readonly answer: unknown }
    | { readonly line: number; readonly ok: false; readonly error: object };
  readonly words: string;
}

/** @throws what opening the till throws */
async function playLine(player: Player, line: FileLine, speaker: Translator): Promise<Told> {
  const failed = (error: unknown): Told => toldFailure(line, error, speaker);
  let wanted: PlayLine;
  try {
    wanted = parsePlayLine(line);
    player.setClock(wanted);
  } catch (error) {
    return failed(error);
  }
  await player.open();
  try {
    const answer = (await player.play(wanted)) ?? null;
    const words = speaker.text('cli.played', { line: line.number, call: wanted.call });
    return { report: { line: line.number, ok: true, answer }, words };
  } catch (error) {
    return failed(error);
  }
}

function toldFailure({ number }: FileLine, error: unknown, speaker: Translator): Told {
  const { code, data } = failureOf(error);
  const message = speaker.error(code, data);
  const report = { line: number, ok: false, error: { code, message, data } } as const;
  return { report, words: speaker.text('cli.playFailed', { line: number, message }) };
}

function failureOf(error: unknown): Pick<LapakError, 'code' | 'data'> {
  if (error instanceof LapakError) return error;
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    const facts = typeof data === 'object' && data !== null ? { ...data } : {};
    return { code: error.code, data: facts };
  }
  throw error; // a fault of ours
}
