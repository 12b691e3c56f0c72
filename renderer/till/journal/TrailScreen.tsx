import { IconHistory, IconLock, IconMoodEmpty } from '@tabler/icons-react';
import { ORPCError } from '@orpc/client';
import { useId, useRef, useState } from 'react';
import type { TrailFilter } from '../../../domain/journal/contract.ts';
import { trailId } from '../../../domain/journal/trail-text.id.ts';
import { staffPageId } from '../../../domain/staff/page/text.id.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useActive } from '../../ui/use-active.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import { openWhoSells } from '../staff/asked.ts';
import { useListKeys } from '../use-list-keys.ts';
import { TrailFilters } from './TrailFilters.tsx';
import { TrailHead } from './TrailHead.tsx';
import { TrailList } from './TrailList.tsx';
import styles from './TrailScreen.module.css';
import { useExportTrail } from './use-export-trail.ts';
import { type TrailFound, useTrail } from './use-trail.ts';

learnWords(trailId);
learnWords(staffPageId);

const everything: TrailFilter = {
  from: null,
  to: null,
  cashier: null,
  topic: null,
  onlyApproved: false,
  text: '',
};

/** The audit trail: who did what when, and who allowed it. */
export function TrailScreen() {
  const [filter, setFilter] = useState(everything);
  /** The fields keep what is half typed to themselves, and begin anew with each of these. */
  const [clearings, setClearings] = useState(0);
  const search = useRef<HTMLInputElement>(null);
  const listId = useId();
  const found = useTrail(filter);
  const { entries, readAgain } = found;
  const { active, opened, open, close } = useOpenEntry(filter.text, found);
  const { isExporting, exportShown } = useExportTrail(filter, readAgain);
  const change = (part: Partial<TrailFilter>): void => setFilter({ ...filter, ...part });
  const isNarrowed = JSON.stringify(filter) !== JSON.stringify(everything);
  const clear = (): void => {
    setFilter(everything);
    setClearings(clearings + 1);
  };
  useListKeys({
    search: () => search.current?.select(),
    move: active.move,
    open: active.open,
    close,
  });
  return (
    <main className={styles.screen}>
      <TrailHead
        searchRef={search}
        text={filter.text}
        onText={(text) => change({ text })}
        listId={listId}
        onAgain={readAgain}
        onClear={isNarrowed ? clear : null}
        onExport={entries.length > 0 ? exportShown : null}
        isExporting={isExporting}
      />
      <TrailFilters key={clearings} filter={filter} onChange={change} />
      <div id={listId} className={styles.list}>
        {entries.length > 0 ? (
          <TrailList
            key={found.key}
            id={`${listId}-rows`}
            entries={entries}
            active={active.id}
            opened={opened}
            onOpen={open}
            onNearEnd={found.loadMore}
          />
        ) : (
          <NoEntries found={found} filter={filter} onClear={clear} />
        )}
      </div>
    </main>
  );
}

/** Which entry the keys are at, and the one that is shown with all that it has. */
function useOpenEntry(typed: string, { entries, isLoading }: TrailFound) {
  const [opened, setOpened] = useState<string | undefined>(undefined);
  const open = (mark: string): void => {
    active.moveTo(mark);
    setOpened(mark === opened ? undefined : mark);
  };
  const active = useActive({
    typed,
    entries,
    isStale: isLoading,
    idOf: ({ mark }) => mark,
    onOpen: ({ mark }) => open(mark),
  });
  return { active, opened, open, close: () => setOpened(undefined) };
}

interface NoEntriesProps {
  readonly found: TrailFound;
  readonly filter: TrailFilter;
  readonly onClear: () => void;
}

/** Why there is nothing, and what to do about it. */
function NoEntries({ found, filter, onClear }: NoEntriesProps) {
  const say = useText();
  const { from, to } = filter;
  if (found.error !== null) return <NotRead error={found.error} />;
  if (found.isLoading) return null; // they come within milliseconds: a flash would only disturb
  const isBackwards = from !== null && to !== null && from > to;
  return (
    <EmptyState
      Icon={isBackwards ? IconMoodEmpty : IconHistory}
      title={say.text(isBackwards ? 'trail.backwards' : 'trail.noMatch')}
      action={{ text: say.text('trail.clear'), onAct: onClear }}
    >
      {say.text(isBackwards ? 'trail.backwardsHow' : 'trail.noMatchHow')}
    </EmptyState>
  );
}

function NotRead({ error }: { readonly error: unknown }) {
  const say = useText();
  const codes = ['NOT_PERMITTED', 'NOT_SIGNED_IN'];
  const isRefused = error instanceof ORPCError && codes.includes(error.code);
  if (!isRefused) {
    return (
      <EmptyState Icon={IconMoodEmpty} title={say.text('trail.loadFailed')}>
        {say.failure(error)}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      Icon={IconLock}
      title={say.text('trail.refused')}
      action={{ text: say.text('trail.signIn'), onAct: openWhoSells }}
    >
      {say.text('trail.refusedHow')}
    </EmptyState>
  );
}
