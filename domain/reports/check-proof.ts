import { z } from 'zod';
import { RECORD_CONTEXT } from '../journal/chain.ts';
import { type ReceiptCrypto, treeOrigin } from '../sync/verify-receipt.ts';
import { fromBase64 } from '../tlog/base64.ts';
import { fromHex, joined, toHex } from '../tlog/bytes.ts';
import { type Checkpoint, openCheckpoint } from '../tlog/checkpoint.ts';
import { isIncluded } from '../tlog/proofs.ts';
import type { RecordProof } from './contract.ts';

/** What is checked of a record, in this order. */
export const proofSteps = [
  /** The head has the fingerprint under which the ledger lists it. */
  'leaf',
  /** The head names the place at which the ledger has it, and the device of this key. */
  'place',
  /** The device signed the head. */
  'signature',
  /** The body is the one that the head names. */
  'body',
  /** The hub signed how far the ledger of this device goes. */
  'checkpoint',
  /** The record stands in that ledger. */
  'inclusion',
] as const;
export type ProofStep = (typeof proofSteps)[number];

/** Whether a step holds; `absent` where there is nothing to check, as the body of most records. */
export type StepEnd = 'holds' | 'fails' | 'absent';

/** Heads of any version have these. */
const NamedInHead = z.looseObject({
  device: z.string(),
  epoch: z.int(),
  seq: z.int(),
  body: z.string(),
});

/** Digits of a device's name: of the SHA-256 of its public key. */
const NAME_DIGITS = 32;
/** Before the bytes of a leaf. Source: RFC 6962 §2.1. */
const LEAF_PREFIX = Uint8Array.of(0);

/**
 * Checks all that proves a record, with nothing but what is given. That the keys are those of the
 * till and the hub it cannot tell, since they come with it: who reads it compares the name of the
 * device with the till, and the hub's key with what others know of it. The hub's verdict, and when
 * it received the record, are no part of what is proved.
 * @param leaf of the record that was asked for, hex
 */
export function checkProof(
  proof: RecordProof,
  leaf: string,
  crypto: ReceiptCrypto,
): Record<ProofStep, StepEnd> {
  const { encode, hashOf, isSigned } = crypto.note;
  const { record, publicKey } = proof;
  const head = encode(proof.head);
  const ownLeaf = hashOf(joined([LEAF_PREFIX, head]));
  const named = NamedInHead.safeParse(parseJson(proof.head)).data;
  const key = fromHex(publicKey);
  const checkpoint = attempt(() => checkpointOf(proof, crypto));
  return {
    leaf: end(record.place.leaf === leaf && toHex(ownLeaf) === leaf),
    place: end(
      named !== undefined &&
        named.device === record.device &&
        named.epoch === record.place.epoch &&
        named.seq === record.place.seq &&
        toHex(hashOf(key)).slice(0, NAME_DIGITS) === record.device,
    ),
    signature: end(
      attempt(() => {
        const signature = fromBase64(proof.signature) ?? new Uint8Array();
        return isSigned(joined([encode(RECORD_CONTEXT), head]), signature, key);
      }) === true,
    ),
    body: proof.body === null ? 'absent' : end(toHex(hashOf(encode(proof.body))) === named?.body),
    checkpoint: end(checkpoint !== undefined),
    inclusion: end(checkpoint !== undefined && isInTree(proof, ownLeaf, checkpoint, crypto)),
  };
}

function checkpointOf(
  { checkpoint, hub, record }: RecordProof,
  crypto: ReceiptCrypto,
): Checkpoint | undefined {
  const origin = treeOrigin(hub.name, record.device);
  return openCheckpoint(checkpoint, { origin, publicKey: fromHex(hub.publicKey) }, crypto.note);
}

function isInTree(
  { index, inclusion }: RecordProof,
  leaf: Uint8Array,
  { size, root }: Checkpoint,
  crypto: ReceiptCrypto,
): boolean {
  return isIncluded({ index, size, leaf, proof: inclusion.map(fromHex), root }, crypto.tree);
}

function end(holds: boolean): StepEnd {
  return holds ? 'holds' : 'fails';
}

/** What cannot even be tried, such as a key of another length, does not hold. */
function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function parseJson(text: string): unknown {
  return attempt(() => JSON.parse(text) as unknown); // the schema says what it must be
}
