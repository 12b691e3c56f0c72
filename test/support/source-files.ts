import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const projectDir = join(import.meta.dirname, '..', '..');

/** A file of the project as text. */
export interface SourceFile {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly lines: readonly string[];
  readonly isTest: boolean;
}

/** The TypeScript files in these folders, in the order of their paths. */
export function sourceFiles(...folders: readonly string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectDir, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .sort()
      .map((name) => readSource(`${folder}/${name.replaceAll('\\', '/')}`)),
  );
}

function readSource(path: string): SourceFile {
  return {
    path,
    lines: readFileSync(join(projectDir, path), 'utf8').split('\n'),
    isTest: path.startsWith('test/') || /\.test\.tsx?$/.test(path),
  };
}
