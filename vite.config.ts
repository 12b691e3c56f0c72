import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { nameComponents } from './node/page/name-components.ts';

const here = import.meta.dirname;

/** The console, which the hub serves; the till's screen is electron.vite.config.ts. */
export default defineConfig({
  root: resolve(here, 'renderer/console'),
  base: './',
  plugins: [nameComponents(), react()],
  build: {
    outDir: resolve(here, 'out/console'),
    emptyOutDir: true,
    assetsInlineLimit: 0, // a font inlined as data: would be against the page's policy
    minify: true,
    chunkSizeWarningLimit: 2_000, // kB
  },
});
