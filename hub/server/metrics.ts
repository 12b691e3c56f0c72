import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import fastifyMetrics, { type IMetricsPluginOptions } from 'fastify-metrics';
import client from 'prom-client';
import type { CheckedSums } from '../signatures/checked-sums.ts';
import { answerNotFound } from './known-paths.ts';

/**
 * Adds `/metrics`, whose figures are those of this server alone, for a test opens many; and how far
 * the records of all tills are checked. Told to whoever has the token; to anybody else, and where
 * there is none, it is not there: a request of this computer may be anybody's, by a proxy.
 */
export async function addMetrics(
  app: FastifyInstance,
  checked: CheckedSums,
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
  addLedgerGauge(register, checked);
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

/** Of each state of a signature so many records. */
function addLedgerGauge(register: client.Registry, sums: CheckedSums): void {
  const gauge = new client.Gauge({
    name: 'lapak_records',
    help: 'Records of tills by their own signature: right, proven by a later one, none, unchecked',
    labelNames: ['signature'],
    registers: [register],
    collect: async () => {
      const { records, checked, unsigned, proven } = await sums.read();
      gauge.set({ signature: 'right' }, checked - unsigned - proven);
      gauge.set({ signature: 'proven' }, proven);
      gauge.set({ signature: 'unsigned' }, unsigned);
      gauge.set({ signature: 'unchecked' }, records - checked);
    },
  });
}

type Histogram = NonNullable<IMetricsPluginOptions['routeMetrics']['overrides']>['histogram'];
type Registers = NonNullable<NonNullable<Histogram>['registers']>;
