import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { makeProfile } from '../../../../../domain/fees/bank/teach/make-profile.ts';
import { missingRoles } from '../../../../../domain/fees/bank/teach/layout.ts';
import type { Profile } from '../../../../../domain/fees/bank/profile.ts';
import { useText } from '../../../../ui/use-text.ts';
import { hub } from '../../../hub-client.ts';
import type { Lesson } from './use-sample.ts';

/** How soon a change is tried: several are made one after another. ms */
const CHANGE_MS = 250;

/** Id and name under which a profile is tried that has none yet. */
const nameless = { id: 'percobaan', name: '-' };

/** The data of a profile as a lesson tells it. */
export function profileText(
  { sample, layout }: Lesson,
  base: Profile | null,
  named: { readonly id: string; readonly name: string },
): string {
  const { file, lines, written } = sample;
  return JSON.stringify(
    makeProfile({ ...named, ...written, fileName: file.name, lines, layout, base }),
  );
}

/** What the hub makes of the sample as the lesson stands; asked anew at each change. */
export function useTrial(lesson: Lesson, base: Profile | null) {
  const { language } = useText();
  const { sample, layout } = lesson;
  const isWhole = layout.titlesAt !== null && missingRoles(layout).length === 0;
  const now = isWhole ? profileText(lesson, base, nameless) : '';
  const [profile] = useDebouncedValue(now, CHANGE_MS);
  const { file, content } = sample;
  const trial = useQuery({
    queryKey: ['bank', 'trial', profile, file.name, file.size, file.lastModified, language],
    queryFn: () => hub.bank.tryProfile({ profile, file: file.name, content, language }),
    enabled: profile !== '',
    retry: false,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  const isCurrent = isWhole && profile === now && !trial.isFetching && !trial.isPlaceholderData;
  return { trial, isWhole, isCurrent };
}
