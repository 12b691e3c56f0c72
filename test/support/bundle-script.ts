import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type Rolldown } from 'vite';

const projectDir = join(import.meta.dirname, '..', '..');

/**
 * Bundles a script into one file, as the installed till is: where many of it are started, each
 * starts in half of the time. The file is replaced whole, since others may start from it now.
 * @returns the file
 */
export async function bundleScript(script: string): Promise<string> {
  const built = await build({
    root: projectDir,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: script,
      write: false,
      rolldownOptions: { external: ['better-sqlite3', '@node-rs/argon2'] },
    },
  });
  const { output } = built as Rolldown.RolldownOutput; // one build, not watched
  if (output.length !== 1) throw new Error(`${script} became ${output.length} files`);
  const folder = join(projectDir, 'node_modules', '.cache', 'scripts');
  const file = join(folder, `${basename(script, '.ts')}.mjs`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.${process.pid}`, output[0].code);
  renameSync(`${file}.${process.pid}`, file);
  return file;
}
