import { ORPCError } from '@orpc/server';
import { LapakError, type LapakErrorCode } from '../../domain/errors.ts';
import { hubStatuses } from '../../domain/sync/hub-call.ts';
import { brokenContract } from '../../node/orpc/broken-contract.ts';
import { hubFailure } from '../database/failure.ts';
import type { HubLog } from './log.ts';

/** Failures that somebody who runs the hub should know of. */
const toldToLog = new Set<LapakErrorCode>(['HUB_BUSY', 'HUB_FULL']);

/**
 * What a caller is told of a failure: its code and facts, with its HTTP status. A defect of ours is
 * FAULT with no more than its name; the log has the rest.
 */
export function answerTo(error: unknown, log: HubLog): ORPCError<string, unknown> {
  const failure = brokenContract(error) ?? httpFailure(error) ?? hubFailure(error);
  if (failure instanceof LapakError && failure.code === 'HUB_FILE_LOST') {
    log.error(failure); // it ends: to who calls it is as any hub that goes down
    return asAnswer(new LapakError('HUB_BUSY', {}), hubStatuses.HUB_BUSY);
  }
  if (failure instanceof LapakError && isForCaller(failure.code)) {
    if (toldToLog.has(failure.code)) log.error(failure);
    else if (failure.cause instanceof Error) log.info(`${failure.code}: ${failure.cause.message}`);
    return asAnswer(failure, hubStatuses[failure.code]);
  }
  log.error(failure);
  const name = failure instanceof Error ? failure.name : typeof failure;
  return asAnswer(new LapakError('FAULT', { name }), hubStatuses.FAULT);
}

/** What Fastify refuses by itself, as ours; undefined for another failure. */
function httpFailure(error: unknown): LapakError | undefined {
  if (!(error instanceof Error) || !('statusCode' in error)) return undefined;
  const { statusCode } = error;
  if (statusCode === 413) return new LapakError('BATCH_TOO_LARGE', {});
  const isOfCaller = typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500;
  return isOfCaller ? new LapakError('INPUT_INVALID', {}, { cause: error }) : undefined;
}

function isForCaller(code: LapakErrorCode): code is keyof typeof hubStatuses {
  return Object.hasOwn(hubStatuses, code);
}

function asAnswer({ code, data, message }: LapakError, status: number) {
  return new ORPCError<string, unknown>(code, { status, data, message });
}
