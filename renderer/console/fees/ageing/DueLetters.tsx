import { Button, Checkbox } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DueNotice } from '../../../../domain/fees/matters/notice-contract.ts';
import { MATTERS_PAGE_MAX } from '../../../../domain/fees/matters/values.ts';
import { slicesOf } from '../../../../domain/slices.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useActIds } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { every, hub, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { failureWords } from '../../system/failure-words.ts';
import { More } from '../../system/More.tsx';
import { Read } from '../../system/Read.tsx';
import { byCursor, REFRESH_MS, useFeeAct } from '../use-fees.ts';
import styles from './DueLetters.module.css';
import { DueRow } from './DueRow.tsx';

/** Stalls that are late: those that can get a letter are ticked, and get it together. */
export function DueLetters({ mall }: { readonly mall: string }) {
  const due = useInfiniteQuery({
    ...hubQuery.matters.listDue.infiniteOptions({
      input: (cursor: string) => ({ mall, cursor }),
      ...byCursor,
    }),
    refetchInterval: every(REFRESH_MS),
  });
  return (
    <Read of={due}>
      {({ pages }) => {
        const all = pages.flatMap((page) => page.due);
        if (all.length === 0) return <NobodyLate />;
        return (
          <>
            <DueList mall={mall} due={all} />
            <More of={due} />
          </>
        );
      }}
    </Read>
  );
}

interface DueListProps {
  readonly mall: string;
  readonly due: readonly DueNotice[];
}

function DueList({ mall, due }: DueListProps) {
  const say = useText();
  const issue = useFeeAct(issueAll);
  const ids = useActIds();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ready = due.filter(({ hold }) => hold === null).map(({ stall }) => stall);
  const chosen = ready.filter((stall) => ticked.has(stall));
  const tick = (stall: string, isTicked: boolean): void => {
    setTicked(
      isTicked ? new Set([...ticked, stall]) : new Set([...ticked].filter((one) => one !== stall)),
    );
  };
  return (
    <section className={card.card}>
      <div className={styles.head}>
        <Checkbox
          label={say.text('console.fees.letters.all')}
          checked={ready.length > 0 && chosen.length === ready.length}
          indeterminate={chosen.length > 0 && chosen.length < ready.length}
          disabled={ready.length === 0}
          onChange={(event) => setTicked(new Set(event.currentTarget.checked ? ready : []))}
        />
        <Button
          disabled={chosen.length === 0}
          title={chosen.length === 0 ? say.text('console.fees.letters.chooseFirst') : undefined}
          loading={issue.isPending}
          onClick={() => {
            const stalls = chosen.map((stall) => ({ id: ids.of(stall), stall }));
            const onSuccess = (): void => {
              for (const stall of chosen) ids.done(stall);
              setTicked(new Set());
            };
            issue.mutate({ mall, stalls }, { onSuccess });
          }}
        >
          {say.text('console.fees.letters.issue', { count: chosen.length })}
        </Button>
      </div>
      {issue.error && <p role="alert">{failureWords(issue.error, say)}</p>}
      {issue.data && (
        <div className={styles.outcome} role="status">
          <p>{say.text('console.fees.letters.issued', { count: issue.data.issued.length })}</p>
          {issue.data.held.map(({ stall, reason }) => (
            <p key={stall}>
              {say.text('console.fees.letters.held', {
                stall,
                reason: say.text(`console.fees.hold.${reason}`),
              })}
            </p>
          ))}
        </div>
      )}
      <ul className={card.list} aria-label={say.text('console.fees.letters.list')}>
        {due.map((one) => (
          <li key={one.stall}>
            <DueRow
              mall={mall}
              due={one}
              isTicked={ticked.has(one.stall)}
              onTick={(isTicked) => tick(one.stall, isTicked)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Issues letters to however many stalls, so many at a time as the hub takes. */
async function issueAll({ mall, stalls }: Parameters<typeof hub.matters.issueNotices>[0]) {
  const outcomes = [];
  for (const some of slicesOf(stalls, MATTERS_PAGE_MAX)) {
    outcomes.push(await hub.matters.issueNotices({ mall, stalls: some }));
  }
  return {
    issued: outcomes.flatMap(({ issued }) => issued),
    held: outcomes.flatMap(({ held }) => held),
  };
}

function NobodyLate() {
  const say = useText();
  return (
    <section className={card.card}>
      <EmptyState Icon={IconMailCheck} title={say.text('console.fees.letters.none')}>
        {say.text('console.fees.letters.noneHow')}
      </EmptyState>
    </section>
  );
}
