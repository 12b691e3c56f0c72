import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Addressee } from '../../../domain/down/addressee.ts';
import { useText } from '../../ui/use-text.ts';
import { ChooseStall, type OfferedStall } from '../reports/ChooseStall.tsx';
import card from '../system/card.module.css';
import { Choices } from '../system/Choices.tsx';
import styles from './ChooseTo.module.css';
import { usePlaces } from './use-notices.ts';

/** Of a form that begins. */
export const everybody: Addressee = { kind: 'everybody' };

/** Stalls that are offered at once: the form goes on below them. */
const OFFERED_MAX = 5;

const kinds = ['everybody', 'region', 'mall', 'stall'] as const;

interface ChooseToProps {
  readonly to: Addressee;
  readonly onTo: (to: Addressee) => void;
}

/** Whom something is told: every till, or those of a region, of a mall, of a stall. */
export function ChooseTo({ to, onTo }: ChooseToProps) {
  const say = useText();
  const { data } = usePlaces();
  const places = { region: data?.regions ?? [], mall: data?.malls ?? [] };
  return (
    <div>
      <Choices
        label={say.text('notices.to')}
        choices={kinds.map((value) => ({ value, text: say.text(`notices.to.${value}`) }))}
        chosen={to.kind}
        onChoose={(kind) => {
          if (kind === 'everybody') onTo(everybody);
          else onTo({ kind, of: kind === 'stall' ? '' : (places[kind][0]?.code ?? '') });
        }}
      />
      {(to.kind === 'region' || to.kind === 'mall') && (
        <NativeSelect
          required
          label={say.text(`notices.which.${to.kind}`)}
          data={places[to.kind].map(({ code, name }) => ({ value: code, label: name }))}
          value={to.of}
          onChange={(event) => onTo({ ...to, of: event.currentTarget.value })}
        />
      )}
      {to.kind === 'stall' && <OneStall onTo={onTo} />}
    </div>
  );
}

function OneStall({ onTo }: Pick<ChooseToProps, 'onTo'>) {
  const say = useText();
  const [chosen, setChosen] = useState<OfferedStall | null>(null);
  const choose = (stall: OfferedStall | null): void => {
    setChosen(stall);
    onTo({ kind: 'stall', of: stall?.stall ?? '' });
  };
  if (chosen === null) {
    const missing = say.text('notices.chooseStall');
    return <ChooseStall offeredMax={OFFERED_MAX} missing={missing} onStall={choose} />;
  }
  return (
    <p className={styles.chosen}>
      <span>
        <strong>{chosen.name}</strong>{' '}
        <span className={card.soft}>
          {chosen.number} · {chosen.mall} · {chosen.stall}
        </span>
      </span>
      <Button variant="subtle" onClick={() => choose(null)}>
        {say.text('notices.otherStall')}
      </Button>
    </p>
  );
}
