import { ActionIcon, Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { RECEIPT_LINK_MAX } from '../../../../domain/journal/receipt-link.ts';
import type { DaySpan } from '../../../../domain/sales/find-sales.ts';
import { addDays, isDate } from '../../../../domain/time.ts';
import { DateField } from '../../../ui/DateField.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { ListSearch } from '../../../ui/ListSearch.tsx';
import { useText } from '../../../ui/use-text.ts';
import { ClaimsButton } from '../../payments/claims/ClaimsButton.tsx';
import styles from './DayScreen.module.css';

/** Which days are looked at: one, or any, perhaps from one to another. */
export type Scope = 'day' | 'all';

interface DayHeadProps {
  readonly scope: Scope;
  readonly onScope: (scope: Scope) => void;
  /** The one that is shown, and the one that it is now; undefined until the till has said. */
  readonly date: string | undefined;
  readonly today: string | undefined;
  /** Makes the field of the date a new one. */
  readonly fieldKey: number;
  readonly onLeaveDate: () => void;
  /** One that was filled in. */
  readonly onDate: (date: string) => void;
  /** One that was chosen by a button. */
  readonly onTurn: (date: string) => void;
  /** Of the days of all, from and to. */
  readonly span: DaySpan;
  readonly onSpan: (span: DaySpan) => void;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly listId: string;
  readonly onClaims: () => void;
  readonly onHelp: () => void;
}

/** One day or all of them, the way to another one, and the search. */
export function DayHead(props: DayHeadProps) {
  const say = useText();
  const { scope, onScope, date, today, span, onSpan } = props;
  const { searchRef, text, onText, listId } = props;
  return (
    <header className={styles.head}>
      <h1>{say.text('screen.sales')}</h1>
      <ScopeChoice scope={scope} onScope={onScope} />
      <Button
        variant="subtle"
        px="xs"
        rightSection={<KeyHint>F1</KeyHint>}
        aria-keyshortcuts="F1"
        onClick={props.onHelp}
      >
        {say.text('sales.help')}
      </Button>
      {scope === 'day' && date !== undefined && today !== undefined && (
        <DayChoice {...props} date={date} today={today} />
      )}
      {scope === 'all' && <SpanChoice span={span} today={today} onSpan={onSpan} />}
      <ListSearch
        fieldRef={searchRef}
        className={styles.search}
        label={say.text('day.search')}
        hint={say.text('day.searchHint')}
        lengthMax={RECEIPT_LINK_MAX}
        {...{ listId, text, onText }}
      />
      <ClaimsButton onPress={props.onClaims} />
    </header>
  );
}

function ScopeChoice({ scope, onScope }: Pick<DayHeadProps, 'scope' | 'onScope'>) {
  const say = useText();
  return (
    <div className={styles.scope}>
      <SegmentedControl
        aria-label={say.text('day.scope')}
        size="md"
        data={[
          { value: 'day', label: say.text('day.oneDay') },
          { value: 'all', label: say.text('day.allDays') },
        ]}
        value={scope}
        onChange={(value) => onScope(value === 'all' ? 'all' : 'day')}
      />
      <KeyHint>F4</KeyHint>
    </div>
  );
}

interface SpanChoiceProps extends Pick<DayHeadProps, 'span' | 'onSpan'> {
  readonly today: string | undefined;
}

/** From when to when; without either it is every day that the book has. */
function SpanChoice({ span, today, onSpan }: SpanChoiceProps) {
  const say = useText();
  return (
    <div className={styles.span}>
      <DateField
        label={say.text('day.from')}
        date={span.from}
        max={span.to ?? today ?? null}
        onDate={(from) => onSpan({ ...span, from })}
      />
      <DateField
        label={say.text('day.to')}
        date={span.to}
        min={span.from}
        max={today ?? null}
        onDate={(to) => onSpan({ ...span, to })}
      />
    </div>
  );
}

interface DayChoiceProps
  extends Pick<DayHeadProps, 'fieldKey' | 'onLeaveDate' | 'onDate' | 'onTurn'> {
  readonly date: string;
  readonly today: string;
}

function DayChoice({ date, today, fieldKey, onLeaveDate, onDate, onTurn }: DayChoiceProps) {
  const say = useText();
  const isToday = date >= today;
  return (
    <div className={styles.day}>
      <ActionIcon
        variant="default"
        size={44}
        aria-label={say.text('day.before')}
        title={`${say.text('day.before')} (PgUp)`}
        aria-keyshortcuts="PageUp"
        onClick={() => onTurn(addDays(date, -1))}
      >
        <IconChevronLeft aria-hidden size={20} />
      </ActionIcon>
      <TextInput
        key={`${fieldKey} ${today}`}
        type="date"
        aria-label={say.text('day.date')}
        max={today}
        defaultValue={date}
        onBlur={onLeaveDate}
        onChange={({ currentTarget: { value } }) => isDate(value) && onDate(value)}
      />
      <ActionIcon
        variant="default"
        size={44}
        aria-label={say.text('day.after')}
        title={isToday ? say.text('day.noneAfter') : `${say.text('day.after')} (PgDn)`}
        aria-keyshortcuts="PageDown"
        disabled={isToday}
        onClick={() => onTurn(addDays(date, 1))}
      >
        <IconChevronRight aria-hidden size={20} />
      </ActionIcon>
      {!isToday && (
        <Button variant="default" onClick={() => onTurn(today)}>
          {say.text('day.today')}
        </Button>
      )}
    </div>
  );
}
