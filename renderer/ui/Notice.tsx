import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import styles from './Notice.module.css';
import { useText } from './use-text.ts';

interface NoticeShown {
  readonly tone: 'done' | 'warning';
  readonly text: string;
  /** Tells two notices with the same words apart, so that the second is announced too. */
  readonly id: number;
}

/** Says one sentence to the person at the till; a newer one takes the place of the older. */
export interface Notices {
  done(text: string): void;
  warn(text: string): void;
  clear(): void;
}

const silent: Notices = { done: () => undefined, warn: () => undefined, clear: () => undefined };
const NoticeContext = createContext<Notices>(silent);

/** How the parts below a NoticeArea speak. */
export function useNotices(): Notices {
  return useContext(NoticeContext);
}

/** Holds the one notice of the screen, over its lower left, away from cart and Bayar. */
export function NoticeArea({ children }: { readonly children: ReactNode }) {
  const say = useText();
  const [shown, setShown] = useState<NoticeShown | undefined>(undefined);
  const notices = useMemo<Notices>(() => {
    const show = (tone: NoticeShown['tone'], text: string): void =>
      setShown((before) => ({ tone, text, id: (before?.id ?? 0) + 1 }));
    return {
      done: (text) => show('done', text),
      warn: (text) => show('warning', text),
      clear: () => setShown(undefined),
    };
  }, []);
  const isDone = shown?.tone === 'done';
  return (
    <NoticeContext value={notices}>
      {children}
      {shown && (
        <div
          key={shown.id}
          className={styles.notice}
          data-tone={shown.tone}
          role={isDone ? 'status' : 'alert'}
          // A good word goes by itself; a warning stays until it is read.
          onAnimationEnd={(event) => {
            if (isDone && event.target === event.currentTarget) notices.clear();
          }}
        >
          {isDone ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
          <p>{shown.text}</p>
          <button type="button" aria-label={say.text('sales.dismiss')} onClick={notices.clear}>
            <IconX aria-hidden size={20} />
          </button>
        </div>
      )}
    </NoticeContext>
  );
}
