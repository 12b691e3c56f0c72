import type { FastifyInstance } from 'fastify';
import fastifyMetrics, { type IMetricsPluginOptions } from 'fastify-metrics';
import client from 'prom-client';
import { readAs } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { sumChecked } from '../signatures/check-store.ts';

/**
 * Adds `/metrics`, whose figures are those of this server alone, for a test opens many; and how far
 * the records of all tills are checked.
 */
export async function addMetrics(app: FastifyInstance, hub: Pick<Hub, 'database'>): Promise<void> {
  const register = new client.Registry();
  // The plugin is typed by a fork of this library, which has the same calls.
  const promClient = { ...client, register } as unknown as IMetricsPluginOptions['promClient'];
  const registers = [register] as unknown as Registers; // as above
  await app.register(fastifyMetrics, {
    endpoint: '/metrics',
    promClient,
    defaultMetrics: { enabled: false },
    routeMetrics: { overrides: { histogram: { registers }, summary: { registers } } },
  });
  client.collectDefaultMetrics({ register });
  addLedgerGauge(register, hub);
}

/** One query a look, whoever looks: of each state of a signature so many records. */
function addLedgerGauge(register: client.Registry, { database }: Pick<Hub, 'database'>): void {
  const gauge = new client.Gauge({
    name: 'lapak_records',
    help: 'Records of tills by whether their own signature was checked, and is right',
    labelNames: ['signature'],
    registers: [register],
    collect: async () => {
      const { records, checked, bad } = await readAs(database.reports, 'every-stall', sumChecked);
      gauge.set({ signature: 'right' }, checked - bad);
      gauge.set({ signature: 'wrong' }, bad);
      gauge.set({ signature: 'unchecked' }, records - checked);
    },
  });
}

type Histogram = NonNullable<IMetricsPluginOptions['routeMetrics']['overrides']>['histogram'];
type Registers = NonNullable<NonNullable<Histogram>['registers']>;
