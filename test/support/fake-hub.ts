import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { codeOf, type EnrolmentCode } from '../../domain/enrolment/code.ts';
import { formatInvitation } from '../../domain/enrolment/invitation.ts';
import type { AskedBody } from '../../domain/down/contract.ts';
import type { EnrolmentClaim } from '../../domain/enrolment/contract.ts';
import { enrolmentMessage } from '../../domain/enrolment/proof.ts';
import type { DeviceState, HubReceipt, WireRecord } from '../../domain/sync/contract.ts';
import { type HubErrorCode, hubStatuses } from '../../domain/sync/hub-call.ts';
import { isAfter, type Place, type Spot } from '../../domain/sync/place.ts';
import { treeOrigin } from '../../domain/sync/verify-receipt.ts';
import { type Checkpoint, signCheckpoint } from '../../domain/tlog/checkpoint.ts';
import { appendLeaf, emptyFrontier, rootOf } from '../../domain/tlog/merkle.ts';
import { foldPlan, planConsistency, planInclusion } from '../../domain/tlog/proofs.ts';
import { deviceName, hubKeyName, publicKeyOf, rawPublicKey } from '../../node/crypto/keys.ts';
import { isSignedMessage, isSignedRecord, leafOf, signMessage } from '../../node/crypto/signing.ts';
import { noteCrypto, treeCrypto } from '../../node/crypto/tlog.ts';
import { isSignedBody, verifyRequest } from '../../node/http/signed-request.ts';

/** A request as it came; the signature, where there is one, is checked. */
export interface SeenRequest {
  readonly method: string;
  /** `/v1/batches` */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly json: unknown;
  /** The nonce of a signature that is good. */
  readonly nonce: string | undefined;
}

/** An answer; one that never ends, where that is said. `cut` closes the connection without any. */
export type FakeAnswer =
  | {
      status: number;
      body: string;
      headers?: Readonly<Record<string, string>>;
      isEndless?: boolean;
    }
  | 'cut';

interface SentBatch {
  readonly size: number;
  readonly after: Place | null;
  readonly records: WireRecord[];
}

interface AtHub {
  readonly place: Place;
  readonly head: string;
  readonly body: string | undefined;
}

/**
 * A hub of one device on a port of this computer, which answers as the contract says: real
 * signatures, a real tree, real checkpoints, and everything in memory.
 */
export class FakeHub {
  readonly name = 'hub.test';
  readonly code: EnrolmentCode = codeOf(Buffer.alloc(10, 7));
  readonly stall = { code: 'TC-A12', name: 'Batik Ibu Sari', mall: 'Thamrin City' };
  readonly keys = generateKeyPairSync('ed25519');
  origin = '';
  state: DeviceState = 'active';
  /** The last place that counts, of one that was revoked. */
  through: Spot | null = null;
  /** In the order of the tree. */
  stored: AtHub[] = [];
  readonly requests: SeenRequest[] = [];
  /** What stands between hub and till; `answer()` is what the hub itself does and says. */
  between: (seen: SeenRequest, answer: () => FakeAnswer) => FakeAnswer | Promise<FakeAnswer> = (
    _,
    answer,
  ) => answer();
  /** Signs another checkpoint than it should. */
  forge: (checkpoint: Checkpoint) => Checkpoint = (checkpoint) => checkpoint;
  signer: KeyObject = this.keys.privateKey;
  claim: EnrolmentClaim | undefined;
  /** Of the newest that it tells its till, and the page of it behind a version. */
  downVersion = 0;
  tells: (after: number) => object = () => ({ version: 0, hasMore: false, items: [] });
  /** Whether it keeps a record that nobody signed as it is. */
  takesUnsigned = false;
  readonly #nonces = new Set<string>();
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async open(): Promise<this> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (typeof address === 'object' && address) this.origin = `http://127.0.0.1:${address.port}`;
    return this;
  }

  get invitation(): string {
    const keyName = hubKeyName(rawPublicKey(this.keys.publicKey));
    return formatInvitation({ hub: this.origin, code: this.code, keyName });
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    if (this.#server.listening) await once(this.#server, 'close');
  }

  /** Paths of what was asked, the oldest first. */
  get asked(): string[] {
    return this.requests.map(({ path }) => path);
  }

  /** Nonces from before are old. */
  forgetNonces(): void {
    this.#nonces.clear();
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer); // no encoding is set
    const raw = Buffer.concat(parts);
    const url = new URL(request.url ?? '', this.origin);
    const seen: SeenRequest = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      json: raw.length === 0 ? undefined : JSON.parse(gunzipSync(raw).toString('utf8')),
      nonce: await this.#nonceOf(request, raw),
    };
    this.requests.push(seen);
    const answer = await this.between(seen, () => this.#answer(seen));
    if (answer === 'cut') return void request.socket.destroy();
    const type = { 'content-type': 'application/json' };
    response.writeHead(answer.status, { ...type, ...answer.headers });
    if (answer.isEndless) response.write(answer.body);
    else response.end(answer.body);
  }

  async #nonceOf(request: IncomingMessage, body: Buffer): Promise<string | undefined> {
    const { claim } = this;
    const key = claim && publicKeyOf(Buffer.from(claim.transportKey, 'hex'));
    const device = claim && deviceName(Buffer.from(claim.publicKey, 'hex'));
    const url = `${this.origin}${request.url}`;
    const signed = await verifyRequest(
      { method: request.method ?? '', url },
      {
        'content-digest': String(request.headers['content-digest'] ?? ''),
        signature: String(request.headers.signature ?? ''),
        'signature-input': String(request.headers['signature-input'] ?? ''),
      },
      (keyId) => Promise.resolve(keyId === device ? key : undefined),
    );
    return signed && isSignedBody(signed, body) ? signed.nonce : undefined;
  }

  #answer(seen: SeenRequest): FakeAnswer {
    if (seen.path === '/v1/enrolments') return this.#enrol(seen.json);
    const isGood = seen.nonce !== undefined && this.#nonces.delete(seen.nonce);
    if (!isGood) return hubError('REQUEST_UNSIGNED', { nonce: this.#nonce() });
    const answer = this.#answerOf(seen);
    if (answer === 'cut') return answer;
    return { ...answer, headers: { 'lapak-nonce': this.#nonce() } };
  }

  #answerOf(seen: SeenRequest): FakeAnswer {
    switch (seen.path) {
      case '/v1/head':
        return this.#head(seen);
      case '/v1/down':
        return ok(this.tells(Number(seen.query.get('after'))));
      case '/v1/bodies': {
        const { bodies } = seen.json as { bodies: AskedBody[] }; // as above
        return ok({ answers: bodies.map(({ place }) => ({ place, outcome: 'taken' })) });
      }
      default:
        return this.#batch(seen.json);
    }
  }

  #nonce(): string {
    const nonce = randomUUID();
    this.#nonces.add(nonce);
    return nonce;
  }

  #enrol(json: unknown): FakeAnswer {
    const given = json as { claim: EnrolmentClaim; proof: string; transportProof: string };
    const { claim, proof, transportProof } = given; // the till's own form
    if (claim.code !== this.code) return hubError('ENROLMENT_CODE_WRONG');
    const message = Buffer.from(enrolmentMessage(claim));
    const isProven = (key: string, signature: string) =>
      isSignedMessage(
        publicKeyOf(Buffer.from(key, 'hex')),
        message,
        Buffer.from(signature, 'base64'),
      );
    const hasBoth =
      isProven(claim.publicKey, proof) && isProven(claim.transportKey, transportProof);
    if (!hasBoth || claim.hub !== this.origin) return hubError('ENROLMENT_UNPROVEN');
    if (this.claim && this.claim.publicKey !== claim.publicKey) return hubError('DEVICE_ELSEWHERE');
    this.claim = claim;
    const hub = { name: this.name, publicKey: rawPublicKey(this.keys.publicKey).toString('hex') };
    const device = deviceName(Buffer.from(claim.publicKey, 'hex'));
    return ok({ device, state: this.state, stall: this.stall, hub });
  }

  #head({ query }: SeenRequest): FakeAnswer {
    const newest = this.newest();
    const receipt = newest ? this.receiptOf(newest, Number(query.get('size'))) : null;
    const { state, through, stall, downVersion } = this;
    return ok({ state, through, stall, receipt, serverTimeMs: 0, downVersion });
  }

  #batch(json: unknown): FakeAnswer {
    const { size, after, records } = json as SentBatch; // as above
    if (this.state === 'waiting') return hubError('DEVICE_WAITING');
    const given = records.map((record) => this.#read(record));
    const isGood = given.every(({ place }) => this.through && !isAfter(place, this.through));
    if (this.state === 'revoked' && !isGood) return hubError('DEVICE_REVOKED');
    if (after && !this.has(after.leaf)) {
      return ok({ outcome: 'gap', newest: this.newest() ?? null, serverTimeMs: 0 });
    }
    const verdicts: object[] = [];
    for (const { place, head, body } of given) {
      if (this.has(place.leaf)) continue;
      const isFork = this.stored.some(
        (other) => other.place.epoch === place.epoch && other.place.seq === place.seq,
      );
      if (isFork) verdicts.push({ place, verdict: 'fork', reason: 'other-at-place' });
      this.stored.push({ place, head, body });
    }
    const last = given.at(-1)?.place;
    if (!last) return hubError('INPUT_INVALID');
    const receipt = this.receiptOf(last, size);
    const { downVersion } = this;
    return ok({ outcome: 'stored', receipt, verdicts, serverTimeMs: 0, downVersion });
  }

  #read({ head, signature, body }: WireRecord) {
    const key = publicKeyOf(Buffer.from(this.claim?.publicKey ?? '', 'hex'));
    const bytes = Buffer.from(head, 'utf8');
    const isSigned = isSignedRecord(key, bytes, Buffer.from(signature, 'base64'));
    if (!isSigned && !this.takesUnsigned) {
      throw new Error('a till sends records that it has signed');
    }
    const { epoch, seq } = JSON.parse(head) as { epoch: number; seq: number };
    return { place: { epoch, seq, leaf: leafOf(bytes).toString('hex') }, head, body };
  }

  /** Whether it has the record of this leaf. */
  has(leaf: string): boolean {
    return this.stored.some(({ place }) => place.leaf === leaf);
  }

  /** The newest record that it has, by its place in the chain. */
  newest(): Place | undefined {
    let newest: Place | undefined;
    for (const { place } of this.stored) if (!newest || isAfter(place, newest)) newest = place;
    return newest;
  }

  /** What proves that it has a record, to a till whose last checkpoint was of this size. */
  receiptOf(place: Place, from: number): HubReceipt {
    const hashes = new Map<string, Uint8Array>();
    let frontier = emptyFrontier;
    for (const { place: of } of this.stored) {
      frontier = appendLeaf(frontier, Buffer.from(of.leaf, 'hex'), treeCrypto, (subtree) => {
        hashes.set(`${subtree.level}.${subtree.index}`, subtree.hash);
      });
    }
    const { size } = frontier;
    const index = this.stored.findIndex((of) => of.place.leaf === place.leaf);
    const proof = (plan: ReturnType<typeof planInclusion>) =>
      foldPlan(
        plan,
        ({ level, index: at }) => hashes.get(`${level}.${at}`) ?? Buffer.alloc(32),
        treeCrypto,
      ).map((bytes) => Buffer.from(bytes).toString('hex'));
    const device = deviceName(Buffer.from(this.claim?.publicKey ?? '', 'hex'));
    const origin = treeOrigin(this.name, device);
    const root = rootOf(frontier, treeCrypto);
    const checkpoint = this.forge({ origin, size, root, extensions: [] });
    const publicKey = rawPublicKey(this.signer);
    const sign = (message: Uint8Array) => signMessage(this.signer, message);
    return {
      place,
      checkpoint: signCheckpoint(checkpoint, { publicKey, sign }, noteCrypto),
      index,
      inclusion: proof(planInclusion(index, size)),
      consistency: from > 0 && from <= size ? proof(planConsistency(from, size)) : [],
    };
  }
}

/** A failure as the hub answers it. */
export function hubError(code: HubErrorCode, data: object = {}, headers = {}): FakeAnswer {
  const status = hubStatuses[code];
  const body = JSON.stringify({ defined: true, code, status, message: code, data });
  return { status, body, headers };
}

/** An output as the hub answers it. */
function ok(output: object): FakeAnswer {
  return { status: 200, body: JSON.stringify(output) };
}
