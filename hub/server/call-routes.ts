import { OpenAPIHandler } from '@orpc/openapi/fastify';
import type { AnyRouter } from '@orpc/server';
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { assert } from '../../domain/assert.ts';
import { HubOrigin } from '../../domain/enrolment/hub-origin.ts';
import { hubContract } from '../../domain/hub-contract.ts';
import type { EnrolledDevice } from '../enrolment/device-store.ts';
import type { Hub } from '../hub.ts';
import type { HubContext } from '../implementer.ts';
import { assertSigned, findClaimant, NONCE_HEADER } from './authenticate.ts';
import { browserOf, type CallingBrowser, findAdministrator } from './browser-session.ts';
import { type ContractCall, callsOf } from './contract-calls.ts';
import type { HubLimits } from './limits.ts';
import type { Nonces } from './nonces.ts';
import { readJson } from './read-body.ts';

/** Below which the calls of the contract stand. */
export const CALLS_PREFIX = '/v1';

export interface CallParts {
  readonly hub: Hub;
  readonly nonces: Nonces;
  readonly router: AnyRouter;
  readonly limits: HubLimits;
  /** `https://hub.example` where a proxy stands before the hub; null takes what a request says. */
  readonly publicUrl: string | null;
}

/** Who makes a call, as far as that is known before its body. */
interface Caller {
  readonly device: EnrolledDevice | null;
  readonly administrator: string | null;
  readonly browser: CallingBrowser;
}

/**
 * One route for each call of the contract. A device's signature is checked over the bytes of its
 * body as they came; what they say is read only then.
 */
export function addCallRoutes(app: FastifyInstance, parts: CallParts): void {
  const handler = new OpenAPIHandler<HubContext>(parts.router);
  const callers = new WeakMap<FastifyRequest, Caller>();
  for (const call of callsOf(hubContract)) {
    const isOpen = call.by === 'anybody';
    app.route({
      ...routeOf(call, parts),
      onRequest: async (request, reply) => {
        const browser = browserOf(request, reply, originOf(request, parts.publicUrl));
        callers.set(request, await findCaller(call, request, browser, parts));
      },
      handler: async (request, reply) => {
        const origin = originOf(request, parts.publicUrl);
        const caller = callers.get(request);
        assert(caller !== undefined, 'who calls was seen before');
        const { device } = caller;
        if (device) {
          await assertSigned(parts, signableOf(request, origin), request.headers, device);
          reply.header(NONCE_HEADER, parts.nonces.make(device.device));
        }
        const { bodyBytesMax, inflatedBytesMax } = bodyLimits(isOpen, parts.limits);
        assert(inflatedBytesMax >= bodyBytesMax);
        const encoding = request.headers['content-encoding'];
        request.body = await readJson(request.body, encoding, inflatedBytesMax);
        const context = { hub: parts.hub, origin, ...caller };
        const { matched } = await handler.handle(request, reply, { prefix: CALLS_PREFIX, context });
        if (!matched) reply.callNotFound();
      },
    });
  }
}

/** @throws LapakError REQUEST_UNSIGNED, SIGN_IN_NEEDED */
async function findCaller(
  { by }: ContractCall,
  request: FastifyRequest,
  browser: CallingBrowser,
  parts: CallParts,
): Promise<Caller> {
  switch (by) {
    case 'device': {
      const device = await findClaimant(parts, request.headers);
      return { device, administrator: null, browser };
    }
    case 'administrator': {
      const administrator = await findAdministrator(parts.hub, request, browser);
      return { device: null, administrator, browser };
    }
    case 'anybody':
      return { device: null, administrator: null, browser };
  }
}

function routeOf(
  { method, path, by }: ContractCall,
  { limits }: CallParts,
): Pick<RouteOptions, 'method' | 'url' | 'exposeHeadRoute' | 'bodyLimit' | 'config'> {
  const isOpen = by === 'anybody';
  const rateLimit = { max: limits.openCallsPerMinute, timeWindow: 60_000 };
  return {
    method,
    url: CALLS_PREFIX + path.replace(/\{(\w+)\}/g, ':$1'),
    exposeHeadRoute: false,
    bodyLimit: bodyLimits(isOpen, limits).bodyBytesMax,
    ...(isOpen ? { config: { rateLimit } } : {}),
  };
}

function bodyLimits(isOpen: boolean, limits: HubLimits) {
  const { bodyBytesMax, inflatedBytesMax, openBodyBytesMax } = limits;
  return isOpen
    ? { bodyBytesMax: openBodyBytesMax, inflatedBytesMax: openBodyBytesMax }
    : { bodyBytesMax, inflatedBytesMax };
}

function signableOf(request: FastifyRequest, origin: string) {
  const { method = '', url = '' } = request.raw;
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  return { method, url: `${origin}${url}`, body };
}

/** Where a request came to; a Host that is none is nobody's, and no signature is over it. */
function originOf({ headers }: FastifyRequest, publicUrl: string | null): string {
  if (publicUrl !== null) return publicUrl;
  const origin = HubOrigin.safeParse(`http://${headers.host ?? ''}`.toLowerCase());
  return origin.data ?? 'http://invalid';
}
