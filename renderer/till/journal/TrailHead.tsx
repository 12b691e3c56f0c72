import { ActionIcon, Button } from '@mantine/core';
import { IconFileExport, IconFilterOff, IconRefresh } from '@tabler/icons-react';
import type { RefObject } from 'react';
import { ListSearch } from '../../ui/ListSearch.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './TrailScreen.module.css';

interface TrailHeadProps {
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly listId: string;
  readonly onAgain: () => void;
  /** Null where nothing is narrowed. */
  readonly onClear: (() => void) | null;
  /** Null where there is nothing to take along. */
  readonly onExport: (() => void) | null;
  readonly isExporting: boolean;
}

/** The search, and what can be done with what it finds. */
export function TrailHead(props: TrailHeadProps) {
  const say = useText();
  const { searchRef, text, onText, listId, onAgain, onClear, onExport, isExporting } = props;
  return (
    <header className={styles.head}>
      <h1>{say.text('screen.trail')}</h1>
      <ListSearch
        fieldRef={searchRef}
        className={styles.search}
        label={say.text('trail.search')}
        hint={say.text('trail.searchHint')}
        {...{ listId, text, onText }}
      />
      <ActionIcon
        variant="default"
        size={44}
        aria-label={say.text('trail.clear')}
        title={say.text(onClear === null ? 'trail.isWhole' : 'trail.clear')}
        disabled={onClear === null}
        onClick={onClear ?? undefined}
      >
        <IconFilterOff aria-hidden size={20} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={44}
        aria-label={say.text('trail.again')}
        title={say.text('trail.again')}
        onClick={onAgain}
      >
        <IconRefresh aria-hidden size={20} />
      </ActionIcon>
      <Button
        variant="default"
        h="2.75rem"
        leftSection={<IconFileExport aria-hidden size={20} />}
        loading={isExporting}
        disabled={onExport === null}
        title={onExport === null ? say.text('trail.nothingToExport') : undefined}
        onClick={onExport ?? undefined}
      >
        {say.text('trail.export')}
      </Button>
    </header>
  );
}
