/** A broken invariant: a defect of ours, never of the user's input. */
export class InvariantError extends Error {
  override readonly name = 'InvariantError';
}

/** @throws InvariantError when `condition` does not hold. */
export function assert(condition: boolean, message = 'invariant broken'): asserts condition {
  if (!condition) throw new InvariantError(message);
}
