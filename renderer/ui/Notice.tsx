import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { createContext, useContext, useMemo, useRef, useState, type ReactNode } from 'react';
import { isCalledOff } from './called-off.ts';
import styles from './Notice.module.css';
import { type Say, useText } from './use-text.ts';

/** A sentence, which follows the language of the screen. */
export type Words = (say: Say) => string;

interface NoticeShown {
  readonly tone: 'done' | 'warning';
  readonly words: Words;
  /** Until it is read, whatever is done meanwhile. */
  readonly stays: boolean;
  /** Tells two notices with the same words apart, so that the second is announced too. */
  readonly id: number;
}

/**
 * Says one sentence to the person at the till; a newer one takes the place of the older. One that
 * stays is there again when the newer one has gone.
 */
export interface Notices {
  done(words: Words): void;
  warn(words: Words): void;
  /** Why something could not be done; nothing of what a person called off. */
  failed(error: unknown): void;
  warnUntilRead(words: Words): void;
  /** What was said has had its time. */
  clear(): void;
  /** Also what stays until it is read. */
  clearAll(): void;
}

const nothing = (): void => undefined;
const silent: Notices = {
  done: nothing,
  warn: nothing,
  failed: nothing,
  warnUntilRead: nothing,
  clear: nothing,
  clearAll: nothing,
};
const NoticeContext = createContext<Notices>(silent);

/** How the parts below a NoticeArea speak. */
export function useNotices(): Notices {
  return useContext(NoticeContext);
}

/** Holds the one notice of the screen, in the bar on top, over nothing that can be touched. */
export function NoticeArea({ children }: { readonly children: ReactNode }) {
  const say = useText();
  // Those that stay, oldest first, and behind them at most one that does not.
  const [said, setSaid] = useState<readonly NoticeShown[]>([]);
  const nextId = useRef(0);
  const notices = useMemo<Notices>(() => {
    const show = (notice: Omit<NoticeShown, 'id'>): void => {
      nextId.current += 1;
      const id = nextId.current;
      setSaid((before) => [...before.filter(({ stays }) => stays), { ...notice, id }]);
    };
    const warn = (words: Words): void => show({ tone: 'warning', words, stays: false });
    return {
      done: (words) => show({ tone: 'done', words, stays: false }),
      warn,
      failed: (error) => {
        if (!isCalledOff(error)) warn((say) => say.failure(error));
      },
      warnUntilRead: (words) => show({ tone: 'warning', words, stays: true }),
      clear: () => setSaid((before) => before.filter(({ stays }) => stays)),
      clearAll: () => setSaid([]),
    };
  }, []);
  const shown = said.at(-1);
  const isDone = shown?.tone === 'done';
  const dismiss = (): void => setSaid((before) => before.filter((one) => one !== shown));
  return (
    <NoticeContext value={notices}>
      {children}
      {shown && (
        <div
          key={shown.id}
          ref={tellHeight}
          className={styles.notice}
          data-tone={shown.tone}
          role={isDone ? 'status' : 'alert'}
          // A good word goes by itself.
          onAnimationEnd={(event) => {
            if (isDone && event.target === event.currentTarget) dismiss();
          }}
        >
          {isDone ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
          <p>{shown.words(say)}</p>
          <button type="button" aria-label={say.text('sales.dismiss')} onClick={dismiss}>
            <IconX aria-hidden size={20} />
          </button>
        </div>
      )}
    </NoticeContext>
  );
}

/** Tells the page how high the notice is: sheets and questions begin below it. */
function tellHeight(notice: HTMLElement | null): (() => void) | undefined {
  if (!notice) return undefined;
  const { style } = document.documentElement;
  const watcher = new ResizeObserver(() => {
    style.setProperty('--notice-height', `${notice.offsetTop + notice.offsetHeight}px`);
  });
  watcher.observe(notice);
  return () => {
    watcher.disconnect();
    style.removeProperty('--notice-height');
  };
}
