import { createHash, type KeyObject } from 'node:crypto';
import { formatEntry, type PackEntry, parseEntry, sealMessage } from '../../domain/audit/pack.ts';
import { exportPack } from '../../hub/audit/export-pack.ts';
import type { HubDatabase } from '../../hub/database/open-database.ts';
import { transact } from '../../hub/database/transact.ts';
import type { Hub } from '../../hub/hub.ts';
import { beginJournal } from '../../hub/journal/append-act.ts';
import { deviceName, rawPublicKey } from '../../node/crypto/keys.ts';
import { signMessage } from '../../node/crypto/signing.ts';
import { noteCrypto } from '../../node/crypto/tlog.ts';
import { makeChain, recoveryDraft, saleDraft, seededKey, zDraft } from './signed-chain.ts';
import { addChainDevice, send, STALL, type TestHub, testHub } from './test-hub.ts';

/** The dates of most packs in the tests; the chains begin the day before and go on behind. */
export const packDates = { from: '2026-11-25', to: '2026-11-26' } as const;

/** A hub that can write packs. */
export type PackHub = TestHub & Pick<Hub, 'identity'>;

/** A hub on a database that has its form, whose own journal has begun. */
export async function openPackHub(database: HubDatabase): Promise<PackHub> {
  const hub = testHub(database);
  const { publicKey } = hub.identity;
  const own = { device: deviceName(publicKey), nonceSecret: Buffer.alloc(32) };
  const identity = { ...hub.identity, ...own };
  await transact(database, 'no-stall', (trx) => beginJournal(trx, identity, hub.clock()));
  return { ...hub, identity };
}

/** A stall of two tills and one that never reported: four dates, and all that can be bad. */
export async function addTradingStall(hub: PackHub): Promise<void> {
  await addTroubledTill(hub);
  await addPlainTill(hub);
  await addChainDevice(hub.database, makeChain('silent'));
}

async function addPlainTill(hub: PackHub): Promise<void> {
  const chain = makeChain('plain');
  const device = await addChainDevice(hub.database, chain);
  for (const [at, date] of ['2026-11-24', ...Object.values(packDates), '2026-11-27'].entries()) {
    const shift = at + 1;
    const sums = [at * 1_000 + 45_000, 90_000, 12_000];
    for (const [nth, total] of sums.entries()) {
      const tenders: Record<string, number> = nth === 1 ? { qris: total } : { cash: total };
      chain.add(saleDraft(total, { date, shift, tenders }));
    }
    const cash = (sums[0] ?? 0) + 12_000;
    chain.add(zDraft(shift, { sales: sums, tenders: { cash, qris: 90_000 } }, date));
  }
  await send(hub, device, chain.records);
}

async function addTroubledTill(hub: PackHub): Promise<void> {
  const chain = makeChain('troubled');
  const device = await addChainDevice(hub.database, chain);
  const { from: date, to: later } = packDates;
  chain.add(saleDraft(30_000));
  chain.add(saleDraft(80_000, { date })); // 1.3
  chain.add(saleDraft(-20_000, { date, ref: '1.3' }));
  chain.add(saleDraft(-70_000, { date, ref: '1.3' })); // more than is left of it
  chain.add(saleDraft(50_000, { date, tenders: { cash: 49_000 } }));
  chain.add(saleDraft(500_000_000_000, { date }));
  const poison = chain.add(saleDraft(45_000, { date }));
  chain.addNewer({ loyalty: 0.5, businessDate: date });
  chain.add(saleDraft(61_000, { date, source: 'old-1' }));
  const back = chain.branch(10);
  chain.add(saleDraft(11_000, { date: later }));
  chain.add(zDraft(1, { sales: [] }, later));
  const head = poison.wire.head.replaceAll('45000', '46000');
  const sent = chain.records.map((one) =>
    one === poison ? { ...one, wire: { ...one.wire, head } } : one,
  );
  await send(hub, device, sent);
  const fork = back.add(saleDraft(12_000, { date: later }));
  await send(hub, device, [fork], { after: back.records[9] ?? null });
  const again = back.branch(10);
  again.add(recoveryDraft('1.12'));
  again.add(saleDraft(13_000, { date: later }));
  const added = again.records.slice(10);
  await send(hub, device, added, { after: back.records[9] ?? null });
}

/** The lines of a pack as the hub writes it, each without its end. */
export async function packLines(hub: PackHub, dates: Dates = packDates): Promise<string[]> {
  let text = '';
  const wanted = { ...dates, stall: STALL, by: 'lapak' };
  for await (const piece of exportPack(hub, wanted)) text += piece;
  return text.split('\n').slice(0, -1);
}

interface Dates {
  readonly from: string;
  readonly to: string;
}

/** What the lines of a pack say. */
export function entriesOf(lines: readonly string[]): PackEntry[] {
  return lines.map((line) => {
    const entry = parseEntry(line);
    if (!('kind' in entry)) throw new Error(`${entry.reason}: ${line.slice(0, 200)}`);
    return entry;
  });
}

/** A pack of these entries that its hub has signed: a hub that lies knows its own key. */
export function sealed(entries: readonly PackEntry[], key: KeyObject = seededKey('hub')): string[] {
  const lines = entries.filter(({ kind }) => kind !== 'end').map(formatEntry);
  const sha256 = createHash('sha256').update(lines.join('')).digest();
  const signature = signMessage(key, sealMessage(noteCrypto.encode, sha256)).toString('base64');
  const end = { kind: 'end', lines: lines.length, sha256: sha256.toString('hex') } as const;
  return [...lines, formatEntry({ ...end, signature })].map((line) => line.slice(0, -1));
}

/** The raw public key of a hub of the tests, as hex. */
export function hubKey(seed = 'hub'): string {
  return rawPublicKey(seededKey(seed)).toString('hex');
}
