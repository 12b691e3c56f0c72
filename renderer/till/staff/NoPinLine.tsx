import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../../ui/use-text.ts';
import { openSetUp } from './asked.ts';
import { useLine } from './line.ts';
import styles from './NoPinLine.module.css';

/** Where this tab remembers that the line was read. */
const READ_KEY = 'lapak.no-pin-read';

interface NoPinLineProps {
  /** Whether the screen below says the same. */
  readonly isSaidBelow: boolean;
}

/** Says that everybody is the owner, as long as nobody has a PIN, and leads to one. */
export function NoPinLine({ isSaidBelow }: NoPinLineProps) {
  const say = useText();
  const line = useLine();
  const [isRead, setIsRead] = useState(() => sessionStorage.getItem(READ_KEY) !== null);
  if (line?.state !== 'unset' || isRead || isSaidBelow) return null;
  const dismiss = (): void => {
    sessionStorage.setItem(READ_KEY, '1');
    setIsRead(true);
  };
  return (
    <section className={styles.line} aria-label={say.text('staff.setUp')}>
      <p>{say.text('staff.noOwnerPin')}</p>
      <button type="button" onClick={() => openSetUp(true)}>
        {say.text('staff.setUpAct')}
      </button>
      <button type="button" aria-label={say.text('sales.dismiss')} onClick={dismiss}>
        <IconX aria-hidden size={18} />
      </button>
    </section>
  );
}
