/** How many there is room for at first. */
const ROOM = 4_096;

/**
 * The first 64 bits of the leaves of records that count, to see whether one counts twice: eight
 * bytes a record. Two that differ meet by chance once in some 10^7 trees of a million records.
 */
export class LeafList {
  #leaves = new BigUint64Array(ROOM);
  #size = 0;

  add(leaf: string): void {
    if (this.#size === this.#leaves.length) {
      const more = new BigUint64Array(this.#size * 2);
      more.set(this.#leaves);
      this.#leaves = more;
    }
    this.#leaves[this.#size] = BigInt(`0x${leaf.slice(0, 16)}`);
    this.#size += 1;
  }

  /** Sorts them. */
  hasTwice(): boolean {
    const sorted = this.#leaves.subarray(0, this.#size).sort();
    return sorted.some((leaf, at) => at > 0 && leaf === sorted[at - 1]);
  }
}
