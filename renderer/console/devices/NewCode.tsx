import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useText } from '../../ui/use-text.ts';
import { hub, hubQuery } from '../hub-client.ts';
import { SearchStalls } from '../reports/SearchStalls.tsx';
import card from '../system/card.module.css';
import { Dialog } from '../system/Dialog.tsx';
import { failureWords } from '../system/failure-words.ts';
import { Read } from '../system/Read.tsx';
import { useAct } from '../system/use-act.ts';
import { CodeShown } from './CodeShown.tsx';
import styles from './NewCode.module.css';

/** Most stalls that are offered at once. */
const OFFERED_MAX = 20;
const TYPING_MS = 200;

interface NewCodeProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Makes a code for a till of a stall, and stays until that till has used it. */
export function NewCode({ isOpen, onClose }: NewCodeProps) {
  const say = useText();
  return (
    <Dialog isOpen={isOpen} title={say.text('console.code.title')} onClose={onClose} isWide>
      <CodeSteps onClose={onClose} />
    </Dialog>
  );
}

/** Which stall, then its code: begun anew each time that it is opened. */
function CodeSteps({ onClose }: Pick<NewCodeProps, 'onClose'>) {
  const say = useText();
  const make = useAct({
    mutationFn: async (stall: string) => {
      const { devices } = await hub.devices.list({ text: stall });
      const before = new Map(devices.map((one) => [one.device, one.enrolledAtMs]));
      const made = await hub.devices.makeCode({ stall });
      return { ...made, before, madeAtMs: Date.now() }; // the hub's clock may be another
    },
  });
  if (make.data) {
    const { code } = make.data.stall;
    const again = (): void => make.mutate(code);
    return <CodeShown key={make.data.code} made={make.data} onAgain={again} onClose={onClose} />;
  }
  return (
    <>
      <p className={styles.which}>{say.text('console.code.which')}</p>
      {make.error && (
        <p className={styles.failure} role="alert">
          {failureWords(make.error, say)}
        </p>
      )}
      <ChooseStall isBusy={make.isPending} onStall={(stall) => make.mutate(stall)} />
    </>
  );
}

interface ChooseStallProps {
  readonly isBusy: boolean;
  readonly onStall: (stall: string) => void;
}

function ChooseStall({ isBusy, onStall }: ChooseStallProps) {
  const say = useText();
  const [text, setText] = useState('');
  const [typed] = useDebouncedValue(text, TYPING_MS);
  const found = useQuery({
    ...hubQuery.reports.day.queryOptions({ input: { text: typed } }),
    placeholderData: (before) => before,
  });
  return (
    <>
      <SearchStalls text={text} onText={setText} />
      <Read of={found}>
        {({ stalls }) => {
          const count = stalls.length - OFFERED_MAX;
          return (
            <>
              <ul
                className={`${card.list} ${styles.stalls}`}
                aria-label={say.text('console.day.list')}
              >
                {stalls.slice(0, OFFERED_MAX).map(({ stall, name, number, mall }) => (
                  <li key={stall}>
                    <button type="button" disabled={isBusy} onClick={() => onStall(stall)}>
                      <strong>{name}</strong>
                      <span className={card.soft}>
                        {number} · {mall}
                      </span>
                    </button>
                  </li>
                ))}
              </ul>
              {stalls.length === 0 && (
                <p className={card.soft} role="status">
                  {say.text(typed === '' ? 'console.day.noStalls' : 'console.day.noMatch')}
                </p>
              )}
              {count > 0 && (
                <p className={card.soft}>{say.text('console.code.tooMany', { count })}</p>
              )}
            </>
          );
        }}
      </Read>
    </>
  );
}
