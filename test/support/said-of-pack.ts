import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { runLapakHere } from './run-lapak.ts';

/** The interpreter of the second verifier; undefined where there is none. */
export const python = ['python3', 'python'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);
const program = join(import.meta.dirname, 'verify_pack.py');

/** What a verifier says of a pack. */
interface Said {
  readonly ok: boolean;
  readonly records: number;
  readonly devices: number;
  readonly firstBad: number | null;
  readonly reason: string;
  /** Of a whole one. */
  readonly wrongSignatures?: number;
}

/** What Lapak says of a pack, written to a folder, and that the second verifier agrees. */
export async function saidOf(
  dir: string,
  content: string | Buffer,
  options: readonly string[] = [],
): Promise<Said> {
  const file = join(dir, 'pack.ndjson');
  writeFileSync(file, content);
  const { code, stdout } = await runLapakHere('verify-pack', file, '--json', ...options);
  const report: Said = JSON.parse(stdout);
  const { ok, records, devices, firstBad, reason, wrongSignatures } = report;
  const told = { ok, records, devices, firstBad, reason, ...(ok && { wrongSignatures }) };
  expect(code).toBe(ok ? 0 : 1);
  if (python) {
    const key = options[1] === undefined ? [] : [options[1]];
    const { stdout: other, status } = spawnSync(python, [program, file, ...key]);
    const theirs: Said = JSON.parse(String(other));
    expect({ ...theirs, reason: '' }).toEqual({ ...told, reason: '' });
    expect(status).toBe(code);
  }
  return told;
}

/** What the second verifier says of packs, in their order; nothing where there is no Python. */
export function saidInPython(files: readonly string[]): Said[] {
  if (!python) return [];
  const script = 'import sys, verify_pack\nfor line in sys.stdin: verify_pack.main(line.strip())';
  const input = files.map((file) => `${file}\n`).join('');
  const options = { cwd: import.meta.dirname, input, maxBuffer: 2 ** 28 };
  const { stdout } = spawnSync(python, ['-c', script], options);
  const said = String(stdout).trimEnd().split('\n');
  expect(said).toHaveLength(files.length);
  return said.map((line): Said => JSON.parse(line));
}

/** The text of lines. */
export function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
