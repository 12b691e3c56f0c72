import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startHub } from '../../test/support/run-hub.ts';
import { makeChain, saleDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, ledgerOf, send, testHub } from '../../test/support/test-hub.ts';
import { withHub } from './with-hub.ts';

test('a hub that was updated judges what it held, while it serves', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lapak-held-'));
  await using cleared = new AsyncDisposableStack();
  cleared.defer(() => rmSync(dataDir, { recursive: true }));
  const ledger = () => withHub(dataDir, ({ database }) => ledgerOf(database));
  await withHub(dataDir, async ({ database }) => {
    const chain = makeChain();
    const device = await addChainDevice(database, chain);
    chain.add(saleDraft(45_000));
    await send(testHub(database), device, chain.records);
    await database.db
      .updateTable('record')
      .set({ unread_by: 0, verdict: 'held', reason: 'newer-version' })
      .where('seq', '=', 2)
      .execute();
  });
  expect(await ledger()).toEqual(['1.1 ok', '1.2 held newer-version']);
  await using hub = await startHub(['serve', '--port', '0', '--data', dataDir, '--no-open']);

  await vi.waitFor(async () => expect(await ledger()).toEqual(['1.1 ok', '1.2 ok']), 10_000);
  const { stderr } = await hub.stop();
  expect(stderr).toContain('1 records were judged anew');
});
