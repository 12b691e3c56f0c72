/** A record of a till, and whether its own signature is the till's. */
export interface Signed {
  readonly leaf: string;
  /** The leaf that it names as the one before it; null where it cannot be read. */
  readonly prev: string | null;
  readonly isSigned: boolean;
  /** `1.4` */
  readonly place: string;
}

/**
 * Who signed the records of a till. A head names the leaf before it, so a good signature proves all
 * that it is linked to: a record whose own one is wrong is good where a good one names it, wherever
 * in the tree that one stands.
 */
export class SignatureProof {
  /** Those that nothing has proved so far, by leaf. */
  readonly #unproved = new Map<string, Signed>();
  /** Leaves that good ones name and that are not right before them: few in a straight chain. */
  readonly #named = new Set<string>();
  #last: string | null = null;
  #wrong = 0;

  /** How many have a wrong signature of their own, and are proved. */
  get wrong(): number {
    return this.#wrong;
  }

  /** The next record of the tree. */
  take(record: Signed): void {
    const { leaf, isSigned } = record;
    const isGood = isSigned || this.#named.has(leaf);
    if (isGood) this.#prove(record);
    else this.#unproved.set(leaf, record);
    if (isGood && !isSigned) this.#wrong += 1;
    this.#last = leaf;
  }

  /** The place of one that nothing proves; undefined where all are signed. */
  unproved(): string | undefined {
    return this.#unproved.values().next().value?.place;
  }

  /** What a good one names is good. */
  #prove(good: Signed): void {
    for (let { prev } = good; prev !== null; ) {
      const named = this.#unproved.get(prev);
      if (!named && prev !== this.#last) this.#named.add(prev);
      if (!named) return;
      this.#unproved.delete(prev);
      this.#wrong += 1;
      prev = named.prev;
    }
  }
}
