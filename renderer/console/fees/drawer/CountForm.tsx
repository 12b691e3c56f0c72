import { useRef, useState } from 'react';
import type { OfficeDrawer } from '../../../../domain/fees/matters/drawer-contract.ts';
import { sumCount } from '../../../../domain/shifts/cash-count.ts';
import { isAnythingTyped } from '../../../../domain/shifts/typed-count.ts';
import { CountPad, CountRows, CountTotal } from '../../../ui/count/CashCountForm.tsx';
import { useCount } from '../../../ui/count/use-count.ts';
import { useFormId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import { ActForm } from '../ActForm.tsx';
import { Facts } from '../Facts.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import { differenceWords } from './difference-words.ts';
import styles from './DrawerPage.module.css';

interface CountFormProps {
  readonly drawer: OfficeDrawer;
  readonly onDone: () => void;
}

/** Counts the office's drawer by its notes and coins, as a till is counted. */
export function CountForm({ drawer: { account, expected }, onDone }: CountFormProps) {
  const say = useText();
  const book = useFeeAct(hub.matters.countDrawer);
  const ids = useFormId('count');
  const count = useCount();
  const [note, setNote] = useState('');
  const behind = useRef<HTMLDivElement>(null);
  const counted = sumCount(count.counted);
  const isTyped = isAnythingTyped(count.typed);
  return (
    <ActForm
      act={book}
      button={say.text('console.fees.drawer.book')}
      fault={isTyped ? '' : say.text('shift.countFirst')}
      onSend={() => {
        const given = { account, counted, note };
        book.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <div className={styles.count}>
        <CountRows
          count={count}
          isFirst
          onDone={() => behind.current?.querySelector('input')?.focus()}
        />
        <div className={styles.pad}>
          <CountTotal count={count} label={say.text('console.fees.drawer.total')} />
          <CountPad count={count} />
          {isTyped && (
            <Facts
              facts={[
                { label: say.text('console.fees.drawer.expected'), text: say.money(expected) },
                {
                  label: say.text('console.fees.drawer.difference'),
                  text: differenceWords(counted - expected, say),
                  isStrong: true,
                },
              ]}
            />
          )}
        </div>
      </div>
      <div ref={behind}>
        <NoteField note={note} onNote={setNote} />
      </div>
    </ActForm>
  );
}
