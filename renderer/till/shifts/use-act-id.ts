import { useRef } from 'react';

/**
 * Ids of acts, made by this page: the same content has the same one, so that an act whose answer
 * was lost is not done twice. Another content, or one that was done, has another.
 */
export interface ActId {
  of(content: unknown): string;
  /** It was done: the next one is another act, though it may be the same again. */
  done(): void;
}

/** The ids of the acts that a sheet makes. */
export function useActId(): ActId {
  const last = useRef({ key: '', id: '' });
  return {
    of: (content) => {
      const key = JSON.stringify(content);
      if (last.current.key !== key) last.current = { key, id: crypto.randomUUID() };
      return last.current.id;
    },
    done: () => {
      last.current = { key: '', id: '' };
    },
  };
}
