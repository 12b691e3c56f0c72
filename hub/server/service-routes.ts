import type { FastifyInstance } from 'fastify';
import type { Hub } from '../hub.ts';
import { pingDatabase } from '../system/hub-store.ts';
import { docsPage } from './docs-page.ts';
import { openApiDocument } from './openapi.ts';

/** A database that takes longer to answer serves no till either. */
const READY_MS_MAX = 1_000;

/**
 * What those who run the hub ask it, and those who write to it.
 * @param isWhole whether the files are there that it stands on
 */
export async function addServiceRoutes(
  app: FastifyInstance,
  hub: Hub,
  isWhole: () => boolean,
): Promise<void> {
  const document = await openApiDocument();
  const page = docsPage(hub.identity.name);
  app.get('/healthz', () => ({ ok: true }));
  app.get('/readyz', async (_, reply) => {
    const ok = isWhole() && (await isReady(hub));
    return reply.code(ok ? 200 : 503).send({ ok });
  });
  app.get('/openapi.json', () => document);
  app.get('/docs', (_, reply) => reply.type('text/html; charset=utf-8').send(page));
}

async function isReady({ database, log }: Hub): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), READY_MS_MAX);
  const answered = pingDatabase(database.db).then(
    () => true,
    (error: unknown) => {
      log.error(error);
      return false;
    },
  );
  try {
    return await Promise.race([answered, late]);
  } finally {
    clearTimeout(timer);
  }
}
