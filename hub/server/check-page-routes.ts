import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { assert } from '../../domain/assert.ts';
import { securityHeaders } from '../../node/page/security-headers.ts';
import { cacheControl, listStaticFiles } from '../../node/page/static-files.ts';
import type { HubIdentity } from '../system/identity.ts';

/** How long a browser opens the page without asking, where it has no service worker: a day. */
const PAGE_KEPT = 'private, max-age=86400';

/** A page that checks codes. */
export interface CheckPage {
  /** Where it is: `/kuitansi`. */
  readonly path: string;
  /** Folder of its bundle. */
  readonly dir: string;
}

/**
 * A page that checks codes, for anybody, with the hub's name and public key written into it. Each
 * file has a route of its own, as those of the console.
 */
export function addCheckPageRoutes(
  app: FastifyInstance,
  { path, dir }: CheckPage,
  identity: Pick<HubIdentity, 'name' | 'publicKey'>,
): void {
  app.get(path, (_, reply) => reply.redirect(`${path}/`, 308)); // what stands behind # stays
  for (const [pathname, file] of listStaticFiles(dir)) {
    const isPage = pathname === '/index.html';
    app.get(isPage ? `${path}/` : `${path}${pathname}`, async (_, reply) => {
      const body = await readFile(file.path);
      return reply
        .headers({ ...securityHeaders, 'cache-control': isPage ? PAGE_KEPT : cacheControl(file) })
        .type(file.contentType)
        .send(isPage ? withKey(body.toString('utf8'), identity) : body);
    });
  }
}

function withKey(html: string, { name, publicKey }: Pick<HubIdentity, 'name' | 'publicKey'>) {
  const named = withContent(html, 'lapak-hub-name', name);
  return withContent(named, 'lapak-hub-key', publicKey.toString('hex'));
}

function withContent(html: string, name: string, content: string): string {
  const place = `<meta name="${name}" content="`;
  assert(html.includes(`${place}"`), `the page has a place for ${name}`);
  return html.replace(`${place}"`, () => `${place}${escape(content)}"`);
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
