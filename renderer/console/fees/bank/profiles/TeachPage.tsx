import { useEffect, useEffectEvent } from 'react';
import { builtInProfiles } from '../../../../../domain/fees/bank/built-in-profiles.ts';
import { Profile } from '../../../../../domain/fees/bank/profile.ts';
import { useText } from '../../../../ui/use-text.ts';
import { DropFile } from '../../../system/DropFile.tsx';
import { PageFrame } from '../../../system/PageFrame.tsx';
import { Read } from '../../../system/Read.tsx';
import { type BankRoute, NEW_PROFILE } from '../bank-route.ts';
import { fileFailure } from '../files/read-bank-file.ts';
import { useProfile } from '../use-bank.ts';
import { LessonView } from './LessonView.tsx';
import { useSample } from './use-sample.ts';

/** What is taught from: tables, as banks and acquirers give them out. */
const ACCEPT = '.csv,.txt,.tsv,.xlsx,.dat';

interface TeachPageProps {
  readonly route: BankRoute;
  /** A file that could not be imported; null where one is to be chosen. */
  readonly given: File | null;
  /** It was saved; the file where that is to be imported. */
  readonly onSaved: (
    profile: { readonly id: string; readonly name: string },
    file: File | null,
  ) => void;
}

/** How files of a bank are read: of a new one, or one that is known. */
export function TeachPage(props: TeachPageProps) {
  const { profile } = props.route;
  return profile === null || profile === NEW_PROFILE ? (
    <Teach {...props} base={null} />
  ) : (
    <TeachKnown {...props} profile={profile} />
  );
}

function TeachKnown({ profile, ...props }: TeachPageProps & { readonly profile: string }) {
  const found = useProfile(profile);
  return (
    <Read of={found}>
      {({ content }) => <Teach {...props} base={Profile.parse(JSON.parse(content))} />}
    </Read>
  );
}

function Teach({
  route,
  given,
  base,
  onSaved,
}: TeachPageProps & { readonly base: Profile | null }) {
  const say = useText();
  const sample = useSample(base);
  const { look, lesson } = sample;
  const openGiven = useEffectEvent(() => {
    if (given) sample.open(given);
  });
  useEffect(() => openGiven(), [given]);
  const name = base?.name ?? '';
  const isCopy = builtInProfiles.some(({ id }) => id === base?.id);
  return (
    <PageFrame
      title={
        base === null
          ? say.text('console.teach.new')
          : say.text(isCopy ? 'console.teach.copyOf' : 'console.teach.editOf', { name })
      }
      back={{ to: { ...route, profile: null }, text: say.text('console.bank.part.profiles') }}
    >
      {lesson === null ? (
        <DropFile
          words={{
            drop: say.text('console.teach.drop'),
            pick: say.text('console.teach.pick'),
            how: say.text('console.teach.pickHow'),
          }}
          accept={ACCEPT}
          failure={look.isPending || !look.error ? '' : fileFailure(look.error, say)}
          isBusy={look.isPending}
          onFile={sample.open}
        />
      ) : (
        <LessonView
          {...{ base, lesson, isCopy, sample, onSaved }}
          failure={look.isPending || !look.error ? '' : fileFailure(look.error, say)}
        />
      )}
    </PageFrame>
  );
}
