import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const here = import.meta.dirname;

/** Writes the names of the page's files into its service worker, which keeps them. */
const listFiles: Plugin = {
  name: 'lapak-list-files',
  generateBundle: (_, bundle) => {
    const worker = bundle['worker.js'];
    if (worker?.type !== 'chunk') throw new Error('the page has a service worker');
    // Not every browser takes a service worker that is a module.
    if (worker.imports.length > 0) throw new Error('the service worker stands alone');
    const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
    const paths = files.map((name) => `/kuitansi/${name}`).sort();
    worker.code = worker.code.replace('%FILES%', paths.join(' '));
  },
};

/** The page that checks a kuitansi, which the hub serves to anybody. */
export default defineConfig({
  root: resolve(here, 'renderer/kuitansi'),
  base: '/kuitansi/',
  plugins: [react(), listFiles],
  build: {
    outDir: resolve(here, 'out/kuitansi'),
    emptyOutDir: true,
    assetsInlineLimit: 0, // a font inlined as data: would be against the page's policy
    minify: true,
    chunkSizeWarningLimit: 2_000, // kB
    rolldownOptions: {
      input: {
        index: resolve(here, 'renderer/kuitansi/index.html'),
        worker: resolve(here, 'renderer/kuitansi/worker.ts'),
      },
      output: {
        // A browser asks for a worker by one name, again and again.
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
