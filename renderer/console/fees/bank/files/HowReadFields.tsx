import { NativeSelect } from '@mantine/core';
import type { BankAccount } from '../../../../../domain/fees/bank/manage-contract.ts';
import { useText } from '../../../../ui/use-text.ts';
import { DateField } from '../../../dates/DateField.tsx';
import { usePlaces } from '../../../notices/use-notices.ts';
import { profileWords } from '../profile-words.ts';
import { useProfiles } from '../use-bank.ts';
import styles from './TakeFile.module.css';
import type { HowRead } from './use-bank-file.ts';

interface HowReadFieldsProps {
  readonly how: HowRead;
  readonly accounts: readonly BankAccount[];
  /** Whether the file could not tell of which mall its account is. */
  readonly isMallAsked: boolean;
  /** Whether its dates have no year. */
  readonly isEndAsked: boolean;
  readonly onHow: (how: HowRead) => void;
}

/** What a file may not tell by itself: its account, its bank, its year. */
export function HowReadFields(props: HowReadFieldsProps) {
  const { how, accounts, isMallAsked, isEndAsked, onHow } = props;
  const say = useText();
  const profiles = useProfiles();
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={say.text('console.bank.toAccount')}
        data={[
          { value: '', label: say.text('console.bank.toAccountAuto') },
          ...accounts.map(({ account, label }) => ({ value: account, label: label || account })),
        ]}
        value={how.account ?? ''}
        onChange={({ currentTarget }) => onHow({ ...how, account: currentTarget.value || null })}
      />
      <NativeSelect
        label={say.text('console.bank.profile')}
        data={[
          { value: '', label: say.text('console.bank.profileAuto') },
          ...(profiles.data?.profiles ?? []).map((one) => ({
            value: one.id,
            label: profileWords(one, say),
          })),
        ]}
        value={how.profile ?? ''}
        onChange={({ currentTarget }) => onHow({ ...how, profile: currentTarget.value || null })}
      />
      {(isMallAsked || how.mall !== null) && (
        <MallField mall={how.mall} onMall={(mall) => onHow({ ...how, mall })} />
      )}
      {(isEndAsked || how.endsOn !== null) && (
        <DateField
          isLabelSeen
          label={say.text('console.bank.endsOn')}
          date={how.endsOn ?? ''}
          onDate={(endsOn) => onHow({ ...how, endsOn })}
        />
      )}
    </div>
  );
}

interface MallFieldProps {
  readonly mall: string | null;
  readonly onMall: (mall: string | null) => void;
}

function MallField({ mall, onMall }: MallFieldProps) {
  const say = useText();
  const { data } = usePlaces();
  return (
    <NativeSelect
      label={say.text('console.bank.toMall')}
      data={[
        { value: '', label: '–' },
        ...(data?.malls ?? []).map(({ code, name }) => ({ value: code, label: name })),
      ]}
      value={mall ?? ''}
      onChange={({ currentTarget }) => onMall(currentTarget.value || null)}
    />
  );
}
