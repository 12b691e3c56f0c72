import type { KeyObject } from 'node:crypto';
import type { z } from 'zod';
import { type EnrolmentClaim, enrolmentContract } from '../../../domain/enrolment/contract.ts';
import type { Invitation } from '../../../domain/enrolment/invitation.ts';
import { enrolmentMessage } from '../../../domain/enrolment/proof.ts';
import { LapakError } from '../../../domain/errors.ts';
import { rawPublicKey } from '../../../node/crypto/keys.ts';
import { signMessage } from '../../../node/crypto/signing.ts';
import type { Device } from '../journal/device.ts';
import { exchange, type HubAnswer, hubErrorOf, packJson } from '../sync/hub-exchange.ts';
import type { EnrolledHub } from '../sync/hub-store.ts';
import { SyncFailure } from '../sync/sync-failure.ts';
import type { SyncWorld } from '../sync/world.ts';

/** How long it is waited for a hub at the other of http and https. ms */
const LOOK_MS = 5_000;
const NOTHING = new Uint8Array();

interface Keys {
  readonly device: Device;
  /** For requests. */
  readonly key: KeyObject;
}

/**
 * Claims the stall of a code at its hub: both keys prove themselves.
 * @returns what answers there says that it is: its key is not checked yet
 * @throws LapakError HUB_UNREACHABLE, HUB_NOT_FOUND, HUB_OTHERWISE, what the hub refuses with
 */
export async function claimStall(
  world: SyncWorld,
  { hub, code }: Invitation,
  { device, key }: Keys,
): Promise<EnrolledHub> {
  const of: EnrolmentClaim = {
    code,
    publicKey: device.publicKey.toString('hex'),
    transportKey: rawPublicKey(key).toString('hex'),
    hub,
  };
  const message = Buffer.from(enrolmentMessage(of), 'utf8');
  const proofs = {
    proof: signMessage(device.key, message).toString('base64'),
    transportProof: signMessage(key, message).toString('base64'),
  };
  const body = await packJson({ claim: of, ...proofs });
  const enrolled = await ask(world, hub, body);
  if (enrolled.device !== device.device) throw new LapakError('HUB_NOT_FOUND', { hub });
  const { stall, state } = enrolled;
  const publicKey = Buffer.from(enrolled.hub.publicKey, 'hex');
  return { origin: hub, name: enrolled.hub.name, publicKey, stall, state };
}

/**
 * @throws LapakError HUB_OTHERWISE where a hub answers by the other of http and https;
 *   HUB_UNREACHABLE, HUB_NOT_FOUND where none does
 */
async function ask(world: SyncWorld, hub: string, body: Uint8Array<ArrayBuffer>) {
  const request = { method: 'POST', url: `${hub}/v1/enrolments`, body } as const;
  try {
    const answer = await exchange(world, request, new AbortController().signal);
    return outputOf(answer, hub);
  } catch (cause) {
    const failure = cause instanceof SyncFailure ? failureOf(cause, hub) : cause;
    if (isNoHub(failure)) {
      const other = hub.replace(/^https?/, (scheme) => (scheme === 'http' ? 'https' : 'http'));
      if (await isHub(world, other)) throw new LapakError('HUB_OTHERWISE', { hub: other });
    }
    throw failure;
  }
}

function failureOf(cause: SyncFailure, hub: string): LapakError {
  const code = cause.trouble === 'no-network' ? 'HUB_UNREACHABLE' : 'HUB_NOT_FOUND';
  return new LapakError(code, { hub }, { cause });
}

function isNoHub(failure: unknown): boolean {
  const codes: readonly string[] = ['HUB_UNREACHABLE', 'HUB_NOT_FOUND'];
  return failure instanceof LapakError && codes.includes(failure.code);
}

/** Whether a hub answers there, which refuses an unsigned request as only a hub does. */
async function isHub(world: SyncWorld, origin: string): Promise<boolean> {
  const late = new AbortController();
  const callOff = world.setTimer(() => late.abort(), LOOK_MS);
  const url = `${origin}/v1/head?size=0&tip=0.0`;
  try {
    const answer = await exchange(world, { method: 'GET', url, body: NOTHING }, late.signal);
    return hubErrorOf(answer) !== undefined;
  } catch {
    return false;
  } finally {
    callOff();
  }
}

const schema = enrolmentContract.enrol['~orpc'].outputSchema;

/** What the hub answers. @throws LapakError what it refuses with, HUB_NOT_FOUND for no hub's */
function outputOf(answer: HubAnswer, hub: string): z.output<NonNullable<typeof schema>> {
  const parsed = answer.status === 200 ? schema?.safeParse(answer.json) : undefined;
  if (parsed?.success) return parsed.data;
  const refusal = hubErrorOf(answer)?.code;
  switch (refusal) {
    case 'ENROLMENT_CODE_WRONG':
    case 'ENROLMENT_UNPROVEN':
    case 'DEVICE_ELSEWHERE':
    case 'DEVICE_REVOKED':
    case 'TOO_MANY_REQUESTS':
    case 'HUB_BUSY':
    case 'HUB_FULL':
      throw new LapakError(refusal, {});
    case 'FAULT':
      throw new LapakError('HUB_BUSY', {});
    default:
      throw new LapakError('HUB_NOT_FOUND', { hub });
  }
}
