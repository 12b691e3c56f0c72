import { ValidationError } from '@orpc/contract';
import { ORPCError } from '@orpc/server';
import { z } from 'zod';
import { LapakError } from '../../domain/errors.ts';

const DETAIL_CHARACTERS_MAX = 300;

/** What zod says of a text that is too long. */
const TooLong = z.object({
  code: z.literal('too_big'),
  origin: z.literal('string'),
  maximum: z.int(),
});

/**
 * What became of a call whose input or answer breaks the contract; undefined for another failure.
 * Input that does is an expected failure; an answer that does is a fault of ours. The first field
 * that is wrong is told to the log, in English.
 */
export function brokenContract(error: unknown): Error | undefined {
  if (!(error instanceof ORPCError) || !(error.cause instanceof ValidationError)) return undefined;
  const [issue] = error.cause.issues;
  const path = issue?.path?.map((part) => String(typeof part === 'object' ? part.key : part));
  const detail = `${path?.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  const shown = detail.slice(0, DETAIL_CHARACTERS_MAX); // it names what was sent, however long
  if (error.code === 'BAD_REQUEST') return inputFailure(issue, new Error(shown));
  return new Error(`an answer breaks the contract: ${shown}`, { cause: error });
}

function inputFailure(issue: unknown, cause: Error): LapakError {
  const tooLong = TooLong.safeParse(issue);
  if (!tooLong.success) return new LapakError('INPUT_INVALID', {}, { cause });
  return new LapakError('INPUT_TOO_LONG', { lettersMax: tooLong.data.maximum }, { cause });
}
