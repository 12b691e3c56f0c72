import { OpenAPIHandler } from '@orpc/openapi/fastify';
import type { AnyRouter } from '@orpc/server';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify';
import { assert } from '../../domain/assert.ts';
import { HubOrigin } from '../../domain/enrolment/hub-origin.ts';
import { hubContract } from '../../domain/hub-contract.ts';
import type { Hub } from '../hub.ts';
import type { HubContext } from '../implementer.ts';
import type { CheckedSums } from '../signatures/checked-sums.ts';
import { isSignedBody } from '../../node/http/signed-request.ts';
import { findSigner, NONCE_HEADER, type Signer, unsigned } from './authenticate.ts';
import type { BodyPlace, BodyRoom } from './body-room.ts';
import { browserOf, type CallingBrowser, findAdministrator } from './browser-session.ts';
import { type ContractCall, callsOf } from './contract-calls.ts';
import type { HubLimits } from './limits.ts';
import type { Nonces } from './nonces.ts';
import { inflateBody, readJson } from './read-body.ts';
import type { SocketLimit } from './socket-limit.ts';
import type { WrongSignatures } from './wrong-signatures.ts';

/** Below which the calls of the contract stand. */
export const CALLS_PREFIX = '/v1';

export interface CallParts {
  readonly hub: Hub;
  readonly checked: CheckedSums;
  readonly nonces: Nonces;
  readonly wrong: WrongSignatures;
  readonly room: BodyRoom;
  readonly sockets: SocketLimit;
  readonly router: AnyRouter;
  readonly limits: HubLimits;
  /** `https://hub.example` where a proxy stands before the hub; null takes what a request says. */
  readonly publicUrl: string | null;
}

/** Who makes a call, as far as that is known before its body. */
interface Caller {
  readonly signer: SignerWithRoom | null;
  readonly administrator: string | null;
  readonly browser: CallingBrowser;
}

interface SignerWithRoom extends Signer {
  readonly place: BodyPlace;
}

/**
 * One route for each call of the contract. Who calls is known before a body is read. That of a
 * device is held against what was signed as its bytes came; what they say is read only then.
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
        callers.set(request, await findCaller(call, { request, reply, browser }, parts));
      },
      handler: async (request, reply) => {
        const origin = originOf(request, parts.publicUrl);
        const caller = callers.get(request);
        assert(caller !== undefined, 'who calls was seen before');
        const { signer, administrator, browser } = caller;
        const { body, headers } = request;
        if (signer) assertSignedBody(body, signer, parts);
        const { bodyBytesMax, inflatedBytesMax } = bodyLimits(isOpen, parts.limits);
        assert(inflatedBytesMax >= bodyBytesMax);
        const bytes = await inflateBody(body, headers['content-encoding'], inflatedBytesMax);
        signer?.place.take(bytes.length);
        request.body = readJson(bytes);
        const device = signer?.device ?? null;
        const { hub, checked } = parts;
        const context = { hub, checked, origin, device, administrator, browser };
        const { matched } = await handler.handle(request, reply, { prefix: CALLS_PREFIX, context });
        if (!matched) reply.callNotFound();
      },
    });
  }
}

interface Calling {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly browser: CallingBrowser;
}

/** @throws LapakError REQUEST_UNSIGNED, TOO_MANY_REQUESTS, HUB_BUSY, SIGN_IN_NEEDED */
async function findCaller(
  { by }: ContractCall,
  { request, reply, browser }: Calling,
  parts: CallParts,
): Promise<Caller> {
  switch (by) {
    case 'device': {
      const signer = await findSigner(parts, lineOf(request, parts.publicUrl));
      const { device } = signer.device;
      parts.sockets.prove(request.raw.socket, device);
      reply.header(NONCE_HEADER, parts.nonces.make(device));
      const place = parts.room.enter(device);
      reply.raw.once('close', place.leave); // answered, or cut off
      place.take(lengthOf(request, parts.limits));
      return { signer: { ...signer, place }, administrator: null, browser };
    }
    case 'administrator': {
      const administrator = await findAdministrator(parts.hub, request, browser);
      return { signer: null, administrator, browser };
    }
    case 'anybody':
      return { signer: null, administrator: null, browser };
  }
}

/** @throws LapakError REQUEST_UNSIGNED */
function assertSignedBody(body: unknown, { device, signed }: Signer, { nonces }: CallParts): void {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (!isSignedBody(signed, bytes)) throw unsigned(nonces, device.device);
}

/** How long a body is, as its sender says; of one that says nothing as long as any. Bytes */
function lengthOf({ headers }: FastifyRequest, { bodyBytesMax }: HubLimits): number {
  if (headers['transfer-encoding'] !== undefined) return bodyBytesMax;
  return Math.min(bodyBytesMax, Number(headers['content-length'] ?? 0));
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

function lineOf(request: FastifyRequest, publicUrl: string | null) {
  const { method = '', url = '' } = request.raw;
  const { headers, ip } = request;
  return { method, url: `${originOf(request, publicUrl)}${url}`, headers, ip };
}

/** Where a request came to; a Host that is none is nobody's, and no signature is over it. */
function originOf({ headers }: FastifyRequest, publicUrl: string | null): string {
  if (publicUrl !== null) return publicUrl;
  const origin = HubOrigin.safeParse(`http://${headers.host ?? ''}`.toLowerCase());
  return origin.data ?? 'http://invalid';
}
