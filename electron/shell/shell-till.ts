import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RPCHandler } from '@orpc/server/websocket';
import { theProgram } from '../../domain/actor.ts';
import { LapakError } from '../../domain/errors.ts';
import { APPROVAL_HEADER, readApproval } from '../../domain/staff/approval.ts';
import { beginStall, type SampleStall } from '../till/catalog/sample-stall.ts';
import type { TillContext } from '../till/implementer.ts';
import { openLog } from '../../node/log.ts';
import { closeTill, openTill } from '../till/open-till.ts';
import { router } from '../till/router.ts';
import { openCrashLog } from '../till/system/crash-log.ts';
import { leaveCarts } from '../till/sales/parked-carts.ts';
import type { Till } from '../till/till.ts';
import {
  type CallAnswers,
  type PageConnection,
  type Carrier,
  openPageConnection,
} from './page-connection.ts';
import type { ShellKind } from './start-options.ts';

export interface ShellTillOptions {
  readonly dataDir: string;
  /** Folder of the sample stall. */
  readonly resourcesDir: string;
  /** Whether a person is asked before a new stall is filled with samples; not when left out. */
  readonly asksForSamples?: boolean;
  readonly version: string;
  readonly shell: ShellKind;
}

/** The till of a shell; where it did not open, why, so that the screen can say it. */
export interface ShellTill {
  readonly till: Till | null;
  readonly failure: LapakError | null;
  /** Answers the calls of one page. */
  readonly openConnection: (carrier: Carrier) => PageConnection;
  /** Ends the calls that are open: none of them goes on in a book that is closed. */
  readonly endCalls: () => void;
  /** Writes down a fault between a page and the till. */
  readonly onFault: (error: unknown) => void;
}

/**
 * Opens the till for a screen, with the sample stall in a new one unless a person is asked first.
 * @throws what is no expected failure
 */
export async function openShellTill(options: ShellTillOptions): Promise<ShellTill> {
  const { till, failure } = await open(options);
  const { shell, version, dataDir } = options;
  // A till that did not open has a log all the same; where there is none, on standard error.
  const log = till?.log ?? openLog(join(dataDir, 'lapak.log'), Date.now);
  const crashLog = openCrashLog(log, Date.now);
  const shared = { till, failure, shell, version, dataDir, log, crashLog };
  const context = { ...shared, samples: samplesOf(options) };
  const calls = answerCalls();
  const answers: CallAnswers = {
    message: (peer, text) =>
      calls.message(peer, text, { context: { ...context, page: peer } }).catch(log.error),
    close: (peer) => {
      calls.close(peer);
      if (till) leaveCarts(till, peer);
      till?.lines.leave(peer);
    },
  };
  const connections = new Set<PageConnection>();
  return {
    till,
    failure,
    openConnection: (carrier) => {
      const connection = openPageConnection(answers, carrier);
      connections.add(connection);
      const close = (): void => {
        connections.delete(connection);
        connection.close();
      };
      return { ...connection, close };
    },
    endCalls: () => {
      for (const connection of connections) connection.close();
    },
    onFault: log.error,
  };
}

/** oRPC's handler of our calls; an approval comes with a call as a header of it. */
function answerCalls(): RPCHandler<TillContext> {
  return new RPCHandler(router, {
    rootInterceptors: [
      ({ next, ...options }) => {
        const header = options.request.headers[APPROVAL_HEADER];
        const approval = readApproval(Array.isArray(header) ? header[0] : header);
        return next({ ...options, context: { ...options.context, approval } });
      },
    ],
  });
}

/** Ends what is open on the book, and closes it. */
export async function closeShellTill({ till, endCalls }: ShellTill): Promise<void> {
  endCalls();
  if (till) await closeTill(till);
}

/** The version in package.json. */
export function readVersion(projectDir: string): string {
  const text = readFileSync(join(projectDir, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version; // npm holds package.json to this
}

type Opened = Pick<ShellTill, 'till' | 'failure'>;

async function open(options: ShellTillOptions): Promise<Opened> {
  try {
    return { till: await openFilled(options), failure: null };
  } catch (error) {
    if (error instanceof LapakError) return { till: null, failure: error };
    throw error;
  }
}

function samplesOf({ resourcesDir, asksForSamples = false }: ShellTillOptions): SampleStall {
  return { resourcesDir, isAsked: asksForSamples };
}

async function openFilled(options: ShellTillOptions): Promise<Till> {
  const till = await openTill({ dataDir: options.dataDir, clock: Date.now });
  try {
    const samples = samplesOf(options);
    if (!samples.isAsked) await beginStall(till, theProgram, samples, 'sample');
    till.printer.start(); // a command that only reads never prints
    return till;
  } catch (error) {
    await closeTill(till);
    throw error;
  }
}
