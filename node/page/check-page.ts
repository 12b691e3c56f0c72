import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';

/** A page that checks a code. */
interface CheckPage {
  /** Where its sources are: `renderer/NAME`, and where its bundle goes: `out/NAME`. */
  readonly name: string;
  /** Where a hub serves it: `/struk/`. */
  readonly base: string;
}

const projectDir = join(import.meta.dirname, '..', '..');

/** How a page that checks a code is bundled, with its service worker beside it. */
export function checkPageConfig({ name, base }: CheckPage): UserConfig {
  const root = join(projectDir, 'renderer', name);
  return {
    root,
    base,
    plugins: [react(), listFiles(base)],
    build: {
      outDir: join(projectDir, 'out', name),
      emptyOutDir: true,
      assetsInlineLimit: 0, // a font inlined as data: would be against the page's policy
      minify: true,
      chunkSizeWarningLimit: 2_000, // kB
      rolldownOptions: {
        input: { index: join(root, 'index.html'), worker: join(root, 'worker.ts') },
        output: {
          // A browser asks for a worker by one name, again and again.
          entryFileNames: (entry) =>
            entry.name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js',
        },
      },
    },
  };
}

/** Writes the names of the page's files into its service worker, which keeps them. */
function listFiles(base: string): Plugin {
  return {
    name: 'lapak-list-files',
    generateBundle: (_, bundle) => {
      const worker = bundle['worker.js'];
      if (worker?.type !== 'chunk') throw new Error('the page has a service worker');
      // Not every browser takes a service worker that is a module.
      if (worker.imports.length > 0) throw new Error('the service worker stands alone');
      const files = Object.keys(bundle).filter((file) => file.startsWith('assets/'));
      const paths = files.map((file) => `${base}${file}`).sort();
      worker.code = worker.code.replace('%FILES%', paths.join(' '));
    },
  };
}
