import { Button } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { SyncReceipt } from '../../../domain/sync/till-contract.ts';
import { localStamp, type OffsetMinutes } from '../../../domain/time.ts';
import { useCopy } from '../../ui/use-copy.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './HubScreen.module.css';

interface HubProofProps {
  readonly stored: SyncReceipt['stored'];
  readonly offsetMinutes: OffsetMinutes;
}

/** The stall's receipt for having reported: in words, and as the hub signed it. */
export function HubProof({ stored, offsetMinutes }: HubProofProps) {
  const say = useText();
  const title = say.text('sync.proofTitle');
  return (
    <section className={styles.card} aria-label={title}>
      <h2>{title}</h2>
      {stored ? (
        <Stored stored={stored} offsetMinutes={offsetMinutes} />
      ) : (
        <p>{say.text('sync.proofNone')}</p>
      )}
    </section>
  );
}

interface StoredProps {
  readonly stored: NonNullable<SyncReceipt['stored']>;
  readonly offsetMinutes: OffsetMinutes;
}

function Stored({ stored, offsetMinutes }: StoredProps) {
  const say = useText();
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  const { mark, receipt, records, others, checkpoint, atMs } = stored;
  const at = localStamp(atMs, offsetMinutes);
  return (
    <>
      <p>
        <strong>
          {receipt === null
            ? say.text('sync.proofMark', { mark, at })
            : say.text('sync.proofReceipt', { receipt, at })}
        </strong>
      </p>
      <p>{say.text('sync.proofRecords', { records, mark })}</p>
      {others > 0 && <p>{say.text('sync.proofOthers', { others })}</p>}
      <div className={styles.acts}>
        <Button
          variant="default"
          aria-expanded={isShown}
          aria-controls={id}
          onClick={() => setIsShown(!isShown)}
        >
          {say.text(isShown ? 'sync.proofHide' : 'sync.proofShow')}
        </Button>
        {isShown && <CopyButton text={checkpoint} />}
      </div>
      {isShown && (
        <div id={id}>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keys */}
          <pre className={styles.proof} tabIndex={0} aria-label={say.text('sync.proofText')}>
            {checkpoint}
          </pre>
          <p>{say.text('sync.proofHow')}</p>
        </div>
      )}
    </>
  );
}

function CopyButton({ text }: { readonly text: string }) {
  const say = useText();
  const copy = useCopy({
    done: (now) => now.text('sync.copied'),
    failed: (now) => now.text('sync.copyFailed'),
  });
  return (
    <Button
      variant="default"
      leftSection={<IconCopy aria-hidden size={20} />}
      onClick={() => void copy(text)}
    >
      {say.text('sync.copy')}
    </Button>
  );
}
