const calledOff = new WeakSet<Error>();

/** The same failure, of which the person who met it knows: they have thought better of it. */
export function callOff(error: Error): Error {
  calledOff.add(error);
  return error;
}

/** Whether a person called it off themself, so that nothing is to be said of it. */
export function isCalledOff(error: unknown): boolean {
  return error instanceof Error && calledOff.has(error);
}
