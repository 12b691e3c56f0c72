import type { FastifyInstance } from 'fastify';
import { securityHeaders } from '../../node/page/security-headers.ts';
import type { HubDatabase } from '../database/open-database.ts';
import { readAs } from '../database/transact.ts';
import { keyLists, newestKeyList } from '../down/key-list-store.ts';

/** Stalls whose keys a page is told, the newest first: some 8 MB. */
const LISTS_MAX = 20_000;

/** What is told, and its version as a header has it. */
interface Told {
  readonly etag: string;
  readonly json: string;
}

/**
 * The keys of all tills at `path`, as the hub signed them stall by stall, for the page that checks
 * receipts. To anybody: they are public keys, and codes of stalls.
 * @param keptMs how long what was read stands
 */
export function addKeyListRoute(
  app: FastifyInstance,
  { path, keptMs }: { readonly path: string; readonly keptMs: number },
  database: Pick<HubDatabase, 'reports'>,
): void {
  let told: Promise<Told> | undefined;
  let askedAtMs = 0;
  const now = (): Promise<Told> => {
    const isKept = told !== undefined && performance.now() - askedAtMs < keptMs;
    if (isKept && told) return told;
    askedAtMs = performance.now();
    const before = told;
    const asked = readLists(database, before);
    asked.catch(() => {
      if (told === asked) told = undefined; // the next one asks again
    });
    told = asked;
    return asked;
  };
  app.get(path, async (request, reply) => {
    const { etag, json } = await now();
    reply.headers({ ...securityHeaders, 'cache-control': 'no-cache', etag });
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type('application/json; charset=utf-8').send(json);
  });
}

async function readLists(
  { reports }: Pick<HubDatabase, 'reports'>,
  before: Promise<Told> | undefined,
): Promise<Told> {
  const known = await before?.catch(() => undefined);
  return readAs(reports, 'every-stall', async (db) => {
    const etag = `"${await newestKeyList(db)}"`;
    if (known?.etag === etag) return known;
    const lists = await keyLists(db, LISTS_MAX);
    return { etag, json: `{"lists":[${lists.join(',')}]}` };
  });
}
