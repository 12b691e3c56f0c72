/** Between two progress lines, ms: often enough to see that it goes on. */
const TERMINAL_MS = 100;
const FILE_MS = 2_000;

/** Where a command speaks: results on standard output, everything else on standard error. */
export interface Output {
  /** @returns why the lines were not taken (the reader has gone, the disk is full), else null */
  result(lines: readonly string[]): Promise<Error | null>;
  /** Never fails: the work does not depend on anybody listening. */
  tell(line: string): void;
  /** A line that is written over by the next on a terminal, and kept now and then in a file. */
  progress(line: string): void;
}

/** Where the words of a command go: a process, or streams of its kind. */
export interface Streams {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** An output to these streams. `quiet` leaves progress out. */
export function openOutput(
  { stdout, stderr }: Streams,
  { quiet }: { readonly quiet: boolean },
): Output {
  // Without listeners a full disk or a reader that has gone (`| head`) would end the process in
  // the middle of its work.
  stdout.on('error', () => undefined); // write() tells result()
  stderr.on('error', () => undefined);
  let shownAtMs = 0;
  let isOpen = false;
  const endLine = () => {
    if (isOpen) stderr.write('\r\u001b[K');
    isOpen = false;
  };
  return {
    result(lines) {
      endLine();
      if (lines.length === 0) return Promise.resolve(null);
      return new Promise((resolve) => {
        stdout.write(`${lines.join('\n')}\n`, (error) => resolve(error ?? null));
      });
    },
    tell(line) {
      endLine();
      stderr.write(`${line}\n`);
    },
    progress(line) {
      const nowMs = Date.now();
      if (quiet || nowMs - shownAtMs < (stderr.isTTY ? TERMINAL_MS : FILE_MS)) return;
      shownAtMs = nowMs;
      isOpen = stderr.isTTY === true;
      stderr.write(stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
  };
}
