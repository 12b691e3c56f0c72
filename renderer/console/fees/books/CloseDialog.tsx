import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { FeeMonth, MonthFinding } from '../../../../domain/fees/matters/month-contract.ts';
import { periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { type Say, useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import { Dialog } from '../../system/Dialog.tsx';
import { ActForm } from '../ActForm.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import { bookWords } from './account-words.ts';
import styles from './books.module.css';

interface CloseProps {
  readonly month: FeeMonth;
  readonly findings: readonly MonthFinding[];
  readonly onClose: () => void;
}

/** Closes a month once nothing is open in it, or opens it again for the federation. */
export function CloseDialog({ isOpen, ...given }: CloseProps & { readonly isOpen: boolean }) {
  const say = useText();
  const { month, onClose } = given;
  const act = say.text(month.isClosed ? 'console.fees.books.reopen' : 'console.fees.books.close');
  return (
    <Dialog
      isOpen={isOpen}
      title={`${act} · ${periodWords(month.month, say)}`}
      onClose={onClose}
      isWide
    >
      {isOpen && <Form {...given} />}
    </Dialog>
  );
}

/** As the month stood when it was opened: the form stays to hear that it was done. */
function Form(given: CloseProps) {
  const [wasClosed] = useState(given.month.isClosed);
  return wasClosed ? <ReopenForm {...given} /> : <CloseForm {...given} />;
}

function CloseForm({ month: { month, mall }, findings, onClose }: CloseProps) {
  const say = useText();
  const close = useFeeAct(hub.matters.closeMonth);
  const ids = useActId();
  const [despite, setDespite] = useState(false);
  const [note, setNote] = useState('');
  const isOpen = findings.length > 0;
  return (
    <ActForm
      act={close}
      button={say.text('console.fees.books.close')}
      fault={isOpen && !despite ? say.text('console.fees.books.despiteFirst') : ''}
      onSend={() => {
        const given = { mall, month, note, despite };
        close.mutate({ id: ids.of(given), ...given }, { onSuccess: onClose });
      }}
    >
      <p>{say.text('console.fees.books.closeHow')}</p>
      {isOpen ? (
        <>
          <ul className={styles.findings} aria-label={say.text('console.fees.books.check')}>
            {findings.map((finding) => (
              <li key={`${finding.kind} ${finding.account}`} className={styles.finding}>
                {findingWords(finding, say)}
              </li>
            ))}
          </ul>
          <Checkbox
            label={say.text('console.fees.books.despite')}
            checked={despite}
            onChange={(event) => setDespite(event.currentTarget.checked)}
          />
        </>
      ) : (
        <p role="status">{say.text('console.fees.books.ready')}</p>
      )}
      <NoteField isFirst isReason={isOpen} note={note} onNote={setNote} />
    </ActForm>
  );
}

function ReopenForm({ month: { month, mall }, onClose }: CloseProps) {
  const say = useText();
  const reopen = useFeeAct(hub.matters.reopenMonth);
  const ids = useActId();
  const [note, setNote] = useState('');
  return (
    <ActForm
      act={reopen}
      button={say.text('console.fees.books.reopen')}
      onSend={() => {
        const given = { mall, month, note };
        reopen.mutate({ id: ids.of(given), ...given }, { onSuccess: onClose });
      }}
    >
      <p>{say.text('console.fees.books.reopenHow')}</p>
      <NoteField isReason isFirst note={note} onNote={setNote} />
    </ActForm>
  );
}

function findingWords({ kind, account: of, count, amount }: MonthFinding, say: Say): string {
  const account = bookWords(of, say);
  return say.text(`console.fees.finding.${kind}`, { account, count, amount });
}
