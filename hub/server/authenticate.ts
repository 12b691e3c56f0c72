import type { IncomingHttpHeaders } from 'node:http';
import { LapakError } from '../../domain/errors.ts';
import { DeviceName } from '../../domain/sync/place.ts';
import { publicKeyOf } from '../../node/crypto/keys.ts';
import { type SignableRequest, verifyRequest } from '../../node/http/signed-request.ts';
import { type EnrolledDevice, findDevice } from '../enrolment/device-store.ts';
import { readAs } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import type { Nonces } from './nonces.ts';

/** Of the answer to every signed call: the nonce of the next one. */
export const NONCE_HEADER = 'lapak-nonce';

interface Parts {
  readonly hub: Pick<Hub, 'database'>;
  readonly nonces: Nonces;
}

/**
 * The device that a request says to be of, before its body is read: one that enrolled, with a nonce
 * that it was given not long ago. Whoever has none gets one, and costs the hub no row.
 * @throws LapakError REQUEST_UNSIGNED
 */
export async function findClaimant(
  { hub, nonces }: Parts,
  headers: IncomingHttpHeaders,
): Promise<EnrolledDevice> {
  const input = headerOf(headers, 'signature-input') ?? '';
  const [, named = ''] = /;keyid="([^"]*)"/.exec(input) ?? [];
  const [, nonce = ''] = /;nonce="([^"]*)"/.exec(input) ?? [];
  const keyId = DeviceName.safeParse(named).data;
  if (keyId === undefined || !nonces.isOurs(nonce, keyId)) throw unsigned(nonces, keyId);
  const device = await readAs(hub.database.db, 'every-stall', (db) => findDevice(db, keyId));
  if (!device) throw unsigned(nonces, keyId);
  return device;
}

/**
 * That the request is signed by the device that it says to be of, as it came, and never was before.
 * @throws LapakError REQUEST_UNSIGNED
 */
export async function assertSigned(
  { nonces }: Parts,
  request: SignableRequest,
  headers: IncomingHttpHeaders,
  { device, transportKey }: EnrolledDevice,
): Promise<void> {
  const fields = {
    'content-digest': headerOf(headers, 'content-digest') ?? '',
    signature: headerOf(headers, 'signature') ?? '',
    'signature-input': headerOf(headers, 'signature-input') ?? '',
  };
  const keyOf = (keyId: string) =>
    Promise.resolve(keyId === device ? publicKeyOf(transportKey) : undefined);
  const signed = await verifyRequest(request, fields, keyOf);
  // What was read before the body may not be what is signed.
  const isOurs = signed !== undefined && nonces.isOurs(signed.nonce, device);
  if (!isOurs || !(await nonces.use(signed.nonce))) throw unsigned(nonces, device);
}

function unsigned(nonces: Nonces, keyId = ''): LapakError {
  return new LapakError('REQUEST_UNSIGNED', { nonce: nonces.make(keyId) });
}

function headerOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
