import { sumChecked } from '../../../hub/signatures/check-store.ts';
import { openSignatureChecker } from '../../../hub/signatures/signature-checker.ts';
import { publicKeyOf } from '../../../node/crypto/keys.ts';
import { isSignedRecord } from '../../../node/crypto/signing.ts';
import { atLeast, type Figure, quantile } from '../figure.ts';
import {
  BATCH,
  benchTill,
  type BenchTill,
  perSecond,
  sendBatches,
  timeOf,
  withBenchHub,
  withPostgres,
} from './bench-hub.ts';

const ROUNDS = 5;
const RECORDS = 5_000;

/** Signatures checked in the background, beside Ed25519 alone on one core. */
export function benchHubSignatures(): Promise<Figure[]> {
  return withPostgres((server) =>
    withBenchHub(server, async (hub) => {
      const till = await benchTill(hub.database, 'signatures', RECORDS * (ROUNDS + 1));
      const checker = openSignatureChecker(hub);
      const [ours, floor]: [number[], number[]] = [[], []];
      for (let round = 0; round <= ROUNDS; round += 1) {
        await sendBatches(hub, till, RECORDS / BATCH);
        const checked = await timeOf(() => checker.checkAll());
        const bare = timeBare(till);
        if (round === 0) continue; // code compiled, thread begun
        ours.push(perSecond(RECORDS, checked));
        floor.push(perSecond(RECORDS, bare));
      }
      await checker.close();
      const { unsigned, proven } = await sumChecked(hub.database.db);
      if (unsigned + proven > 0) throw new Error('signatures are not of their device');
      return [
        atLeast(0.8, {
          name: 'signatures checked in the background',
          ours: quantile(ours, 0.5),
          floor: quantile(floor, 0.5),
          beside: 'Ed25519 alone',
          unit: 'a second',
        }),
      ];
    }),
  );
}

/** Checks those that were sent last on this thread, with nothing to read. @returns milliseconds */
function timeBare({ device, records, sent }: BenchTill): number {
  const key = publicKeyOf(device.publicKey);
  const bytes = records.slice(sent - RECORDS, sent).map(({ wire }) => {
    return { head: Buffer.from(wire.head), signature: Buffer.from(wire.signature, 'base64') };
  });
  const startedAt = performance.now();
  const isGood = bytes.every(({ head, signature }) => isSignedRecord(key, head, signature));
  const took = performance.now() - startedAt;
  if (!isGood) throw new Error('a signature of the bench is not of its device');
  return took;
}
