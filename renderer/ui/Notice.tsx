import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react';
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';
import styles from './Notice.module.css';
import { type Say, useText } from './use-text.ts';

/** A sentence, which follows the language of the screen. */
export type Words = (say: Say) => string;

interface NoticeShown {
  readonly tone: 'done' | 'warning';
  readonly words: Words;
  /** Tells two notices with the same words apart, so that the second is announced too. */
  readonly id: number;
}

/** Says one sentence to the person at the till; a newer one takes the place of the older. */
export interface Notices {
  done(words: Words): void;
  warn(words: Words): void;
  clear(): void;
}

const silent: Notices = { done: () => undefined, warn: () => undefined, clear: () => undefined };
const NoticeContext = createContext<Notices>(silent);

/** How the parts below a NoticeArea speak. */
export function useNotices(): Notices {
  return useContext(NoticeContext);
}

/** Holds the one notice of the screen, in the bar on top, over nothing that can be touched. */
export function NoticeArea({ children }: { readonly children: ReactNode }) {
  const say = useText();
  const [shown, setShown] = useState<NoticeShown | undefined>(undefined);
  const notices = useMemo<Notices>(() => {
    const show = (tone: NoticeShown['tone'], words: Words): void =>
      setShown((before) => ({ tone, words, id: (before?.id ?? 0) + 1 }));
    return {
      done: (words) => show('done', words),
      warn: (words) => show('warning', words),
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
          <p>{shown.words(say)}</p>
          <button type="button" aria-label={say.text('sales.dismiss')} onClick={notices.clear}>
            <IconX aria-hidden size={20} />
          </button>
        </div>
      )}
    </NoticeContext>
  );
}
