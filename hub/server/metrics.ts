import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import fastifyMetrics, { type IMetricsPluginOptions } from 'fastify-metrics';
import client from 'prom-client';
import { readAs } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { sumChecked } from '../signatures/check-store.ts';
import { answerNotFound } from './known-paths.ts';

/** How long the figures of all records are told as they were summed up. ms */
const SUM_LIFE_MS = 15_000;

/**
 * Adds `/metrics`, whose figures are those of this server alone, for a test opens many; and how far
 * the records of all tills are checked. Told to whoever has the token; to anybody else, and where
 * there is none, it is not there: a request of this computer may be anybody's, by a proxy.
 */
export async function addMetrics(
  app: FastifyInstance,
  hub: Pick<Hub, 'database' | 'clock'>,
  token: string | null,
): Promise<void> {
  const register = new client.Registry();
  // The plugin is typed by a fork of this library, which has the same calls.
  const promClient = { ...client, register } as unknown as IMetricsPluginOptions['promClient'];
  const registers = [register] as unknown as Registers; // as above
  await app.register(fastifyMetrics, {
    endpoint: null,
    promClient,
    defaultMetrics: { enabled: false },
    routeMetrics: { overrides: { histogram: { registers }, summary: { registers } } },
  });
  client.collectDefaultMetrics({ register });
  addLedgerGauge(register, hub);
  app.get('/metrics', { exposeHeadRoute: false }, async (request, reply) => {
    const { authorization = '' } = request.headers;
    const mayRead = token !== null && isSame(authorization, `Bearer ${token}`);
    if (!mayRead) return answerNotFound(reply);
    return reply.type(register.contentType).send(await register.metrics());
  });
}

/** In a time that tells nothing of the token. */
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** Of each state of a signature so many records; one query in a while, however often one looks. */
function addLedgerGauge(
  register: client.Registry,
  { database, clock }: Pick<Hub, 'database' | 'clock'>,
): void {
  let summedAtMs = Number.NEGATIVE_INFINITY;
  const gauge = new client.Gauge({
    name: 'lapak_records',
    help: 'Records of tills by their own signature: right, proven by a later one, none, unchecked',
    labelNames: ['signature'],
    registers: [register],
    collect: async () => {
      const nowMs = clock();
      if (Math.abs(nowMs - summedAtMs) < SUM_LIFE_MS) return;
      const sums = await readAs(database.reports, 'every-stall', sumChecked);
      const { records, checked, unsigned, proven } = sums;
      gauge.set({ signature: 'right' }, checked - unsigned - proven);
      gauge.set({ signature: 'proven' }, proven);
      gauge.set({ signature: 'unsigned' }, unsigned);
      gauge.set({ signature: 'unchecked' }, records - checked);
      summedAtMs = nowMs;
    },
  });
}

type Histogram = NonNullable<IMetricsPluginOptions['routeMetrics']['overrides']>['histogram'];
type Registers = NonNullable<NonNullable<Histogram>['registers']>;
