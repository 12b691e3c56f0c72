import { join } from 'node:path';
import { bundleScreen, isBundleStale } from '../../electron/shell/screen-bundle.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/** Bundles the screen once, before tests that run side by side open it. */
export default async function buildFirst(): Promise<void> {
  if (isBundleStale(projectDir)) await bundleScreen(projectDir);
}
