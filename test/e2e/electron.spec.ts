import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, expect, test } from '@playwright/test';
import {
  findElectron,
  hasDisplay,
  sandboxArguments,
} from '../../electron/shell/electron-binary.ts';

const projectDir = join(import.meta.dirname, '..', '..');
const program = findElectron(projectDir);

test.skip(program === null, 'the Electron program is not installed (npx install-electron)');
test.skip(!hasDisplay(), 'there is no display to open a window on');

test('the till opens in an Electron window that keeps Node from its page', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-electron-e2e-'));
  const app = await _electron.launch({
    executablePath: program ?? '', // skipped above where it is null
    args: [projectDir, `--data=${dataDir}`, ...sandboxArguments()],
  });
  try {
    const page = await app.firstWindow();

    await expect(page.getByRole('searchbox')).toBeVisible();
    expect(page.url()).toBe('app://lapak/');
    expect(
      await page.evaluate(() => [typeof Reflect.get(globalThis, 'require'), location.origin]),
    ).toEqual(['undefined', 'app://lapak']);
    expect(await page.evaluate(() => Reflect.get(globalThis, 'lapakShell'))).toEqual({
      shell: 'electron',
    });
    await page.evaluate(() => open('https://mall.example/'));
    expect(app.windows()).toHaveLength(1);
  } finally {
    await app.close();
    rmSync(dataDir, { recursive: true });
  }
});
