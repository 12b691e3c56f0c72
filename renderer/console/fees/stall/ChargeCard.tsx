import { IconCircleCheck } from '@tabler/icons-react';
import { chargeWords } from '../../../../domain/fees/papers/paper-words.ts';
import type { StallCharge } from '../../../../domain/fees/manage/stall-calls.ts';
import { writtenDate } from '../../../../domain/time.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useText } from '../../../ui/use-text.ts';
import card from '../../system/card.module.css';
import { FeeChip } from '../FeeChip.tsx';
import { RowMenu } from './RowMenu.tsx';
import rows from './rows.module.css';
import type { StallAct } from './stall-act.ts';

interface ChargeCardProps {
  readonly title: string;
  readonly charges: readonly StallCharge[];
  /** Else they are folded away: they are paid. */
  readonly isOpenOnes: boolean;
  readonly onAct: (act: StallAct) => void;
}

/** Charges of a stall, and what can be done with each. */
export function ChargeCard({ title, charges, isOpenOnes, onAct }: ChargeCardProps) {
  const say = useText();
  const list = (
    <ul className={card.list} aria-label={title}>
      {charges.map((charge) => (
        <li key={charge.id}>
          <ChargeRow charge={charge} onAct={onAct} />
        </li>
      ))}
    </ul>
  );
  if (!isOpenOnes) {
    return (
      <section className={card.card}>
        <details className={rows.fold}>
          <summary>{title}</summary>
          {list}
        </details>
      </section>
    );
  }
  return (
    <section className={card.card}>
      <h2 className={rows.title}>{title}</h2>
      {charges.length > 0 ? (
        list
      ) : (
        <EmptyState Icon={IconCircleCheck} title={say.text('console.fees.stall.openNone')}>
          {say.text('console.fees.stall.openNoneHow')}
        </EmptyState>
      )}
    </section>
  );
}

interface ChargeRowProps {
  readonly charge: StallCharge;
  readonly onAct: (act: StallAct) => void;
}

function ChargeRow({ charge, onAct }: ChargeRowProps) {
  const say = useText();
  const { id: of, state, amount, settled, due, basis } = charge;
  const what = chargeWords(charge, say);
  const said = [
    basis,
    say.text('console.fees.stall.due', { due: writtenDate(due) }),
    ...(settled > 0 && settled < amount
      ? [say.text('console.fees.stall.settledOf', { settled, amount })]
      : []),
  ];
  const isOpen = settled < amount;
  return (
    <div className={rows.row}>
      <span className={rows.what}>
        <strong>{what}</strong>
        <span className={card.soft}>{said.filter(Boolean).join(' · ')}</span>
      </span>
      <span className={rows.state}>
        <FeeChip state={state} />
      </span>
      <span className={`${rows.sum} ${card.figure}`}>
        {say.money(isOpen ? amount - settled : amount)}
      </span>
      <span className={rows.acts}>
        <RowMenu
          what={what}
          acts={[
            ...(isOpen
              ? [
                  {
                    text: say.text('console.fees.do.waive'),
                    onAct: () => onAct({ kind: 'waive', charge }),
                  },
                ]
              : []),
            {
              text: say.text('console.fees.do.creditNote'),
              onAct: () => onAct({ kind: 'creditNote', charge }),
            },
            {
              text: say.text('console.fees.do.reverse'),
              onAct: () => onAct({ kind: 'reverse', of, what }),
            },
          ]}
        />
      </span>
    </div>
  );
}
