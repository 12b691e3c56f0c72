import { enrolmentMessage } from '../../domain/enrolment/proof.ts';
import type { EnrolmentClaim } from '../../domain/enrolment/contract.ts';
import { LapakError } from '../../domain/errors.ts';
import type { DeviceState } from '../../domain/sync/contract.ts';
import type { StallName } from '../../domain/sync/place.ts';
import { assert } from '../../domain/assert.ts';
import { deviceName, publicKeyOf } from '../../node/crypto/keys.ts';
import { isSignedMessage } from '../../node/crypto/signing.ts';
import { transact, type Tx } from '../database/transact.ts';
import type { Hub } from '../hub.ts';
import { appendAct, THE_PROGRAM } from '../journal/append-act.ts';
import { findStall } from '../organisation/stall-store.ts';
import { lockHub } from '../system/hub-store.ts';
import { findCode, takeCode } from './code-store.ts';
import { hashOfCode } from './codes.ts';
import { type EnrolledDevice, findByTransportKey, findDevice, saveDevice } from './device-store.ts';

/** What a till sends to enrol. */
export interface Enrolment {
  readonly claim: EnrolmentClaim;
  /** Base64, by the journal's key. */
  readonly proof: string;
  /** Base64, by the key of the requests. */
  readonly transportProof: string;
}

/** What it is told. */
export interface Enrolled {
  readonly device: string;
  readonly state: DeviceState;
  readonly stall: StallName;
  readonly hub: { readonly name: string; readonly publicKey: string };
}

/** The two keys of a till that proved to have them. */
interface ProvenKeys {
  readonly device: string;
  readonly publicKey: Buffer;
  readonly transportKey: Buffer;
}

/**
 * Gives a till to the stall of its code. Once more with the same code and keys, after an answer
 * that was lost, it gets the same answer; with a new code of its stall it may bring a new key for
 * its requests, which has to be approved again.
 * @param origin where the request came to: a claim is for one hub
 * @throws LapakError ENROLMENT_CODE_WRONG, ENROLMENT_UNPROVEN, DEVICE_ELSEWHERE, DEVICE_REVOKED
 */
export async function enrol(hub: Hub, origin: string, enrolment: Enrolment): Promise<Enrolled> {
  const { claim } = enrolment;
  const keys = provenKeys(enrolment);
  if (!keys || claim.hub !== origin) throw new LapakError('ENROLMENT_UNPROVEN', {});
  const nowMs = hub.clock();
  const { device, stall } = await transact(hub.database, 'every-stall', async (trx) => {
    await lockHub(trx); // two tills with one code: one after the other
    const enrolled = await enrolIn(trx, hub, keys, { hash: hashOfCode(claim.code), nowMs });
    const named = await findStall(trx, enrolled.stall);
    assert(named !== undefined, 'a device is of a stall that is there');
    return { device: enrolled, stall: named };
  });
  const { name, publicKey } = hub.identity;
  return {
    device: device.device,
    state: device.state,
    stall,
    hub: { name, publicKey: publicKey.toString('hex') },
  };
}

async function enrolIn(
  trx: Tx,
  { identity }: Hub,
  keys: ProvenKeys,
  { hash, nowMs }: { readonly hash: Buffer; readonly nowMs: number },
): Promise<EnrolledDevice> {
  const code = await findCode(trx, hash);
  if (!code) throw new LapakError('ENROLMENT_CODE_WRONG', {});
  const known = await findDevice(trx, keys.device);
  const isSame = known?.transportKey.equals(keys.transportKey) ?? false;
  if (code.usedAtMs !== null) {
    if (known && isSame && code.device === known.device) return known;
    throw new LapakError('ENROLMENT_CODE_WRONG', {});
  }
  if (code.expiresAtMs <= nowMs) throw new LapakError('ENROLMENT_CODE_WRONG', {});
  if (known && known.stall !== code.stall) throw new LapakError('DEVICE_ELSEWHERE', {});
  if (known?.state === 'revoked') throw new LapakError('DEVICE_REVOKED', {});
  // One key for the requests of two devices would make them one another's.
  const other = await findByTransportKey(trx, keys.transportKey);
  if (other && other.device !== keys.device) throw new LapakError('ENROLMENT_UNPROVEN', {});
  const device = known && isSame ? known : newDevice(keys, code.stall, { known, nowMs });
  await saveDevice(trx, device);
  await takeCode(trx, hash, device.device, nowMs);
  const { device: subject, stall: note } = device;
  const act = { act: 'device-enrol', by: THE_PROGRAM, subject, note } as const;
  await appendAct(trx, identity, act, nowMs);
  return device;
}

/** With a new key for its requests it is approved anew; since when it is to report stays. */
function newDevice(
  keys: ProvenKeys,
  stall: string,
  { known, nowMs }: { readonly known: EnrolledDevice | undefined; readonly nowMs: number },
): EnrolledDevice {
  return {
    ...keys,
    stall,
    state: 'waiting',
    enrolledAtMs: nowMs,
    approvedAtMs: known?.approvedAtMs ?? null,
    revokedAtMs: null,
    through: null,
  };
}

function provenKeys({ claim, proof, transportProof }: Enrolment): ProvenKeys | undefined {
  const publicKey = Buffer.from(claim.publicKey, 'hex');
  const transportKey = Buffer.from(claim.transportKey, 'hex');
  const message = Buffer.from(enrolmentMessage(claim));
  const isProven =
    !publicKey.equals(transportKey) &&
    isProof(publicKey, message, proof) &&
    isProof(transportKey, message, transportProof);
  return isProven ? { device: deviceName(publicKey), publicKey, transportKey } : undefined;
}

function isProof(publicKey: Buffer, message: Buffer, proof: string): boolean {
  return isSignedMessage(publicKeyOf(publicKey), message, Buffer.from(proof, 'base64'));
}
