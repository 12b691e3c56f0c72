import { Button } from '@mantine/core';
import { IconBuildingStore, IconPackage } from '@tabler/icons-react';
import { useState } from 'react';
import type { Beginning } from '../../../domain/catalog/contract.ts';
import { PageCard } from '../../ui/PageCard.tsx';
import { useText } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';
import styles from './ChooseBeginning.module.css';

interface ChooseBeginningProps {
  readonly onBegun: () => void;
}

/** Asks once, in a new stall, whether it begins with samples to try or with nothing. */
export function ChooseBeginning({ onBegun }: ChooseBeginningProps) {
  const say = useText();
  const [chosen, setChosen] = useState<Beginning | null>(null);
  const [failure, setFailure] = useState('');
  const begin = (stall: Beginning): void => {
    setChosen(stall);
    till.catalog.begin({ stall }).then(onBegun, (error: unknown) => {
      setFailure(say.failure(error));
      setChosen(null);
    });
  };
  return (
    <PageCard question={say.text('catalog.beginTitle')}>
      <h1>{say.text('catalog.beginTitle')}</h1>
      <p className={styles.how}>{say.text('catalog.beginHow')}</p>
      <div className={styles.choices}>
        {choices.map(({ stall, Icon, title }) => (
          <Button
            key={stall}
            className={styles.choice}
            variant={stall === 'empty' ? 'filled' : 'default'}
            loading={chosen === stall}
            disabled={chosen !== null}
            leftSection={<Icon aria-hidden size={28} />}
            aria-describedby={`begin-${stall}`}
            onClick={() => begin(stall)}
          >
            {say.text(title)}
          </Button>
        ))}
        {choices.map(({ stall, how }) => (
          <p key={stall} id={`begin-${stall}`} className={styles.how}>
            {say.text(how)}
          </p>
        ))}
      </div>
      {failure !== '' && (
        <p className={styles.failure} role="alert">
          {failure}
        </p>
      )}
    </PageCard>
  );
}

const choices = [
  {
    stall: 'empty',
    Icon: IconPackage,
    title: 'catalog.beginEmpty',
    how: 'catalog.beginEmptyHow',
  },
  {
    stall: 'sample',
    Icon: IconBuildingStore,
    title: 'catalog.beginSample',
    how: 'catalog.beginSampleHow',
  },
] as const;
