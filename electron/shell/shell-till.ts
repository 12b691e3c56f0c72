import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { theOwner } from '../../domain/actor.ts';
import { LapakError } from '../../domain/errors.ts';
import { loadSampleStall } from '../till/catalog/sample-stall.ts';
import { describeError } from '../../node/log.ts';
import { closeTill, openTill } from '../till/open-till.ts';
import type { TillContext } from '../till/implementer.ts';
import type { Till } from '../till/till.ts';
import type { ShellKind } from './start-options.ts';
import { tell } from './terminal.ts';

export interface ShellTillOptions {
  readonly dataDir: string;
  /** Folder of the sample stall. */
  readonly resourcesDir: string;
  readonly version: string;
  readonly shell: ShellKind;
}

/** The till of a shell; where it did not open, why, so that the screen can say it. */
export interface ShellTill {
  readonly till: Till | null;
  readonly failure: LapakError | null;
  /** What every call from a screen is answered with. */
  readonly context: TillContext;
  /** Writes down a fault between the screen and the till. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Opens the till for a screen, with the sample stall in a new one.
 * @throws what is no expected failure
 */
export async function openShellTill(options: ShellTillOptions): Promise<ShellTill> {
  const { till, failure } = await open(options);
  const { shell, version, dataDir } = options;
  return {
    till,
    failure,
    context: { till, failure, shell, actor: theOwner, version, dataDir },
    onFault: (error) => (till ? till.log.error(error) : tell(describeError(error))),
  };
}

/** Closes the book. */
export async function closeShellTill({ till }: ShellTill): Promise<void> {
  if (till) await closeTill(till);
}

/** The version in package.json. */
export function readVersion(projectDir: string): string {
  const text = readFileSync(join(projectDir, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version; // npm holds package.json to this
}

async function open(options: ShellTillOptions): Promise<Pick<ShellTill, 'till' | 'failure'>> {
  try {
    const till = await openTill({ dataDir: options.dataDir, clock: Date.now });
    await loadSampleStall(till, options.resourcesDir);
    till.printer.start(); // a command that only reads never prints
    return { till, failure: null };
  } catch (error) {
    if (error instanceof LapakError) return { till: null, failure: error };
    throw error;
  }
}
