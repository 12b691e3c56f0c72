import { defineConfig } from 'vite';
import { checkPageConfig } from './node/page/check-page.ts';

/** The page that checks a receipt, which the hub serves to anybody. */
export default defineConfig(checkPageConfig({ name: 'receipt', base: '/struk/' }));
