import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * How a second start on the same folder finds the browser shell that runs there, so that a person
 * who closed the browser gets back in by starting Lapak once more.
 */
const RunningShell = z.strictObject({
  origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/),
  linkKey: z.string(),
});
export type RunningShell = z.output<typeof RunningShell>;

/** One link to open and one to print; each works once. */
export type Links = readonly [open: string, print: string];

const ANSWER_MS_MAX = 3_000;

/**
 * Leaves word of a running shell in the data folder; only the folder's owner can read it. In a
 * folder that cannot be written there is no word, and a second start says that the folder is in
 * use.
 */
export function writeRunningShell(dataDir: string, shell: RunningShell): void {
  const file = runningFile(dataDir);
  try {
    rmSync(file, { force: true }); // `mode` holds only for a new file
    writeFileSync(file, JSON.stringify(shell), { mode: 0o600 });
  } catch {
    // see above
  }
}

/** Takes the word back. One that stays behind names a port where nobody knows its key. */
export function removeRunningShell(dataDir: string): void {
  try {
    rmSync(runningFile(dataDir), { force: true });
  } catch {
    // see above
  }
}

/** @returns fresh links from the shell that runs on this folder, or null where none answers. */
export async function requestLinks(dataDir: string): Promise<Links | null> {
  try {
    const text = readFileSync(runningFile(dataDir), 'utf8');
    const { origin, linkKey } = RunningShell.parse(JSON.parse(text));
    const answer = await fetch(`${origin}/links`, {
      method: 'POST',
      headers: { authorization: `Bearer ${linkKey}` },
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    });
    const link = z.string().startsWith(origin);
    return z.tuple([link, link]).parse(await answer.json());
  } catch {
    return null; // no file, an old one, or a till that is not a browser shell: all the same here
  }
}

function runningFile(dataDir: string): string {
  return join(dataDir, 'browser-shell.json');
}
