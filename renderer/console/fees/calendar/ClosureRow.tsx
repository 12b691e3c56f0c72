import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FeeClosure } from '../../../../domain/fees/matters/closure-contract.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { Dialog } from '../../system/Dialog.tsx';
import { ActForm } from '../ActForm.tsx';
import { Chip } from '../Chip.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import styles from './calendar.module.css';
import { GrantForm } from './GrantForm.tsx';

interface ClosureProps {
  readonly closure: FeeClosure;
}

/** What a till of a stall stamped is by the program. */
export const BY_TILL = 'lapak';

/** A closure: of whom, when, why; it is taken back, or a credit is granted for it. */
export function ClosureRow({ closure }: ClosureProps) {
  const say = useText();
  const [doing, setDoing] = useState<'grant' | 'end' | null>(null);
  const { stall, why, from, to, text, by, isEnded } = closure;
  const span =
    from === to
      ? writtenDate(from)
      : say.text('console.fees.calendar.span', { from: writtenDate(from), to: writtenDate(to) });
  const who =
    by === BY_TILL
      ? say.text('console.fees.calendar.byStall')
      : say.text('console.fees.calendar.by', { by });
  const name = stall
    ? `${stall.name} · ${stall.stall}`
    : say.text('console.fees.calendar.wholeMall');
  return (
    <div className={styles.row} data-ended={isEnded || undefined}>
      <span>
        <strong>{name}</strong>
        <span className={card.soft}>
          {say.text(`console.fees.why.${why}`)} · {span}
        </span>
      </span>
      <span className={card.soft}>{[text, who].filter(Boolean).join(' · ')}</span>
      <span className={styles.acts}>
        {isEnded ? (
          <Chip tone="bad">{say.text('console.fees.calendar.ended')}</Chip>
        ) : (
          <>
            <Button variant="subtle" onClick={() => setDoing('end')}>
              {say.text('console.fees.calendar.end')}
            </Button>
            <Button variant="default" onClick={() => setDoing('grant')}>
              {say.text('console.fees.calendar.grant')}
            </Button>
          </>
        )}
      </span>
      <Dialog
        isOpen={doing !== null}
        title={`${say.text(`console.fees.calendar.${doing ?? 'end'}`)} · ${name}`}
        onClose={() => setDoing(null)}
        isWide
      >
        {doing === 'end' && <EndForm closure={closure} onDone={() => setDoing(null)} />}
        {doing === 'grant' && <GrantForm closure={closure} onDone={() => setDoing(null)} />}
      </Dialog>
    </div>
  );
}

function EndForm({ closure, onDone }: ClosureProps & { readonly onDone: () => void }) {
  const say = useText();
  const end = useFeeAct(hub.matters.endClosure);
  const ids = useActId();
  const [note, setNote] = useState('');
  return (
    <ActForm
      act={end}
      button={say.text('console.fees.calendar.end')}
      onSend={() => {
        const given = { closure: closure.id, lastDay: null, note };
        end.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <p>{say.text('console.fees.calendar.endHow')}</p>
      <NoteField isReason isFirst note={note} onNote={setNote} />
    </ActForm>
  );
}
