import { useNotices } from './Notice.tsx';
import type { Say } from './use-text.ts';

/** What is said of a copy. */
interface CopyWords {
  readonly done: (say: Say) => string;
  /** Where the browser does not let a page copy. */
  readonly failed: (say: Say) => string;
}

/** Copies a text for another program, and says whether it could. */
export function useCopy({ done, failed }: CopyWords): (text: string) => Promise<void> {
  const notices = useNotices();
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      notices.done(done);
    } catch {
      notices.warn(failed);
    }
  };
}
