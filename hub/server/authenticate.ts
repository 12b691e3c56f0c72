import type { IncomingHttpHeaders } from 'node:http';
import { LapakError } from '../../domain/errors.ts';
import { DeviceName } from '../../domain/sync/place.ts';
import { publicKeyOf } from '../../node/crypto/keys.ts';
import { type RequestLine, type SignedBy, verifyRequest } from '../../node/http/signed-request.ts';
import { type EnrolledDevice, findDevice } from '../enrolment/device-store.ts';
import { readAs } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import type { Nonces } from './nonces.ts';
import type { WrongSignatures } from './wrong-signatures.ts';

/** Of the answer to every signed call: the nonce of the next one. */
export const NONCE_HEADER = 'lapak-nonce';

interface Parts {
  readonly hub: Pick<Hub, 'database'>;
  readonly nonces: Nonces;
  readonly wrong: WrongSignatures;
}

/** A request without its body. */
interface SignedRequest extends RequestLine {
  readonly headers: IncomingHttpHeaders;
  /** Where it came from. */
  readonly ip: string;
}

/** Which device signed a request, and what its body must be. */
export interface Signer {
  readonly device: EnrolledDevice;
  readonly signed: SignedBy;
}

/**
 * The device that signed a request, as it came, and never before: known before its body is read, so
 * that nobody else's is. The nonce is used up at once. Whoever has none gets one, and costs the hub
 * no look into its database.
 * @throws LapakError REQUEST_UNSIGNED, TOO_MANY_REQUESTS
 */
export async function findSigner(
  { hub, nonces, wrong }: Parts,
  { headers, ip, ...line }: SignedRequest,
): Promise<Signer> {
  const fields = {
    'content-digest': headerOf(headers, 'content-digest') ?? '',
    signature: headerOf(headers, 'signature') ?? '',
    'signature-input': headerOf(headers, 'signature-input') ?? '',
  };
  const input = fields['signature-input'];
  const [, named = ''] = /;keyid="([^"]*)"/.exec(input) ?? [];
  const [, nonce = ''] = /;nonce="([^"]*)"/.exec(input) ?? [];
  const keyId = DeviceName.safeParse(named).data;
  if (keyId === undefined || !nonces.isOurs(nonce, keyId)) throw unsigned(nonces, keyId);
  const claimant = { ip, device: keyId };
  wrong.assertFew(claimant);
  const device = await readAs(hub.database.db, 'every-stall', (db) => findDevice(db, keyId));
  const keyOf = (id: string) =>
    Promise.resolve(id === keyId && device ? publicKeyOf(device.transportKey) : undefined);
  const signed = await verifyRequest(line, fields, keyOf);
  // What those patterns found may not be what is signed.
  if (!device || !signed || !nonces.isOurs(signed.nonce, keyId)) {
    wrong.count(claimant);
    throw unsigned(nonces, keyId);
  }
  if (!(await nonces.use(signed.nonce))) throw unsigned(nonces, keyId);
  wrong.pass(claimant);
  return { device, signed };
}

/** Asks for a signature; with a nonce of whom it may be. */
export function unsigned(nonces: Nonces, keyId = ''): LapakError {
  return new LapakError('REQUEST_UNSIGNED', { nonce: nonces.make(keyId) });
}

function headerOf(headers: IncomingHttpHeaders, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
