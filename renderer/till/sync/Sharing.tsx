import { Radio } from '@mantine/core';
import { useState } from 'react';
import { Settings } from '../../../domain/settings/settings.ts';
import { localStamp, type OffsetMinutes } from '../../../domain/time.ts';
import { Ask } from '../../ui/Ask.tsx';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { useChangeSettings } from '../settings/use-settings.ts';
import styles from './HubScreen.module.css';

interface SharingProps {
  readonly sharing: Settings['sharing'];
  /** When somebody chose it; null while nobody has. */
  readonly chosenAtMs: number | null;
  readonly offsetMinutes: OffsetMinutes;
}

/** The owner's choice of what the hub is sent. What cannot be taken back is asked once. */
export function Sharing({ sharing, chosenAtMs, offsetMinutes }: SharingProps) {
  const say = useText();
  const notices = useNotices();
  const change = useChangeSettings();
  const [isAsking, setIsAsking] = useState(false);
  const keep = async (chosen: Settings['sharing']): Promise<void> => {
    setIsAsking(false);
    const kept = await change({ sharing: chosen });
    if (kept) notices.done((now) => now.text(`sync.shared.${chosen}`));
  };
  const choose = (value: string): void => {
    const chosen = Settings.shape.sharing.parse(value);
    if (chosen === 'details') setIsAsking(true);
    else void keep(chosen);
  };
  return (
    <>
      <Radio.Group
        size="md"
        label={say.text('sync.sharing')}
        value={sharing}
        onChange={choose}
        className={styles.sharing}
      >
        {Settings.shape.sharing.options.map((value) => (
          <Radio
            key={value}
            value={value}
            label={say.text(`sync.sharing.${value}`)}
            description={say.text(`sync.sharingHow.${value}`)}
          />
        ))}
      </Radio.Group>
      {chosenAtMs !== null && (
        <p className={styles.soft}>
          {say.text('sync.sharingSince', { at: localStamp(chosenAtMs, offsetMinutes) })}
        </p>
      )}
      {chosenAtMs === null && sharing === 'totals' && (
        <p className={styles.soft}>{say.text('sync.sharingDefault')}</p>
      )}
      <Ask
        isOpen={isAsking}
        title={say.text('sync.shareAsk')}
        keep={say.text('sync.shareKeep')}
        onKeep={() => setIsAsking(false)}
        act={say.text('sync.shareAct')}
        onAct={() => void keep('details')}
      >
        {say.text('sync.shareAskHow')}
      </Ask>
    </>
  );
}
