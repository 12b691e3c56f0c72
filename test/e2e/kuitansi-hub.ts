import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { migrate } from '../../hub/database/migrate.ts';
import { hubMigrations } from '../../hub/database/migrations.ts';
import { openHubDatabase } from '../../hub/database/open-database.ts';
import { signKuitansi } from '../../node/crypto/kuitansi.ts';
import { kuitansiPage } from '../../node/page/page-bundle.ts';
import { openTestServer, type TestServer } from '../support/hub-server.ts';

const projectDir = join(import.meta.dirname, '..', '..');

/** A hub of its own for each test, and what it signs. */
export interface KuitansiHub {
  readonly server: TestServer;
  /** The signed code of its seventeenth kuitansi of 2026, of TC-A12. */
  readonly code: string;
}

interface Options {
  /** What was paid. */
  readonly amountRupiah: number;
}

export const test = base.extend<Options & { hub: KuitansiHub }>({
  amountRupiah: [1_000_017, { option: true }],
  hub: async ({ amountRupiah }, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'lapak-kuitansi-'));
    const database = openHubDatabase({ dataDir });
    await migrate(database, hubMigrations);
    const kuitansiDir = join(projectDir, kuitansiPage.outDir);
    const server = await openTestServer(database, { dataDir, kuitansiDir });
    const code = signKuitansi(server.hub.identity.key, server.url, {
      number: 'KW/TC/2026/000017',
      on: '2026-11-29',
      stall: 'TC-A12',
      amountRupiah,
      leaf16: '0123456789abcdef',
    });
    await use({ server, code });
    await server.close();
    await database.close();
    rmSync(dataDir, { recursive: true });
  },
});
