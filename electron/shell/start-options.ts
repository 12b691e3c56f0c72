import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { LapakError } from '../../domain/errors.ts';
import { ownDataDir } from '../../node/cli/data-folder.ts';

export type ShellKind = 'electron' | 'browser';

export interface StartOptions {
  readonly dataDir: string;
  /** null: whichever is there. */
  readonly shell: ShellKind | null;
  /** 0 takes any free port. */
  readonly port: number;
  /** False prints the link as one JSON line and opens nothing. */
  readonly open: boolean;
}

/** Ports below are the system's own. */
const PORT_MIN = 1_024;
const PORT_MAX = 65_535;

/**
 * Reads the words after `npm start --`. A port or `--no-open` asks for the browser shell.
 * @throws LapakError COMMAND_INVALID
 */
export function readStartOptions(argv: readonly string[]): StartOptions {
  const { data, shell, port, 'no-open': noOpen } = parse(argv);
  if (shell !== undefined && shell !== 'electron' && shell !== 'browser') {
    throw invalid(`--shell ${shell} (electron, browser)`);
  }
  const servesPage = port !== undefined || noOpen;
  if (shell === 'electron' && servesPage) throw invalid('--shell electron --port/--no-open');
  return {
    dataDir: readDataDir(data),
    shell: servesPage ? 'browser' : (shell ?? null),
    port: port === undefined ? 0 : readPort(port),
    open: !noOpen,
  };
}

/**
 * The folder that `--data` names; without the option, the one of the person who runs this process.
 * An empty name is that of a variable that was never set: it must not mean the person's own book.
 * @param data `true` where the option stands without a value
 * @throws LapakError COMMAND_INVALID
 */
export function readDataDir(data: string | boolean | undefined): string {
  if (data === undefined) return ownDataDir('lapak');
  if (typeof data !== 'string' || data.trim() === '') throw invalid('--data (DIR?)');
  return resolve(data);
}

function parse(argv: readonly string[]) {
  const { values, tokens } = parseWords(argv);
  const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw invalid(`--${twice} × 2`);
  return values;
}

function parseWords(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      strict: true,
      tokens: true,
      options: {
        data: { type: 'string' },
        shell: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    // parseArgs names the option at fault in its first sentence; the rest is advice to programmers.
    const [sentence = ''] = String(error instanceof Error ? error.message : error).split(/\.\s/);
    throw invalid(sentence);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  const known = port === 0 || (port >= PORT_MIN && port <= PORT_MAX);
  if (!/^\d+$/.test(text) || !known) throw invalid(`--port ${text} (0, ${PORT_MIN}–${PORT_MAX})`);
  return port;
}

function invalid(detail: string): LapakError {
  return new LapakError('COMMAND_INVALID', { detail });
}
