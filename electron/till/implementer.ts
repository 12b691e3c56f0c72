import { ValidationError } from '@orpc/contract';
import { implement, ORPCError } from '@orpc/server';
import { z } from 'zod';
import type { Actor } from '../../domain/actor.ts';
import { contract } from '../../domain/contract.ts';
import { LapakError } from '../../domain/errors.ts';
import { may } from '../../domain/permissions.ts';
import { databaseFailure } from '../../node/sqlite/failure.ts';
import type { Log } from '../../node/log.ts';
import type { SampleStall } from './catalog/sample-stall.ts';
import type { CrashLog } from './system/crash-log.ts';
import type { Till } from './till.ts';

/** What a shell knows of the one who calls. */
export interface TillContext {
  /** Null when the till did not open; `failure` says why. */
  readonly till: Till | null;
  readonly failure: LapakError | null;
  readonly shell: 'electron' | 'browser';
  /** Who is signed in where the call comes from. */
  readonly actor: Actor;
  readonly version: string;
  /** Stands for the page that calls, for as long as it is connected. */
  readonly page: object;
  readonly dataDir: string;
  /** What a new stall can begin with. */
  readonly samples: SampleStall;
  /** These are there also where the till did not open. */
  readonly log: Pick<Log, 'error'>;
  readonly crashLog: CrashLog;
}

const DETAIL_CHARACTERS_MAX = 300;

/** What zod says of a text that is too long. */
const TooLong = z.object({
  code: z.literal('too_big'),
  origin: z.literal('string'),
  maximum: z.int(),
});

const guarded = implement(contract)
  .$context<TillContext>()
  .use(async ({ context, next, procedure, path }) => {
    const { permission } = procedure['~orpc'].meta;
    if (!may(context.actor.role, permission)) {
      throw asAnswer(new LapakError('NOT_PERMITTED', { permission: permission ?? path.join('.') }));
    }
    try {
      const result = await next();
      if (!isIterable(result.output)) return result;
      return { ...result, output: translated(result.output, context) };
    } catch (error) {
      throw translate(error, context);
    }
  });

/**
 * Where each capability's router begins: permission and failures are handled once, here. `open()`
 * of the context is the open till.
 */
export const implementer = guarded.use(({ context, next }) =>
  next({ context: { open: () => opened(context) } }),
);

/** @throws LapakError why the till did not open */
function opened({ till, failure, dataDir }: TillContext): Till {
  if (till) return till;
  throw failure ?? new LapakError('DATABASE_DAMAGED', { dataDir, detail: 'not open' });
}

/** The same events; a failure between two of them is told as any other. */
async function* translated(events: AsyncIterable<unknown>, context: TillContext) {
  try {
    yield* events;
  } catch (error) {
    throw translate(error, context);
  }
}

function isIterable(output: unknown): output is AsyncIterable<unknown> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

function translate(error: unknown, { log, dataDir }: TillContext): ORPCError<string, unknown> {
  const failure = brokenContract(error) ?? databaseFailure(error, dataDir);
  log.error(failure);
  if (failure instanceof LapakError) return asAnswer(failure);
  const name = failure instanceof Error ? failure.name : typeof failure;
  return asAnswer(new LapakError('FAULT', { name }));
}

/**
 * Input that breaks the contract is an expected failure; an answer that does is a fault of ours.
 * The first field that is wrong is told to the log, in English.
 */
function brokenContract(error: unknown): Error | undefined {
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

/** The failure as it goes over the wire: its code and facts; the screen finds the words. */
function asAnswer(failure: LapakError): ORPCError<string, unknown> {
  return new ORPCError(failure.code, { data: failure.data, message: failure.message });
}
