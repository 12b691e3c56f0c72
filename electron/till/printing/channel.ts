/** How long a printer may take, in milliseconds. */
export interface Patience {
  /** To accept a connection. */
  readonly connectMs: number;
  /** To answer how it is, before anything is printed. Some never answer. */
  readonly answerMs: number;
  /** To take some more of the bytes, however many there are, and to say that it has them all. */
  readonly takeMs: number;
  /** To close its side when it has everything. Some never do. */
  readonly endMs: number;
}

/** What real printers need. */
export const PATIENCE: Patience = {
  connectMs: 3_000,
  answerMs: 500,
  takeMs: 10_000,
  endMs: 3_000,
};

/** An open way to a printer, for one job. */
export interface Channel {
  /** Bytes that were handed over so far, and may have reached the printer. */
  readonly handedBytes: number;
  /** Done when the bytes have left this program. @throws TransportFailure */
  write(bytes: Buffer): Promise<void>;
  /**
   * The next byte from the printer; undefined when none comes within `ms`.
   * @throws TransportFailure when none can come any more
   */
  read(ms: number): Promise<number | undefined>;
  /**
   * Says that this was all. @returns whether the printer was seen to have taken it.
   * @throws TransportFailure
   */
  finish(): Promise<boolean>;
  /** Gives the connection or device back; never fails. */
  close(): Promise<void>;
}
