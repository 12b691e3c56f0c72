/** A record of a till, and whether its own signature is the till's. */
export interface Signed {
  readonly leaf: string;
  /** The leaf that it names as the one before it; null where it cannot be read. */
  readonly prev: string | null;
  readonly isSigned: boolean;
}

/**
 * Who signed the records of a till. A head names the leaf before it, so a good signature proves all
 * that it is linked to: a record whose own one is wrong is good where a good one names it, wherever
 * in the tree that one stands.
 */
export class SignatureProof<R extends Signed> {
  /** Those that nothing has proved so far, by leaf. */
  readonly #unproved = new Map<string, R>();
  /** Leaves that good ones name and that are not right before them: few in a straight chain. */
  readonly #named = new Set<string>();
  readonly #onProved: (record: R) => void;
  #last: string | null = null;

  /** @param onProved is told each whose own signature is wrong, once another record proves it */
  constructor(onProved: (record: R) => void) {
    this.#onProved = onProved;
  }

  /** The next record of the tree. */
  take(record: R): void {
    const { leaf, isSigned } = record;
    const isGood = isSigned || this.#named.has(leaf);
    if (isGood) this.#prove(record);
    else this.#unproved.set(leaf, record);
    if (isGood && !isSigned) this.#onProved(record);
    this.#last = leaf;
  }

  /** Those that nothing proves, in the order of the tree. */
  unproved(): MapIterator<R> {
    return this.#unproved.values();
  }

  /** What a good one names is good, and in its turn what that names. */
  #prove(good: R): void {
    const proved: R[] = [];
    for (let { prev } = good; prev !== null; ) {
      const named = this.#unproved.get(prev);
      if (!named && prev !== this.#last) this.#named.add(prev);
      if (!named) break;
      this.#unproved.delete(prev);
      proved.push(named);
      prev = named.prev;
    }
    for (const one of proved.reverse()) this.#onProved(one);
  }
}
