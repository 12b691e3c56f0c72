import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StallDay } from '../../../domain/reports/contract.ts';
import { useText } from '../../ui/use-text.ts';
import { hubQuery } from '../hub-client.ts';
import card from '../system/card.module.css';
import { Read } from '../system/Read.tsx';
import styles from './ChooseStall.module.css';
import { SearchStalls } from './SearchStalls.tsx';

/** A stall as it is offered. */
export type OfferedStall = Pick<StallDay, 'stall' | 'name' | 'number' | 'mall'>;

/** Most stalls that are offered at once. */
const OFFERED_MAX = 20;
const TYPING_MS = 200;

interface ChooseStallProps {
  readonly isBusy?: boolean;
  readonly offeredMax?: number;
  /** Whether a dialog begins with its search. */
  readonly isFirst?: boolean;
  /** What a form that lacks a stall says of it. */
  readonly missing?: string;
  readonly onStall: (stall: OfferedStall) => void;
}

/** A stall is found by its name, number, code or mall, and touched. */
export function ChooseStall(props: ChooseStallProps) {
  const { isBusy = false, offeredMax = OFFERED_MAX, isFirst = false, missing, onStall } = props;
  const say = useText();
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text, TYPING_MS);
  const found = useQuery({
    ...hubQuery.reports.day.queryOptions({ input: { text: typed } }),
    placeholderData: (before) => before,
  });
  return (
    <>
      <SearchStalls text={text} onText={setText} isFirst={isFirst} missing={missing} />
      <Read of={found}>
        {({ stalls }) => {
          const count = stalls.length - offeredMax;
          return (
            <>
              <ul
                className={`${card.list} ${styles.stalls}`}
                aria-label={say.text('console.day.list')}
              >
                {stalls.slice(0, offeredMax).map((offered) => (
                  <li key={offered.stall}>
                    <button type="button" disabled={isBusy} onClick={() => onStall(offered)}>
                      <strong>{offered.name}</strong>
                      <span className={card.soft}>
                        {offered.number} · {offered.mall}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
              {stalls.length === 0 && (
                <p className={card.soft} role="status">
                  {say.text(typed === '' ? 'console.day.noStalls' : 'console.day.noMatch')}
                </p>
              )}
              {count > 0 && (
                <p className={`${card.soft} ${styles.more}`}>
                  {say.text('console.code.tooMany', { count })}
                </p>
              )}
            </>
          );
        }}
      </Read>
    </>
  );
}
