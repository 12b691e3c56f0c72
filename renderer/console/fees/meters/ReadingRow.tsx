import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconCheck, IconDots } from '@tabler/icons-react';
import type { Reading, ReadStall } from '../../../../domain/fees/manage/meter-calls.ts';
import { usedBetween } from '../../../../domain/fees/reading.ts';
import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, isRefused } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { failureWords } from '../../system/failure-words.ts';
import { milliOf } from '../milli-of.ts';
import { useFeeAct } from '../use-fees.ts';
import styles from './meters.module.css';

interface ReadingRowProps {
  readonly period: string;
  readonly stall: ReadStall;
  /** What is typed, and not kept yet. */
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly setField: (field: HTMLInputElement | null) => void;
  /** It is on its way: the next is up, for hands do not wait for a slow line. */
  readonly onSent: () => void;
  readonly onDetails: () => void;
}

/** What the hub refuses until a person has seen it. */
const doubts: readonly string[] = ['READING_LARGE', 'READING_APART'];

/** The meter of one stall: what it showed last, and a field for what it shows now. */
export function ReadingRow(props: ReadingRowProps) {
  const { period, typed, onTyped, setField, onSent, onDetails } = props;
  const say = useText();
  const { stall, name, number, last, reading, usual } = props.stall;
  const take = useFeeAct(hub.fees.takeReading);
  const ids = useActId();
  const to = milliOf(typed);
  const from = last?.to ?? 0;
  const used = reading?.used ?? (to === undefined ? null : usedBetween({ from, to }));
  const isDoubted = isRefused(take.error) && doubts.includes(take.error.code);
  const isUnread = typed.trim() !== '' && to === undefined;
  const keep = (isConfirmed: boolean): void => {
    if (to === undefined || take.isPending) return;
    const given = { stall, period, to, isConfirmed };
    take.mutate({ id: ids.of(given), ...given }, { onSuccess: () => onTyped('') });
    onSent();
  };
  return (
    <div className={`${card.row} ${styles.row}`} data-kept={reading !== null || undefined}>
      <span className={styles.name}>
        <strong>{name}</strong>
        <span className={card.soft}>{[number, stall].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={styles.last}>
        <small>{say.text('console.fees.meters.last')} </small>
        {last ? say.quantity(last.to) : say.text('console.fees.meters.lastNone')}
      </span>
      <span className={styles.now}>
        {reading ? (
          <Kept reading={reading} />
        ) : (
          <input
            ref={setField}
            aria-label={say.text('console.fees.meters.nowOf', { stall: name })}
            aria-invalid={isUnread || take.error !== null || undefined}
            inputMode="decimal"
            autoComplete="off"
            maxLength={16}
            readOnly={take.isPending}
            value={typed}
            onChange={({ currentTarget }) => {
              take.reset();
              onTyped(currentTarget.value);
            }}
            onKeyDown={({ key, repeat }) => {
              if (key === 'Enter' && !repeat) keep(isDoubted);
            }}
          />
        )}
        {take.isPending && <Loader size="xs" aria-hidden />}
      </span>
      <Used used={used} usual={usual} />
      <DetailsButton name={name} onOpen={onDetails} />
      {(take.error || isUnread) && (
        <p className={styles.fault} role="alert">
          {take.error ? failureWords(take.error, say) : say.text('console.fees.meters.wrong')}{' '}
          {isDoubted && (
            <Button size="compact-md" onClick={() => keep(true)}>
              {say.text('console.fees.meters.confirm')}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}

/** What a stall took, and what it takes in a usual month. Thousandths of a kWh */
function Used({ used, usual }: { readonly used: number | null } & Pick<ReadStall, 'usual'>) {
  const say = useText();
  return (
    <span className={styles.used}>
      {used !== null && say.quantity(used)}
      {usual !== null && (
        <small className={card.soft}> {say.text('console.fees.meters.usual', { usual })}</small>
      )}
    </span>
  );
}

/** What was read: it is there, and cannot be typed over. */
function Kept({ reading: { to, isEstimate } }: { readonly reading: Reading }) {
  const say = useText();
  return (
    <output>
      <IconCheck aria-hidden size={18} /> {say.quantity(to)}
      {isEstimate && <small> {say.text('console.fees.meters.estimate')}</small>}
    </output>
  );
}

interface DetailsButtonProps {
  /** Of the stall. */
  readonly name: string;
  readonly onOpen: () => void;
}

/** Opens all of a reading. */
function DetailsButton({ name, onOpen }: DetailsButtonProps) {
  const say = useText();
  const details = say.text('console.fees.meters.more', { stall: name });
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={44}
      aria-label={details}
      title={details}
      onClick={onOpen}
    >
      <IconDots aria-hidden size={20} />
    </ActionIcon>
  );
}
