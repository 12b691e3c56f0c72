import { z } from 'zod';
import { DeviceState } from '../sync/contract.ts';
import { hubCall, pickHubErrors } from '../sync/hub-call.ts';
import { DeviceName, Hash, Signature, StallName } from '../sync/place.ts';
import { EnrolmentCode } from './code.ts';
import { HubOrigin } from './hub-origin.ts';

/** What a till signs to enrol, by both of its keys: see proof.ts. */
export const EnrolmentClaim = z.strictObject({
  code: EnrolmentCode,
  /** Raw Ed25519 public key of the journal, hex. */
  publicKey: Hash,
  /** Raw Ed25519 public key of the requests, hex: apart from that of the journal. */
  transportKey: Hash,
  /** As the till was told it: no other hub can use the claim. */
  hub: HubOrigin,
});
export type EnrolmentClaim = z.output<typeof EnrolmentClaim>;

export const enrolmentContract = {
  /** Gives a till to the stall that the code is of; its manager approves it then. */
  enrol: hubCall('anybody')
    .route({
      method: 'POST',
      path: '/enrolments',
      tags: ['enrolment'],
      summary: 'Gives a till to the stall that a one-time code is of',
    })
    .input(
      z.strictObject({
        claim: EnrolmentClaim,
        /** By the journal's key. */
        proof: Signature,
        /** By the key of the requests. */
        transportProof: Signature,
      }),
    )
    .errors(
      pickHubErrors(
        'ENROLMENT_CODE_WRONG',
        'ENROLMENT_UNPROVEN',
        'DEVICE_ELSEWHERE',
        'DEVICE_REVOKED',
      ),
    )
    .output(
      z.object({
        device: DeviceName,
        state: DeviceState,
        stall: StallName,
        /** Name of the hub in its checkpoints, and its key for them. */
        hub: z.object({ name: z.string().max(100), publicKey: Hash }),
      }),
    ),
};
