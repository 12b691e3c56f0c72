import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { hubContract } from '../../domain/hub-contract.ts';
import { SESSION_COOKIE } from './browser-session.ts';
import { CALLS_PREFIX } from './call-routes.ts';
import { type ContractCall, callsOf } from './contract-calls.ts';

const ABOUT = `What tills and the console ask of the hub. Calls of devices are signed by RFC 9421
with Ed25519 over @method, @authority, @path, @query and content-digest, with the parameters keyid
(the device's name), nonce, alg and tag="lapak/request/1". The hub gives a nonce in the answer 401
REQUEST_UNSIGNED and in the header lapak-nonce of every signed call. Bodies are JSON, or JSON by
gzip.`.replaceAll('\n', ' ');

/** How each of those who may call proves it. */
const securitySchemes = {
  device: { type: 'http', scheme: 'signature' },
  administrator: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
} as const satisfies Record<Exclude<ContractCall['by'], 'anybody'>, object>;

/** Every call of the hub as an OpenAPI 3.1 document. */
export async function openApiDocument() {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  const document = await generator.generate(hubContract, {
    info: { title: 'Lapak hub', version: 'v1', description: ABOUT },
    servers: [{ url: CALLS_PREFIX }],
    components: { securitySchemes },
  });
  const calls = callsOf(hubContract);
  for (const call of calls) {
    const method = methodNames[call.method];
    const operation = document.paths?.[call.path]?.[method];
    if (operation) operation.security = call.by === 'anybody' ? [] : [{ [call.by]: [] }];
  }
  return document;
}

const methodNames = {
  GET: 'get',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'delete',
} as const satisfies Record<ContractCall['method'], string>;
