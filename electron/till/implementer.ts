import { implement, ORPCError } from '@orpc/server';
import type { AtDrawer } from '../../domain/actor.ts';
import { contract } from '../../domain/contract.ts';
import { LapakError } from '../../domain/errors.ts';
import type { Permission } from '../../domain/permissions.ts';
import type { Approval } from '../../domain/staff/approval.ts';
import { databaseFailure } from '../../node/sqlite/failure.ts';
import type { Log } from '../../node/log.ts';
import { brokenContract } from '../../node/orpc/broken-contract.ts';
import type { SampleStall } from './catalog/sample-stall.ts';
import { admit, anybody, assertStillAdmitted, type Caller } from './staff/admit.ts';
import { type ApprovedCall, followApproved } from './staff/tell-approval.ts';
import type { CrashLog } from './system/crash-log.ts';
import type { Till } from './till.ts';

/** What a shell knows of the one who calls. */
export interface TillContext {
  /** Null when the till did not open; `failure` says why. */
  readonly till: Till | null;
  readonly failure: LapakError | null;
  readonly shell: 'electron' | 'browser';
  readonly version: string;
  /** Stands for the page that calls, for as long as it is connected: who is signed in on it. */
  readonly page: object;
  /** Who allows this one call where its maker may not make it. */
  readonly approval?: Approval | 'unreadable' | undefined;
  readonly dataDir: string;
  /** What a new stall can begin with. */
  readonly samples: SampleStall;
  /** These are there also where the till did not open. */
  readonly log: Pick<Log, 'error'>;
  readonly crashLog: CrashLog;
}

const guarded = implement(contract)
  .$context<TillContext>()
  .use(async ({ context, next, procedure, path }) => {
    const { permission } = procedure['~orpc'].meta;
    try {
      if (permission === 'open') {
        const result = await next({ context: anybody });
        if (!isIterable(result.output)) return result;
        return { ...result, output: translated(result.output, context) };
      }
      const caller = { page: context.page, path: path.join('.'), permission };
      const by = await admitted(context, caller);
      const { till, tell } = approvedOf(context, by, permission);
      const result = await next({ context: { ...by, till } });
      const { output } = result;
      if (!isIterable(output)) {
        tell();
        return result;
      }
      // What is watched is heard by who may, allowed or not; all else that streams is one act.
      const isWatched = path.at(-1)?.startsWith('watch') ?? false;
      if (isWatched) tell();
      const events = isWatched ? whileAdmitted(output, context, caller) : thenTold(output, tell);
      return { ...result, output: translated(events, context) };
    } catch (error) {
      throw translate(error, context);
    }
  });

/** The till for a call, and what tells at its end that somebody allowed it, where somebody did. */
function approvedOf(
  context: TillContext,
  { actor }: AtDrawer,
  permission: Permission | undefined,
): ApprovedCall<Till> {
  const till = opened(context);
  const { approver } = actor;
  if (approver === null || permission === undefined) return { till, tell: () => undefined };
  return followApproved(till, { ...actor, approver }, permission);
}

/**
 * Where each capability's router begins: who acts, permission and failures are handled once, here.
 * `actor` and `drawer` of the context are those of the line, `open()` is the open till.
 */
export const implementer = guarded.use(({ context, next }) =>
  next({ context: { open: () => opened(context) } }),
);

/** @throws LapakError why the till did not open */
function opened({ till, failure, dataDir }: TillContext): Till {
  if (till) return till;
  throw failure ?? new LapakError('DATABASE_DAMAGED', { dataDir, detail: 'not open' });
}

/** Who makes the call. @throws LapakError why the till did not open, and as admit() */
function admitted(context: TillContext, caller: Omit<Caller, 'approval'>): Promise<AtDrawer> {
  const { approval } = context;
  if (approval === 'unreadable') throw new LapakError('INPUT_INVALID', {});
  return admit(opened(context), { ...caller, approval });
}

/** The same events of a file; by then it has told itself what became of it, where it does. */
async function* thenTold(events: AsyncIterable<unknown>, tell: () => void) {
  try {
    yield* events;
  } finally {
    tell();
  }
}

/** The same events, until whoever asked for them may hear them no more. */
async function* whileAdmitted(
  events: AsyncIterable<unknown>,
  context: TillContext,
  caller: Omit<Caller, 'approval'>,
) {
  for await (const event of events) {
    assertStillAdmitted(opened(context), caller);
    yield event;
  }
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

/** What a page does all day while it is locked. */
const unlogged = new Set<string>(['NOT_SIGNED_IN', 'NOT_PERMITTED']);

/** No name goes into the log, of a person least of all: who has one is told by the code alone. */
function logFailure(log: TillContext['log'], failure: unknown): void {
  if (!(failure instanceof LapakError)) return log.error(failure);
  const { code, data } = failure;
  if (!unlogged.has(code)) log.error(Object.hasOwn(data, 'name') ? code : failure);
}

function translate(error: unknown, { log, dataDir }: TillContext): ORPCError<string, unknown> {
  const failure = brokenContract(error) ?? databaseFailure(error, dataDir);
  logFailure(log, failure);
  if (failure instanceof LapakError) return asAnswer(failure);
  const name = failure instanceof Error ? failure.name : typeof failure;
  return asAnswer(new LapakError('FAULT', { name }));
}

/** The failure as it goes over the wire: its code and facts; the screen finds the words. */
function asAnswer(failure: LapakError): ORPCError<string, unknown> {
  return new ORPCError(failure.code, { data: failure.data, message: failure.message });
}
