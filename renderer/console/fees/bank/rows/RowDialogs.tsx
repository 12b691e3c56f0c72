import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { formatSen } from '../../../../../domain/console/bank/sen-words.ts';
import { choose } from '../../../../../domain/console/bank/work.ts';
import type { BankRow } from '../../../../../domain/fees/bank/bank-row.ts';
import type { BankAccount } from '../../../../../domain/fees/bank/manage-contract.ts';
import { FreshSurface } from '../../../../ui/FreshSurface.tsx';
import { KeyHint } from '../../../../ui/KeyHint.tsx';
import { useText } from '../../../../ui/use-text.ts';
import { ChooseStall } from '../../../reports/ChooseStall.tsx';
import { Dialog } from '../../../system/Dialog.tsx';
import { Question } from '../../../system/Question.tsx';
import { PaperDialog } from '../../papers/PaperDialog.tsx';
import { ExplainForm } from './ExplainForm.tsx';
import { KuitansiOf } from './KuitansiOf.tsx';
import { SplitForm } from './SplitForm.tsx';
import type { BankWorkbench } from './use-bank-work.ts';

/** Stalls that are offered at once. */
const OFFERED_MAX = 8;

/** What lies over the list. */
export type RowDialog = 'split' | 'find' | 'explain' | 'ticked' | 'undo' | ShownKuitansi;

/** A kuitansi that is looked at. */
export interface ShownKuitansi {
  /** Its number. */
  readonly kuitansi: string;
}

interface RowDialogsProps {
  readonly open: RowDialog | null;
  /** That it was opened of. */
  readonly row: BankRow | undefined;
  readonly bench: BankWorkbench;
  /** The account of the rows, and its mall. */
  readonly account: string;
  readonly mall: string;
  /** All of its mall. */
  readonly accounts: readonly BankAccount[];
  readonly onClose: () => void;
}

/** What is asked of a row, or of all that are ticked. */
export function RowDialogs(props: RowDialogsProps) {
  const { open, row, bench, mall, onClose } = props;
  const say = useText();
  const { setWork } = bench;
  const sum = formatSen(row?.amountSen ?? 0);
  return (
    <>
      <SplitDialog {...props} />
      <Dialog
        isOpen={open === 'find' && row !== undefined}
        title={say.text('console.bank.findTitle', { sum })}
        onClose={onClose}
      >
        {row && (
          <ChooseStall
            isFirst
            offeredMax={OFFERED_MAX}
            onStall={(stall) => {
              setWork((before) => choose(before, row, stall));
              onClose();
            }}
          />
        )}
      </Dialog>
      <ExplainDialog {...props} />
      <PaperDialog
        isOpen={typeof open === 'object' && open !== null}
        title={say.text('console.bank.kuitansi')}
        onClose={onClose}
      >
        {typeof open === 'object' && open && <KuitansiOf mall={mall} of={open} />}
      </PaperDialog>
      <AskTicked isOpen={open === 'ticked'} bench={bench} onClose={onClose} />
      <AskUndo isOpen={open === 'undo'} bench={bench} onClose={onClose} />
    </>
  );
}

/** Over which stalls a row is split. */
function SplitDialog({ open, row, bench, onClose }: RowDialogsProps) {
  const say = useText();
  const sum = formatSen(row?.amountSen ?? 0);
  return (
    <Dialog
      isOpen={open === 'split' && row !== undefined}
      title={say.text('console.bank.splitTitle', { sum })}
      onClose={onClose}
      isWide
    >
      {row && (
        <SplitForm
          row={row}
          draft={bench.drafts[row.row]?.parts}
          onSplit={(typed, parts) => {
            bench.acceptParts(row, typed, parts);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

/** What a row is that is no payment. */
function ExplainDialog({ open, row, bench, account, accounts, onClose }: RowDialogsProps) {
  const say = useText();
  const sum = formatSen(row?.amountSen ?? 0);
  return (
    <Dialog
      isOpen={open === 'explain' && row !== undefined}
      title={say.text('console.bank.explainTitle', { sum })}
      onClose={onClose}
    >
      {row && (
        <ExplainForm
          row={row}
          draft={bench.drafts[row.row]?.said}
          account={account}
          accounts={accounts}
          onExplain={(said) => {
            bench.explainRow(row, said);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}

interface AskProps {
  readonly isOpen: boolean;
  readonly bench: BankWorkbench;
  readonly onClose: () => void;
}

/** One answer for all that are ticked: Enter gives it, for they can still be undone. */
function AskTicked({ isOpen, bench, onClose }: AskProps) {
  const say = useText();
  const count = bench.ticked.length;
  return (
    <Dialog isOpen={isOpen} title={say.text('console.bank.tickedAsk', { count })} onClose={onClose}>
      {isOpen && <TickedForm bench={bench} onClose={onClose} />}
    </Dialog>
  );
}

function TickedForm({ bench, onClose }: Omit<AskProps, 'isOpen'>) {
  const say = useText();
  const [ticked] = useState(bench.ticked); // what was asked is what is done
  const sum = ticked.reduce((all, { amount }) => all + amount, 0);
  return (
    <FreshSurface>
      <Text mb="lg">{say.text('console.bank.tickedHow', { sum })}</Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onClose}>
          {say.text('console.bank.tickedKeep')}
        </Button>
        <Button
          data-autofocus
          rightSection={<KeyHint>Enter</KeyHint>}
          onClick={() => {
            bench.acceptAll(ticked);
            onClose();
          }}
        >
          {say.text('console.bank.accept')}
        </Button>
      </Group>
    </FreshSurface>
  );
}

function AskUndo({ isOpen, bench, onClose }: AskProps) {
  const say = useText();
  const last = bench.work.steps.at(-1);
  return (
    <Question
      isOpen={isOpen && last !== undefined}
      title={say.text('console.bank.undoAsk', { count: last?.rows ?? 0 })}
      keep={say.text('console.bank.undoKeep')}
      onKeep={onClose}
      act={say.text('console.bank.undo')}
      onAct={() => {
        if (last) bench.undo(last.acts);
        onClose();
      }}
    >
      {say.text('console.bank.undoHow')}
    </Question>
  );
}
