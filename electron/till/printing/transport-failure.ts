/** A failure of a connection or a device, as the short name that goes into the message. */
export class TransportFailure extends Error {
  override readonly name = 'TransportFailure';
  /** `ECONNREFUSED`, `timeout`, `ENOENT` … */
  readonly detail: string;

  constructor(detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.detail = detail;
  }
}

/** `ECONNREFUSED` and the like; the message where there is no code. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
