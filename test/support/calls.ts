import { createRouterClient } from '@orpc/server';
import type { TillContext } from '../../electron/till/implementer.ts';
import { router } from '../../electron/till/router.ts';
import { openCrashLog } from '../../electron/till/system/crash-log.ts';
import type { TestTill } from './test-till.ts';

/** The context of a page of its own, as a shell gives it. */
function aContext(
  { till, dataDir }: Pick<TestTill, 'till' | 'dataDir'>,
  change: Partial<TillContext> = {},
): TillContext {
  const { log, clock } = till;
  return {
    till,
    failure: null,
    shell: 'browser',
    version: '1',
    page: {},
    dataDir,
    samples: { resourcesDir: '', isAsked: false },
    log,
    crashLog: openCrashLog(log, clock),
    ...change,
  };
}

/** The calls of a page of its own: permission and all, without a wire. */
export function callsOf(
  book: Pick<TestTill, 'till' | 'dataDir'>,
  change: Partial<TillContext> = {},
) {
  return createRouterClient(router, { context: aContext(book, change) });
}

export type Calls = ReturnType<typeof callsOf>;
