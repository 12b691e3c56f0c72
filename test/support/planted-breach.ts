import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const projectDir = join(import.meta.dirname, '..', '..');
const binDir = join(projectDir, 'node_modules', '.bin');

/** What a tool says of a file: the rule and the sentence. */
export interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly message: string;
}

/** A copy of the project's settings with nothing in it but planted files. */
export interface Plot {
  /** Writes a file at a path of the project. */
  plant(path: string, text: string): void;
  /** Everything that the linter, set as in the project, finds in the plot. */
  lint(): Finding[];
  /** What the compiler says of a folder, set as in the project. */
  compile(folder: string): string;
  clear(): void;
}

/** Lays out an empty plot in a temporary folder. */
export function makePlot(): Plot {
  const dir = mkdtempSync(join(tmpdir(), 'lapak-breach-'));
  const settings = ['.oxlintrc.json', 'tsconfig.json', 'package.json'];
  const folders = ['domain', 'node', 'electron', 'renderer', 'test'];
  symlinkSync(join(projectDir, 'node_modules'), join(dir, 'node_modules'), 'junction');
  for (const folder of folders) mkdirSync(join(dir, folder));
  for (const path of [...settings, ...folders.map((folder) => join(folder, 'tsconfig.json'))]) {
    copyFileSync(join(projectDir, path), join(dir, path));
  }
  return {
    plant(path, text) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    },
    // A linked folder is not passed over by itself.
    lint: () =>
      readFindings(run(dir, 'oxlint', ['--format', 'json', '--ignore-pattern', 'node_modules'])),
    compile: (folder) => run(dir, 'tsc', ['-p', folder, '--pretty', 'false']),
    clear: () => rmSync(dir, { recursive: true }),
  };
}

/** Every file that the compiler reads for a folder of the project. */
export function filesOf(folder: string): string[] {
  return run(projectDir, 'tsc', ['-p', folder, '--listFilesOnly']).split('\n').filter(Boolean);
}

function run(cwd: string, program: string, args: readonly string[]): string {
  const { stdout, error } = spawnSync(join(binDir, program), args, {
    cwd,
    encoding: 'utf8',
    timeout: 60_000,
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  return stdout;
}

interface OxlintReport {
  readonly diagnostics: readonly {
    filename: string;
    code: string;
    message: string;
    help?: string;
  }[];
}

function readFindings(json: string): Finding[] {
  const { diagnostics } = JSON.parse(json) as OxlintReport; // the linter's own format
  return diagnostics.map(({ filename, code, message, help }) => ({
    file: filename.replaceAll('\\', '/'),
    rule: code,
    message: `${message} ${help ?? ''}`,
  }));
}
