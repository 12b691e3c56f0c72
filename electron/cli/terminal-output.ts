/** Between two progress lines, ms: often enough to see that it goes on. */
const TERMINAL_MS = 100;
const FILE_MS = 2_000;

/** Where a command speaks: results on standard output, everything else on standard error. */
export interface Output {
  result(text: string): void;
  complain(line: string): void;
  /** A line that is written over by the next on a terminal, and kept now and then in a file. */
  progress(line: string): void;
}

/** The output of this process. `quiet` leaves progress out. */
export function openOutput({ quiet }: { readonly quiet: boolean }): Output {
  const { stdout, stderr } = process;
  stdout.on('error', () => undefined); // whoever read it (`| head`) has gone; the work is done
  let shownAtMs = 0;
  let isOpen = false;
  const endLine = () => {
    if (isOpen) stderr.write('\r\u001b[K');
    isOpen = false;
  };
  return {
    result(text) {
      endLine();
      stdout.write(`${text}\n`);
    },
    complain(line) {
      endLine();
      stderr.write(`${line}\n`);
    },
    progress(line) {
      const nowMs = Date.now();
      if (quiet || nowMs - shownAtMs < (stderr.isTTY ? TERMINAL_MS : FILE_MS)) return;
      shownAtMs = nowMs;
      isOpen = stderr.isTTY;
      stderr.write(stderr.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
  };
}
