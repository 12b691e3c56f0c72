import { basename, join } from 'node:path';
import { build } from 'vite';

const projectDir = join(import.meta.dirname, '..', '..');

/**
 * Bundles a script into one file, as the installed till is: where many of it are started, each
 * starts in half of the time. @returns the file
 */
export async function bundleScript(script: string): Promise<string> {
  const name = basename(script, '.ts');
  // Each process has its own: another one would empty it while this one starts from it.
  const outDir = join(projectDir, 'node_modules', '.cache', `${name}-${process.pid}`);
  await build({
    root: projectDir,
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true },
    build: {
      ssr: script,
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        external: ['better-sqlite3'],
        output: { entryFileNames: `${name}.mjs` },
      },
    },
  });
  return join(outDir, `${name}.mjs`);
}
