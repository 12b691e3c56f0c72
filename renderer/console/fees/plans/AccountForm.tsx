import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FeeAccount } from '../../../../domain/fees/manage/mall-calls.ts';
import { OrganisationCode } from '../../../../domain/sync/place.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import { Choices } from '../../system/Choices.tsx';
import { ActForm } from '../ActForm.tsx';
import { useFeeAct } from '../use-fees.ts';
import { ProfileField } from './ProfileField.tsx';
import { QrisField, qrisFault } from './QrisField.tsx';

interface AccountFormProps {
  readonly mall: string;
  /** Null for a new one. */
  readonly before: FeeAccount | null;
  readonly onDone: () => void;
}

const kinds = ['bank', 'qris', 'cash'] as const;

/** An account of a mall: what it is called on bills, and what its static QRIS says. */
export function AccountForm({ mall, before, onDone }: AccountFormProps) {
  const say = useText();
  const set = useFeeAct(hub.fees.setAccount);
  const ids = useActId();
  const [account, setAccount] = useState(before?.account ?? '');
  const [holds, setHolds] = useState<FeeAccount['holds']>(before?.holds ?? 'bank');
  const [label, setLabel] = useState(before?.label ?? '');
  const [qris, setQris] = useState(before?.qris ?? '');
  const [profile, setProfile] = useState(before?.profile ?? '');
  const [isClosed, setIsClosed] = useState(before?.isClosed ?? false);
  const isCode = account === '' || OrganisationCode.safeParse(account).success;
  const wrongCode = isCode ? '' : say.text('console.fees.accounts.codeWrong');
  return (
    <ActForm
      act={set}
      button={say.text('console.fees.accounts.save')}
      fault={wrongCode || (holds === 'qris' ? qrisFault(qris, say) : '')}
      onSend={() => {
        const said = holds === 'qris' ? qris.trim() : '';
        const given = { mall, account, holds, label, qris: said, profile, isClosed };
        set.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      {before === null && (
        <>
          <Choices
            label={say.text('console.fees.accounts.holds')}
            choices={kinds.map((value) => ({
              value,
              text: say.text(`console.fees.accounts.holds.${value}`),
            }))}
            chosen={holds}
            onChoose={setHolds}
          />
          <TextInput
            required
            data-autofocus
            label={say.text('console.fees.accounts.code')}
            description={say.text('console.fees.accounts.codeHow')}
            autoComplete="off"
            spellCheck={false}
            maxLength={32}
            value={account}
            onChange={(event) => setAccount(event.currentTarget.value)}
          />
        </>
      )}
      <TextInput
        required={holds !== 'cash'}
        label={say.text('console.fees.accounts.label')}
        description={say.text('console.fees.accounts.labelHow')}
        autoComplete="off"
        maxLength={60}
        value={label}
        onChange={(event) => setLabel(event.currentTarget.value)}
      />
      {holds !== 'cash' && <ProfileField {...{ holds, profile }} onProfile={setProfile} />}
      {holds === 'qris' && <QrisField qris={qris} onQris={setQris} />}
      {before !== null && (
        <Checkbox
          label={say.text('console.fees.accounts.isClosed')}
          checked={isClosed}
          onChange={(event) => setIsClosed(event.currentTarget.checked)}
        />
      )}
    </ActForm>
  );
}
