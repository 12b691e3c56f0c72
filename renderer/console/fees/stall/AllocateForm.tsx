import { useState } from 'react';
import { allocateAdvances } from '../../../../domain/fees/allocate-by-hand.ts';
import type { StallView } from '../../../../domain/fees/manage/stall-calls.ts';
import { useFormId } from '../../../ui/use-act-id.ts';
import { type Say, useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import { ActForm } from '../ActForm.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import { GoesTo } from './GoesTo.tsx';
import type { StallFormProps } from './stall-form.ts';
import { type Split, useSplit } from './use-split.ts';

/** Lets what a stall paid ahead pay its oldest charges, or those that a manager says. */
export function AllocateForm({ stall: view, onDone }: StallFormProps) {
  const say = useText();
  const { stall, advance, open } = view;
  const allocate = useFeeAct(hub.fees.allocate);
  const ids = useFormId('allocate');
  const split = useSplit(open, advance);
  const [note, setNote] = useState('');
  const { lines, fault } = planned(split, view, say);
  return (
    <ActForm
      act={allocate}
      button={say.text('console.fees.do.allocate')}
      fault={fault}
      onSend={() => {
        const given = { stall, lines, note };
        allocate.mutate({ id: ids.of(given), ...given }, { onSuccess: onDone });
      }}
    >
      <p>{say.text('console.fees.allocate.how', { advance })}</p>
      <GoesTo charges={open} split={split} />
      <NoteField note={note} onNote={setNote} />
    </ActForm>
  );
}

interface Planned {
  /** Null for the oldest charges first, as the hub finds them. */
  readonly lines: ReturnType<typeof allocateAdvances> | null;
  /** Why it cannot be sent as it stands; empty where it can. */
  readonly fault: string;
}

function planned(
  { byHand, rest }: Split,
  { open, credits, advance }: StallView,
  say: Say,
): Planned {
  if (byHand === null) return { lines: null, fault: '' };
  if (byHand.length === 0) return { lines: [], fault: say.text('console.fees.allocate.nothing') };
  if (rest < 0) {
    const facts = { sum: advance - rest, advance };
    return { lines: [], fault: say.text('console.fees.allocate.tooMuch', facts) };
  }
  const advances = credits.flatMap(({ id, amount, used, isReversed }) =>
    isReversed || used === amount ? [] : [{ id, unused: amount - used }],
  );
  const charges = open.map((charge) => ({ ...charge, open: charge.amount - charge.settled }));
  try {
    return { lines: allocateAdvances(advances.toReversed(), charges, byHand), fault: '' };
  } catch (error) {
    return { lines: [], fault: say.failure(error) };
  }
}
