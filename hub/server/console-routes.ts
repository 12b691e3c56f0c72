import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { securityHeaders } from '../../node/page/security-headers.ts';
import { cacheControl, type StaticFiles } from '../../node/page/static-files.ts';

/**
 * The console's files, a route for each: there is no path to join, so none to climb out of the
 * folder with. They are public; whatever they show is asked for in a session.
 */
export function addConsoleRoutes(app: FastifyInstance, files: StaticFiles): void {
  for (const [pathname, file] of files) {
    app.get(pathname === '/index.html' ? '/' : pathname, async (_, reply) => {
      const body = await readFile(file.path);
      return reply
        .headers({ ...securityHeaders, 'cache-control': cacheControl(file) })
        .type(file.contentType)
        .send(body);
    });
  }
}
