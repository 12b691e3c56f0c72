/** What tests use of emvqr, which has no types. */
declare module 'emvqr' {
  interface EmvField {
    readonly data: unknown;
  }
  const emvqr: {
    /** Fields by tag. @throws Error on a wrong checksum */
    decode(payload: string): Readonly<Record<string, EmvField>>;
  };
  export default emvqr;
}
