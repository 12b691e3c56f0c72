import { ValidationError } from '@orpc/contract';
import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../domain/contract.ts';
import { LapakError } from '../../domain/errors.ts';
import { importCatalog } from './catalog/import-catalog.ts';
import { findBarcode, listCategories, searchCatalog } from './catalog/procedures.ts';
import { databaseFailure } from './database/failure.ts';
import { may, type Role } from './permissions.ts';
import {
  configurePrinter,
  printerSettings,
  printTestPage,
  reprint,
  watchPaper,
  watchStatus,
} from './printing/procedures.ts';
import { readReceiptByNumber, readTotals } from './sales/procedures.ts';
import { ringUp } from './sales/ring-up.ts';
import { changeStallSettings, readStallSettings } from './settings/procedures.ts';
import { describeStartup } from './system/procedures.ts';
import type { Till } from './till.ts';

/** What a shell knows of the one who calls. */
export interface TillContext {
  /** Null when the till did not open; `failure` says why. */
  readonly till: Till | null;
  readonly failure: LapakError | null;
  readonly shell: 'electron' | 'browser';
  readonly role: Role;
  readonly version: string;
  readonly dataDir: string;
}

/** Every call of the contract, one line each. Permission and failures are handled once, here. */
export function makeRouter() {
  const base = implement(contract).$context<TillContext>();
  const guarded = base.use(async ({ context, next, procedure, path }) => {
    const { permission } = procedure['~orpc'].meta;
    if (!may(context.role, permission)) {
      throw told(new LapakError('NOT_PERMITTED', { permission: permission ?? path.join('.') }));
    }
    try {
      const result = await next();
      if (!isIterable(result.output)) return result;
      return { ...result, output: translated(result.output, context) };
    } catch (error) {
      throw translate(error, context);
    }
  });
  const os = guarded.use(({ context, next }) => next({ context: { open: () => opened(context) } }));

  return os.router({
    system: { startup: os.system.startup.handler(({ context }) => describeStartup(context)) },
    catalog: {
      search: os.catalog.search.handler((call) => searchCatalog(call.context.open(), call.input)),
      categories: os.catalog.categories.handler(({ context }) => listCategories(context.open())),
      findBarcode: os.catalog.findBarcode.handler((call) =>
        findBarcode(call.context.open(), call.input),
      ),
      importCatalog: os.catalog.importCatalog.handler((call) =>
        importCatalog(call.context.open(), { ...call.input, signal: call.signal }),
      ),
    },
    sales: {
      ringUp: os.sales.ringUp.handler(({ context, input }) => ringUp(context.open(), input)),
      receipt: os.sales.receipt.handler((call) =>
        readReceiptByNumber(call.context.open(), call.input),
      ),
      totals: os.sales.totals.handler(({ context }) => readTotals(context.open())),
    },
    printing: {
      settings: os.printing.settings.handler(({ context }) => printerSettings(context.open())),
      configure: os.printing.configure.handler((call) =>
        configurePrinter(call.context.open(), call.input),
      ),
      watchStatus: os.printing.watchStatus.handler((call) =>
        watchStatus(call.context.open(), call.signal),
      ),
      watchPaper: os.printing.watchPaper.handler((call) =>
        watchPaper(call.context.open(), call.signal),
      ),
      reprint: os.printing.reprint.handler((call) => reprint(call.context.open(), call.input)),
      printTest: os.printing.printTest.handler(({ context }) => printTestPage(context.open())),
    },
    settings: {
      read: os.settings.read.handler(({ context }) => readStallSettings(context.open())),
      change: os.settings.change.handler((call) =>
        changeStallSettings(call.context.open(), call.input),
      ),
    },
  });
}

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

function translate(error: unknown, { till, dataDir }: TillContext): unknown {
  const failure = invalidInput(error) ?? databaseFailure(error, dataDir);
  if (!(failure instanceof ORPCError)) till?.log.error(failure);
  return failure instanceof LapakError ? told(failure) : failure;
}

/** Input that breaks the contract, as ours: names the first field that is wrong. */
function invalidInput(error: unknown): LapakError | undefined {
  if (!(error instanceof ORPCError) || error.code !== 'BAD_REQUEST') return undefined;
  if (!(error.cause instanceof ValidationError)) return undefined;
  const [issue] = error.cause.issues;
  const path = issue?.path?.map((part) => String(typeof part === 'object' ? part.key : part));
  const detail = `${path?.join('.') ?? ''} ${issue?.message ?? ''}`.trim();
  return new LapakError('INPUT_INVALID', { detail }, { cause: error });
}

/** The failure as it goes over the wire: its code and facts; the screen finds the words. */
function told(failure: LapakError): ORPCError<string, unknown> {
  return new ORPCError(failure.code, { data: failure.data, message: failure.message });
}
