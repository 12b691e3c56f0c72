import { useText } from '../../ui/use-text.ts';
import { hub } from '../hub-client.ts';
import { ChooseStall } from '../reports/ChooseStall.tsx';
import { Dialog } from '../system/Dialog.tsx';
import { failureWords } from '../system/failure-words.ts';
import { useAct } from '../system/use-act.ts';
import { CodeShown } from './CodeShown.tsx';
import styles from './NewCode.module.css';

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
      <ChooseStall isBusy={make.isPending} onStall={({ stall }) => make.mutate(stall)} />
    </>
  );
}
