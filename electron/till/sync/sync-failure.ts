import type { DeviceState } from '../../../domain/sync/contract.ts';
import type { Trouble } from '../../../domain/sync/status.ts';

/** How long until a hub is asked again that can be waited for only by a person. ms */
export const SLOW_MS = 5 * 60_000;
/** How long until a hub is asked again whose manager stands before it to approve this till. ms */
export const WAITING_MS = 30_000;

/** When to try again: by the usual delays, or after so many milliseconds. */
export type Retry = 'backoff' | number;

interface Why {
  readonly retry?: Retry;
  /** Of the answer, where there was one. */
  readonly status?: number;
  /** What the hub made of the device, where that is why. */
  readonly state?: DeviceState;
  readonly cause?: unknown;
  /** What the hub called it, where it is one of its refusals. */
  readonly code?: string | undefined;
}

/** Why a round of reporting ended early. Its message is for the log, in English. */
export class SyncFailure extends Error {
  override readonly name = 'SyncFailure';
  /** Null where the state of the device at the hub says it. */
  readonly trouble: Trouble | null;
  readonly retry: Retry;
  readonly status: number | undefined;
  readonly state: DeviceState | undefined;
  readonly code: string | undefined;

  constructor(trouble: Trouble | null, message: string, why: Why = {}) {
    super(message, { cause: why.cause });
    this.trouble = trouble;
    this.retry = why.retry ?? 'backoff';
    this.status = why.status;
    this.state = why.state;
    this.code = why.code;
  }
}
