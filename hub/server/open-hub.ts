import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { AnyRouter } from '@orpc/server';
import {
  fastify,
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from 'fastify';
import { LapakError } from '../../domain/errors.ts';
import { listStaticFiles } from '../../node/page/static-files.ts';
import type { Hub } from '../hub.ts';
import { hubRouter } from '../router.ts';
import { openCheckedSums } from '../signatures/checked-sums.ts';
import { subscriberOf } from './addresses.ts';
import { addCallRoutes } from './call-routes.ts';
import { addCheckPageRoutes } from './check-page-routes.ts';
import { addConsoleRoutes } from './console-routes.ts';
import { docsStyleSource } from './docs-page.ts';
import { answerTo } from './failures.ts';
import { answerUnknown } from './known-paths.ts';
import { addKeyListRoute } from './key-list-route.ts';
import { type HubLimits, hubLimits } from './limits.ts';
import { addMetrics } from './metrics.ts';
import { openBodyRoom } from './body-room.ts';
import { openNonces } from './nonces.ts';
import { addServiceRoutes } from './service-routes.ts';
import { limitSockets } from './socket-limit.ts';
import { countWrongSignatures } from './wrong-signatures.ts';

export interface HubOptions extends Hub {
  /** `https://hub.example` where a proxy stands before it; null takes the Host of each request. */
  readonly publicUrl?: string | null;
  /** Folder of the bundled console, which it serves; null for none. */
  readonly consoleDir?: string | null;
  /** Folder of the bundled page that checks a kuitansi; null for none. */
  readonly kuitansiDir?: string | null;
  /** Folder of the bundled page that checks a receipt; null for none. */
  readonly receiptDir?: string | null;
  readonly limits?: Partial<HubLimits>;
  /** By which `/metrics` is read; null lets nobody read it. */
  readonly metricsToken?: string | null;
  /** Whether the files are there that it stands on: else it is not ready. */
  readonly isWhole?: () => boolean;
  /** What answers the calls of the contract. */
  readonly router?: AnyRouter;
}

/** A hub that takes requests once it listens. It leaves its database open. */
export interface HubServer {
  /** @returns `http://127.0.0.1:8080` @throws LapakError PORT_IN_USE */
  listen(at: { readonly host: string; readonly port: number }): Promise<string>;
  /** Answers a request that came over no socket. */
  inject(request: InjectedRequest): Promise<InjectedAnswer>;
  /** Takes no more requests, and waits for those that run: not longer than `stopMs`. */
  close(): Promise<void>;
}

/** A request as it would come over a socket. */
export interface InjectedRequest {
  readonly method: 'GET' | 'POST';
  /** `/v1/head?size=0` */
  readonly url: string;
  /** With the Host that it came to. */
  readonly headers: Readonly<Record<string, string>>;
  /** Null for none. */
  readonly body: Buffer | null;
}

export interface InjectedAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/** Longest header of a request, all fields together. Bytes. */
const HEADER_BYTES_MAX = 16_384;

/** Opens the hub's server, which keeps nothing of its own: several can serve one database. */
export async function openHub(options: HubOptions): Promise<HubServer> {
  const { publicUrl = null, consoleDir = null, router = hubRouter, ...hub } = options;
  const { isWhole = () => true, metricsToken = null } = options;
  const limits = { ...hubLimits, ...options.limits };
  const app = makeServer(hub, limits, publicUrl !== null);
  const sockets = limitSockets(app.server, limits, publicUrl !== null);
  answerUnknown(app);
  await app.register(helmet, securityHeaders(publicUrl));
  await app.register(rateLimit, {
    global: false,
    cache: limits.addressesMax,
    keyGenerator: ({ ip }) => subscriberOf(ip),
    errorResponseBuilder: () => new LapakError('TOO_MANY_REQUESTS', {}),
  });
  const checked = openCheckedSums(hub);
  await addMetrics(app, checked, metricsToken);
  await addServiceRoutes(app, hub, isWhole);
  if (consoleDir !== null) addConsoleRoutes(app, listStaticFiles(consoleDir));
  addCheckPages(app, options, limits);
  addCallRoutes(app, {
    hub,
    checked,
    nonces: openNonces(hub),
    wrong: countWrongSignatures(limits),
    room: openBodyRoom(limits),
    sockets,
    router,
    limits,
    publicUrl,
  });
  await app.ready();
  return {
    listen: async ({ host, port }) => {
      try {
        return await app.listen({ host, port });
      } catch (error) {
        const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
        throw isTaken ? new LapakError('PORT_IN_USE', { port }) : error;
      }
    },
    inject: (request) => injectInto(app, request),
    close: () => closeWithin(app, limits.stopMs),
  };
}

/** The pages on which anybody checks a paper, and what they ask for. */
function addCheckPages(
  app: FastifyInstance,
  { kuitansiDir = null, receiptDir = null, identity, database }: HubOptions,
  { keyListMs: keptMs }: HubLimits,
): void {
  if (kuitansiDir !== null) {
    addCheckPageRoutes(app, { path: '/kuitansi', dir: kuitansiDir }, identity);
  }
  if (receiptDir !== null) {
    addCheckPageRoutes(app, { path: '/struk', dir: receiptDir }, identity);
    addKeyListRoute(app, { path: '/struk/keys.json', keptMs }, database);
  }
}

async function injectInto(
  app: FastifyInstance,
  { body, ...request }: InjectedRequest,
): Promise<InjectedAnswer> {
  const answer = await app.inject(body ? { ...request, payload: body } : request);
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const one of [value ?? []].flat()) headers.append(name, String(one));
  }
  return { status: answer.statusCode, headers, body: answer.rawPayload };
}

function makeServer(hub: Hub, limits: HubLimits, hasProxy: boolean): FastifyInstance {
  const { log } = hub;
  const loggerInstance: FastifyBaseLogger = log.pino;
  const app = fastify({
    loggerInstance,
    // Two lines a request; one is written below.
    logController: new LogController({ disableRequestLogging: true }),
    requestTimeout: limits.requestMs,
    connectionTimeout: limits.idleMs,
    keepAliveTimeout: limits.keepAliveMs,
    bodyLimit: limits.openBodyBytesMax,
    // Of a proxy on this computer only; anybody else could call himself anything.
    trustProxy: hasProxy ? 'loopback' : false,
    http: {
      maxHeaderSize: HEADER_BYTES_MAX,
      headersTimeout: limits.headersMs,
      connectionsCheckingInterval: limits.checkMs,
    },
    frameworkErrors: (error, _, reply) => void sendFailure(reply, error, hub),
  });
  app.server.maxConnections = limits.connectionsMax;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  app.setErrorHandler((error, _, reply) => sendFailure(reply, error, hub));
  app.addHook('onRequest', async ({ raw }) => {
    const names = raw.rawHeaders.filter((_, at) => at % 2 === 0);
    // The first would be taken, and by a proxy before it the second. Source: RFC 9112 §3.2.
    const hosts = names.filter((name) => name.toLowerCase() === 'host');
    if (hosts.length > 1) throw new LapakError('INPUT_INVALID', {});
  });
  let isClosing = false;
  app.addHook('preClose', (done) => {
    isClosing = true;
    done();
  });
  app.addHook('onSend', (_, reply, payload, done) => {
    // Else the hub would wait for the next request on a socket whose last one ran when it closed.
    if (isClosing) reply.header('connection', 'close');
    done(null, payload);
  });
  app.addHook('onResponse', (request, reply, done) => {
    const { method, url = '' } = request.routeOptions;
    const route = `${String(method ?? request.method)} ${url}`.trim();
    log.pino.info({ route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'answer');
    done();
  });
  return app;
}

/** The same form as that of oRPC, which never has a stack. */
function sendFailure(reply: FastifyReply, error: unknown, { log }: Hub): FastifyReply {
  const answer = answerTo(error, log);
  return reply.code(answer.status).send(answer.toJSON());
}

/** Nothing loads from anywhere; that it is only for https is said where it is served so. */
function securityHeaders(publicUrl: string | null) {
  const isHttps = publicUrl?.startsWith('https:') ?? false;
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'style-src': [docsStyleSource],
        'base-uri': ["'none'"],
        'form-action': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
    referrerPolicy: { policy: 'no-referrer' as const },
  };
}

/** Runs out of patience with requests that do not end. */
async function closeWithin(app: FastifyInstance, stopMs: number): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), stopMs);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}
