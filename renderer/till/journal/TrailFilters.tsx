import { Checkbox, NativeSelect } from '@mantine/core';
import { theProgram } from '../../../domain/actor.ts';
import type { TrailFilter } from '../../../domain/journal/contract.ts';
import { trailTopics } from '../../../domain/journal/trail.ts';
import { pseudonymWords } from '../../../domain/journal/trail-words.ts';
import { nameOf, NOBODY } from '../../../domain/staff/staff.ts';
import { DateField } from '../../ui/DateField.tsx';
import { useText } from '../../ui/use-text.ts';
import { usePeople } from '../staff/use-people.ts';
import styles from './TrailFilters.module.css';

/** Of a choice that does not narrow. */
const ALL = '';

interface TrailFiltersProps {
  readonly filter: TrailFilter;
  readonly onChange: (change: Partial<TrailFilter>) => void;
}

/** From when to when, by whom, about what: each of them narrows what is shown. */
export function TrailFilters({ filter, onChange }: TrailFiltersProps) {
  const say = useText();
  return (
    <fieldset className={styles.filters} aria-label={say.text('trail.filters')}>
      <DateField
        label={say.text('trail.from')}
        date={filter.from}
        max={filter.to}
        onDate={(from) => onChange({ from })}
      />
      <DateField
        label={say.text('trail.to')}
        date={filter.to}
        min={filter.from}
        onDate={(to) => onChange({ to })}
      />
      <PersonChoice cashier={filter.cashier} onCashier={(cashier) => onChange({ cashier })} />
      <NativeSelect
        label={say.text('trail.topic')}
        value={filter.topic ?? ALL}
        data={[
          { value: ALL, label: say.text('trail.everything') },
          ...trailTopics.map((topic) => {
            return { value: topic, label: say.text(`trail.topic.${topic}`) };
          }),
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ topic: trailTopics.find((topic) => topic === value) ?? null })
        }
      />
      <Checkbox
        className={styles.approved}
        label={say.text('trail.onlyApproved')}
        checked={filter.onlyApproved}
        onChange={(event) => onChange({ onlyApproved: event.currentTarget.checked })}
      />
    </fieldset>
  );
}

interface PersonChoiceProps {
  readonly cashier: string | null;
  readonly onCashier: (cashier: string | null) => void;
}

/** Everybody of the stall, who left as well, and what did something without a person. */
function PersonChoice({ cashier, onCashier }: PersonChoiceProps) {
  const say = useText();
  const people = usePeople() ?? [];
  const others = [NOBODY, theProgram.cashier];
  return (
    <NativeSelect
      className={styles.who}
      label={say.text('trail.who')}
      value={cashier ?? ALL}
      data={[
        { value: ALL, label: say.text('trail.everybody') },
        ...people.map((person) => ({ value: person.id, label: nameOf(person) })),
        ...others.map((id) => ({ value: id, label: pseudonymWords(id, say) })),
      ]}
      onChange={({ currentTarget: { value } }) => onCashier(value === ALL ? null : value)}
    />
  );
}
