import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { RecordProof } from '../../../domain/reports/contract.ts';
import { markOf } from '../../../domain/sync/place.ts';
import { downloadBlob } from '../../ui/download.ts';
import { useText } from '../../ui/use-text.ts';
import { CopyButton } from '../system/CopyButton.tsx';
import styles from './ProofFile.module.css';

/** The proof as a file that others check: all of it, as the hub gave it. */
export function ProofFile({ proof }: { readonly proof: RecordProof }) {
  const say = useText();
  const json = JSON.stringify(proof, null, 2);
  const { device, place } = proof.record;
  const name = `lapak-${device.slice(0, 8)}-${markOf(place)}.json`;
  return (
    <div className={styles.acts}>
      <CopyButton text={json} label={say.text('console.record.copy')} />
      <Button
        variant="default"
        leftSection={<IconDownload aria-hidden size={18} />}
        onClick={() => downloadBlob(name, new Blob([json], { type: 'application/json' }))}
      >
        {say.text('console.record.save')}
      </Button>
    </div>
  );
}
