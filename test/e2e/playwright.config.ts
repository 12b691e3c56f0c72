import { defineConfig } from '@playwright/test';
import { findBrowser, findHeadlessShell } from '../../electron/find-browser.ts';

const executablePath = findHeadlessShell() ?? findBrowser();

export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results',
  globalSetup: './build-first.ts',
  timeout: 180_000,
  workers: 2, // a test mostly waits, as a hand does
  failOnFlakyTests: true,
  expect: { timeout: 20_000 }, // the longest that a busy computer may take, not what it does take
  forbidOnly: process.env.CI === 'true',
  use: {
    locale: 'id-ID',
    permissions: ['clipboard-read', 'clipboard-write'], // to paste as a hand does
    timezoneId: 'Asia/Jakarta',
    viewport: { width: 1366, height: 768 },
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-gpu',
        '--no-first-run',
        '--font-render-hinting=slight', // as a window has it, also without one
      ],
    },
  },
});
