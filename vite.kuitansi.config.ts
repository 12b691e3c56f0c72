import { defineConfig } from 'vite';
import { checkPageConfig } from './node/page/check-page.ts';

/** The page that checks a kuitansi, which the hub serves to anybody. */
export default defineConfig(checkPageConfig({ name: 'kuitansi', base: '/kuitansi/' }));
