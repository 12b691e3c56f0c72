import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react';
import type { BankAccount } from '../../../../../domain/fees/bank/manage-contract.ts';
import { useText } from '../../../../ui/use-text.ts';
import { DropFile } from '../../../system/DropFile.tsx';
import drop from '../../../system/DropFile.module.css';
import { FileReport } from './FileReport.tsx';
import { HowReadFields } from './HowReadFields.tsx';
import styles from './TakeFile.module.css';
import { fileFailure, isCode } from './read-bank-file.ts';
import { type HowRead, type TriedFile, useBankFile } from './use-bank-file.ts';

/** What banks and acquirers give out. */
const ACCEPT = '.csv,.txt,.xlsx,.xls,.sta,.mt940,.940,.xml,.dat';
const asItTells = { account: null, mall: null, endsOn: null };
/** Why a file is refused that another way of reading would take. */
const unread = ['STATEMENT_UNKNOWN', 'STATEMENT_UNFIT', 'STATEMENT_NUMBERS_DOUBTFUL'];

interface TakeFileProps {
  readonly dropped: File | null;
  readonly profile: string | null;
  readonly accounts: readonly BankAccount[];
  readonly onTaken: (account: string | null) => void;
  readonly onTeach: (file: File) => void;
}

/** One file: chosen, tried, and taken in. */
export function TakeFile({ dropped, profile, accounts, onTaken, onTeach }: TakeFileProps) {
  const say = useText();
  const [how, setHow] = useState<HowRead>({ ...asItTells, profile });
  const { attempt, tried, tryOut, take } = useTrial(how, onTaken);
  const { error, isPending, variables, reset } = attempt;
  const tryDropped = useEffectEvent(() => {
    if (dropped) tryOut(dropped);
  });
  useEffect(() => tryDropped(), [dropped]);
  const file = variables?.file;
  const failure = isPending || !error ? '' : fileFailure(error, say);
  const fields = (
    <HowReadFields
      how={how}
      accounts={accounts}
      isMallAsked={isCode(error, 'BANK_ACCOUNT_NEEDED')}
      isEndAsked={isCode(error, 'STATEMENT_YEAR_UNKNOWN')}
      onHow={setHow}
    />
  );
  if (tried) {
    return (
      <FileReport
        tried={tried}
        failure={failure}
        isBusy={isPending}
        onTake={(isUnbalancedTaken) => take(tried, isUnbalancedTaken)}
        onOtherFile={reset}
        onTeach={() => onTeach(tried.file)}
      />
    );
  }
  if (file && failure !== '') {
    return (
      <FailedFile
        name={file.name}
        failure={failure}
        onOtherFile={reset}
        onAgain={() => tryOut(file)}
        onTeach={isCode(error, ...unread) ? () => onTeach(file) : undefined}
      >
        {fields}
      </FailedFile>
    );
  }
  return (
    <>
      <DropFile
        words={{
          drop: say.text('console.bank.drop'),
          pick: say.text('console.bank.pick'),
          how: say.text('console.bank.pickHow'),
        }}
        accept={ACCEPT}
        failure=""
        isBusy={isPending}
        onFile={tryOut}
      />
      {fields}
    </>
  );
}

/** A trial stands until it is imported: an import that did not arrive is sent again from it. */
function useTrial(how: HowRead, onTaken: TakeFileProps['onTaken']) {
  const { attempt } = useBankFile();
  const { data, variables, mutate } = attempt;
  const [trial, setTrial] = useState<TriedFile | null>(null);
  return {
    attempt,
    tried: data ?? (variables?.mode === 'apply' ? trial : null),
    tryOut: (file: File): void => {
      const asked = {
        ...how,
        file,
        mode: 'dry-run',
        seen: null,
        isUnbalancedTaken: false,
      } as const;
      mutate(asked, { onSuccess: setTrial });
    },
    take: (tried: TriedFile, isUnbalancedTaken: boolean): void => {
      const asked = {
        ...tried,
        mode: 'apply',
        seen: tried.report.digest,
        isUnbalancedTaken,
      } as const;
      mutate(asked, {
        onSuccess: (told) => {
          setTrial(told);
          if (told.mode === 'apply') onTaken(told.report.account);
        },
      });
    },
  };
}

interface FailedFileProps {
  readonly name: string;
  readonly failure: string;
  readonly onOtherFile: () => void;
  readonly onAgain: () => void;
  /** Undefined where teaching would change nothing. */
  readonly onTeach: (() => void) | undefined;
  /** What may be told of it, so that it can be read. */
  readonly children: ReactNode;
}

function FailedFile(props: FailedFileProps) {
  const { name, failure, onOtherFile, onAgain, onTeach, children } = props;
  const say = useText();
  return (
    <div className={styles.again}>
      <p className={drop.failure} role="alert">
        <IconAlertTriangle aria-hidden />
        <span>
          <strong>{name}</strong>
          <br />
          {failure}
        </span>
      </p>
      {children}
      <div className={styles.acts}>
        <Button variant="default" onClick={onOtherFile}>
          {say.text('console.bank.otherFile')}
        </Button>
        <Button variant={onTeach ? 'default' : 'filled'} onClick={onAgain}>
          {say.text('console.bank.again')}
        </Button>
        {onTeach && <Button onClick={onTeach}>{say.text('console.bank.teachThis')}</Button>}
      </div>
    </div>
  );
}
