import { useState } from 'react';
import type { LookedFile } from '../../../../../domain/fees/bank/profile-contract.ts';
import type { Profile } from '../../../../../domain/fees/bank/profile.ts';
import { guessLayout } from '../../../../../domain/fees/bank/teach/guess-layout.ts';
import type { Layout } from '../../../../../domain/fees/bank/teach/layout.ts';
import { layoutOf } from '../../../../../domain/fees/bank/teach/make-profile.ts';
import type { GridLine } from '../../../../../domain/tables/grid.ts';
import { hub } from '../../../hub-client.ts';
import { useAct } from '../../../system/use-act.ts';
import { readBankFile } from '../files/read-bank-file.ts';

/** How the text of a file is to be taken apart; `auto` to look. */
export type Written = Pick<Profile, 'encoding' | 'separator'>;

/** A file that is taught from, as the hub sees it. */
export interface Sample {
  readonly file: File;
  /** Base64 of its bytes. */
  readonly content: string;
  readonly written: Written;
  readonly lines: readonly GridLine[];
}

/** A sample, and what a person says of it. */
export interface Lesson {
  readonly sample: Sample;
  readonly layout: Layout;
}

interface Asked {
  readonly file: File;
  readonly written: Written;
  /** Of a file that was read before; else it is read. */
  readonly content: string | null;
}

/** The sample of a lesson: chosen, looked at, and what is said of it. */
export function useSample(base: Profile | null) {
  const [lesson, setLesson] = useState<Lesson | null>(null);
  const look = useAct({
    mutationFn: async ({ file, written, content }: Asked): Promise<Lesson> => {
      const bytes = content ?? (await readBankFile(file));
      const looked = await hub.bank.look({ file: file.name, content: bytes, ...written });
      const lines = looked.lines.map((line) => ({ ...line, fault: null }));
      const sample = { file, content: bytes, written, lines };
      return { sample, layout: firstLayout(base, looked, sample) };
    },
    onSuccess: setLesson,
  });
  const said = (layout: Layout): void => {
    if (lesson) setLesson({ ...lesson, layout });
  };
  return {
    look,
    lesson,
    open: (file: File): void => {
      const written = {
        encoding: base?.encoding ?? 'auto',
        separator: base?.separator ?? 'auto',
      } as const;
      look.mutate({ file, written, content: null });
    },
    say: said,
    /** Looks again at the same bytes. */
    rewrite: (written: Written): void => {
      if (lesson) look.mutate({ ...lesson.sample, written });
    },
    /** What is guessed once the kind or the line of titles is another. */
    guess: (given: Partial<Pick<Layout, 'kind' | 'titlesAt'>>): void => {
      if (!lesson) return;
      const { kind, titlesAt } = lesson.layout;
      said(guessLayout(lesson.sample.lines, { kind, titlesAt, ...given }));
    },
    close: (): void => {
      look.reset();
      setLesson(null);
    },
  };
}

function firstLayout(base: Profile | null, { guess }: LookedFile, sample: Sample): Layout {
  return base ? layoutOf(base, sample.lines, sample.file.name) : guess;
}
