import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { nameComponents } from './node/page/name-components.ts';

const here = import.meta.dirname;

export default defineConfig({
  main: {
    build: {
      outDir: resolve(here, 'out/main'),
      // Bundled whole but for the two with a native part, which cannot be: it starts faster than
      // from a thousand files, and the installed program needs no other node_modules.
      externalizeDeps: false,
      rolldownOptions: {
        input: { main: resolve(here, 'electron/main.ts') },
        external: ['better-sqlite3', '@node-rs/argon2'],
      },
    },
  },
  preload: {
    build: {
      outDir: resolve(here, 'out/preload'),
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(here, 'electron/preload.ts') },
        // A sandboxed preload is a CommonJS script.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(here, 'renderer/till'),
    plugins: [nameComponents(), react()],
    build: {
      outDir: resolve(here, 'out/renderer'),
      assetsInlineLimit: 0, // a font inlined as data: would be against the page's policy
      minify: true, // half of the bytes that each start of a page reads
      chunkSizeWarningLimit: 2_000, // kB; it comes from this very computer
      rolldownOptions: {
        input: { index: resolve(here, 'renderer/till/index.html') },
        output: {
          // What the register begins with is one file: cut up by which screens share what, it is
          // packed worse, and grows with each screen that is added.
          codeSplitting: { groups: [{ name: 'register', tags: ['$initial'] }] },
        },
      },
    },
  },
});
