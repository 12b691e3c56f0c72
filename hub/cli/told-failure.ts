import { LapakError } from '../../domain/errors.ts';
import { describeError } from '../../node/log.ts';
import { databaseFailure } from '../../node/sqlite/failure.ts';
import type { ToldFailure } from '../../node/cli/command.ts';
import { hubFailure, isUnreachable } from '../database/failure.ts';

/** Insufficient privilege. Source: postgresql.org/docs/current/errcodes-appendix.html */
const PG_NO_RIGHTS = '42501';

/**
 * A failure with which a command of the hub ended, in words for who runs a hub: those of the till
 * speak of selling, and those of its calls to tills, which try again by themselves. Of a defect the
 * rest goes to standard error, which is the log of a hub.
 */
export function toldFailure(error: unknown, dataDir: string): ToldFailure {
  const failure = databaseFailure(hubFailure(error), dataDir);
  const told = failure instanceof LapakError ? inWordsOfHub(failure, dataDir) : rights(failure);
  if (told) return { failure: told, details: [] };
  const name = failure instanceof Error ? failure.name : typeof failure;
  return { failure: new LapakError('HUB_FAULT', { name }), details: [describeError(failure)] };
}

function inWordsOfHub(failure: LapakError, dataDir: string): LapakError {
  const { cause } = failure;
  const options = { cause };
  switch (failure.code) {
    case 'HUB_BUSY':
      return isUnreachable(cause)
        ? new LapakError('HUB_DATABASE_SILENT', { detail: detailOf(cause) }, options)
        : new LapakError('HUB_DATABASE_HELD', { detail: detailOf(cause) }, options);
    case 'HUB_FULL':
    case 'DISK_FULL':
      return new LapakError('HUB_DISK_FULL', {}, options);
    case 'DATABASE_DAMAGED':
      return new LapakError('HUB_DAMAGED', { dataDir, detail: damageOf(failure) }, options);
    default:
      return failure;
  }
}

function rights(error: unknown): LapakError | undefined {
  const isOfRights = error instanceof Error && 'code' in error && error.code === PG_NO_RIGHTS;
  return isOfRights
    ? new LapakError('HUB_RIGHTS_MISSING', { detail: error.message }, { cause: error })
    : undefined;
}

function damageOf({ data }: LapakError): string {
  return 'detail' in data ? String(data.detail) : '';
}

/** Of several addresses of one name Node tells an error that says nothing itself. */
function detailOf(cause: unknown): string {
  if (!(cause instanceof Error)) return '…';
  const errors = cause instanceof AggregateError ? cause.errors.map(String) : [];
  return errors.at(0) ?? (cause.message || String('code' in cause ? cause.code : cause.name));
}
