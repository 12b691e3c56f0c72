import { NativeSelect } from '@mantine/core';
import { useText } from '../../../ui/use-text.ts';
import { profileWords } from '../bank/profile-words.ts';
import { useProfiles } from '../bank/use-bank.ts';

interface ProfileFieldProps {
  readonly holds: 'bank' | 'qris';
  /** Id; empty where each file tells by itself. */
  readonly profile: string;
  readonly onProfile: (profile: string) => void;
}

/** By what the files of an account are read. */
export function ProfileField({ holds, profile, onProfile }: ProfileFieldProps) {
  const say = useText();
  const { data } = useProfiles();
  const kind = holds === 'bank' ? 'statement' : 'settlement';
  const fitting = (data?.profiles ?? []).filter((one) => one.kind === kind);
  const isListed = profile === '' || fitting.some(({ id }) => id === profile);
  return (
    <NativeSelect
      label={say.text('console.fees.accounts.profile')}
      description={say.text('console.fees.accounts.profileHow')}
      data={[
        { value: '', label: say.text('console.bank.profileAuto') },
        ...(isListed ? [] : [{ value: profile, label: profile }]),
        ...fitting.map((one) => ({ value: one.id, label: profileWords(one, say) })),
      ]}
      value={profile}
      onChange={({ currentTarget }) => onProfile(currentTarget.value)}
    />
  );
}
