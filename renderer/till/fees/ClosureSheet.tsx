import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { closureFault } from '../../../domain/fees/closure-days.ts';
import { type ClosureReason, closureReasons } from '../../../domain/fees/kinds.ts';
import { MESSAGE_TEXT_MAX } from '../../../domain/fees/message-bounds.ts';
import type { PlainTextKey } from '../../../domain/text.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useActId } from '../../ui/use-act-id.ts';
import { useText } from '../../ui/use-text.ts';
import { Choices } from '../shifts/Choices.tsx';
import { ConfirmButton } from '../shifts/ConfirmButton.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import { SheetFailure } from '../shifts/SheetFailure.tsx';
import { useDoing } from '../shifts/use-doing.ts';
import { till } from '../till-client.ts';
import styles from './Fees.module.css';

interface ClosureSheetProps {
  readonly today: string;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** On which days the stall could not trade, and why: the mall sees it on its calendar too. */
export function ClosureSheet({ today, onBusy, onDone, onClose }: ClosureSheetProps) {
  const say = useText();
  const form = useClosure(today, onBusy, onDone);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <SheetColumns
      title={say.text('fees.addClosure')}
      isBusy={form.isBusy}
      onClose={onClose}
      side={
        <>
          <p className={styles.soft}>{say.text('fees.noDaysHow')}</p>
          <div className={styles.spring} />
          <SheetFailure error={form.error} />
          <ConfirmButton
            ref={button}
            isOff={form.isBusy || form.whyNot !== null}
            onPress={form.send}
          >
            {say.text(form.whyNot ?? 'fees.send')}
          </ConfirmButton>
        </>
      }
    >
      <Choices
        isFirst
        label={say.text('fees.closureReason')}
        options={closureReasons.map((value) => ({ value, label: say.text(`fees.why.${value}`) }))}
        chosen={form.why}
        onChoose={form.setWhy}
        onDone={() => button.current?.focus()}
      />
      <div className={styles.fields}>
        <TextInput
          type="date"
          label={say.text('fees.from')}
          defaultValue={form.from}
          onChange={({ currentTarget: { value } }) => form.setFrom(value)}
        />
        <TextInput
          type="date"
          label={say.text('fees.to')}
          defaultValue={form.to}
          onChange={({ currentTarget: { value } }) => form.setTo(value)}
        />
      </div>
      <TextInput
        label={say.text('fees.text')}
        autoComplete="off"
        maxLength={MESSAGE_TEXT_MAX}
        value={form.text}
        onChange={({ currentTarget: { value } }) => form.setText(value)}
      />
    </SheetColumns>
  );
}

/** What is wrong with the days; null for nothing. */
function daysWrong(from: string, to: string): PlainTextKey | null {
  const fault = closureFault(from, to);
  if (fault === null) return null;
  return fault === 'wrong' ? 'fees.dateWrong' : 'fees.daysTooMany';
}

function useClosure(
  today: string,
  onBusy: ClosureSheetProps['onBusy'],
  onDone: ClosureSheetProps['onDone'],
) {
  const notices = useNotices();
  const ids = useActId();
  const [why, setWhy] = useState<ClosureReason | null>(null);
  const [from, setFrom] = useState(today);
  const [to, setTo] = useState(today);
  const [text, setText] = useState('');
  const { isBusy, error, run } = useDoing(onBusy);
  const whyNot = why === null ? 'fees.whyNeeded' : daysWrong(from, to);
  const send = (): void => {
    if (whyNot !== null || why === null) return;
    run(async () => {
      const message = { kind: 'closure', why, from, to, text } as const;
      await till.fees.send({ id: ids.of(message), message, photo: null });
      ids.done();
      notices.done((say) => say.text('fees.told'));
      onDone();
    });
  };
  return { why, setWhy, from, setFrom, to, setTo, text, setText, isBusy, error, whyNot, send };
}
