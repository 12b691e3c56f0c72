import { rawPublicKey } from '../../../node/crypto/keys.ts';
import { atLeast, atMost, type Figure, quantile } from '../figure.ts';
import { firstNonce, type HubAnswer, sendSigned } from '../../support/hub-till.ts';
import { makeChain, NINE_MS, saleDraft, seededKey } from '../../support/signed-chain.ts';
import {
  type BenchHub,
  type HubThread,
  openHubThread,
  withBenchHub,
  withPostgres,
} from './bench-hub.ts';

const TILLS = 1_000;
/** Records that each has to report. */
const RECORDS = 50;
/** Over how long they begin in the second part: as after a power cut of a mall. ms */
const SPREAD_MS = 30_000;
const MOST_MS = 2_000;

/** 1.000 tills that report at once, each by the calls and the signatures of a real one. */
export function benchHubTills(): Promise<Figure[]> {
  return withPostgres((server) =>
    withBenchHub(server, async (bench) => {
      const tills = await addTills(bench);
      const hub = await openHubThread(bench);
      await answersOf(hub, tills.slice(-10), 0); // code compiled, statements planned
      const spread = await answersOf(hub, tills.slice(0, TILLS), SPREAD_MS);
      const together = await answersOf(hub, tills.slice(TILLS, 2 * TILLS), 0);
      await hub.stop();
      return [...figuresOf('within 30 s', spread), ...figuresOf('at the same moment', together)];
    }),
  );
}

interface BenchReporter {
  readonly device: string;
  readonly transportKey: ReturnType<typeof seededKey>;
  readonly body: unknown;
}

async function addTills({ database: { db }, client }: BenchHub): Promise<BenchReporter[]> {
  await client.query(`INSERT INTO region VALUES ('dki', 'DKI Jakarta')`);
  await client.query(`INSERT INTO mall VALUES ('TC', 'dki', 'Thamrin City')`);
  const tills: BenchReporter[] = [];
  for (let at = 0; at < 2 * TILLS + 10; at += 1) {
    const [chain, transportKey] = [makeChain(`till ${at}`), seededKey(`transport ${at}`)];
    while (chain.records.length < RECORDS) chain.add(saleDraft(25_000));
    const stall = `S-${at}`;
    await db
      .insertInto('stall')
      .values({ code: stall, mall: 'TC', number: '', name: '' })
      .execute();
    await db
      .insertInto('device')
      .values({
        device: chain.device,
        stall,
        public_key: chain.publicKey,
        transport_key: rawPublicKey(transportKey),
        state: 'active',
        enrolled_at_ms: NINE_MS,
        approved_at_ms: NINE_MS,
        revoked_at_ms: null,
        last_epoch: null,
        last_seq: null,
      })
      .execute();
    const records = chain.records.map(({ wire: { body: _body, ...rest } }) => rest);
    tills.push({ device: chain.device, transportKey, body: { size: 0, after: null, records } });
  }
  return tills;
}

interface Answers {
  /** Of each call of each till. ms */
  readonly times: readonly number[];
  readonly errors: readonly string[];
  readonly tookMs: number;
  /** Of a processor, by the hub's thread and by that of the tills; the database's is beside it. */
  readonly hubMs: number;
  readonly tillsMs: number;
}

/** Lets tills report, beginning within so many milliseconds. */
async function answersOf(
  hub: HubThread,
  tills: readonly BenchReporter[],
  spreadMs: number,
): Promise<Answers> {
  const times: number[] = [];
  const errors: string[] = [];
  const { url } = hub;
  const [hubBefore, tillsBefore] = [await hub.cpuMs(), process.threadCpuUsage()];
  const startedAt = performance.now();
  const timed = async <T>(act: () => Promise<T>): Promise<T> => {
    const begunAt = performance.now();
    const answer = await act();
    times.push(performance.now() - begunAt);
    return answer;
  };
  const report = async (till: BenchReporter, at: number) => {
    await new Promise((done) => setTimeout(done, (spreadMs * at) / tills.length));
    const nonce = await timed(() => firstNonce({ url }, till));
    const head = await timed(() => sendSigned({ url }, till, { path: '/v1/head', nonce }));
    const next = head.headers.get('lapak-nonce') ?? '';
    const call = { path: '/v1/batches', body: till.body, nonce: next };
    const stored = await timed(() => sendSigned({ url }, till, call));
    errors.push(...[head, stored].flatMap(errorOf));
  };
  await Promise.all(
    tills.map((till, at) =>
      report(till, at).catch(
        (error) => void errors.push(`${String(error)} ${String(error.cause?.code ?? error.cause)}`),
      ),
    ),
  );
  const tookMs = performance.now() - startedAt;
  const { user, system } = process.threadCpuUsage(tillsBefore);
  const hubMs = (await hub.cpuMs()) - hubBefore;
  return { times, errors, tookMs, hubMs, tillsMs: (user + system) / 1_000 };
}

function errorOf({ status, code }: HubAnswer): string[] {
  return status === 200 ? [] : [`${status} ${String(code)}`];
}

function figuresOf(when: string, answers: Answers): Figure[] {
  const { times, errors, tookMs, hubMs, tillsMs } = answers;
  if (errors.length > 0) process.stdout.write(`${errors.length} errors: ${errors[0]}\n`);
  const called = `a call, 1.000 tills ${when}`;
  const most = { floor: MOST_MS, beside: 'the most', unit: 'ms' };
  const p50 = quantile(times, 0.5);
  const [ms, half] = [tookMs, p50].map(Math.round);
  process.stdout.write(`1.000 tills ${when}: ${times.length} calls in ${ms} ms, p50 ${half} ms\n`);
  const [ofHub, ofTills] = [hubMs, tillsMs].map(Math.round);
  process.stdout.write(`of a core the hub took ${ofHub} ms, the tills ${ofTills} ms\n`);
  return [
    atMost(1, { ...most, name: `${called}, p99`, ours: quantile(times, 0.99) }),
    atLeast(1, {
      name: `tills without an error, ${when}`,
      ours: TILLS - errors.length,
      floor: TILLS,
      beside: 'all',
      unit: 'tills',
    }),
  ];
}
