import { CRASH_CHARACTERS_MAX, type Crash } from '../../../domain/system/contract.ts';
import { isUnreachable } from '../connection.ts';
import { till } from '../till-client.ts';

/** The first ones say what is wrong; a page that crashes without end must not fill its line. */
const REPORTS_MAX = 10;
let reports = 0;

/** Writes an error of the screen into the till's log. */
export function reportCrash(kind: Crash['kind'], error: unknown, componentStack = ''): void {
  if (reports >= REPORTS_MAX || isUnreachable(error)) return;
  reports += 1;
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  const crash = { kind, message: cut(message), stack: cut(`${stack}${componentStack}`) };
  till.system.reportCrash(crash).catch(() => undefined); // no line, no log
}

/** Reports whatever React does not catch itself. */
export function watchCrashes(): void {
  window.addEventListener('error', ({ error }: ErrorEvent) => {
    // Without an error it is a remark of the browser on its own layout.
    if (error !== null && error !== undefined) reportCrash('error', error);
  });
  window.addEventListener('unhandledrejection', ({ reason }) => reportCrash('rejection', reason));
}

function cut(text: string): string {
  return text.slice(0, CRASH_CHARACTERS_MAX);
}
