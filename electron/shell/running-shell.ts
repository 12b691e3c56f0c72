import { join } from 'node:path';
import { z } from 'zod';
import { readPrivateFile, removeFile, writeNewFile } from '../../node/private-file.ts';
import { isSameProof, proveAnswer, proveRequest } from './link-proof.ts';
import { randomKey } from './session.ts';

/**
 * How a second start on the same folder finds the browser shell that runs there, so that a person
 * who closed the browser gets back in by starting Lapak once more.
 */
const RunningShell = z.strictObject({
  origin: z.string().regex(/^http:\/\/127\.0\.0\.1:\d+$/),
  linkKey: z.string().min(1),
});
export type RunningShell = z.output<typeof RunningShell>;

/** One link to open and one to print; each works once. */
export type Links = readonly [open: string, print: string];

const LinksAnswer = z.strictObject({
  links: z.tuple([z.string(), z.string()]),
  proof: z.string(),
});

const ANSWER_MS_MAX = 3_000;
/** Two links and a proof are some 250 bytes; an unknown server may send without end. */
const ANSWER_BYTES_MAX = 4_096;

/**
 * Writes into the data folder where its shell runs; only the folder's owner can read it. In a
 * folder that cannot be written nothing is written, and a second start says that the folder is in
 * use.
 */
export function writeRunningShell(dataDir: string, shell: RunningShell): void {
  const file = runningFile(dataDir);
  try {
    removeFile(file);
    writeNewFile(file, JSON.stringify(shell)); // neither a link nor an old file's mode is kept
  } catch {
    // see above
  }
}

/**
 * The port of a shell that was killed here: a page of it that is still open then hears that it was
 * started anew. @returns 0 where none was killed: any free port
 */
export function lastPort(dataDir: string): number {
  try {
    return Number(new URL(readRunningShell(dataDir).origin).port);
  } catch {
    return 0;
  }
}

/** Removes it. One that stays behind names a port where nobody knows its key. */
export function removeRunningShell(dataDir: string): void {
  try {
    removeFile(runningFile(dataDir));
  } catch {
    // see above
  }
}

/**
 * Asks the shell that runs on this folder for fresh links. Whoever listens on its port is believed
 * only when it proves that it knows the folder's key, which is not sent.
 * @returns null where no such shell answers
 */
export async function requestLinks(dataDir: string): Promise<Links | null> {
  try {
    const { origin, linkKey } = readRunningShell(dataDir);
    const request = { origin, nonce: randomKey() };
    const response = await fetch(`${origin}/links`, {
      method: 'POST',
      headers: { 'lapak-nonce': request.nonce, 'lapak-proof': proveRequest(linkKey, request) },
      redirect: 'error',
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    });
    const { links, proof } = LinksAnswer.parse(JSON.parse(await readBody(response)));
    return isSameProof(proof, proveAnswer(linkKey, request, links)) ? links : null;
  } catch {
    return null; // no file, an old one, or a till that is not a browser shell: all the same here
  }
}

function readRunningShell(dataDir: string): RunningShell {
  const bytes = readPrivateFile(runningFile(dataDir));
  return RunningShell.parse(JSON.parse(bytes?.toString('utf8') ?? 'null'));
}

/** @throws when it is longer than any answer of ours */
async function readBody({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    bytes += chunk.length;
    if (bytes > ANSWER_BYTES_MAX) throw new Error('too long an answer');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function runningFile(dataDir: string): string {
  return join(dataDir, 'browser-shell.json');
}
