import { useRef } from 'react';
import { newActId } from '../../ui/use-act-id.ts';

/** Ids of many acts that are sent together. */
interface ManyIds {
  /** The same for the same key, until they were done. */
  of(key: string): string;
  done(): void;
}

/** An id for each of many acts, so that none is done twice where the answer was lost. */
export function useManyIds(): ManyIds {
  const ids = useRef(new Map<string, string>());
  return {
    of: (key) => {
      const id = ids.current.get(key) ?? newActId();
      ids.current.set(key, id);
      return id;
    },
    done: () => ids.current.clear(),
  };
}
