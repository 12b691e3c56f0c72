import { LapakError } from '../../domain/errors.ts';

/** PostgreSQL's disk_full. Source: postgresql.org/docs/current/errcodes-appendix.html, as below. */
const PG_FULL = '53100';

/**
 * Connection exceptions (08), resources other than the disk (53), an operator's shutdown (57P),
 * a statement or a transaction that took too long (57014, 25P03, 25P04), a lock that was not to be
 * had (55P03), and what is still unserialisable or deadlocked after the last try.
 */
const PG_BUSY = /^(08\w{3}|53\w{3}|57P0\d|57014|25P0[34]|55P03|40001|40P01)$/;

/** What Node says of a server that is not there, or no longer. */
const NETWORK_BUSY =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EAI_AGAIN)$/;

/** pg gives these no code: of its pool, and of connections that are lost. */
const PG_UNNAMED =
  /^(timeout exceeded when trying|Connection terminated|Client has encountered a connection error)/;

/** What either driver said, as the failure a person can act on; anything else as it was. */
export function hubFailure(error: unknown): unknown {
  if (error instanceof LapakError || !(error instanceof Error)) return error;
  const code = codeOf(error);
  const options = { cause: error };
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT' || code === PG_FULL) {
    return new LapakError('HUB_FULL', {}, options);
  }
  const isBusy =
    /^SQLITE_(BUSY|LOCKED)/.test(code) || PG_BUSY.test(code) || NETWORK_BUSY.test(code);
  if (isBusy || (code === '' && PG_UNNAMED.test(error.message))) {
    return new LapakError('HUB_BUSY', {}, options);
  }
  return error;
}

/** Whether it is the server that was not reached, or went away. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  return NETWORK_BUSY.test(code) || (code === '' && PG_UNNAMED.test(error.message));
}

/**
 * Whether the same transaction can go well when it is begun anew: it could not be serialised, was
 * chosen to end a deadlock, or met a month that became a partition of its own just then.
 */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (code === '40001' || code === '40P01') return true;
  return code === '23514' && 'table' in error && error.table === 'record_other';
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : '';
}
