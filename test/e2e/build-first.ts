import { join } from 'node:path';
import { bundlePage, hubPages, isBundleStale, tillPage } from '../../node/page/page-bundle.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/** Bundles the pages once, before tests that run side by side open them. */
export default async function buildFirst(): Promise<void> {
  for (const page of [tillPage, ...hubPages]) {
    if (isBundleStale(projectDir, page)) await bundlePage(projectDir, page);
  }
}
