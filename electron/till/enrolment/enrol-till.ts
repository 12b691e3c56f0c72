import type { KeyObject } from 'node:crypto';
import type { z } from 'zod';
import type { Actor } from '../../../domain/actor.ts';
import { type Invitation, parseCode, parseInvitation } from '../../../domain/enrolment/code.ts';
import { type EnrolmentClaim, enrolmentContract } from '../../../domain/enrolment/contract.ts';
import { HubOrigin } from '../../../domain/enrolment/hub-origin.ts';
import { enrolmentMessage } from '../../../domain/enrolment/proof.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { SyncStatus } from '../../../domain/sync/status.ts';
import type { EnrolOrder } from '../../../domain/sync/till-contract.ts';
import { rawPublicKey } from '../../../node/crypto/keys.ts';
import { signMessage } from '../../../node/crypto/signing.ts';
import { databaseFailure } from '../../../node/sqlite/failure.ts';
import type { Tx } from '../database/run.ts';
import { forgetItems } from '../down/item-store.ts';
import type { Device } from '../journal/device.ts';
import { writeAct } from '../journal/write-journal.ts';
import { forgetReached } from '../sync/anew-store.ts';
import { exchange, type HubAnswer, hubErrorOf, packJson } from '../sync/hub-exchange.ts';
import { type EnrolledHub, findHub, keepHub } from '../sync/hub-store.ts';
import type { UploadingTill } from '../sync/procedures.ts';
import { SyncFailure } from '../sync/sync-failure.ts';
import type { SyncWorld } from '../sync/world.ts';
import { ensureTransportKey } from './transport-key.ts';

/**
 * Gives this till to the stall of a hub whose manager made the code: both keys prove themselves,
 * and the hub's key for checkpoints is pinned. The same order again, after an answer that was lost,
 * is answered by the hub as the first. Of another hub than before nothing is acknowledged yet.
 * @throws LapakError INVITATION_UNREADABLE, HUB_UNREACHABLE, HUB_NOT_FOUND, what the hub refuses
 *   with, FILE_FOREIGN, and as writeJournal()
 */
export async function enrolTill(
  till: UploadingTill,
  actor: Actor,
  order: EnrolOrder,
): Promise<SyncStatus> {
  const { uploader, device } = till;
  const invitation = invitationOf(order);
  const key = keyOf(till.dataDir);
  const hub = await claim(uploader.world, invitation, { device, key });
  await uploader.enrolAt(() =>
    writeAct(till, actor, (tx, tell) => {
      if (isOther(tx, hub)) {
        forgetReached(tx);
        forgetItems(tx);
      }
      keepHub(tx, hub);
      tell({ act: 'enrol', subject: hub.stall.code, note: hub.origin });
    }),
  );
  return uploader.status();
}

/** @throws LapakError INVITATION_UNREADABLE */
function invitationOf(order: EnrolOrder): Invitation {
  const found = 'invitation' in order ? parseInvitation(order.invitation) : typedInvitation(order);
  if (!found) throw new LapakError('INVITATION_UNREADABLE', {});
  return found;
}

/** A person leaves out `https://`, or adds a slash. */
function typedInvitation({ hub, code }: { readonly hub: string; readonly code: string }) {
  const typed = hub.trim().toLowerCase().replace(/\/+$/, '');
  const origin = HubOrigin.safeParse(/^https?:\/\//.test(typed) ? typed : `https://${typed}`);
  const parsed = parseCode(code);
  return origin.success && parsed ? { hub: origin.data, code: parsed } : undefined;
}

function keyOf(dataDir: string): KeyObject {
  try {
    return ensureTransportKey(dataDir);
  } catch (error) {
    throw databaseFailure(error, dataDir);
  }
}

interface Keys {
  readonly device: Device;
  /** For requests. */
  readonly key: KeyObject;
}

async function claim(
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
  const answer = await ask(world, hub, body);
  const enrolled = outputOf(answer, hub);
  if (enrolled.device !== device.device) throw new LapakError('HUB_NOT_FOUND', { hub });
  const { stall, state } = enrolled;
  const publicKey = Buffer.from(enrolled.hub.publicKey, 'hex');
  return { origin: hub, name: enrolled.hub.name, publicKey, stall, state };
}

/** @throws LapakError HUB_UNREACHABLE, HUB_NOT_FOUND */
async function ask(world: SyncWorld, hub: string, body: Uint8Array<ArrayBuffer>) {
  const request = { method: 'POST', url: `${hub}/v1/enrolments`, body } as const;
  try {
    return await exchange(world, request, new AbortController().signal);
  } catch (cause) {
    if (!(cause instanceof SyncFailure)) throw cause;
    const code = cause.trouble === 'no-network' ? 'HUB_UNREACHABLE' : 'HUB_NOT_FOUND';
    throw new LapakError(code, { hub }, { cause });
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

/** Whether it signs otherwise than the hub before: one that only moved has what it had. */
function isOther(tx: Tx, { name, publicKey }: EnrolledHub): boolean {
  const before = findHub(tx);
  return !before || before.name !== name || !before.publicKey.equals(publicKey);
}
