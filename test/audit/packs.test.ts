import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PackEntry } from '../../domain/audit/pack.ts';
import { treeOrigin } from '../../domain/sync/verify-receipt.ts';
import { signCheckpoint } from '../../domain/tlog/checkpoint.ts';
import { appendLeaf, emptyFrontier, rootOf } from '../../domain/tlog/merkle.ts';
import { translator } from '../../domain/translator.ts';
import { rawPublicKey } from '../../node/crypto/keys.ts';
import { signMessage, signRecord } from '../../node/crypto/signing.ts';
import { noteCrypto, treeCrypto } from '../../node/crypto/tlog.ts';
import {
  addTradingStall,
  entriesOf,
  hubKey,
  openPackHub,
  packDates,
  type PackHub,
  packLines,
  sealed,
} from '../support/audit-packs.ts';
import { eachDatabase, onSqlite } from '../support/hub-databases.ts';
import { runLapakHere } from '../support/run-lapak.ts';
import { python, saidOf, textOf } from '../support/said-of-pack.ts';
import {
  type ChainRecord,
  makeChain,
  recoveryDraft,
  saleDraft,
  seededKey,
  type SignedChain,
  zDraft,
} from '../support/signed-chain.ts';
import { addChainDevice, ledgerOf, send } from '../support/test-hub.ts';

/** Packs that a hub made, whole and tampered with: what two verifiers that share nothing say. */

let dir: string;
let lines: string[] = [];
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'lapak-pack-'));
  if (!python) console.log('SKIPPED: the second verifier needs python3, which is not here');
});
afterAll(() => rmSync(dir, { recursive: true }));

const said = (content: string | Buffer, ...options: string[]) => saidOf(dir, content, options);

eachDatabase('a pack of the hub is whole to both, and always of the same bytes', async (fresh) => {
  const hub = await openPackHub(await fresh.open());
  await addTradingStall(hub);
  const once = await packLines(hub);
  expect(await packLines(hub)).toEqual(once);
  if (lines.length > 0) expect(once).toEqual(lines); // on the other database too
  lines = once;

  expect(await said(textOf(once))).toEqual({
    ok: true,
    records: 32,
    devices: 3,
    firstBad: null,
    reason: '',
    wrongSignatures: 0,
  });
  expect(await said(textOf(once), '--hub-key', hubKey())).toMatchObject({ ok: true });
  const whole = await packLines(hub, { from: '2020-01-01', to: '2029-12-31' });
  expect(await said(textOf(whole))).toMatchObject({ ok: true, records: 32 });
  const before = await packLines(hub, { from: '2026-11-01', to: '2026-11-02' });
  expect(await said(textOf(before))).toMatchObject({ ok: true, records: 32 });
  const between = await packLines(hub, { from: packDates.from, to: packDates.from });
  expect(await said(textOf(between))).toMatchObject({ ok: true, records: 32 });
});

test('in words it says what was checked, what only the hub says, and whose key it is', async () => {
  const file = join(dir, 'whole.ndjson');
  writeFileSync(file, textOf(lines));
  const { stdout } = await runLapakHere('verify-pack', file, '--lang', 'en');
  const known = await runLapakHere('verify-pack', file, '--hub-key', hubKey());
  writeFileSync(file, textOf(lines.slice(1)));
  const broken = await runLapakHere('verify-pack', file);

  expect(stdout).toContain('Stall TC-A12, 2026-11-25 to 2026-11-26: 32 records of 3 tills');
  expect(stdout).toContain('3 records do not count, and only the hub says why');
  expect(stdout).toContain(hubKey());
  const { text } = translator('id');
  expect(known.stdout).toContain(text('audit.ofKnownHub', { hub: 'hub.example' }));
  const reason = 'a pack begins with its first line';
  expect(broken.stdout).toBe(`${text('audit.broken', { firstBad: 1, reason })}\n`);
});

type Change = (entries: PackEntry[]) => PackEntry[];

/** Changes the one entry that `is` finds. */
function change<K extends PackEntry['kind']>(
  kind: K,
  act: (entry: Extract<PackEntry, { kind: K }>) => PackEntry | PackEntry[],
  nth = 0,
): Change {
  return (entries) => {
    const own = entries.filter((entry) => entry.kind === kind)[nth];
    return entries.flatMap((entry) =>
      entry === own ? act(own as Extract<PackEntry, { kind: K }>) : entry,
    );
  };
}

const swap: Change = (entries) => {
  const at = entries.findIndex(({ kind }) => kind === 'record');
  const [one, other] = [entries[at], entries[at + 1]];
  return one && other ? entries.with(at, other).with(at + 1, one) : entries;
};

const foreignSigner = {
  publicKey: rawPublicKey(seededKey('other hub')),
  sign: (message: Uint8Array) => signMessage(seededKey('other hub'), message),
};

/** A lie of the hub itself, which signs the pack anew: what it says, and where it is found. */
const lies: readonly (readonly [string, Change, RegExp])[] = [
  ['a record left out', change('record', () => [], 3), /is missing: it goes on with 5/],
  ['the last record left out', change('record', () => [], 12), /is of device|is missing/],
  ['a record twice', change('record', (one) => [one, one], 2), /is missing: it goes on with 3/],
  ['two records changed round', swap, /is missing/],
  [
    'a leaf left out',
    change('leaves', (one) => ({ ...one, leaves: one.leaves.slice(64) }), 1),
    /is missing|is not here in full/,
  ],
  [
    'another leaf',
    change('leaves', (one) => ({ ...one, leaves: '0'.repeat(64) })),
    /are not those of its checkpoint/,
  ],
  [
    'a total that is changed',
    change('record', (one) => ({ ...one, head: one.head.replace('80000', '90000') }), 1),
    /1\.3 .*the leaf is not of these bytes/,
  ],
  [
    'a signature of another key, of a record that none names',
    (entries) => {
      const fork = entries.findIndex((one) => one.kind === 'record' && one.verdict === 'fork');
      return entries.map((one, at) => {
        if (one.kind !== 'record' || at !== fork) return one;
        const forged = signRecord(seededKey('other'), Buffer.from(one.head));
        return { ...one, signature: forged.toString('base64') };
      });
    },
    /nobody signed it/,
  ],
  [
    'a sale that is said not to be signed',
    change('record', (one) => ({ ...one, verdict: 'quarantined', reason: 'not-authentic' }), 1),
    /its signature is right/,
  ],
  [
    'a sale that is said not to add up',
    change('record', (one) => ({ ...one, verdict: 'quarantined', reason: 'tenders-differ' }), 1),
    /it is not what the hub says of it/,
  ],
  [
    'a sale that is said not to be readable',
    change('record', (one) => ({ ...one, verdict: 'quarantined', reason: 'not-readable' }), 1),
    /it is not what the hub says of it/,
  ],
  [
    'a sale that is said to be of a newer program',
    change('record', (one) => ({ ...one, verdict: 'held', reason: 'newer-version' }), 1),
    /it is not what the hub says of it/,
  ],
  [
    'a sale that is said to be of nothing',
    change('record', (one) => ({ ...one, verdict: 'quarantined', reason: 'refund-of-nothing' }), 1),
    /it is not what the hub says of it/,
  ],
  [
    'a sale that is said to come after a revocation',
    change('record', (one) => ({ ...one, verdict: 'quarantined', reason: 'after-revocation' }), 1),
    /it is not what the hub says of it/,
  ],
  [
    'a bad record that is said to count',
    change('record', (one) => ({ ...one, verdict: 'ok', reason: null }), 4),
    /it counts, and is tenders-differ/,
  ],
  [
    'a verdict without its reason',
    change('record', (one) => ({ ...one, verdict: 'quarantined', reason: null }), 1),
    /a verdict has its reason/,
  ],
  [
    'another place',
    change('record', (one) => ({ ...one, seq: one.seq + 1 }), 1),
    /stands in the place of another/,
  ],
  [
    'another body',
    change('record', (one) => ({ ...one, body: '{}' }), 1),
    /the body is not the one that its head names/,
  ],
  [
    'a record of another device',
    (entries) => {
      const other = entries.findLast(({ kind }) => kind === 'record');
      return change('record', () => other ?? [], 1)(entries);
    },
    /it is of device \w+, which is not its place/,
  ],
  [
    'a record that calls itself one of this device',
    (entries) => {
      const other = entries.findLast((entry) => entry.kind === 'record');
      return change(
        'record',
        (one) => (other ? { ...other, device: one.device, index: 2 } : one),
        1,
      )(entries);
    },
    /it counts, and is other-device/,
  ],
  [
    'sums altered by one',
    change('day', (one) => ({ ...one, sales: one.sales + 1 })),
    /sales of 2026-11-25 is 228001, the records come to 228000/,
  ],
  [
    'a count altered by one',
    change('day', (one) => ({ ...one, receipts: one.receipts - 1 }), 1),
    /receipts of 2026-11-26 is 5/,
  ],
  [
    'a tender altered by one',
    change('day', (one) => ({
      ...one,
      tenders: one.tenders.map(({ tender, amount }) => ({ tender, amount: amount + 1 })),
    })),
    /tender \w+ of 2026-11-25 is \d+, the records come to/,
  ],
  [
    'a tender twice',
    change('day', (one) => ({ ...one, tenders: [...one.tenders, ...one.tenders] })),
    /stands there twice/,
  ],
  [
    'a tax altered by one',
    change('day', (one) => ({
      ...one,
      taxes: one.taxes.map((tax) => ({ ...tax, base: tax.base - 1 })),
    })),
    /tax none of 2026-11-25 is not that of the Z reports/,
  ],
  ['a day left out', change('day', () => []), /the sums of 2026-11-25 are missing/],
  ['the last day left out', change('day', () => [], 1), /the sums of 2026-11-26 are missing/],
  ['a day twice', change('day', (one) => [one, one]), /the days are not in their order/],
  [
    'a day of other dates',
    change('day', (one) => ({ ...one, date: '2026-11-27' }), 1),
    /the day is not of the pack/,
  ],
  [
    'a device left out',
    (entries) => {
      const last = entries.findLast((entry) => entry.kind === 'device');
      return entries.filter((entry) => !('device' in entry) || entry.device !== last?.device);
    },
    /a device is missing/,
  ],
  ['a device without its end', change('checkpoint', () => []), /has no end/],
  [
    'a device of another key',
    change('device', (one) => ({ ...one, publicKey: hubKey() })),
    /its name is of another key/,
  ],
  [
    'a checkpoint of another hub',
    change('checkpoint', (one) => {
      const [origin = '', size = ''] = (one.checkpoint ?? '').split('\n');
      const root = Buffer.from((one.checkpoint ?? '').split('\n')[2] ?? '', 'base64');
      const tree = { origin, size: Number(size), root, extensions: [] };
      return { ...one, checkpoint: signCheckpoint(tree, foreignSigner, noteCrypto) };
    }),
    /is not signed by this hub/,
  ],
  [
    'the checkpoint of another device',
    (entries) => {
      const other = entries.filter((entry) => entry.kind === 'checkpoint')[1];
      return change('checkpoint', (one) => ({ ...one, checkpoint: other?.checkpoint ?? null }))(
        entries,
      );
    },
    /is not signed by this hub/,
  ],
  ['no checkpoint', change('checkpoint', (one) => ({ ...one, checkpoint: null })), /is not signed/],
  [
    'a part that begins too late',
    (entries) => {
      const records = entries.filter((entry) => entry.kind === 'record');
      const [first, second] = records;
      const part = change('device', (one) => ({ ...one, first: one.first + 1 }))(entries);
      const hidden = change('record', () => [])(part);
      return change('leaves', (one) => ({ ...one, leaves: one.leaves + first?.leaf }))(
        second ? hidden : entries,
      );
    },
    /there may be records of these dates before it/,
  ],
  [
    'a part that ends too early',
    (entries) => {
      const last = entries.findLast((entry) => entry.kind === 'record');
      const part = change('device', (one) => ({ ...one, end: one.end - 1 }), 1)(entries);
      return part.flatMap((entry) => {
        if (entry === last) return [];
        if (entry.kind !== 'leaves' || entry.index !== 14) return entry;
        return { ...entry, index: 13, leaves: `${last?.leaf}${entry.leaves}` };
      });
    },
    /has records of these dates that are not here/,
  ],
  ['dates turned round', change('pack', (one) => ({ ...one, to: '2026-11-24' })), /turned round/],
  [
    'dates of more than ten years',
    change('pack', (one) => ({ ...one, to: '2046-11-24' })),
    /more than ten years/,
  ],
];

/** The tree of a device as the hub would sign it, had it these records. */
function treeOf(entries: readonly PackEntry[], device: string): string {
  const leaves = entries.flatMap((entry) => {
    if (!('device' in entry) || entry.device !== device) return [];
    if (entry.kind === 'record') return [entry.leaf];
    return entry.kind === 'leaves' ? (entry.leaves.match(/.{64}/g) ?? []) : [];
  });
  let frontier = emptyFrontier;
  for (const leaf of leaves) frontier = appendLeaf(frontier, Buffer.from(leaf, 'hex'), treeCrypto);
  const origin = treeOrigin('hub.example', device);
  const tree = { origin, size: leaves.length, root: rootOf(frontier, treeCrypto), extensions: [] };
  const key = seededKey('hub');
  const sign = (message: Uint8Array) => signMessage(key, message);
  return signCheckpoint(tree, { publicKey: rawPublicKey(key), sign }, noteCrypto);
}

test('a sale that the hub counts twice is found, though it is in its tree twice', async () => {
  const entries = entriesOf(lines);
  const troubled = entries.find((entry) => entry.kind === 'device');
  const sale = entries.find((entry) => entry.kind === 'record' && entry.seq === 3);
  if (troubled?.kind !== 'device' || sale?.kind !== 'record') throw new Error('they are there');
  const { device, size } = troubled;
  const fork = { verdict: 'fork', reason: 'on-a-fork', goesOn: false } as const;
  const again = { ...sale, index: size, ...fork };
  const added = entries.flatMap((entry): PackEntry[] => {
    if (entry === troubled) return [{ ...troubled, size: size + 1, end: size + 1 }];
    const isEnd = entry.kind === 'checkpoint' && entry.device === device;
    return isEnd ? [again, entry] : [entry];
  });
  const checkpoint = treeOf(added, device);
  const told = added.map((entry) =>
    entry.kind === 'checkpoint' && entry.device === device ? { ...entry, checkpoint } : entry,
  );

  expect((await said(textOf(sealed(told)))).reason).toBe(
    `a record of device ${device} counts twice`,
  );
});

test.each(lies)('%s is found, whoever signed the pack', async (_, act, reason) => {
  const entries = entriesOf(lines);
  const found = await said(textOf(sealed(act(entries))));

  expect(found.ok).toBe(false);
  expect(found.reason).toMatch(reason);
  expect(found.firstBad).toEqual(expect.any(Number));
});

test('what the hub has no other word for than its seal is held by the seal', async () => {
  const renamed = lines.map((line) => line.replace('Kopi Gayo', 'Kopi Toraja'));
  const byOther = sealed(entriesOf(lines), seededKey('other hub'));

  expect((await said(textOf(renamed))).reason).toBe('its SHA-256 is not of its lines');
  expect((await said(textOf(byOther))).reason).toBe('the hub did not sign it');
  expect(await said(textOf(lines), '--hub-key', hubKey('other hub'))).toMatchObject({
    ok: false,
    firstBad: 1,
    reason: 'it is of another hub',
  });
});

const first = () => lines[0] ?? '';
const hostile: readonly (readonly [string, () => string | Buffer, RegExp])[] = [
  ['nothing', () => '', /ends before its last line/],
  ['a part of a pack', () => textOf(lines.slice(0, 20)), /ends before its last line/],
  ['a pack and more', () => textOf([...lines, first()]), /behind the last line/],
  ['a pack twice', () => textOf([...lines, ...lines]), /behind the last line/],
  ['no first line', () => textOf(lines.slice(1)), /begins with its first line/],
  ['a line that is empty', () => textOf([first(), '', ...lines.slice(1)]), /no JSON/],
  ['a line that is no JSON', () => textOf([first(), '{"kind":']), /no JSON/],
  ['a line of no kind', () => textOf([first(), '{"kind":"zip"}']), /no line of a pack/],
  ['a list', () => '[]\n', /no line of a pack/],
  ['null', () => 'null\n', /no line of a pack/],
  ['another member', () => `${first().slice(0, -1)},"z":1}\n`, /no line of a pack/],
  ['a member twice', () => `${first().slice(0, -1)},"version":1}\n`, /not canonical/],
  ['spaces', () => `${first().replace(':', ': ')}\n`, /not canonical/],
  ['a version to come', () => `${first().replace('"version":1', '"version":2')}\n`, /version 2/],
  ['what is no UTF-8', () => Buffer.from([0x7b, 0xff, 0x0a]), /no text/],
  ['depth without end', () => `${'['.repeat(100_000)}\n`, /no JSON/],
  ['a huge line', () => `{"kind":"${'x'.repeat(17_000_000)}"}\n`, /longer than a line/],
  ['a ZIP that climbs out of its folder', () => zip('../../etc/passwd'), /no text|no JSON/],
  ['a bomb of gzip', () => gzipSync(Buffer.alloc(50_000_000)), /no text/],
  ['the hub’s own database', () => 'SQLite format 3\0', /no JSON/],
];

test.each(hostile)('%s is refused in one sentence', async (_, content, reason) => {
  const found = await said(content());

  expect(found.ok).toBe(false);
  expect(found.reason).toMatch(reason);
});

test('a file that is not there is told in a sentence', async () => {
  const { code, stdout } = await runLapakHere('verify-pack', join(dir, 'none'), '--json');

  expect({ code, report: JSON.parse(stdout) }).toMatchObject({
    code: 1,
    report: { error: { code: 'FILE_UNREADABLE' } },
  });
});

test('a line without end costs no memory', () => {
  const file = join(dir, 'endless.ndjson');
  writeFileSync(file, '');
  truncateSync(file, 500_000_000); // of zeros, without an end of a line
  const command = ['electron/cli.ts', 'verify-pack', file, '--json'];
  const { stdout } = spawnSync(process.execPath, ['--max-old-space-size=64', ...command]);

  expect(JSON.parse(String(stdout))).toMatchObject({ ok: false, firstBad: 1 });
});

onSqlite('a till that took nothing on the dates is whole as well', async ({ open }) => {
  const hub = await openPackHub(await open());
  await addTradingStall(hub);
  const none = await packLines(hub, { from: '2030-01-01', to: '2030-01-31' });

  expect(entriesOf(none).filter(({ kind }) => kind === 'day')).toEqual([]);
  expect(await said(textOf(none))).toMatchObject({ ok: true, records: 32, devices: 3 });
});

/** What may happen at a till, or between it and its hub. */
const event = fc.record({
  kind: fc.constantFrom(
    'sale',
    'sale',
    'sale',
    'refund',
    'z',
    'history',
    'bad tenders',
    'implausible',
    'unsigned',
    'garbage',
    'newer',
    'fork',
    'bad fork',
    'recovery',
  ),
  day: fc.integer({ min: 20, max: 30 }),
  isCut: fc.boolean(),
});

type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** Adds what happens to a chain. @returns its records, as they arrive */
function happen(chain: SignedChain, { kind, day }: Event, at: number): ChainRecord[] {
  const date = `2026-11-${day}`;
  const last = chain.records.length;
  switch (kind) {
    case 'sale':
      return [chain.add(saleDraft(1_000 + at, { date }))];
    case 'refund':
      return [chain.add(saleDraft(-100 - at, { date, ref: `1.${Math.max(1, last)}` }))];
    case 'z':
      return [chain.add(zDraft(1, { sales: [] }, date))];
    case 'history':
      return [chain.add(saleDraft(5_000, { date, source: `old-${at}` }))];
    case 'bad tenders':
      return [chain.add(saleDraft(2_000, { date, tenders: { cash: 1 } }))];
    case 'implausible':
      return [chain.add(saleDraft(500_000_000_000, { date }))];
    case 'unsigned':
    case 'garbage': {
      const record = chain.add(saleDraft(3_000, { date }));
      const head = kind === 'garbage' ? '{"no":"head"}' : record.wire.head.replace('3000', '3001');
      return [{ ...record, wire: { ...record.wire, head } }];
    }
    case 'newer':
      return [chain.addNewer({ points: at + 0.5, businessDate: date })];
    case 'recovery':
      return [chain.add(recoveryDraft(`1.${last}`))];
    case 'fork':
    case 'bad fork': {
      const other = chain.branch(Math.max(1, last - 1));
      const tenders = kind === 'fork' ? { cash: 7_000 } : { cash: 1 };
      return [
        other.add(saleDraft(7_000, { date, tenders })),
        other.add(saleDraft(8_000, { date })),
      ];
    }
  }
}

/** Reports what happened, cut into batches. */
async function report(hub: PackHub, chain: SignedChain, events: readonly Event[]): Promise<void> {
  const device = await addChainDevice(hub.database, chain);
  let batch: ChainRecord[] = [...chain.records];
  let after: ChainRecord | null = null;
  const flush = async () => {
    if (batch.length > 0) await send(hub, device, batch, { after });
    after = batch.at(-1) ?? after;
    batch = [];
  };
  for (const [at, one] of events.entries()) {
    const isFork = one.kind.endsWith('fork');
    if (isFork || one.isCut) await flush();
    const last = chain.records.length;
    const added = happen(chain, one, at);
    if (!isFork) batch.push(...added);
    // It goes on from the record before the newest, which the hub has.
    else
      await send(hub, device, added, { after: chain.records[Math.max(1, last - 1) - 1] ?? null });
  }
  await flush();
}

onSqlite('whatever tills sent, the pack of an honest hub is whole to both', async ({ open }) => {
  const hub = await openPackHub(await open());
  const seed = Math.floor(Math.random() * 2 ** 31); // told where it fails
  const histories = fc.sample(fc.array(event, { maxLength: 25 }), { seed, numRuns: 60 });
  for (const [at, events] of histories.entries()) await report(hub, makeChain(`run ${at}`), events);
  const verdicts = new Set((await ledgerOf(hub.database)).map((line) => line.replace(/^\S+ /, '')));

  expect(verdicts.size).toBeGreaterThan(8);
  for (const [from, to] of [
    [20, 30],
    [22, 24],
    [27, 27],
    [19, 19],
  ]) {
    const pack = await packLines(hub, { from: `2026-11-${from}`, to: `2026-11-${to}` });
    expect(await said(textOf(pack)), `seed ${seed}`).toMatchObject({ ok: true, reason: '' });
  }
});

/** The local header of an entry of a ZIP. Source: APPNOTE.TXT §4.3.7. */
function zip(name: string): Buffer {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(`${name}\n`)]);
}
