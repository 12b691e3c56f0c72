import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Ask } from '../../ui/Ask.tsx';
import { Banner } from '../../ui/Banner.tsx';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { till, tillQuery } from '../till-client.ts';

/** Says that products are samples, and the one way to be rid of them all; nothing without any. */
export function SampleBanner() {
  const say = useText();
  const notices = useNotices();
  const [isAsking, setIsAsking] = useState(false);
  const { data: sample } = useQuery(tillQuery.catalog.sample.queryOptions());
  if (!sample || sample.products === 0) return null;
  const { products: count, canClear } = sample;
  const act = async (): Promise<void> => {
    setIsAsking(false);
    try {
      const call = canClear ? till.catalog.clearSample : till.catalog.archiveSample;
      const { products } = await call();
      const done = canClear ? 'catalog.sampleCleared' : 'catalog.sampleArchived';
      notices.done((say) => say.text(done, { count: products }));
    } catch (error) {
      notices.failed(error);
    }
  };
  const words = canClear
    ? ({ act: 'catalog.sampleClear', ask: 'catalog.sampleClearAsk' } as const)
    : ({ act: 'catalog.sampleArchive', ask: 'catalog.sampleArchiveAsk' } as const);
  return (
    <Banner title={say.text('catalog.sampleTitle')}>
      <p>
        <strong>{say.text('catalog.sampleTitle')}</strong>{' '}
        {say.text(canClear ? 'catalog.sampleHow' : 'catalog.sampleSoldHow', { count })}
      </p>
      <Button variant="default" onClick={() => setIsAsking(true)}>
        {say.text(words.act)}
      </Button>
      <Ask
        isOpen={isAsking}
        title={say.text(words.ask, { count })}
        keep={say.text('catalog.sampleKeep')}
        onKeep={() => setIsAsking(false)}
        act={say.text(words.act)}
        onAct={() => void act()}
      >
        {say.text(canClear ? 'catalog.sampleClearWhat' : 'catalog.sampleArchiveWhat')}
      </Ask>
    </Banner>
  );
}
