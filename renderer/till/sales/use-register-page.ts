import { useEffect, useLayoutEffect } from 'react';
import { kindsInUse } from '../../../domain/payments/tender.ts';
import { keyScreens } from '../../../domain/sales/register-state.ts';
import { termsAt } from '../../../domain/sales/terms.ts';
import type { Settings } from '../../../domain/settings/settings.ts';
import { localStamp, zones } from '../../../domain/time.ts';
import { useNotices } from '../../ui/Notice.tsx';
import type { Say } from '../../ui/use-text.ts';
import { useReprint } from '../printing/use-printer.ts';
import type { ScreenName } from '../screen.ts';
import { useLineShift } from '../shifts/use-line-shift.ts';
import { listenToKeys } from './key-listener.ts';
import { register, useRegister, useRegisterEffect } from './register-store.ts';

interface PageFacts {
  readonly screen: ScreenName;
  readonly settings: Settings;
}

/** Binds the register to this page: its keys, what is on the screen, and what it has to say. */
export function useRegisterPage({ screen, settings }: PageFacts): void {
  const offsetMinutes = zones[settings.zone];
  const notices = useNotices();
  const reprint = useReprint();
  useEffect(listenToKeys, []);
  useLayoutEffect(() => {
    const takes = keyScreens.find((one) => one === screen) ?? 'other';
    register.tell({ kind: 'screen', screen: takes });
  }, [screen]);
  useEffect(() => {
    register.tell({ kind: 'terms', terms: termsAt(settings, Date.now()) });
  }, [settings]);
  const { tenders } = settings;
  useEffect(() => {
    register.tell({ kind: 'tendersInUse', kinds: kindsInUse(tenders) });
  }, [tenders]);
  const line = useLineShift();
  const isOpen = line && line.open !== null;
  useEffect(() => {
    if (isOpen !== undefined) register.tell({ kind: 'shift', isOpen });
  }, [isOpen]);
  useShown();
  useRegisterEffect('warn', ({ failure: { code, data }, stays }) => {
    const words = (say: Say): string => say.error(code, data);
    if (stays) notices.warnUntilRead(words);
    else notices.warn(words);
  });
  useRegisterEffect('clearNotice', ({ all }) => (all ? notices.clearAll() : notices.clear()));
  useRegisterEffect('reprint', ({ number }) => reprint(number));
  useRegisterEffect('tell', ({ leftAtMs, otherPages }) => {
    const stamp = leftAtMs === null ? null : localStamp(leftAtMs, offsetMinutes);
    notices.warnUntilRead((say) => {
      const left = stamp === null ? [] : [say.text('sales.cartLeft', { stamp })];
      return [...left, ...(otherPages > 0 ? [say.text('sales.otherPages')] : [])].join(' ');
    });
  });
}

/** Tells the register when a surface was first painted: before that nobody can have meant it. */
function useShown(): void {
  const name = useRegister((state) => state.surface.name);
  useEffect(() => {
    let turn: ReturnType<typeof setTimeout> | undefined;
    // A frame's callbacks run before it is painted, and the next turn after.
    const frame = requestAnimationFrame(() => {
      turn = setTimeout(() => {
        register.tell({ kind: 'shown', name, atMs: performance.now() });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(turn);
    };
  }, [name]);
}
