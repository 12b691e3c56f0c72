import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FeeMall } from '../../../../domain/fees/manage/mall-calls.ts';
import { periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import { Choices } from '../../system/Choices.tsx';
import form from '../../system/form.module.css';
import { ActForm } from '../ActForm.tsx';
import { AmountField } from '../AmountField.tsx';
import { MonthSteps } from '../MonthSteps.tsx';
import { NoteField } from '../NoteField.tsx';
import { useFeeAct } from '../use-fees.ts';
import { draftOf, planOf, previewOf, type PlanDraft, PREVIEW_KWH } from './plan-draft.ts';
import type { Plan } from './plan-words.ts';
import styles from './plans.module.css';

interface PlanFormProps {
  readonly mall: FeeMall;
  /** The first month from which it can hold. */
  readonly from: string;
  /** What holds until then. */
  readonly before: Plan;
  readonly onClose: () => void;
}

/** Most of what is a day of a month. */
const days = Array.from({ length: 28 }, (_, at) => String(at + 1));

/** What a mall charges from a month on, with what a stall pays by it. */
export function PlanForm({ mall: { mall }, from, before, onClose }: PlanFormProps) {
  const say = useText();
  const set = useFeeAct(hub.fees.setPlan);
  const ids = useActId();
  const [draft, setDraft] = useState(() => draftOf(before, from));
  const [note, setNote] = useState('');
  const plan = planOf(draft);
  const preview = plan && previewOf(plan);
  const change = (to: Partial<PlanDraft>): void => setDraft({ ...draft, ...to });
  const early = draft.from < from;
  const wrong = plan ? '' : say.text('console.fees.plans.wrong', { example: '1.444,70' });
  const fault = early
    ? say.text('console.fees.plans.fromHow', { month: periodWords(from, say) })
    : wrong;
  return (
    <ActForm
      act={set}
      button={say.text('console.fees.plans.save')}
      fault={fault}
      onSend={() => {
        if (!plan) return;
        const given = { mall, plan, note };
        set.mutate({ id: ids.of(given), ...given }, { onSuccess: onClose });
      }}
    >
      <div>
        <p className={form.label}>{say.text('console.fees.plans.from')}</p>
        <MonthSteps period={draft.from} now={from} onPeriod={(to) => change({ from: to })} />
      </div>
      <Electricity draft={draft} onChange={change} />
      <div className={styles.pair}>
        <AmountField
          label={say.text('console.fees.plans.cleaning')}
          digits={draft.cleaning}
          onDigits={(cleaning) => change({ cleaning })}
        />
        <NativeSelect
          label={say.text('console.fees.plans.dueDay')}
          data={days}
          value={String(draft.dueDay)}
          onChange={(event) => change({ dueDay: Number(event.currentTarget.value) })}
        />
      </div>
      <Checkbox
        label={say.text('console.fees.plans.isProrated')}
        checked={draft.isProrated}
        onChange={(event) => change({ isProrated: event.currentTarget.checked })}
      />
      <Penalty draft={draft} onChange={change} />
      {preview !== undefined && (
        <div className={styles.preview} role="status">
          {say.text('console.fees.plans.preview')}
          <strong>{say.money(preview)}</strong>
          {draft.basis === 'metered' &&
            say.text('console.fees.plans.previewAt', { kwh: String(PREVIEW_KWH) })}
        </div>
      )}
      <NoteField note={note} onNote={setNote} />
    </ActForm>
  );
}

interface PartProps {
  readonly draft: PlanDraft;
  readonly onChange: (to: Partial<PlanDraft>) => void;
}

function Electricity({ draft, onChange }: PartProps) {
  const say = useText();
  const bases = ['fixed', 'metered'] as const;
  return (
    <>
      <Choices
        label={say.text('console.fees.plans.basis')}
        choices={bases.map((value) => ({
          value,
          text: say.text(`console.fees.plans.basis.${value}`),
        }))}
        chosen={draft.basis}
        onChoose={(basis) => onChange({ basis })}
      />
      {draft.basis === 'fixed' ? (
        <AmountField
          isFirst
          label={say.text('console.fees.plans.electricity')}
          digits={draft.electricity}
          onDigits={(electricity) => onChange({ electricity })}
        />
      ) : (
        <TextInput
          required
          label={say.text('console.fees.plans.rate')}
          description={say.text('console.fees.plans.rateHow')}
          inputMode="decimal"
          autoComplete="off"
          value={draft.rate}
          onChange={(event) => onChange({ rate: event.currentTarget.value })}
        />
      )}
    </>
  );
}

function Penalty({ draft, onChange }: PartProps) {
  const say = useText();
  const fields = [
    ['penaltyRate', say.text('console.fees.plans.penaltyRate')],
    ['penaltyGrace', say.text('console.fees.plans.penaltyGrace')],
    ['penaltyCap', say.text('console.fees.plans.penaltyCap')],
  ] as const;
  return (
    <>
      <Checkbox
        label={say.text('console.fees.plans.hasPenalty')}
        checked={draft.hasPenalty}
        onChange={(event) => onChange({ hasPenalty: event.currentTarget.checked })}
      />
      {draft.hasPenalty && (
        <div className={styles.pair}>
          {fields.map(([field, label]) => (
            <TextInput
              key={field}
              required
              label={label}
              inputMode="decimal"
              autoComplete="off"
              value={draft[field]}
              onChange={(event) => onChange({ [field]: event.currentTarget.value })}
            />
          ))}
        </div>
      )}
    </>
  );
}
