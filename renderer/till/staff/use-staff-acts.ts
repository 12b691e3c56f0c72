import { useState } from 'react';
import { useNotices } from '../../ui/Notice.tsx';
import type { Say } from '../../ui/use-text.ts';
import { readPeopleAgain } from './use-people.ts';

interface StaffActs {
  /** Whether one is under way. */
  readonly isActing: boolean;
  /** Does it, and says that it was done or why not. @returns what it answered, if it was done */
  act<T>(
    call: () => Promise<T>,
    done: (say: Say, answer: T) => string,
  ): Promise<{ readonly answer: T } | null>;
}

/** Acts on people and roles, after which everybody who is shown is read again. */
export function useStaffActs(): StaffActs {
  const notices = useNotices();
  const [isActing, setIsActing] = useState(false);
  return {
    isActing,
    act: async (call, done) => {
      setIsActing(true);
      try {
        const answer = await call();
        await readPeopleAgain();
        notices.done((say) => done(say, answer));
        return { answer };
      } catch (error) {
        notices.failed(error);
        return null;
      } finally {
        setIsActing(false);
      }
    },
  };
}
