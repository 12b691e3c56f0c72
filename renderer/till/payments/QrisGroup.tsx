import { Button } from '@mantine/core';
import { useState } from 'react';
import { paymentsPageId } from '../../../domain/payments/page/text.id.ts';
import { readStaticQris } from '../../../domain/payments/qris.ts';
import { ownerOf } from '../../../domain/payments/sticker.ts';
import type { OffsetMinutes } from '../../../domain/time.ts';
import { Ask } from '../../ui/Ask.tsx';
import { useNotices } from '../../ui/Notice.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { learnWords, useText } from '../../ui/use-text.ts';
import { Group } from '../settings/SettingsGroups.tsx';
import { useChangeSettings } from '../settings/use-settings.ts';
import { LastLook } from './LastLook.tsx';
import { OtherAtHub } from './OtherAtHub.tsx';
import styles from './Qris.module.css';
import { QrisOwnerList } from './QrisOwnerList.tsx';
import { QrisSource } from './QrisSource.tsx';
import { askForSticker } from './sticker-asked.ts';
import { useQrisReading } from './use-qris-reading.ts';

learnWords(paymentsPageId);

interface QrisGroupProps {
  /** What is kept; empty for none. */
  readonly qris: string;
  readonly offsetMinutes: OffsetMinutes;
}

/**
 * The stall's own QRIS: shown with whose it is, checked, replaced, removed. One that was read is
 * looked at first, and kept by itself: it is no field of the form around it.
 */
export function QrisGroup({ qris, offsetMinutes }: QrisGroupProps) {
  const say = useText();
  const notices = useNotices();
  const change = useChangeSettings();
  const [read, setRead] = useState('');
  const [isReplacing, setIsReplacing] = useState(false);
  const isKept = qris !== '';
  const keep = async (payload: string): Promise<void> => {
    const kept = await change({ qris: payload });
    if (!kept) return;
    setRead('');
    setIsReplacing(false);
    const done = payload === '' ? 'payments.qris.removed' : 'payments.qris.saved';
    notices.done((now) => now.text(done));
  };
  return (
    <Group title={say.text('payments.qris.title')} how={say.text('payments.qris.how')}>
      {isKept && read === '' && (
        <>
          <DrawnQris qris={qris} />
          <OtherAtHub />
          <LastLook offsetMinutes={offsetMinutes} />
          <KeptActs
            qris={qris}
            isReplacing={isReplacing}
            onReplace={() => setIsReplacing((before) => !before)}
            onRemove={() => void keep('')}
          />
        </>
      )}
      {read !== '' && (
        <section className={styles.read} aria-label={say.text('payments.qris.read')}>
          <p role="status">{say.text('payments.qris.compare')}</p>
          <DrawnQris qris={read} />
          <div className={styles.acts}>
            <Button onClick={() => void keep(read)}>{say.text('payments.qris.use')}</Button>
            <Button variant="default" onClick={() => setRead('')}>
              {say.text('payments.qris.dontUse')}
            </Button>
          </div>
        </section>
      )}
      {(!isKept || isReplacing) && <Source isKept={isKept} onRead={setRead} />}
    </Group>
  );
}

interface SourceProps {
  readonly isKept: boolean;
  readonly onRead: (payload: string) => void;
}

function Source({ isKept, onRead }: SourceProps) {
  const say = useText();
  const reading = useQrisReading((text) => {
    readStaticQris(text); // throws why it is none
    onRead(text);
  });
  return (
    <QrisSource
      reading={reading}
      label={say.text('payments.qris.text')}
      how={say.text('payments.qris.textHow')}
      pick={say.text('payments.qris.pick')}
      pickHow={say.text('payments.qris.pickHow')}
      still={isKept ? say.text('payments.qris.oldStays') : ''}
    />
  );
}

/** A QRIS as it is scanned, beside whose it is. */
function DrawnQris({ qris }: { readonly qris: string }) {
  const say = useText();
  const owner = ownerOf(readStaticQris(qris));
  const { merchant } = owner;
  return (
    <div className={styles.drawn}>
      <QrCode text={qris} label={say.text('payments.qris.drawn', { merchant })} />
      <QrisOwnerList {...owner} />
    </div>
  );
}

interface KeptActsProps {
  readonly qris: string;
  readonly isReplacing: boolean;
  readonly onReplace: () => void;
  readonly onRemove: () => void;
}

/** What is done with the one that is kept; removing it is asked once. */
function KeptActs({ qris, isReplacing, onReplace, onRemove }: KeptActsProps) {
  const say = useText();
  const [isAsking, setIsAsking] = useState(false);
  const { merchant } = readStaticQris(qris);
  return (
    <div className={styles.acts}>
      <Button variant="default" onClick={askForSticker}>
        {say.text('payments.sticker.now')}
      </Button>
      <Button variant="default" aria-expanded={isReplacing} onClick={onReplace}>
        {say.text('payments.qris.replace')}
      </Button>
      <Button variant="default" c="var(--loss)" onClick={() => setIsAsking(true)}>
        {say.text('payments.qris.remove')}
      </Button>
      <Ask
        isOpen={isAsking}
        title={say.text('payments.qris.removeAsk')}
        keep={say.text('payments.qris.removeKeep')}
        onKeep={() => setIsAsking(false)}
        act={say.text('payments.qris.remove')}
        onAct={() => {
          setIsAsking(false);
          onRemove();
        }}
      >
        {say.text('payments.qris.removeWhat', { merchant })}
      </Ask>
    </div>
  );
}
