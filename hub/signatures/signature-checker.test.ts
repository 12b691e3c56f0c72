import { expect } from 'vitest';
import { eachDatabase } from '../../test/support/hub-databases.ts';
import { makeChain, saleDraft } from '../../test/support/signed-chain.ts';
import { addChainDevice, send, testHub } from '../../test/support/test-hub.ts';
import { sumChecked } from './check-store.ts';
import { openSignatureChecker } from './signature-checker.ts';

eachDatabase(
  'every signature is checked in the background, and a bad one told',
  async ({ open }) => {
    const hub = testHub(await open());
    const chain = makeChain();
    const device = await addChainDevice(hub.database, chain);
    for (let at = 0; at < 1_200; at += 1) chain.add(saleDraft(1_000));
    const signature = Buffer.alloc(64, 7).toString('base64');
    const sent = chain.records.map((one, at) =>
      at === 700 ? { ...one, wire: { ...one.wire, signature } } : one,
    );
    for (let at = 0; at < sent.length; at += 400) {
      await send(hub, device, sent.slice(at, at + 400), { after: sent[at - 1] ?? null });
    }
    expect(await sumChecked(hub.database.db)).toMatchObject({
      records: 1_201,
      checked: 0,
      proven: 0,
    });

    const checkers = [openSignatureChecker(hub), openSignatureChecker(hub)];
    await Promise.all(checkers.map((checker) => checker.checkAll()));

    expect(await sumChecked(hub.database.db)).toMatchObject({
      records: 1_201,
      checked: 1_201,
      unsigned: 0,
      proven: 1,
    });
    expect(hub.warnings).toContain(
      `device ${chain.device}: 1 records up to 1000 are signed by a later one alone`,
    );
    await Promise.all(checkers.map((checker) => checker.close()));
  },
);
