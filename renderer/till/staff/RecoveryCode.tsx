import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { formatRecoveryCode, normalizeRecoveryCode } from '../../../domain/staff/recovery-code.ts';
import { isCalledOff } from '../../ui/called-off.ts';
import type { Words } from '../../ui/Notice.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';
import styles from './RecoveryCode.module.css';
import { TopDialog } from './TopDialog.tsx';

interface RecoveryCodeProps {
  readonly code: string;
  readonly onDone: () => void;
}

/** The owner's way back without a PIN, shown this once: it is left when somebody says so. */
export function RecoveryCode({ code, onDone }: RecoveryCodeProps) {
  const say = useText();
  const [told, setTold] = useState<Words | null>(null);
  const [isPrinting, setIsPrinting] = useState(false);
  const groups = formatRecoveryCode(normalizeRecoveryCode(code)).split('-');
  const print = async (): Promise<void> => {
    setIsPrinting(true);
    setTold(null);
    try {
      await till.staff.printRecoveryCode({ recoveryCode: code });
      setTold(() => (now: Say) => now.text('staff.recoveryPrinted'));
    } catch (error) {
      if (!isCalledOff(error)) setTold(() => (now: Say) => now.failure(error));
    } finally {
      setIsPrinting(false);
    }
  };
  return (
    <TopDialog title={say.text('staff.recoveryTitle')} waitsForRest>
      <p className={styles.how}>{say.text('staff.recoveryHow')}</p>
      <p className={styles.code} role="group" aria-label={say.text('staff.recoveryCode')}>
        {groups.map((group, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one code
          <span key={at}>{group}</span>
        ))}
      </p>
      <p className={styles.told} role="status">
        {told?.(say)}
      </p>
      <div className={styles.acts}>
        <Button
          variant="default"
          leftSection={<IconPrinter aria-hidden size={20} />}
          loading={isPrinting}
          onClick={() => void print()}
        >
          {say.text('staff.recoveryPrint')}
        </Button>
        <Button onClick={onDone}>{say.text('staff.recoveryKept')}</Button>
      </div>
    </TopDialog>
  );
}
