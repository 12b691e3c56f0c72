import { expect, test } from 'vitest';
import { checkProof, type ProofStep, proofSteps } from '../domain/reports/check-proof.ts';
import type { RecordProof } from '../domain/reports/contract.ts';
import type { HubDatabase } from '../hub/database/open-database.ts';
import { storeBatch } from '../hub/ingest/store-batch.ts';
import { readProof } from '../hub/reports/read-records.ts';
import { noteCrypto, treeCrypto } from '../node/crypto/tlog.ts';
import { browserCrypto } from '../renderer/console/reports/browser-crypto.ts';
import { eachDatabase, onSqlite } from './support/hub-databases.ts';
import { makeChain, saleDraft } from './support/signed-chain.ts';
import { addChainDevice, STALL, testHub } from './support/test-hub.ts';

/** A record's proof as the hub gives it to the console, and as the console checks it. */

const nodeCrypto = { tree: treeCrypto, note: noteCrypto };
const zeros = '0'.repeat(64);

/** Seven sales at a hub, each with its details. */
async function hubWithSales(database: HubDatabase) {
  const hub = testHub(database);
  const chain = makeChain();
  for (let sale = 1; sale <= 7; sale += 1) chain.add(saleDraft(10_000 * sale));
  const device = await addChainDevice(database, chain);
  const records = chain.records.map(({ wire }) => wire);
  await storeBatch(hub, device, { size: 0, after: null, records });
  return { hub, chain };
}

/** The steps that do not hold, in the browser; Node has to say the same. */
function failing(proof: RecordProof, leaf: string): ProofStep[] {
  const ends = checkProof(proof, leaf, browserCrypto);
  expect(checkProof(proof, leaf, nodeCrypto)).toEqual(ends);
  return proofSteps.filter((step) => ends[step] === 'fails');
}

eachDatabase('each record of a hub has a proof that a browser can check', async ({ open }) => {
  const { hub, chain } = await hubWithSales(await open());
  for (const { leaf } of chain.records) {
    const proof = await readProof(hub, { stall: STALL, leaf });
    expect(failing(proof, leaf)).toEqual([]);
    const ends = Object.values(checkProof(proof, leaf, browserCrypto));
    expect(ends).toEqual(proofSteps.map(() => 'holds'));
    const withoutBody = checkProof({ ...proof, body: null }, leaf, browserCrypto);
    expect(withoutBody.body).toBe('absent');
  }
});

eachDatabase('there is no proof of what the hub does not have', async ({ open }) => {
  const { hub } = await hubWithSales(await open());
  await expect(readProof(hub, { stall: STALL, leaf: zeros })).rejects.toMatchObject({
    code: 'RECORD_UNKNOWN',
  });
});

onSqlite('whatever is changed of a proof fails in the step that is about it', async ({ open }) => {
  const { hub, chain } = await hubWithSales(await open());
  const [, , sale, other] = chain.records;
  const leaf = sale?.leaf ?? '';
  const proof = await readProof(hub, { stall: STALL, leaf });
  const { record, signature, publicKey } = proof;
  const elsewhere = await readProof(hub, { stall: STALL, leaf: other?.leaf ?? '' });
  const changes: [string, Partial<RecordProof>, ProofStep[]][] = [
    [
      'the head',
      { head: proof.head.replace('20000', '90000') },
      ['leaf', 'signature', 'inclusion'],
    ],
    ['a space in the head', { head: `${proof.head} ` }, ['leaf', 'signature', 'inclusion']],
    [
      'the head of another',
      { head: elsewhere.head },
      ['leaf', 'place', 'signature', 'body', 'inclusion'],
    ],
    ['no head', { head: '' }, ['leaf', 'place', 'signature', 'body', 'inclusion']],
    ['the place', { record: { ...record, place: { ...record.place, seq: 9 } } }, ['place']],
    [
      'the till',
      { record: { ...record, device: 'd'.repeat(32) } },
      ['place', 'checkpoint', 'inclusion'],
    ],
    ['the signature', { signature: elsewhere.signature }, ['signature']],
    ['half a signature', { signature: signature.slice(0, 44) }, ['signature']],
    ['the key', { publicKey: hub.identity.publicKey.toString('hex') }, ['place', 'signature']],
    ['no point of the curve', { publicKey: 'f'.repeat(64) }, ['place', 'signature']],
    ['half a key', { publicKey: publicKey.slice(0, 32) }, ['place', 'signature']],
    ['the details', { body: `${proof.body} ` }, ['body']],
    [
      'the checkpoint',
      { checkpoint: proof.checkpoint.replace('\n8\n', '\n9\n') },
      ['checkpoint', 'inclusion'],
    ],
    ['no checkpoint', { checkpoint: '' }, ['checkpoint', 'inclusion']],
    ['the hub', { hub: { ...proof.hub, publicKey } }, ['checkpoint', 'inclusion']],
    ['the index', { index: proof.index + 1 }, ['inclusion']],
    ['the way in the tree', { inclusion: proof.inclusion.toReversed() }, ['inclusion']],
    ['no way in the tree', { inclusion: [] }, ['inclusion']],
  ];
  for (const [what, change, steps] of changes) {
    expect([what, failing({ ...proof, ...change }, leaf)]).toEqual([what, steps]);
  }
  expect(failing(proof, other?.leaf ?? '')).toEqual(['leaf']); // another was asked for
});

test('the hashes of a browser are those of Node', () => {
  const [left, right] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)];
  expect(Buffer.from(browserCrypto.tree.nodeOf(left, right))).toEqual(
    Buffer.from(treeCrypto.nodeOf(left, right)),
  );
  expect(Buffer.from(browserCrypto.tree.hashOfNothing())).toEqual(treeCrypto.hashOfNothing());
});
