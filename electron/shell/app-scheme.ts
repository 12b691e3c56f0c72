import { readFile } from 'node:fs/promises';
import type { CustomScheme, Protocol } from 'electron';
import { securityHeaders } from '../../node/page/security-headers.ts';
import { cacheControl, findStaticFile, listStaticFiles } from '../../node/page/static-files.ts';

/** Where the screen lives in Electron: a scheme of our own, since file: may read the whole disk. */
export const appOrigin = 'app://lapak';

/** Makes app: a web origin like https:. Only allowed before the app is ready. */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true },
};

/** Serves the bundled screen at app://lapak/ with the same headers as the browser shell. */
export function serveApp(protocol: Protocol, rendererDir: string): void {
  const files = listStaticFiles(rendererDir);
  protocol.handle('app', async (request) => {
    const pathname = pathInApp(request.url);
    const file = pathname === null ? undefined : findStaticFile(files, pathname);
    if (!file || request.method !== 'GET') {
      return new Response(null, { status: 404, headers: securityHeaders });
    }
    return new Response(await readFile(file.path), {
      headers: {
        ...securityHeaders,
        'content-type': file.contentType,
        'cache-control': cacheControl(file),
      },
    });
  });
}

/** Whether an address is one of the screen's own. */
export function isInApp(url: string): boolean {
  return pathInApp(url) !== null;
}

function pathInApp(url: string): string | null {
  const address = URL.parse(url);
  const own = address?.protocol === 'app:' && address.host === 'lapak';
  return own ? address.pathname : null;
}
