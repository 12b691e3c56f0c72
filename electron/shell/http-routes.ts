import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { PlainTextKey } from '../../domain/text.ts';
import { browserSession, linkPages } from '../../domain/system/carriers.ts';
import { isSameProof, proveAnswer, proveRequest } from './link-proof.ts';
import { plainPage } from './plain-page.ts';
import { isOwnHost, isOwnOrigin, readHeader } from './request-guard.ts';
import { securityHeaders } from '../../node/page/security-headers.ts';
import type { Sessions } from './session.ts';
import { cacheControl, findStaticFile, type StaticFiles } from '../../node/page/static-files.ts';

/** What the routes of a browser shell work with. */
export interface RouteParts {
  readonly port: number;
  /** `http://127.0.0.1:PORT` */
  readonly origin: string;
  readonly files: StaticFiles;
  readonly sessions: Sessions;
  readonly linkKey: string;
  readonly newLink: () => string;
}

/** Answers one request. Only the two POSTs change anything. */
export async function answerRequest(
  parts: RouteParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  request.resume(); // no request has a body that is read
  if (!isOwnHost(request, parts.port)) return respond(response, 403, 'shell.foreign');
  if (request.headers.origin && !isOwnOrigin(request)) {
    return respond(response, 403, 'shell.foreign');
  }
  const [path = '/'] = (request.url ?? '/').split('?', 1);
  switch (`${request.method} ${path}`) {
    case `POST ${browserSession.path}`:
      return openSession(parts, request, response);
    case 'POST /links':
      return sendLinks(parts, request, response);
    case `GET ${linkPages.needed}`:
      return respond(response, 403, 'shell.linkNeeded');
    case `GET ${linkPages.used}`:
      return respond(response, 403, 'shell.linkUsed');
    default:
      return sendFile(parts, path, request, response);
  }
}

function openSession(
  { sessions }: RouteParts,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const key = readHeader(request, browserSession.keyHeader);
  const token = readHeader(request, browserSession.tokenHeader);
  // The page asks again with a used token where the answer to its first request was lost.
  const isGood = isOwnOrigin(request) && (sessions.redeem(token, key) || sessions.has(key));
  if (!isGood) return respond(response, 403, 'shell.linkNeeded');
  response.writeHead(204, { ...securityHeaders, 'cache-control': 'no-store' });
  response.end();
}

// For `npm start` on a folder whose till already runs.
function sendLinks(
  { origin, linkKey, newLink }: RouteParts,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const asked = { origin, nonce: readHeader(request, 'lapak-nonce') };
  const proof = readHeader(request, 'lapak-proof');
  if (!isSameProof(proof, proveRequest(linkKey, asked))) {
    return respond(response, 403, 'shell.foreign');
  }
  const links = [newLink(), newLink()];
  response.writeHead(200, { ...securityHeaders, 'content-type': 'application/json' });
  response.end(JSON.stringify({ links, proof: proveAnswer(linkKey, asked, links) }));
}

async function sendFile(
  { files }: RouteParts,
  path: string,
  { method }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (method !== 'GET' && method !== 'HEAD') return respond(response, 405, 'shell.notFound');
  const file = findStaticFile(files, path);
  if (!file) return respond(response, 404, 'shell.notFound');
  const body = await readFile(file.path);
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': file.contentType,
    'content-length': body.length,
    'cache-control': cacheControl(file),
  });
  response.end(method === 'HEAD' ? undefined : body);
}

function respond(response: ServerResponse, status: number, key: PlainTextKey): void {
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(plainPage(key));
}
